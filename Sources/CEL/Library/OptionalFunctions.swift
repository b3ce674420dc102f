extension StandardLibrary {
    private static let a = CELType.parameter("A")

    /// Values that may be missing: `x.?f` and `x[?i]` give them too.
    ///
    /// Source: cel-go, cel/library.go, OptionalTypes, and the conformance suite `optionals`.
    static let optionals: [FunctionDeclaration] = [
        FunctionDeclaration(
            "optional.of",
            "An optional that holds the value.",
            examples: [.init("optional.of(1).value()", "1")],
            overloads: [.global("optional_of", [a], .optional(a)) { values in .optional(values[0]) }]
        ),
        FunctionDeclaration(
            "optional.none",
            "The empty optional.",
            examples: [.init("optional.none().hasValue()", "false")],
            overloads: [.global("optional_none", [], .optional(a)) { _ in .optional(nil) }]
        ),
        FunctionDeclaration(
            "optional.ofNonZeroValue",
            "An optional that holds the value, or is empty for null, false, 0, an empty text, list or map.",
            examples: [.init("optional.ofNonZeroValue('').orValue('none')", "'none'")],
            overloads: [
                .global("optional_ofNonZeroValue", [a], .optional(a)) { values in
                    .optional(values[0].isZero ? nil : values[0])
                }
            ]
        ),
        FunctionDeclaration(
            "hasValue",
            "The optional is not empty.",
            examples: [.init("{'a': 1}.?a.hasValue()", "true")],
            overloads: [
                .member("optional_hasValue", [.optional(a)], .bool) { values throws(EvaluationError) in
                    .bool(try Arguments(values, of: "hasValue").optional(0) != nil)
                }
            ]
        ),
        FunctionDeclaration(
            "value",
            "What the optional holds; an error when it is empty.",
            examples: [.init("{'a': 1}.?a.value()", "1")],
            overloads: [
                .member("optional_value", [.optional(a)], a) { values throws(EvaluationError) in
                    guard let value = try Arguments(values, of: "value").optional(0) else { throw .emptyOptional }
                    return value
                }
            ]
        ),
        FunctionDeclaration(
            "or",
            "The first of two optionals that is not empty.",
            examples: [.init("optional.none().or(optional.of(2)).value()", "2")],
            overloads: [
                .member("optional_or_optional", [.optional(a), .optional(a)], .optional(a)) {
                    values throws(EvaluationError) in
                    try Arguments(values, of: "or").optional(0) != nil ? values[0] : values[1]
                }
            ]
        ),
        FunctionDeclaration(
            "orValue",
            "What the optional holds, or the other value when it is empty.",
            examples: [.init("{'a': 1}.?b.orValue(0)", "0")],
            overloads: [
                .member("optional_orValue_value", [.optional(a), a], a) { values throws(EvaluationError) in
                    try Arguments(values, of: "orValue").optional(0) ?? values[1]
                }
            ]
        ),
        FunctionDeclaration(
            "optional.unwrap",
            "What the optionals of a list hold, without the empty ones.",
            examples: [.init("optional.unwrap([optional.of(1), optional.none()])", "[1]")],
            overloads: [
                .global("optional_unwrap", [.list(.optional(a))], .list(a)) { values throws(EvaluationError) in
                    try unwrapped(Arguments(values, of: "optional.unwrap"))
                }
            ]
        ),
        FunctionDeclaration(
            "unwrapOpt",
            "What the optionals of a list hold, without the empty ones.",
            examples: [.init("[optional.of(1), optional.none()].unwrapOpt()", "[1]")],
            overloads: [
                .member("optional_unwrapOpt", [.list(.optional(a))], .list(a)) { values throws(EvaluationError) in
                    try unwrapped(Arguments(values, of: "unwrapOpt"))
                }
            ]
        ),
    ]

    private static func unwrapped(_ arguments: Arguments) throws(EvaluationError) -> Value {
        var held: [Value] = []
        for element in try arguments.list(0) {
            guard case .optional(let wrapped) = element else { throw arguments.wrongTypes }
            if let wrapped { held.append(wrapped) }
        }
        return .list(held)
    }
}

extension Value {
    /// Null, or the value that an absent field of this type has.
    fileprivate var isZero: Bool {
        switch self {
        case .null, .optional(nil): true
        case .bool(let bool): !bool
        case .int(let number): number == 0
        case .uint(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        case .list(let elements): elements.isEmpty
        case .map(let map): map.count == 0
        case .timestamp(let moment): moment.seconds == 0 && moment.nanoseconds == 0
        case .duration(let duration): duration.nanoseconds == 0
        case .record(let record): record.recordType.fields.indices.allSatisfy { record.value(at: $0) == nil }
        case .type, .optional, .opaque: false
        }
    }
}
