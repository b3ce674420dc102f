import CEL
import Foundation

extension Value {
    /// A value with the tag of its type, as the suites write it.
    init(tagged object: Any) throws {
        guard let (tag, content) = (object as? [String: Any])?.first else { throw Unreadable("a value") }
        let value: Value?
        switch tag {
        case "null": value = .null
        case "bool": value = (content as? Bool).map(Value.bool)
        case "int": value = (content as? String).flatMap { Int64($0) }.map(Value.int)
        case "uint": value = (content as? String).flatMap { UInt64($0) }.map(Value.uint)
        case "double": value = (content as? String).flatMap { Double($0) }.map(Value.double)
        case "string": value = (content as? String).map(Value.string)
        case "bytes": value = (content as? String).flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
        case "list": value = .list(try (content as? [Any] ?? []).map { try Value(tagged: $0) })
        case "map":
            let pairs = try (content as? [[Any]] ?? []).map { pair in
                (key: try Value(tagged: pair[0]), value: try Value(tagged: pair[1]))
            }
            value = .map(try MapValue(pairs))
        case "timestamp": value = (content as? String).flatMap { Value.Timestamp($0) }.map(Value.timestamp)
        case "duration": value = (content as? String).flatMap { Value.Duration($0) }.map(Value.duration)
        case "type": value = (content as? String).map { .type(TypeValue(name: $0)) }
        default: value = nil
        }
        guard let value else { throw Unreadable("a value of type \(tag)") }
        self = value
    }

    /// Of the same type and value: `1` is not `1u`, and NaN is NaN.
    func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.int, .int), (.uint, .uint): return isEqual(to: other)
        case (.int, _), (.uint, _), (_, .int), (_, .uint): return false
        case (.double(let left), .double(let right)):
            return (left.isNaN && right.isNaN) || (left == right && left.sign == right.sign)
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        case (.map(let left), .map(let right)):
            return left.count == right.count
                && left.entries.allSatisfy { key, value in
                    right.entries.contains { $0.isSame(as: key) && $1.isSame(as: value) }
                }
        default: return isEqual(to: other)
        }
    }
}

extension CELType {
    /// Reads a type as the suites write it, e.g. `map(string, list(int))`.
    init(conformanceText text: String) throws {
        let names: [String: CELType] = [
            "dyn": .dyn, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
            "string": .string, "bytes": .bytes, "type": .type(nil), "list": .list(.dyn), "map": .map(.dyn, .dyn),
            "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
            "timestamp": .timestamp, "duration": .duration,
        ]
        if let type = names[text] {
            self = type
        } else if text.count == 1 {
            self = .parameter(text)
        } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let inner = text[text.index(after: open)...].dropLast()
            let arguments = try Self.arguments(inner).map(CELType.init(conformanceText:))
            switch (text[..<open], arguments.count) {
            case ("list", 1): self = .list(arguments[0])
            case ("map", 2): self = .map(arguments[0], arguments[1])
            case ("optional_type", 1): self = .optional(arguments[0])
            case ("type", 1): self = .type(arguments[0])
            default: throw Unreadable("the type \(text)")
            }
        } else {
            self = .opaque(text)
        }
    }

    /// The parts between commas that stand in no brackets.
    private static func arguments(_ text: Substring) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            depth += character == "(" ? 1 : (character == ")" ? -1 : 0)
            if character == ",", depth == 0 {
                parts.append("")
            } else if character != " " || !(parts.last?.isEmpty ?? true) {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}
