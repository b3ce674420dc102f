/// The functions of an environment by name and style.
struct FunctionTable {
    private var globals: [String: [FunctionDeclaration.Overload]] = [:]
    private var members: [String: [FunctionDeclaration.Overload]] = [:]

    init(_ functions: [FunctionDeclaration]) {
        for function in functions {
            for overload in function.overloads {
                switch overload.style {
                case .global: globals[function.name, default: []].append(overload)
                case .member: members[function.name, default: []].append(overload)
                }
            }
        }
    }

    func has(_ name: String, _ style: FunctionDeclaration.Style) -> Bool { !overloads(of: name, style).isEmpty }

    func overloads(of name: String, _ style: FunctionDeclaration.Style) -> [FunctionDeclaration.Overload] {
        (style == .global ? globals[name] : members[name]) ?? []
    }
}

extension Environment {
    /// Names that stand for types: those of the language, of the records, and of what functions give.
    var typeNames: Set<String> {
        var names: Set = [
            "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "optional_type",
            "dyn",
            "google.protobuf.Timestamp", "google.protobuf.Duration",
        ]
        names.formUnion(recordTypes.keys)
        for function in functions {
            for case .opaque(let name, _) in function.overloads.map(\.result) { names.insert(name) }
        }
        return names
    }
}

extension Expression {
    /// The parts of a dotted name, the first with its leading dot if it has one; nil for other expressions.
    var path: [String]? {
        var parts: [String] = []
        var expression = self
        while true {
            switch expression.kind {
            case .identifier(let name): return [name] + parts.reversed()
            case .select(let operand, let field, nil, false):
                parts.append(field)
                expression = operand
            default: return nil
            }
        }
    }

    /// The operands of nested calls of one and the same operator with two sides, from left to right.
    func operands(of function: String) -> [Expression] {
        var operands: [Expression] = []
        var waiting = [self]
        while let expression = waiting.popLast() {
            if case .call(nil, function, let arguments) = expression.kind, arguments.count == 2 {
                waiting.append(arguments[1])
                waiting.append(arguments[0])
            } else {
                operands.append(expression)
            }
        }
        return operands
    }
}
