import Foundation

extension Value {
    /// The value as JSON on one line; what JSON has no form for, as CEL writes it in a text. Of records, the fields that
    /// are there.
    public var jsonText: String {
        var text = ""
        writeJSON(to: &text)
        return text
    }

    private func writeJSON(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .int(let number): text += String(number)
        case .uint(let number): text += String(number)
        case .double(let number): number.isFinite ? text += "\(number)" : Self.quote(number.shortText, in: &text)
        case .string(let string): Self.quote(string, in: &text)
        case .bytes(let bytes): Self.quote(Data(bytes).base64EncodedString(), in: &text)
        case .list(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                item.writeJSON(to: &text)
            }
            text += "]"
        case .map(let map): Self.write(map.entries.map { ($0.jsonKey, $1) }, to: &text)
        case .timestamp(let moment): Self.quote(moment.description, in: &text)
        case .duration(let duration): Self.quote(duration.description, in: &text)
        case .type(let type): Self.quote(type.name, in: &text)
        case .optional(let wrapped): (wrapped ?? .null).writeJSON(to: &text)
        case .record(let record):
            let fields = record.recordType.fields.indices.compactMap { index in
                record.value(at: index).map { (record.recordType.fields[index].name, $0) }
            }
            Self.write(fields, to: &text)
        case .opaque(let value): Self.quote(value.typeName, in: &text)
        }
    }

    private var jsonKey: String { if case .string(let text) = self { text } else { jsonText } }

    private static func write(_ members: [(String, Value)], to text: inout String) {
        text += "{"
        for (index, member) in members.enumerated() {
            if index > 0 { text += ", " }
            quote(member.0, in: &text)
            text += ": "
            member.1.writeJSON(to: &text)
        }
        text += "}"
    }

    private static func quote(_ string: String, in text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let code = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
