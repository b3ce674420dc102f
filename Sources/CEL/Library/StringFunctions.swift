extension StandardLibrary {
    /// Positions count code points from 0.
    ///
    /// Source: cel-go, ext/strings.go, and the conformance suite `string_ext`.
    static let strings: [FunctionDeclaration] = [
        FunctionDeclaration(
            "charAt",
            "The code point at a position; empty right behind the last.",
            examples: [.init("'tacocat'.charAt(3)", "'o'")],
            overloads: [
                .member("string_char_at_int", [.string, .int], .string) { values throws(EvaluationError) in
                    let arguments = Arguments(values, of: "charAt")
                    let scalars = Array(try arguments.string(0).unicodeScalars)
                    let position = try position(try arguments.int(1), in: scalars.count)
                    return .string(position == scalars.count ? "" : String(scalars[position]))
                }
            ]
        ),
        FunctionDeclaration(
            "indexOf",
            "Where the other text begins, or the element stands, for the first time from a position on; else -1.",
            examples: [.init("'tacocat'.indexOf('ac')", "1"), .init("['a', 'b'].indexOf('b')", "1")],
            overloads: [
                .member("string_index_of_string", [.string, .string], .int) { values throws(EvaluationError) in
                    try indexOf(Arguments(values, of: "indexOf"))
                },
                .member("string_index_of_string_int", [.string, .string, .int], .int) {
                    values throws(EvaluationError) in
                    try indexOf(Arguments(values, of: "indexOf"))
                },
                indexOfElement,
            ]
        ),
        FunctionDeclaration(
            "lastIndexOf",
            "Where the other text begins, or the element stands, for the last time up to a position; else -1.",
            examples: [.init("'tacocat'.lastIndexOf('a')", "5"), .init("'tacocat'.lastIndexOf('a', 4)", "1")],
            overloads: [
                .member("string_last_index_of_string", [.string, .string], .int) { values throws(EvaluationError) in
                    try lastIndexOf(Arguments(values, of: "lastIndexOf"))
                },
                .member("string_last_index_of_string_int", [.string, .string, .int], .int) {
                    values throws(EvaluationError) in
                    try lastIndexOf(Arguments(values, of: "lastIndexOf"))
                },
                lastIndexOfElement,
            ]
        ),
        FunctionDeclaration(
            "substring",
            "From one position to before another, or to the end.",
            examples: [.init("'tacocat'.substring(4)", "'cat'"), .init("'tacocat'.substring(0, 4)", "'taco'")],
            overloads: [
                .member("string_substring_int", [.string, .int], .string) { values throws(EvaluationError) in
                    try substring(Arguments(values, of: "substring"))
                },
                .member("string_substring_int_int", [.string, .int, .int], .string) { values throws(EvaluationError) in
                    try substring(Arguments(values, of: "substring"))
                },
            ]
        ),
        mapping("lowerAscii", "A-Z made small; other letters stay.", .init("'TacoCÆt'.lowerAscii()", "'tacocÆt'")) {
            String(decoding: $0.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
        },
        mapping("upperAscii", "a-z made capital; other letters stay.", .init("'tacoCæt'.upperAscii()", "'TACOCæT'")) {
            String(decoding: $0.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
        },
        mapping("trim", "Without white space at both ends.", .init("'  a b '.trim()", "'a b'")) { text in
            let scalars = text.unicodeScalars
            let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
            guard let first = scalars.firstIndex(where: { !isSpace($0) }),
                let last = scalars.lastIndex(where: { !isSpace($0) })
            else { return "" }
            return String(scalars[first...last])
        },
        FunctionDeclaration(
            "reverse",
            "The code points, or the elements, from the last to the first.",
            examples: [.init("'abc'.reverse()", "'cba'"), .init("[1, 2, 3].reverse()", "[3, 2, 1]")],
            overloads: [
                .member("string_reverse", [.string], .string) { values throws(EvaluationError) in
                    .string(String(try Arguments(values, of: "reverse").string(0).unicodeScalars.reversed()))
                },
                .member("list_reverse", [.list(.parameter("A"))], .list(.parameter("A"))) {
                    values throws(EvaluationError) in
                    .list(try Arguments(values, of: "reverse").list(0).reversed())
                },
            ]
        ),
        FunctionDeclaration(
            "strings.quote",
            "The text in double quotes, control characters and quotes escaped.",
            examples: [.init("strings.quote('a\"b')", "'\"a\\\\\"b\"'")],
            overloads: [
                .global("strings_quote", [.string], .string) { values throws(EvaluationError) in
                    .string(quoted(try Arguments(values, of: "strings.quote").string(0)))
                }
            ]
        ),
    ]

    private static func mapping(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ body: @escaping @Sendable (String) -> String
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: [
                .member("string_\(name)", [.string], .string) { values throws(EvaluationError) in
                    .string(body(try Arguments(values, of: name).string(0)))
                }
            ]
        )
    }

    /// A position from 0 to `count`.
    private static func position(_ position: Int64, in count: Int) throws(EvaluationError) -> Int {
        guard let position = Int(exactly: position), (0...count).contains(position) else {
            throw EvaluationError("the position is out of range for a text of \(count)")
        }
        return position
    }

    private static func indexOf(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let text = Array(try arguments.string(0).unicodeScalars)
        let wanted = Array(try arguments.string(1).unicodeScalars)
        let start = arguments.values.count > 2 ? try position(try arguments.int(2), in: text.count) : 0
        return .int(text[start...].firstPosition(of: wanted).map { Int64(start + $0) } ?? -1)
    }

    private static func lastIndexOf(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let text = Array(try arguments.string(0).unicodeScalars)
        let wanted = Array(try arguments.string(1).unicodeScalars)
        let latest = arguments.values.count > 2 ? try position(try arguments.int(2), in: text.count) : text.count
        // The last in the text is the first in what is read backwards.
        let end = min(text.count, latest + wanted.count)
        guard let distance = Array(text[..<end].reversed())[...].firstPosition(of: wanted.reversed()) else {
            return .int(-1)
        }
        return .int(Int64(end - distance - wanted.count))
    }

    private static func substring(_ arguments: Arguments) throws(EvaluationError) -> Value {
        let scalars = Array(try arguments.string(0).unicodeScalars)
        let start = try position(try arguments.int(1), in: scalars.count)
        let end = arguments.values.count > 2 ? try position(try arguments.int(2), in: scalars.count) : scalars.count
        guard start <= end else { throw EvaluationError("the substring ends before it starts") }
        return .string(String(scalars[start..<end]))
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{7}": result += "\\a"
            case "\u{8}": result += "\\b"
            case "\u{c}": result += "\\f"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{b}": result += "\\v"
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension String {
    fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Elements before the first occurrence.
    fileprivate func firstPosition(of wanted: [Unicode.Scalar]) -> Int? {
        withUnsafeBytes { text in
            wanted.withUnsafeBytes { wanted in
                let text = text.bindMemory(to: UInt8.self)
                let wanted = wanted.bindMemory(to: UInt8.self)
                var start = 0
                // Four bytes for each scalar; a match has to begin with one.
                while let range = text.firstRange(of: wanted, from: start) {
                    if range.lowerBound % 4 == 0 { return range.lowerBound / 4 }
                    start = range.lowerBound + 1
                }
                return nil
            }
        }
    }
}
