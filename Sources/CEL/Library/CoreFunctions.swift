extension StandardLibrary {
    private static let a = CELType.parameter("A")
    private static let b = CELType.parameter("B")

    static let core: [FunctionDeclaration] = [
        FunctionDeclaration(
            "size",
            "Code points of a text, bytes, elements of a list, or entries of a map.",
            examples: [.init("size('été')", "3"), .init("[1, 2].size()", "2"), .init("{'a': 1}.size()", "1")],
            overloads: sizes.flatMap { size in
                [
                    .global("size_\(size.name)", [size.type], .int) { values throws(EvaluationError) in
                        try count(values[0])
                    },
                    .member("\(size.name)_size", [size.type], .int) { values throws(EvaluationError) in
                        try count(values[0])
                    },
                ]
            }
        ),
        FunctionDeclaration(
            "contains",
            "The text has the other one in it.",
            examples: [.init("'hello'.contains('ell')", "true"), .init("'a'.contains('')", "true")],
            overloads: [predicate("contains_string") { $0.firstRange(of: $1) != nil }]
        ),
        FunctionDeclaration(
            "startsWith",
            "The text begins with the other one.",
            examples: [.init("'NL123'.startsWith('NL')", "true")],
            overloads: [predicate("starts_with_string") { $0.hasPrefix($1) }]
        ),
        FunctionDeclaration(
            "endsWith",
            "The text ends with the other one.",
            examples: [.init("'invoice.pdf'.endsWith('.pdf')", "true")],
            overloads: [predicate("ends_with_string") { $0.hasSuffix($1) }]
        ),
        FunctionDeclaration(
            "matches",
            "The regular expression (RE2) is found in the text; `^` and `$` tie it to the text's ends.",
            examples: [
                .init("'1012 AB'.matches(r'^\\d{4} ?[A-Z]{2}$')", "true"), .init("'hubba'.matches('ubb')", "true"),
            ],
            overloads: [
                builtIn("matches_string", [.string, .string], .bool, .member),
                builtIn("matches", [.string, .string], .bool),
            ]
        ),
        FunctionDeclaration(
            "type",
            "The type of a value.",
            examples: [.init("type(1u) == uint", "true"), .init("type([]) == list", "true")],
            overloads: [.global("type", [a], .type(a)) { values in .type(values[0].type) }]
        ),
        FunctionDeclaration(
            "dyn",
            "The same value, its type only known when evaluated.",
            examples: [.init("dyn(1) == 1.0", "true")],
            overloads: [.global("to_dyn", [a], .dyn) { values in values[0] }]
        ),
    ]

    private static let sizes: [(name: String, type: CELType)] = [
        ("string", .string), ("bytes", .bytes), ("list", .list(a)), ("map", .map(a, b)),
    ]

    private static func count(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .string(let text): .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): .int(Int64(bytes.count))
        case .list(let elements): .int(Int64(elements.count))
        case .map(let map): .int(Int64(map.count))
        default: throw .doesNotTake("size", [value])
        }
    }

    private static func predicate(
        _ id: String,
        _ body: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> FunctionDeclaration.Overload {
        FunctionDeclaration.Overload(id, .member, [.string, .string], .bool, .textPredicate2(body))
    }
}
