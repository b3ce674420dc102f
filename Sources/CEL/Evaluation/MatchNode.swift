import Synchronization

/// `matches`: a literal pattern is compiled once, another when it differs from the one before.
final class MatchNode: Node {
    private let text: any Node
    private let pattern: any Node
    private let offset: Int
    private let literal: RegularExpression?
    private let lastUsed = Mutex<RegularExpression?>(nil)

    init(_ text: any Node, _ pattern: any Node, offset: Int) {
        self.text = text
        self.pattern = pattern
        self.offset = offset
        // A literal that is no pattern is reported when it is reached; where there is a checker, it has done so already.
        if case .string(let source) = (pattern as? ConstantNode)?.constant {
            literal = try? RegularExpression(source)
        } else {
            literal = nil
        }
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let text = try text.evaluate(in: frame)
        if let literal, case .string(let string) = text {
            try frame.charge(string.utf8.count / 64)
            return .bool(literal.matches(string))
        }
        let pattern = try pattern.evaluate(in: frame)
        guard case .string(let string) = text, case .string(let source) = pattern else {
            throw EvaluationError.doesNotTake("matches", [text, pattern]).placed(at: offset)
        }
        try frame.charge((string.utf8.count + source.utf8.count) / 64)
        return .bool(try compiled(source).matches(string))
    }

    private func compiled(_ source: String) throws(EvaluationError) -> RegularExpression {
        if let last = lastUsed.withLock({ $0 }), last.pattern.hasSameBytes(as: source) { return last }
        do throws(RegularExpression.PatternError) {
            let compiled = try RegularExpression(source)
            lastUsed.withLock { $0 = compiled }
            return compiled
        } catch {
            throw EvaluationError("not a regular expression: \(error.message)", at: offset)
        }
    }
}
