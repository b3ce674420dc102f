extension FunctionDeclaration.Overload {
    /// Whether values of these types are what the overload takes.
    func accepts(_ values: [Value]) -> Bool {
        guard values.count == parameters.count else { return false }
        for (value, parameter) in zip(values, parameters) where !value.fits(parameter) { return false }
        return true
    }
}

extension Value {
    fileprivate func fits(_ type: CELType) -> Bool {
        switch (self, type) {
        case (_, .dyn), (_, .parameter), (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint),
            (.double, .double), (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp),
            (.duration, .duration), (.map, .map), (.type, .type), (.optional, .optional):
            true
        case (.list(let items), .list(let element)):
            // Overloads of list functions are told apart by their elements; an empty list fits the first.
            items.first.map { $0.fits(element) } ?? true
        case (.record(let record), .record(let name)): record.recordType.name == name
        case (.opaque(let value), .opaque(let name)): value.typeName == name
        default: false
        }
    }
}

extension FunctionDeclaration.Implementation {
    func apply(_ values: [Value], _ frame: Frame) throws(EvaluationError) -> Value {
        switch self {
        case .general(let body):
            try frame.spend(values.reduce(0) { $0 + $1.weight })
            return try body(values)
        case .textPredicate(let holds):
            guard case .string(var text)? = values.first else { throw EvaluationError("a text was expected") }
            return .bool(text.withUTF8 { holds($0) })
        case .textPredicate2(let holds):
            guard values.count == 2, case .string(var first) = values[0], case .string(var second) = values[1] else {
                throw EvaluationError("two texts were expected")
            }
            return .bool(first.withUTF8 { first in second.withUTF8 { holds(first, $0) } })
        case .builtIn: throw EvaluationError("the function has no implementation")
        }
    }
}

extension Value {
    /// What working through the value once costs, in steps.
    fileprivate var weight: Int {
        switch self {
        case .string(let text): text.utf8.count / 64
        case .bytes(let bytes): bytes.count / 64
        case .list(let items): items.count
        case .map(let map): map.count
        default: 0
        }
    }
}
