/// `matches`: a literal pattern is compiled once, another when it differs from the one before.
final class MatchNode: Node {
    private let text: any Node
    private let pattern: any Node
    private let offset: Int
    private let literal: RegularExpression?

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
            try frame.charge(literal.steps(for: string.utf8.count))
            return .bool(literal.matches(string))
        }
        let pattern = try pattern.evaluate(in: frame)
        guard case .string(let string) = text, case .string(let source) = pattern else {
            throw EvaluationError.doesNotTake("matches", [text, pattern]).placed(at: offset)
        }
        let regex = try compiled(source, in: frame)
        try frame.charge(regex.steps(for: string.utf8.count))
        return .bool(regex.matches(string))
    }

    private func compiled(_ source: String, in frame: Frame) throws(EvaluationError) -> RegularExpression {
        if let known = try frame.pattern(source, at: ObjectIdentifier(self)) { return known }
        do throws(RegularExpression.PatternError) {
            return try PatternCache.shared.expression(for: source)
        } catch {
            throw EvaluationError("not a regular expression: \(error.message)", at: offset)
        }
    }
}

extension RegularExpression {
    /// What matching counts against the budget: most patterns read a text at one speed, giant ones by their size.
    func steps(for bytes: Int) -> Int { bytes / 64 * max(1, programSize / 256) }
}
