public import CEL
public import Diagnostics

/// A check whose expressions are known to fit the data.
public struct CompiledCheck: Sendable {
    public enum Rule: Sendable {
        case assert(CheckedExpression)
        case unique([CheckedExpression])
        case similar(Similarity<CheckedExpression>)

        public var expressions: [CheckedExpression] {
            switch self {
            case .assert(let expression): [expression]
            case .unique(let keys): keys
            case .similar(let similarity): similarity.all
            }
        }
    }

    public let check: Check
    public let environment: CheckEnvironment
    /// `params` as the check sees them.
    public let parameters: ParameterRecord
    public let condition: CheckedExpression?
    public let rule: Rule
    public let impact: CheckedExpression?
    /// The value that would repair the field, as a text.
    public let suggestion: (expression: CheckedExpression, program: Program)?
    /// The message by language.
    public let messages: [String: CompiledMessage]
    /// What `when` names and nobody supplied, in words; then the check is unknown for every record.
    public let missingForCondition: [String]
    /// The same for the rule itself: unknown for every record to which the check applies.
    public let missingForRule: [String]

    /// What findings need, besides what decides on them, of the one record that each is about.
    public var wordingExpressions: [CheckedExpression] {
        messages.values.flatMap(\.expressions) + [suggestion?.expression].compactMap { $0 }
    }

    /// Whether it compares with the record at an earlier run.
    public var namesPrevious: Bool {
        deciding.contains { $0.fieldReferences.contains { $0.record == PreviousRecord.name } }
    }

    /// Where that of its expressions stands that takes most for one record by the estimate: its innermost part that takes more
    /// than a thousand steps.
    public var costliestPlace: SourceLocation {
        let rule: [SourceText] =
            switch check.rule {
            case .assert(let source): [source]
            case .unique(let sources): sources
            case .similar(let sources): sources.all
            }
        let sources = [check.condition, check.impact].compactMap { $0 } + rule
        let expressions = [condition, impact].compactMap { $0 } + self.rule.expressions
        let estimates = expressions.map { $0.estimatedCost(limit: 1000) }
        let costliest = zip(sources, estimates).max { $0.1.steps < $1.1.steps }
        return costliest.map { $0.location(ofOffset: $1.offset) } ?? check.location
    }

    /// Every expression whose value decides on a record's result.
    public var deciding: [CheckedExpression] {
        (condition.map { [$0] } ?? []) + rule.expressions
    }
}

/// A message with its expressions compiled.
public struct CompiledMessage: Sendable {
    private let template: CompiledTemplate
    private let language: String

    init(_ template: CompiledTemplate, language: String) {
        self.template = template
        self.language = language
    }

    /// Names of the environment that the message reads.
    public var expressions: [CheckedExpression] { template.expressions }

    /// The message on one record. A part that cannot be evaluated shows as `?`: the finding matters more than its wording.
    public func text(_ activation: Activation, spending stepsLeft: inout Int) -> String {
        template.parts.map { part in
            switch part {
            case .text(let plain): return plain
            case .expression(_, let program):
                guard case .success(let value) = program.evaluate(activation, spending: &stepsLeft) else { return "?" }
                return Wording.text(value, language: language)
            }
        }.joined()
    }
}
