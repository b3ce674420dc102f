import CEL

/// Evaluates an expression without checking it first.
func evaluate(
    _ source: String,
    _ values: [String: Value] = [:],
    in environment: Environment = Environment()
) throws -> Result<Value, EvaluationError> {
    try Program(unchecked: parse(source, in: environment), in: environment).evaluate(Activation(values))
}

/// A row with the fields `name` (string), `amount` (int) and `due` (timestamp).
struct Row: RecordValue {
    static let type = RecordType(
        name: "row",
        fields: [
            .init(name: "name", type: .string), .init(name: "amount", type: .int), .init(name: "due", type: .timestamp),
        ]
    )

    var values: [Int: Value] = [:]
    var malformed: Set<Int> = []

    var recordType: RecordType { Self.type }

    func value(at fieldIndex: Int) -> Value? { values[fieldIndex] }
    func isMalformed(at fieldIndex: Int) -> Bool { malformed.contains(fieldIndex) }
}
