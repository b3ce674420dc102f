import CEL
import Checks

/// An expression that may be anything, evaluated on a row with something in every field.
struct FuzzedExpression {
    private static let type = RecordType(
        name: "row",
        fields: [
            .init(name: "s", type: .string), .init(name: "i", type: .int), .init(name: "d", type: .double),
            .init(name: "b", type: .bool), .init(name: "t", type: .timestamp), .init(name: "missing", type: .string),
        ]
    )

    private struct Row: RecordValue {
        static let values: [Value?] = [
            .string("é𝔸 a\u{301}"), .int(-7), .double(-0.0), .bool(true),
            Value.Timestamp("2026-09-30T12:45:30.5Z").map { .timestamp($0) },
        ]
        var recordType: RecordType { FuzzedExpression.type }
        func value(at fieldIndex: Int) -> Value? { fieldIndex < Self.values.count ? Self.values[fieldIndex] : nil }
        func isMalformed(at fieldIndex: Int) -> Bool { fieldIndex == 5 }
    }

    private static let environment: Environment = {
        var environment = Environment(
            variables: ["r": .record("row"), "xs": .list(.record("row")), "any": .dyn, "l": .list(.int)],
            recordTypes: [type],
            functions: StandardLibrary.all + DomainFunctions.all,
            allowsNumericComparisonsAcrossTypes: true
        )
        environment.limits.steps = 20_000
        return environment
    }()

    private static let values: [String: Value] = [
        "r": .record(Row()), "xs": .list([.record(Row()), .record(Row())]),
        "l": .list([.int(1), .int(.max), .int(.min)]),
        "any": (try? Value(json: Array(#"{"a": [1, 2.5, "x", null, true], "b": {"c": {}}}"#.utf8))) ?? .null,
    ]

    private let parsed: Expression

    /// Nil for a text that is no expression.
    init?(_ text: String) {
        guard let parsed = try? parse(text, in: Self.environment) else {
            _ = try? MessageTemplate(text)
            return nil
        }
        self.parsed = parsed
    }

    /// What the checker accepts has to evaluate as it does without the checker.
    func run() throws(FuzzTarget.Disagreement) {
        let unchecked = Program(unchecked: parsed, in: Self.environment).evaluate(Activation(Self.values))
        guard let checked = try? check(parsed, in: Self.environment) else { return }
        _ = checked.costIssue(in: Self.environment)
        let result = Program(checked, in: Self.environment).evaluate(Activation(Self.values))
        switch (unchecked, result) {
        case (.failure(let error), _) where error.kind == .budget, (_, .failure(let error)) where error.kind == .budget:
            return
        case (.failure, .failure): return
        case (.success(let left), .success(let right)):
            // Values too large to be written are too large to be compared here.
            guard left.type == right.type, left.shortJSON == right.shortJSON else {
                throw FuzzTarget.Disagreement(what: "\(left.shortJSON) unchecked, \(right.shortJSON) checked")
            }
        default: throw FuzzTarget.Disagreement(what: "\(unchecked) unchecked, \(result) checked")
        }
    }
}

extension Value {
    fileprivate var shortJSON: String { String(jsonText.prefix(4096)) }
}
