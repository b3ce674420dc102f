/// The operators on numbers, texts, lists and times. Results outside a type's range are errors, never wrapped.
///
/// Source: language definition, sections Numeric Values and Overflow.
enum Arithmetic: String {
    case add = "_+_", subtract = "_-_", multiply = "_*_", divide = "_/_", modulo = "_%_"

    func callAsFunction(_ left: Value, _ right: Value) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try integers(left, right, of: "an int"))
        case (.uint(let left), .uint(let right)): return .uint(try integers(left, right, of: "a uint"))
        case (.double(let left), .double(let right)):
            switch self {
            case .add: return .double(left + right)
            case .subtract: return .double(left - right)
            case .multiply: return .double(left * right)
            case .divide: return .double(left / right)
            case .modulo: break
            }
        case (.string(let left), .string(let right)):
            if case .add = self {
                guard left.utf8.count + right.utf8.count <= StandardLibrary.longestText else {
                    throw StandardLibrary.tooLong
                }
                return .string(left + right)
            }
        case (.bytes(let left), .bytes(let right)):
            if case .add = self {
                guard left.count + right.count <= StandardLibrary.longestText else { throw StandardLibrary.tooLong }
                return .bytes(left + right)
            }
        case (.list(let left), .list(let right)):
            if case .add = self {
                guard left.count + right.count <= StandardLibrary.longestList else { throw StandardLibrary.listTooLong }
                return .list(left + right)
            }
        case (.timestamp, _), (.duration, _):
            if let result = try times(left, right) { return result }
        default: break
        }
        throw .doesNotTake(rawValue, [left, right])
    }

    private func integers<Integer: FixedWidthInteger>(
        _ left: Integer,
        _ right: Integer,
        of type: String
    ) throws(EvaluationError) -> Integer {
        let result: (partialValue: Integer, overflow: Bool)
        switch self {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .divide:
            if right == 0 { throw .divisionByZero }
            result = left.dividedReportingOverflow(by: right)
        case .modulo:
            if right == 0 { throw .divisionByZero }
            result = left.remainderReportingOverflow(dividingBy: right)
        }
        if result.overflow { throw .overflow(type) }
        return result.partialValue
    }

    private func times(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (self, left, right) {
        case (.add, .timestamp(let moment), .duration(let duration)),
            (.add, .duration(let duration), .timestamp(let moment)):
            return .timestamp(try moment.adding(seconds: duration.wholeSeconds, nanoseconds: duration.restNanoseconds))
        case (.subtract, .timestamp(let moment), .duration(let duration)):
            return .timestamp(
                try moment.adding(seconds: -duration.wholeSeconds, nanoseconds: -duration.restNanoseconds))
        case (.subtract, .timestamp(let left), .timestamp(let right)):
            let seconds = (left.seconds - right.seconds).multipliedReportingOverflow(by: 1_000_000_000)
            let sum = seconds.partialValue.addingReportingOverflow(Int64(left.nanoseconds) - Int64(right.nanoseconds))
            if seconds.overflow || sum.overflow { throw .overflow("a duration") }
            return .duration(Value.Duration(nanoseconds: sum.partialValue))
        case (.add, .duration(let left), .duration(let right)):
            let nanoseconds = try integers(left.nanoseconds, right.nanoseconds, of: "a duration")
            return .duration(Value.Duration(nanoseconds: nanoseconds))
        case (.subtract, .duration(let left), .duration(let right)):
            let nanoseconds = try integers(left.nanoseconds, right.nanoseconds, of: "a duration")
            return .duration(Value.Duration(nanoseconds: nanoseconds))
        default: return nil
        }
    }

    static func negated(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .int(let number):
            let result = Int64(0).subtractingReportingOverflow(number)
            if result.overflow { throw .overflow("an int") }
            return .int(result.partialValue)
        case .double(let number): return .double(-number)
        default: throw .doesNotTake("-_", [value])
        }
    }
}

extension Value.Duration {
    var wholeSeconds: Int64 { nanoseconds / 1_000_000_000 }
    var restNanoseconds: Int64 { nanoseconds % 1_000_000_000 }
}

extension Value.Timestamp {
    fileprivate func adding(seconds: Int64, nanoseconds: Int64) throws(EvaluationError) -> Value.Timestamp {
        // Both summands are far from the limits of an Int64.
        let total = Int64(self.nanoseconds) + nanoseconds
        let carry = total < 0 ? -1 : total / 1_000_000_000
        guard
            let moment = Value.Timestamp(
                seconds: self.seconds + seconds + carry,
                nanoseconds: Int32(total - carry * 1_000_000_000)
            )
        else { throw .overflow("a timestamp") }
        return moment
    }
}

/// `+`, `-`, `*`, `/`, `%`: a chain from left to right, so that a long sum needs no deep recursion.
final class ArithmeticNode: Node {
    private let first: any Node
    private let rest: [(operation: Arithmetic, node: any Node, offset: Int)]

    init(_ first: any Node, _ rest: [(operation: Arithmetic, node: any Node, offset: Int)]) {
        self.first = first
        self.rest = rest
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        var result = try first.evaluate(in: frame)
        for step in rest {
            let operand = try step.node.evaluate(in: frame)
            do throws(EvaluationError) {
                result = try step.operation(result, operand)
            } catch {
                throw error.placed(at: step.offset)
            }
            try frame.charge(sizeOf: result)
        }
        return result
    }
}

/// `!x` and `-x`.
final class UnaryNode: Node {
    enum Operation { case not, negate }

    private let operation: Operation
    private let operand: any Node
    private let offset: Int

    init(_ operation: Operation, _ operand: any Node, offset: Int) {
        self.operation = operation
        self.operand = operand
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(in: frame)
        do throws(EvaluationError) {
            guard case .not = operation else { return try Arithmetic.negated(value) }
            guard case .bool(let bool) = value else { throw .doesNotTake("!_", [value]) }
            return .bool(!bool)
        } catch {
            throw error.placed(at: offset)
        }
    }
}
