extension StandardLibrary {
    /// More than this is no text that an audit needs; without a limit, a few calls within one another fill the memory.
    static let longestText = 16 << 20

    /// Texts taken apart, put together and put in place of others.
    static let textLists: [FunctionDeclaration] = [
        FunctionDeclaration(
            "split",
            "The parts between separators, at most so many; an empty separator gives the code points.",
            examples: [.init("'a;b;c'.split(';')", "['a', 'b', 'c']"), .init("'a;b;c'.split(';', 2)", "['a', 'b;c']")],
            overloads: [
                .member("string_split_string", [.string, .string], .list(.string)) { values throws(EvaluationError) in
                    try split(Arguments(values, of: "split"))
                },
                .member("string_split_string_int", [.string, .string, .int], .list(.string)) {
                    values throws(EvaluationError) in
                    try split(Arguments(values, of: "split"))
                },
            ]
        ),
        FunctionDeclaration(
            "join",
            "The texts of a list one after the other, with a separator between them.",
            examples: [.init("['a', 'b'].join(', ')", "'a, b'"), .init("['a', 'b'].join()", "'ab'")],
            overloads: [
                .member("list_join", [.list(.string)], .string) { values throws(EvaluationError) in
                    try join(Arguments(values, of: "join"))
                },
                .member("list_join_string", [.list(.string), .string], .string) { values throws(EvaluationError) in
                    try join(Arguments(values, of: "join"))
                },
            ]
        ),
        FunctionDeclaration(
            "replace",
            "Each occurrence of a text replaced by another, or only the first so many.",
            examples: [.init("'NL 12 34'.replace(' ', '')", "'NL1234'"), .init("'aaa'.replace('a', 'b', 2)", "'bba'")],
            overloads: [
                .member("string_replace_string_string", [.string, .string, .string], .string) {
                    values throws(EvaluationError) in
                    try replace(Arguments(values, of: "replace"))
                },
                .member("string_replace_string_string_int", [.string, .string, .string, .int], .string) {
                    values throws(EvaluationError) in
                    try replace(Arguments(values, of: "replace"))
                },
            ]
        ),
    ]

    private static func split(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let limit = arguments.values.count > 2 ? try arguments.int(2) : -1
        if limit == 0 { return .list([]) }
        let text = try arguments.string(0)
        let separator = Array(try arguments.string(1).utf8)
        let cuts = min(limit < 0 ? Int64.max : limit - 1, Int64(longestList))
        var parts: [Value] = []
        guard !separator.isEmpty else {
            var rest = text.unicodeScalars[...]
            while rest.dropFirst().first != nil, Int64(parts.count) < cuts {
                parts.append(.string(String(rest.removeFirst())))
            }
            guard parts.count < longestList else { throw listTooLong }
            return .list(rest.isEmpty ? parts : parts + [.string(String(rest))])
        }
        pieces(of: Array(text.utf8), around: separator, limit: cuts) { piece in
            parts.append(.string(String(decoding: piece, as: UTF8.self)))
        }
        guard parts.count <= longestList else { throw listTooLong }
        return .list(parts)
    }

    private static func replace(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let text = Array(try arguments.string(0).utf8)
        let wanted = Array(try arguments.string(1).utf8)
        let replacement = Array(try arguments.string(2).utf8)
        let limit = arguments.values.count > 3 ? try arguments.int(3) : -1
        if limit == 0 { return arguments.values[0] }
        var pieceCount = 0
        pieces(of: text, around: wanted, limit: limit < 0 ? .max : limit) { _ in pieceCount += 1 }
        guard pieceCount * max(1, replacement.count) + text.count <= longestText else { throw tooLong }
        var result: [UInt8] = []
        var isFirst = true
        pieces(of: text, around: wanted, limit: limit < 0 ? .max : limit) { piece in
            if !isFirst { result += replacement }
            result += piece
            isFirst = false
        }
        return .string(String(decoding: result, as: UTF8.self))
    }

    /// What lies before, between and behind the first `limit` occurrences. The empty text occurs before each code point and
    /// at the end.
    private static func pieces(
        of text: [UInt8],
        around separator: [UInt8],
        limit: Int64,
        _ body: (ArraySlice<UInt8>) -> Void
    ) {
        var start = 0
        var found: Int64 = 0
        text.withUnsafeBufferPointer { bytes in
            separator.withUnsafeBufferPointer { wanted in
                var position = 0
                while found < limit, let range = bytes.firstRange(of: wanted, from: position) {
                    let isInsideScalar =
                        separator.isEmpty && range.lowerBound < bytes.count && bytes[range.lowerBound] & 0xC0 == 0x80
                    if !isInsideScalar {
                        body(text[start..<range.lowerBound])
                        start = range.upperBound
                        found += 1
                    }
                    position = max(range.upperBound, position + 1)
                }
            }
        }
        body(text[start...])
    }

    private static func join(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let separator = arguments.values.count > 1 ? try arguments.string(1) : ""
        var result = ""
        for (index, element) in try arguments.list(0).enumerated() {
            guard case .string(let text) = element else { throw arguments.wrongTypes }
            if index > 0 { result += separator }
            result += text
            if result.utf8.count > longestText { throw tooLong }
        }
        return .string(result)
    }

    static let tooLong = EvaluationError("the text becomes too long", kind: .budget)
}
