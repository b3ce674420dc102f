/// The signatures of CEL's operators.
///
/// Source: the standard definitions of the CEL language definition.
enum OperatorOverloads {
    struct Signature {
        var id: String
        var parameters: [CELType]
        var result: CELType
    }

    private static func same(_ prefix: String, _ types: [CELType], _ result: CELType? = nil) -> [Signature] {
        types.map { Signature(id: "\(prefix)_\($0)", parameters: [$0, $0], result: result ?? $0) }
    }

    private static func one(_ id: String, _ parameters: [CELType], _ result: CELType) -> Signature {
        Signature(id: id, parameters: parameters, result: result)
    }

    private static let a = CELType.parameter("A")
    private static let b = CELType.parameter("B")
    private static let numbers: [CELType] = [.int, .uint, .double]

    /// Equality and ordering of numbers of different types, where the environment allows it.
    static func acrossNumbers(_ name: String) -> [Signature] {
        numbers.flatMap { left in
            numbers.filter { $0 != left }.map { one("\(name)_\(left)_\($0)", [left, $0], .bool) }
        }
    }

    static let comparisons: Set<String> = ["_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_"]

    static let all: [String: [Signature]] = {
        var table: [String: [Signature]] = [
            "_&&_": [one("logical_and", [.bool, .bool], .bool)],
            "_||_": [one("logical_or", [.bool, .bool], .bool)],
            "!_": [one("logical_not", [.bool], .bool)],
            "_?_:_": [one("conditional", [.bool, a, a], a)],
            "_==_": [one("equals", [a, a], .bool)],
            "_!=_": [one("not_equals", [a, a], .bool)],
            "-_": [one("negate_int", [.int], .int), one("negate_double", [.double], .double)],
            "_*_": same("multiply", numbers),
            "_/_": same("divide", numbers),
            "_%_": same("modulo", [.int, .uint]),
            "_[_]": [
                one("index_list", [.list(a), .int], a), one("index_map", [.map(a, b), a], b),
                one("index_optional_list", [.optional(.list(a)), .int], .optional(a)),
                one("index_optional_map", [.optional(.map(a, b)), a], .optional(b)),
            ],
            "_[?_]": [
                one("optional_index_list", [.list(a), .int], .optional(a)),
                one("optional_index_map", [.map(a, b), a], .optional(b)),
                one("optional_index_optional_list", [.optional(.list(a)), .int], .optional(a)),
                one("optional_index_optional_map", [.optional(.map(a, b)), a], .optional(b)),
            ],
            "@in": [one("in_list", [a, .list(a)], .bool), one("in_map", [a, .map(a, b)], .bool)],
        ]
        table["_+_"] =
            same("add", numbers + [.string, .bytes]) + [
                one("add_list", [.list(a), .list(a)], .list(a)),
                one("add_timestamp_duration", [.timestamp, .duration], .timestamp),
                one("add_duration_timestamp", [.duration, .timestamp], .timestamp),
                one("add_duration", [.duration, .duration], .duration),
            ]
        table["_-_"] =
            same("subtract", numbers) + [
                one("subtract_timestamp", [.timestamp, .timestamp], .duration),
                one("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
                one("subtract_duration", [.duration, .duration], .duration),
            ]
        for name in ["_<_", "_<=_", "_>_", "_>=_"] {
            table[name] = same(name, numbers + [.bool, .string, .bytes, .timestamp, .duration], .bool)
        }
        return table
    }()

    /// The operator as it is written, e.g. `+` for `_+_`.
    static func symbol(_ function: String) -> String {
        switch function {
        case "@in": "in"
        case "_?_:_": "?:"
        case "_[_]", "_[?_]": "[]"
        default: function.filter { $0 != "_" }
        }
    }
}
