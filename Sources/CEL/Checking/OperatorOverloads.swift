/// The signatures of CEL's operators.
///
/// Source: the standard definitions of the CEL language definition.
enum OperatorOverloads {
    struct Signature {
        var id: String
        var parameters: [CELType]
        var result: CELType
    }

    private static func one(_ id: String, _ parameters: [CELType], _ result: CELType) -> Signature {
        Signature(id: id, parameters: parameters, result: result)
    }

    private static let numbers: [CELType] = [.int, .uint, .double]

    /// Equality and ordering of numbers of different types, where the environment allows it.
    static func acrossNumbers(_ name: String) -> [Signature] {
        numbers.flatMap { left in
            numbers.filter { $0 != left }.map { one("\(name)_\(left)_\($0)", [left, $0], .bool) }
        }
    }

    static let comparisons: Set<String> = ["_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_"]

    /// By the operator's function, e.g. `_+_`; out of the table that documents them.
    static let all: [String: [Signature]] = Dictionary(
        StandardLibrary.operators.map { operation in
            (operation.name, operation.overloads.map { one($0.id, $0.parameters, $0.result) })
        },
        uniquingKeysWith: +
    )

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
