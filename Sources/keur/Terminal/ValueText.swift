import CEL
import Foundation

extension Value {
    /// The value as JSON; what JSON has no form for, as CEL writes it in a text.
    var jsonText: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): number.isFinite ? "\(number)" : Self.quoted("\(number)")
        case .string(let text): Self.quoted(text)
        case .bytes(let bytes): Self.quoted(Data(bytes).base64EncodedString())
        case .list(let items): "[\(items.map(\.jsonText).joined(separator: ", "))]"
        case .map(let map):
            "{\(map.entries.map { "\(Self.key($0)): \($1.jsonText)" }.joined(separator: ", "))}"
        case .timestamp(let moment): Self.quoted(moment.description)
        case .duration(let duration): Self.quoted(duration.description)
        case .type(let type): Self.quoted(type.name)
        case .optional(let wrapped): wrapped.map(\.jsonText) ?? "null"
        case .record(let record): Self.quoted(record.recordType.name)
        case .opaque(let value): Self.quoted(value.typeName)
        }
    }

    private static func key(_ value: Value) -> String {
        if case .string = value { value.jsonText } else { quoted(value.jsonText) }
    }

    private static func quoted(_ text: String) -> String {
        let data = try? JSONEncoder().encode(text)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
