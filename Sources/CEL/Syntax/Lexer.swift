/// Cuts a source into tokens.
///
/// Source: the lexical grammar of the CEL language definition, and where that is silent, what the conformance tests want.
struct Lexer {
    private let source: [Unicode.Scalar]
    private var position = 0

    private static let symbols = [
        "==", "!=", "<=", ">=", "&&", "||", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".", "+", "-", "*", "/", "%",
        "!", "<",
        ">",
    ]

    init(_ source: [Unicode.Scalar]) {
        self.source = source
    }

    /// All tokens, the end last.
    static func tokens(of source: [Unicode.Scalar]) throws(Issue) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < source.count ? source[position + ahead] : nil
    }

    private mutating func next() throws(Issue) -> Token {
        skipBlanksAndComments()
        let start = position
        let kind = try kind()
        return Token(kind: kind, offset: start, end: position)
    }

    private mutating func skipBlanksAndComments() {
        while let scalar = peek() {
            if scalar == "/", peek(1) == "/" {
                while let scalar = peek(), scalar != "\n" { position += 1 }
            } else if " \t\n\u{0C}\r".unicodeScalars.contains(scalar) {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func kind() throws(Issue) -> Token.Kind {
        guard let scalar = peek() else { return .end }
        if let prefix = literalPrefix() { return try textLiteral(prefix) }
        if scalar.startsIdentifier { return .identifier(word()) }
        if scalar.isDigit || (scalar == "." && peek(1)?.isDigit == true) { return try number() }
        if scalar == "`" { return try quotedIdentifier() }
        let symbol = Self.symbols.first { symbol in
            symbol.unicodeScalars.enumerated().allSatisfy { peek($0.offset) == $0.element }
        }
        guard let symbol else { throw unexpected(scalar) }
        position += symbol.unicodeScalars.count
        return .symbol(symbol)
    }

    private func unexpected(_ scalar: Unicode.Scalar) -> Issue {
        switch scalar {
        case "=": Issue("'=' alone means nothing", help: "use '==' to compare", at: position)
        case "&": Issue("'&' alone means nothing", help: "use '&&' for 'and'", at: position)
        case "|": Issue("'|' alone means nothing", help: "use '||' for 'or'", at: position)
        case "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}":
            Issue("'\(scalar)' is a typographic quote", help: "use \" or '", at: position)
        default: Issue("'\(scalar.escaped(asASCII: false))' cannot stand here", at: position)
        }
    }

    private mutating func word() -> String {
        var view = String.UnicodeScalarView()
        while let scalar = peek(), scalar.continuesIdentifier {
            view.append(scalar)
            position += 1
        }
        return String(view)
    }

    private mutating func quotedIdentifier() throws(Issue) -> Token.Kind {
        let start = position
        position += 1
        var view = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "`" {
            guard scalar.continuesIdentifier || ".-/ ".unicodeScalars.contains(scalar) else { throw unexpected(scalar) }
            view.append(scalar)
            position += 1
        }
        guard peek() == "`", !view.isEmpty else { throw Issue("the name in ` is not closed", at: start) }
        position += 1
        return .quotedIdentifier(String(view))
    }

    // MARK: Numbers

    private mutating func number() throws(Issue) -> Token.Kind {
        let start = position
        if peek() == "0", peek(1) == "x" {
            position += 2
            let digits = position
            while peek()?.isHexDigit == true { position += 1 }
            guard position > digits else { throw Issue("'0x' needs digits", at: start) }
            return try integer(from: start)
        }
        while peek()?.isDigit == true { position += 1 }
        var isDouble = false
        if peek() == ".", peek(1)?.isDigit == true {
            isDouble = true
            position += 1
            while peek()?.isDigit == true { position += 1 }
        }
        if peek() == "e" || peek() == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + sign)?.isDigit == true {
                isDouble = true
                position += 1 + sign
                while peek()?.isDigit == true { position += 1 }
            }
        }
        if !isDouble { return try integer(from: start) }
        try refuseLetter(after: start)
        return .double(text(from: start))
    }

    private mutating func integer(from start: Int) throws(Issue) -> Token.Kind {
        let digits = text(from: start)
        if peek() == "u" || peek() == "U" {
            position += 1
            try refuseLetter(after: start)
            return .uint(digits)
        }
        try refuseLetter(after: start)
        return .int(digits)
    }

    private func refuseLetter(after start: Int) throws(Issue) {
        guard let scalar = peek(), scalar.continuesIdentifier else { return }
        throw Issue(
            "'\(text(from: start))\(scalar)' is no number",
            help: "put a text in quotes, and write numbers without separators",
            at: start
        )
    }

    private func text(from start: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: source[start..<position])
        return String(view)
    }

    // MARK: Texts and bytes

    private struct LiteralPrefix {
        var isRaw: Bool
        var isBytes: Bool
        var length: Int
    }

    /// `r`, `b` or `br` (in either case) right before a quote, or the quote itself.
    private func literalPrefix() -> LiteralPrefix? {
        var prefix = LiteralPrefix(isRaw: false, isBytes: false, length: 0)
        if peek() == "b" || peek() == "B" {
            prefix.isBytes = true
            prefix.length += 1
        }
        if peek(prefix.length) == "r" || peek(prefix.length) == "R" {
            prefix.isRaw = true
            prefix.length += 1
        }
        return peek(prefix.length) == "\"" || peek(prefix.length) == "'" ? prefix : nil
    }

    private mutating func textLiteral(_ prefix: LiteralPrefix) throws(Issue) -> Token.Kind {
        let start = position
        position += prefix.length
        guard let quote = peek() else { throw Issue("the text is not closed", at: start) }
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        var content = LiteralContent(isBytes: prefix.isBytes)
        while true {
            guard let scalar = peek() else {
                throw Issue(
                    "the text is not closed", help: "end it with \(isTriple ? "three " : "")\(quote)", at: start)
            }
            if scalar == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                position += isTriple ? 3 : 1
                return content.kind
            }
            if !isTriple, scalar == "\n" || scalar == "\r" {
                throw Issue("the text is not closed on its line", help: "end it with \(quote)", at: start)
            }
            position += 1
            if scalar == "\\", !prefix.isRaw {
                try escape(into: &content)
            } else if scalar == "\r" {
                // The same text whatever ends the lines of the file it was written in, as in cel-go and cel-cpp.
                if peek() == "\n" { position += 1 }
                content.append("\n")
            } else {
                content.append(scalar)
            }
        }
    }

    private mutating func escape(into content: inout LiteralContent) throws(Issue) {
        let start = position - 1
        guard let scalar = peek() else { throw Issue("the text is not closed", at: start) }
        position += 1
        switch scalar {
        case "\\", "?", "\"", "'", "`": content.append(scalar)
        case "a": content.append("\u{07}")
        case "b": content.append("\u{08}")
        case "f": content.append("\u{0C}")
        case "n": content.append("\n")
        case "r": content.append("\r")
        case "t": content.append("\t")
        case "v": content.append("\u{0B}")
        case "x", "X": try content.append(code: code(digits: 2, radix: 16, start), at: start)
        case "u" where !content.isBytes: try content.append(code: code(digits: 4, radix: 16, start), at: start)
        case "U" where !content.isBytes: try content.append(code: code(digits: 8, radix: 16, start), at: start)
        case "0"..."3":
            position -= 1
            try content.append(code: code(digits: 3, radix: 8, start), at: start)
        default:
            throw Issue(
                "'\\\(scalar)' is no escape",
                help: "write '\\\\' for a backslash, or r'…' for a pattern",
                at: start
            )
        }
    }

    private mutating func code(digits count: Int, radix: Int, _ start: Int) throws(Issue) -> UInt32 {
        let begin = position
        while position < begin + count, peek()?.isHexDigit == true { position += 1 }
        guard position == begin + count, let code = UInt32(text(from: begin), radix: radix) else {
            throw Issue("the escape needs \(count) digits", at: start)
        }
        return code
    }
}

/// What a text or bytes literal holds so far.
private struct LiteralContent {
    let isBytes: Bool
    private var scalars = String.UnicodeScalarView()
    private var bytes: [UInt8] = []

    init(isBytes: Bool) {
        self.isBytes = isBytes
    }

    var kind: Token.Kind { isBytes ? .bytes(bytes) : .string(String(scalars)) }

    mutating func append(_ scalar: Unicode.Scalar) {
        if isBytes {
            bytes.append(contentsOf: String(Character(scalar)).utf8)
        } else {
            scalars.append(scalar)
        }
    }

    /// A numeric escape: an octet in bytes, a code point in a text.
    mutating func append(code: UInt32, at offset: Int) throws(Issue) {
        if isBytes {
            bytes.append(UInt8(truncatingIfNeeded: code))
        } else if let scalar = Unicode.Scalar(code) {
            scalars.append(scalar)
        } else {
            throw Issue("the escape stands for no character", at: offset)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isHexDigit: Bool { isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self) }
    fileprivate var startsIdentifier: Bool {
        self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
    }
    fileprivate var continuesIdentifier: Bool { startsIdentifier || isDigit }
}
