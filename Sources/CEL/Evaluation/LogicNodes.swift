/// A chain of `&&`, or of `||`: as soon as one operand settles it, errors of the others do not count.
///
/// Source: language definition, section Logical Operators.
final class JunctionNode: Node {
    private let operands: [any Node]
    /// True for `||`.
    private let settling: Bool
    private let offset: Int

    init(_ operands: [any Node], settledBy settling: Bool, offset: Int) {
        self.operands = operands
        self.settling = settling
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        var junction = Junction(settledBy: settling)
        for index in operands.indices where try junction.add(operands[index], in: frame, at: offset) {
            return .bool(settling)
        }
        return .bool(try junction.result())
    }
}

/// The joining of bools by `&&` or `||`, for the operators and for the macros `all` and `exists`.
struct Junction {
    private let settling: Bool
    private var error: EvaluationError?

    init(settledBy settling: Bool) { self.settling = settling }

    /// Whether the operand settles it.
    @inline(__always)
    mutating func add(_ operand: any Node, in frame: Frame, at offset: Int) throws(EvaluationError) -> Bool {
        do throws(EvaluationError) {
            let value = try operand.evaluate(in: frame)
            guard case .bool(let bool) = value else { throw EvaluationError.notABool(value).placed(at: offset) }
            return bool == settling
        } catch {
            if error.kind == .budget { throw error }
            // What is unknown could still settle it, so it says more than what failed.
            if self.error == nil || (self.error?.kind == .failure && error.kind != .failure) { self.error = error }
            return false
        }
    }

    /// What it is when no operand settled it.
    func result() throws(EvaluationError) -> Bool {
        if let error { throw error }
        return !settling
    }
}

/// `c ? a : b`.
final class ConditionalNode: Node {
    private let condition: any Node
    private let positive: any Node
    private let negative: any Node
    private let offset: Int

    init(_ condition: any Node, _ positive: any Node, _ negative: any Node, offset: Int) {
        self.condition = condition
        self.positive = positive
        self.negative = negative
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try condition.evaluate(in: frame)
        guard case .bool(let holds) = value else { throw EvaluationError.notABool(value).placed(at: offset) }
        return try (holds ? positive : negative).evaluate(in: frame)
    }
}

/// `==` and `!=`.
final class EqualityNode: Node {
    private let left: any Node
    private let right: any Node
    private let isNegated: Bool

    init(_ left: any Node, _ right: any Node, isNegated: Bool) {
        self.left = left
        self.right = right
        self.isNegated = isNegated
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let leftValue = try left.evaluate(in: frame)
        let rightValue = try right.evaluate(in: frame)
        if case .null = rightValue {
            if case .null = leftValue { return .bool(!isNegated) }
            return .bool(isNegated)
        }
        return .bool(try frame.areEqual(leftValue, rightValue) != isNegated)
    }
}

/// `<`, `<=`, `>`, `>=`.
final class OrderingNode: Node {
    enum Relation: String {
        case less = "_<_", lessOrEqual = "_<=_", greater = "_>_", greaterOrEqual = "_>=_"
    }

    private let left: any Node
    private let right: any Node
    private let relation: Relation
    private let offset: Int

    init(_ relation: Relation, _ left: any Node, _ right: any Node, offset: Int) {
        self.relation = relation
        self.left = left
        self.right = right
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let leftValue = try left.evaluate(in: frame)
        let rightValue = try right.evaluate(in: frame)
        try frame.charge(sizeOf: leftValue)
        guard let order = leftValue.order(to: rightValue) else {
            throw EvaluationError.doesNotTake(relation.rawValue, [leftValue, rightValue]).placed(at: offset)
        }
        switch relation {
        case .less: return .bool(order == .before)
        case .lessOrEqual: return .bool(order == .before || order == .same)
        case .greater: return .bool(order == .after)
        case .greaterOrEqual: return .bool(order == .after || order == .same)
        }
    }
}

/// `x in list` and `key in map`.
final class MembershipNode: Node {
    private let element: any Node
    private let collection: any Node
    private let offset: Int

    init(_ element: any Node, _ collection: any Node, offset: Int) {
        self.element = element
        self.collection = collection
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let wanted = try element.evaluate(in: frame)
        let value = try collection.evaluate(in: frame)
        switch value {
        case .list(let elements):
            for element in elements {
                try frame.charge()
                if try frame.areEqual(element, wanted) { return .bool(true) }
            }
            return .bool(false)
        case .map(let map):
            try frame.charge(sizeOf: wanted)
            return .bool(map.value(for: wanted) != nil)
        default: throw EvaluationError.doesNotTake("@in", [wanted, value]).placed(at: offset)
        }
    }
}
