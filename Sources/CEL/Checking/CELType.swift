/// A static type of CEL.
public indirect enum CELType: Hashable, Sendable {
    /// Known only when evaluated; goes with everything.
    case dyn
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    /// The type of a type; nil inside when it is not known of which.
    case type(CELType?)
    case list(CELType)
    case map(CELType, CELType)
    case optional(CELType)
    /// A row of a dataset, by the record type's name.
    case record(String)
    /// A type of an extension and its parameters, e.g. `net.IP`, `tuple(int, string)`.
    case opaque(String, [CELType])
    /// A place-holder in a function's signature, e.g. `A` in `list(A)`.
    case parameter(String)
    /// Errors were found below; goes with everything, so that one mistake is reported once.
    case error
}

extension CELType: CustomStringConvertible {
    /// As the conformance suites write it, e.g. `map(string, list(int))`.
    public var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .type(let inner): inner.map { "type(\($0))" } ?? "type"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let wrapped): "optional_type(\(wrapped))"
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .record(let name), .opaque(let name, _), .parameter(let name): name
        case .error: "error"
        }
    }
}
