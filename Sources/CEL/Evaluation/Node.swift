/// A piece of a compiled expression.
protocol Node: AnyObject, Sendable {
    func value(in frame: Frame) throws(EvaluationError) -> Value
}

extension Node {
    /// The value, counted against the budget.
    @inline(__always)
    func evaluate(in frame: Frame) throws(EvaluationError) -> Value {
        try frame.charge()
        return try value(in: frame)
    }
}

final class ConstantNode: Node {
    let constant: Value

    init(_ constant: Value) { self.constant = constant }

    func value(in frame: Frame) throws(EvaluationError) -> Value { constant }
}

/// What was found wrong before the evaluation, but only counts when it is reached.
final class ErrorNode: Node {
    private let error: EvaluationError

    init(_ error: EvaluationError) { self.error = error }

    func value(in frame: Frame) throws(EvaluationError) -> Value { throw error }
}

/// A variable of the environment.
final class VariableNode: Node {
    private let index: Int
    private let symbol: Symbol
    private let offset: Int

    init(index: Int, symbol: Symbol, offset: Int) {
        self.index = index
        self.symbol = symbol
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        do throws(EvaluationError) {
            return try frame.variable(index, symbol)
        } catch {
            throw error.placed(at: offset)
        }
    }
}

/// A name of `cel.bind`: an error of its value is an error where it is read.
final class BoundNameNode: Node {
    private let slot: Int

    init(_ slot: Int) { self.slot = slot }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        if let failure = frame.failures[slot] { throw failure }
        return frame.slots[slot]
    }
}

/// A macro's variable.
final class SlotNode: Node {
    private let slot: Int

    init(_ slot: Int) { self.slot = slot }

    func value(in frame: Frame) throws(EvaluationError) -> Value { frame.slots[slot] }
}

/// A dotted name whose meaning shows when it is evaluated: the longest part of it that names a variable or a type,
/// and fields of that.
final class DottedNameNode: Node {
    struct Candidate: Sendable {
        /// Full names to try, the innermost namespace first.
        var names: [String]
        var fields: [String]
    }

    private let candidates: [Candidate]
    private let typeNames: Set<String>
    private let name: String
    private let offset: Int

    init(name: String, candidates: [Candidate], typeNames: Set<String>, offset: Int) {
        self.name = name
        self.candidates = candidates
        self.typeNames = typeNames
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        for candidate in candidates {
            for name in candidate.names {
                let found =
                    try frame.variable(named: name) ?? (typeNames.contains(name) ? .type(TypeValue(name: name)) : nil)
                guard var value = found else { continue }
                for field in candidate.fields { value = try value.selecting(field, at: offset) }
                return value
            }
        }
        throw EvaluationError.unknownName(name).placed(at: offset)
    }
}

/// `cel.bind`. As in the reference implementations, a value that nobody reads may fail.
final class BindNode: Node {
    private let slot: Int
    private let bound: any Node
    private let body: any Node

    init(slot: Int, bound: any Node, body: any Node) {
        self.slot = slot
        self.bound = bound
        self.body = body
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        do throws(EvaluationError) {
            frame.slots[slot] = try bound.evaluate(in: frame)
            if !frame.failures.isEmpty { frame.failures[slot] = nil }
        } catch {
            if error.kind == .budget { throw error }
            frame.failures[slot] = error
        }
        return try body.evaluate(in: frame)
    }
}

final class ListNode: Node {
    private let elements: [(node: any Node, isOptional: Bool)]
    private let offset: Int

    init(_ elements: [(node: any Node, isOptional: Bool)], offset: Int) {
        self.elements = elements
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            let value = try element.node.evaluate(in: frame)
            guard element.isOptional else {
                values.append(value)
                continue
            }
            if let wrapped = try value.wrapped(at: offset) { values.append(wrapped) }
        }
        return .list(values)
    }
}

final class MapNode: Node {
    private let entries: [(key: any Node, value: any Node, isOptional: Bool)]
    private let offset: Int
    /// The keys where all are literals that make a map, as in nearly all literals, so that they are looked at once.
    private let literal: MapKeys?

    init(_ entries: [(key: any Node, value: any Node, isOptional: Bool)], offset: Int) {
        self.entries = entries
        self.offset = offset
        let texts = entries.compactMap { entry in
            if case .string(let text)? = (entry.key as? ConstantNode)?.constant, !entry.isOptional { text } else { nil }
        }
        literal = texts.count == entries.count ? MapKeys.literal(texts) : nil
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        if let literal {
            var values: [Value] = []
            values.reserveCapacity(entries.count)
            for index in entries.indices {
                // As much as the keys would cost.
                try frame.charge()
                values.append(try entries[index].value.evaluate(in: frame))
            }
            return .map(MapValue(literal, values))
        }
        var map = MapBuilder()
        for entry in entries {
            let key = try entry.key.evaluate(in: frame)
            try frame.charge(sizeOf: key)
            var value: Value? = try entry.value.evaluate(in: frame)
            if entry.isOptional { value = try value?.wrapped(at: offset) }
            guard let value else { continue }
            do throws(EvaluationError) {
                try map.insert(value, for: key)
            } catch {
                throw error.placed(at: offset)
            }
        }
        return .map(map.map)
    }
}

extension Value {
    /// What an optional holds, for the places that take only an optional.
    fileprivate func wrapped(at offset: Int) throws(EvaluationError) -> Value? {
        guard case .optional(let wrapped) = self else {
            throw EvaluationError("expected an optional, found \(type.named)", at: offset)
        }
        return wrapped
    }
}
