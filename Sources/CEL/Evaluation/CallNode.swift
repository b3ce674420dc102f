/// A call of a function from the table; which overload it is, the arguments' types tell.
final class CallNode: Node {
    private let function: String
    private let overloads: [FunctionDeclaration.Overload]
    private let arguments: [any Node]
    private let offset: Int
    private let unary: (type: CELType, body: @Sendable (Value) throws(EvaluationError) -> Value)?

    init(_ function: String, _ overloads: [FunctionDeclaration.Overload], _ arguments: [any Node], offset: Int) {
        self.function = function
        self.overloads = overloads
        self.arguments = arguments
        self.offset = offset
        if overloads.count == 1, arguments.count == 1, overloads[0].parameters.count == 1, overloads[0].steps == nil,
            case .unary(let body) = overloads[0].implementation
        {
            unary = (overloads[0].parameters[0], body)
        } else {
            unary = nil
        }
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        if let unary {
            let value = try arguments[0].evaluate(in: frame)
            try frame.charge(sizeOf: value)
            do throws(EvaluationError) {
                guard unary.type.takes(value) else { throw .doesNotTake(function, [value]) }
                let result = try unary.body(value)
                try frame.charge(sizeOf: result)
                return result
            } catch {
                throw error.placed(at: offset)
            }
        }
        var values: [Value] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments {
            let value = try argument.evaluate(in: frame)
            try frame.charge(sizeOf: value)
            values.append(value)
        }
        do throws(EvaluationError) {
            for overload in overloads where overload.takes(values) {
                if let steps = overload.steps { try frame.charge(steps(values)) }
                let result = try overload.implementation.callAsFunction(
                    values, of: function, at: ObjectIdentifier(self), in: frame)
                try frame.charge(sizeOf: result)
                return result
            }
            throw .doesNotTake(function, values)
        } catch {
            throw error.placed(at: offset)
        }
    }
}

extension FunctionDeclaration.Overload {
    fileprivate func takes(_ values: [Value]) -> Bool {
        guard parameters.count == values.count else { return false }
        for index in values.indices where !parameters[index].takes(values[index]) { return false }
        return true
    }
}

extension FunctionDeclaration.Implementation {
    fileprivate func callAsFunction(
        _ values: [Value],
        of function: String,
        at node: ObjectIdentifier,
        in frame: Frame
    ) throws(EvaluationError) -> Value {
        switch self {
        case .general(let body): return try body(values)
        case .unary(let body): return try body(values[0])
        case .metered(let body):
            var steps = frame.stepsLeft
            let result = try body(values, &steps)
            try frame.charge(frame.stepsLeft - steps)
            return result
        case .textPredicate(let body):
            guard case .string(let text) = values[0] else { break }
            return .bool(text.withBytes(body))
        case .textPredicate2(let body):
            guard case .string(let first) = values[0], case .string(let second) = values[1] else { break }
            return .bool(first.withBytes { first in second.withBytes { second in body(first, second) } })
        case .textPredicateNamed(let condition):
            guard case .string(let text) = values[0], case .string(let name) = values[1] else { break }
            return .bool(text.withBytes { text in name.withBytes { name in condition(name)(text) } })
        case .fitsPattern:
            guard case .string(let text) = values[0], case .string(let pattern) = values[1] else { break }
            guard let pattern = try frame.pattern(pattern, at: node) else { return .bool(false) }
            try frame.charge(pattern.steps(for: text.utf8.count))
            return .bool(pattern.matchesWhole(text))
        case .isPattern:
            guard case .string(let text) = values[0] else { break }
            return .bool(try frame.pattern(text, at: node) != nil)
        case .ofSeconds(let body):
            guard case .timestamp(let first) = values[0], case .timestamp(let second) = values[1] else { break }
            return .int(body(first.seconds, second.seconds))
        case .builtIn: break
        }
        throw .doesNotTake(function, values)
    }
}

extension CELType {
    /// Whether a value can be of this type; of lists and maps the first entry speaks for all.
    func takes(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.error, _): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string),
            (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration), (.type, .type):
            true
        case (.list(let element), .list(let elements)): elements.first.map(element.takes) ?? true
        case (.map(let key, let value), .map(let map)):
            (map.keys.first.map(key.takes) ?? true) && (map.values.first.map(value.takes) ?? true)
        case (.optional(let wrapped), .optional(let value)): value.map(wrapped.takes) ?? true
        case (.record(let name), .record(let record)): record.recordType.name == name
        case (.opaque(let name, _), .opaque(let value)): value.typeName == name
        default: false
        }
    }
}
