import Foundation

extension StandardLibrary {
    /// Source: cel-spec, doc/extensions/strings.md; cel-go, ext/formatting_v2.go; and the conformance suite `string_ext`.
    static let format = FunctionDeclaration(
        "format",
        "The text with `%s`, `%d`, `%f`, `%e`, `%x`, `%X`, `%o`, `%b` replaced by the values of a list; `%%` is a percent sign.",
        examples: [
            .init("'%s owes %.2f'.format(['Acme', 12.5])", "'Acme owes 12.50'"),
            .init("'%d%%'.format([7])", "'7%'"),
        ],
        overloads: [
            .member("string_format", [.string, .list(.dyn)], .string) { values throws(EvaluationError) in
                let arguments = Arguments(values, of: "format")
                return .string(try formatted(try arguments.string(0), with: try arguments.list(1)))
            }
        ]
    )

    private static func formatted(_ template: String, with values: [Value]) throws(EvaluationError) -> String {
        var result = ""
        var waiting = values[...]
        var rest = template.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if rest.first == "%" {
                rest.removeFirst()
                result += "%"
                continue
            }
            let precision = try precision(&rest)
            guard let clause = rest.popFirst() else { throw EvaluationError("the format ends within a clause") }
            guard let value = waiting.popFirst() else {
                throw EvaluationError("the format has more clauses than values")
            }
            result += try text(of: value, clause, precision)
            if result.utf8.count > longestText { throw tooLong }
        }
        return result
    }

    /// Reads `.2`; nil when there is none.
    private static func precision(_ rest: inout Substring.UnicodeScalarView) throws(EvaluationError) -> Int? {
        guard rest.first == "." else { return nil }
        rest.removeFirst()
        var digits = ""
        while let digit = rest.first, ("0"..."9").contains(digit) {
            digits.unicodeScalars.append(digit)
            rest.removeFirst()
        }
        guard let precision = Int(digits), precision <= 1000 else {
            throw EvaluationError("the precision is not a number up to 1000")
        }
        return precision
    }

    private static func text(
        of value: Value,
        _ clause: Unicode.Scalar,
        _ precision: Int?
    ) throws(EvaluationError) -> String {
        switch (clause, value) {
        case ("s", _):
            var room = longestText
            return try plainText(of: value, within: &room)
        case ("d", .int(let number)): return String(number)
        case ("d", .uint(let number)): return String(number)
        case ("d", .double(let number)): return number.plainText
        case ("f", _), ("e", _):
            guard let number = value.asDouble else { break }
            if !number.isFinite { return number.shortText }
            return String(format: "%.\(precision ?? 6)\(clause == "f" ? "f" : "e")", number)
        case ("b", .bool(let bool)): return bool ? "1" : "0"
        case ("b", .int(let number)): return String(number, radix: 2)
        case ("b", .uint(let number)): return String(number, radix: 2)
        case ("o", .int(let number)): return String(number, radix: 8)
        case ("o", .uint(let number)): return String(number, radix: 8)
        case ("x", .int(let number)): return String(number, radix: 16)
        case ("x", .uint(let number)): return String(number, radix: 16)
        case ("x", .string(let text)): return hexadecimal(text.utf8)
        case ("x", .bytes(let bytes)): return hexadecimal(bytes)
        case ("X", _): return try text(of: value, "x", precision).uppercased()
        case ("d", _), ("b", _), ("o", _), ("x", _): break
        default: throw EvaluationError("unknown clause '%\(clause)' in the format")
        }
        throw EvaluationError("'%\(clause)' does not take \(value.type.named)")
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// UTF-8 with one U+FFFD for each run of what is none.
    private static func readable(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        var isBroken = false
        while !rest.isEmpty {
            // A sequence of UTF-8 has four bytes at most.
            if let (length, character) = (1...4).lazy.compactMap({ length in
                String(validating: rest.prefix(length), as: UTF8.self).map { (length, $0) }
            }).first {
                text += character
                rest = rest.dropFirst(length)
                isBroken = false
            } else {
                if !isBroken { text += "\u{FFFD}" }
                rest = rest.dropFirst()
                isBroken = true
            }
        }
        return text
    }

    /// The text of `%s`. `room` is what may still be written: lists that hold the same list twice, over and over, have
    /// texts of exponential length.
    static func plainText(of value: Value, within room: inout Int) throws(EvaluationError) -> String {
        let text: String
        switch value {
        case .null: text = "null"
        case .bool(let bool): text = bool ? "true" : "false"
        case .int(let number): text = String(number)
        case .uint(let number): text = String(number)
        case .double(let number): text = number.plainText
        case .string(let string): text = string
        case .bytes(let bytes): text = readable(bytes)
        case .timestamp(let moment): text = moment.description
        case .duration(let duration): text = duration.description
        case .type(let type): text = type.name
        case .list(let elements):
            var parts: [String] = []
            for element in elements { parts.append(try plainText(of: element, within: &room)) }
            text = "[\(parts.joined(separator: ", "))]"
        case .map(let map):
            var parts: [(key: String, entry: String)] = []
            for (key, value) in map.entries {
                let keyText = try plainText(of: key, within: &room)
                parts.append((keyText, "\(keyText): \(try plainText(of: value, within: &room))"))
            }
            parts.sort { $0.key.byteOrder(to: $1.key) < 0 }
            text = "{\(parts.map(\.entry).joined(separator: ", "))}"
        case .optional, .record, .opaque: throw EvaluationError("'%s' does not take \(value.type.named)")
        }
        room -= text.utf8.count + 1
        guard room >= 0 else { throw tooLong }
        return text
    }
}

extension Value {
    fileprivate var asDouble: Double? {
        switch self {
        case .double(let number): number
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        default: nil
        }
    }
}
