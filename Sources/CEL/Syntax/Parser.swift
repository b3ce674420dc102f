/// Parses a source into an expression; the environment gives the limits.
public func parse(_ source: String, in environment: Environment) throws(Issues) -> Expression {
    let scalars = Array(source.unicodeScalars)
    guard scalars.count <= environment.limits.sourceSize else {
        throw Issues([Issue("the expression is longer than \(environment.limits.sourceSize) characters", at: 0)])
    }
    do {
        var parser = Parser(tokens: try Lexer.tokens(of: scalars), nesting: environment.limits.nesting)
        return try parser.whole()
    } catch {
        throw Issues([error])
    }
}

/// A recursive-descent parser after the grammar of the CEL language definition.
///
/// The first mistake ends it: what follows a misread word would be misread too.
struct Parser {
    private let tokens: [Token]
    private let nesting: Int
    private var position = 0
    private var depth = 0
    /// Levels of each node made so far, by its id; ids start at 1.
    private var heights = [0]

    init(tokens: [Token], nesting: Int) {
        self.tokens = tokens
        self.nesting = nesting
    }

    mutating func whole() throws(Issue) -> Expression {
        if case .end = current.kind { throw Issue("the expression is empty", at: current.offset) }
        let expression = try expression()
        guard case .end = current.kind else { throw leftover(current) }
        return expression
    }

    // MARK: Tokens

    private var current: Token { tokens[min(position, tokens.count - 1)] }

    private mutating func advance() -> Token {
        let token = current
        position += 1
        return token
    }

    private func isAt(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

    private func isNext(_ symbol: String) -> Bool {
        position + 1 < tokens.count && tokens[position + 1].kind == .symbol(symbol)
    }

    private mutating func accept(_ symbol: String) -> Token? { isAt(symbol) ? advance() : nil }

    @discardableResult
    private mutating func expect(_ symbol: String, _ why: String) throws(Issue) -> Token {
        guard let token = accept(symbol) else {
            throw Issue("expected '\(symbol)' \(why), found \(named(current))", at: current.offset)
        }
        return token
    }

    private func named(_ token: Token) -> String {
        switch token.kind {
        case .end, .string, .bytes: token.text
        default: "'\(token.text)'"
        }
    }

    private func leftover(_ token: Token) -> Issue {
        if case .identifier(let word) = token.kind {
            let habits = [
                "and": "&&", "or": "||", "not": "!", "is": "==", "AND": "&&", "OR": "||", "NOT": "!", "IS": "==",
            ]
            if let symbol = habits[word] {
                return Issue("'\(word)' is no operator", help: "use '\(symbol)'", at: token.offset)
            }
            if word == "like" || word == "LIKE" {
                return Issue(
                    "'\(word)' is no operator", help: "use text.matches('pattern') or text.contains('part')",
                    at: token.offset)
            }
        }
        return Issue("\(named(token)) cannot stand here", help: "an operator or the end was expected", at: token.offset)
    }

    mutating func make(_ kind: Expression.Kind, at offset: Int) -> Expression {
        let expression = Expression(id: heights.count, offset: offset, kind: kind)
        heights.append(1 + expression.children.reduce(0) { max($0, heights[$1.id]) })
        return expression
    }

    mutating func makeCall(_ function: String, _ arguments: [Expression], at offset: Int) -> Expression {
        make(.call(target: nil, function: function, arguments: arguments), at: offset)
    }

    private mutating func nested<Result>(_ body: (inout Parser) throws(Issue) -> Result) throws(Issue) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= nesting else {
            throw Issue("expressions stand more than \(nesting) levels deep in one another", at: current.offset)
        }
        return try body(&self)
    }

    /// A chain such as `1 + 1 + …` is a tree as deep as the chain is long, without any nesting in the source; checking it
    /// and even freeing it takes stack for each level.
    private func limitHeight(of expression: Expression) throws(Issue) {
        let limit = nesting * 4
        guard heights[expression.id] <= limit else {
            throw Issue("more than \(limit) operators build on one another", help: "use brackets", at: current.offset)
        }
    }

    // MARK: Grammar, loosest binding first

    private mutating func expression() throws(Issue) -> Expression {
        try nested { parser throws(Issue) in
            let condition = try parser.binary(level: 0)
            guard let mark = parser.accept("?") else { return condition }
            let yes = try parser.binary(level: 0)
            try parser.expect(":", "between the two choices of '?'")
            let no = try parser.expression()
            return parser.makeCall("_?_:_", [condition, yes, no], at: mark.offset)
        }
    }

    private static let levels: [[String]] = [
        ["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"],
    ]

    private mutating func binary(level: Int) throws(Issue) -> Expression {
        guard level < Self.levels.count else { return try unary() }
        if level < 2 { return try balanced(level: level) }
        var left = try binary(level: level + 1)
        while let (name, token) = acceptOperator(Self.levels[level]) {
            let right = try binary(level: level + 1)
            left = makeCall(name == "in" ? "@in" : "_\(name)_", [left, right], at: token.offset)
            try limitHeight(of: left)
        }
        return left
    }

    /// Long chains of `&&` and `||` become balanced trees, so that their depth stays small; they are associative.
    private mutating func balanced(level: Int) throws(Issue) -> Expression {
        var terms = [try binary(level: level + 1)]
        var offsets: [Int] = []
        while let (_, token) = acceptOperator(Self.levels[level]) {
            offsets.append(token.offset)
            terms.append(try binary(level: level + 1))
        }
        return balance(terms[...], offsets[...], "_\(Self.levels[level][0])_")
    }

    private mutating func balance(_ terms: ArraySlice<Expression>, _ offsets: ArraySlice<Int>, _ name: String)
        -> Expression
    {
        guard terms.count > 1, let first = offsets.first else { return terms[terms.startIndex] }
        let half = terms.count / 2
        let left = balance(terms.prefix(half), offsets.prefix(half - 1), name)
        let right = balance(terms.dropFirst(half), offsets.dropFirst(half), name)
        return makeCall(name, [left, right], at: offsets.dropFirst(half - 1).first ?? first)
    }

    private mutating func acceptOperator(_ names: [String]) -> (name: String, token: Token)? {
        switch current.kind {
        case .symbol(let symbol) where names.contains(symbol): (symbol, advance())
        case .identifier("in") where names.contains("in"): ("in", advance())
        default: nil
        }
    }

    private mutating func unary() throws(Issue) -> Expression {
        if let token = accept("!") {
            let operand = try nested { parser throws(Issue) in try parser.unary() }
            return makeCall("!_", [operand], at: token.offset)
        }
        if let token = accept("-") {
            // The sign belongs to a number that follows: the smallest int has no positive counterpart.
            switch current.kind {
            case .int, .double: return try member(try number(advance(), isNegative: true, at: token.offset))
            default: break
            }
            let operand = try nested { parser throws(Issue) in try parser.unary() }
            return makeCall("-_", [operand], at: token.offset)
        }
        return try member(try primary())
    }

    private mutating func member(_ start: Expression) throws(Issue) -> Expression {
        var expression = start
        var steps = 0
        while true {
            steps += 1
            try limitHeight(of: expression)
            guard steps <= nesting else {
                throw Issue("expressions stand more than \(nesting) levels deep in one another", at: current.offset)
            }
            if accept(".") != nil {
                expression = try selection(of: expression)
            } else if let bracket = accept("[") {
                let isOptional = accept("?") != nil
                let index = try self.expression()
                try expect("]", "after the index")
                expression = makeCall(isOptional ? "_[?_]" : "_[_]", [expression, index], at: bracket.offset)
            } else {
                return expression
            }
        }
    }

    private mutating func selection(of operand: Expression) throws(Issue) -> Expression {
        let isOptional = accept("?") != nil
        let (name, token) = try fieldName()
        if !isOptional, accept("(") != nil {
            let arguments = try arguments()
            return try call(operand, name, arguments, at: token.offset)
        }
        return make(.select(operand, field: name, test: nil, isOptional: isOptional), at: token.offset)
    }

    private mutating func fieldName() throws(Issue) -> (name: String, token: Token) {
        switch current.kind {
        case .identifier(let name) where !Self.neverNames.contains(name): return (name, advance())
        case .quotedIdentifier(let name): return (name, advance())
        default: throw Issue("expected a field's name after '.', found \(named(current))", at: current.offset)
        }
    }

    private mutating func arguments() throws(Issue) -> [Expression] {
        var arguments: [Expression] = []
        if accept(")") != nil { return arguments }
        repeat { arguments.append(try expression()) } while accept(",") != nil
        try expect(")", "after the arguments")
        return arguments
    }

    static let neverNames: Set<String> = ["true", "false", "null", "in"]
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    private mutating func primary() throws(Issue) -> Expression {
        let token = advance()
        switch token.kind {
        case .int, .uint, .double: return try number(token, isNegative: false, at: token.offset)
        case .string(let text): return make(.literal(.string(text)), at: token.offset)
        case .bytes(let bytes): return make(.literal(.bytes(bytes)), at: token.offset)
        case .identifier(let name): return try nameOrCall(name, token, isAbsolute: false)
        case .symbol("."):
            guard case .identifier(let name) = current.kind else {
                throw Issue("expected a name after '.', found \(named(current))", at: current.offset)
            }
            return try nameOrCall(name, advance(), isAbsolute: true)
        case .symbol("("):
            let inner = try expression()
            try expect(")", "to close the bracket")
            return inner
        case .symbol("["): return try list(token)
        case .symbol("{"): return try map(token)
        case .symbol("="): throw leftover(token)
        case .symbol(">") where position > 1 && tokens[position - 2].kind == .symbol("<"):
            throw Issue("'<>' is no operator", help: "use '!='", at: tokens[position - 2].offset)
        default:
            position -= 1
            throw Issue("expected a value, found \(named(token))", at: token.offset)
        }
    }

    private mutating func nameOrCall(_ name: String, _ token: Token, isAbsolute: Bool) throws(Issue) -> Expression {
        switch name {
        case "true" where !isAbsolute: return make(.literal(.bool(true)), at: token.offset)
        case "false" where !isAbsolute: return make(.literal(.bool(false)), at: token.offset)
        case "null" where !isAbsolute: return make(.literal(.null), at: token.offset)
        case _ where Self.neverNames.contains(name) || Self.reserved.contains(name):
            if name == "in" { throw leftover(token) }
            throw Issue("'\(name)' is a reserved word", help: "choose another name", at: token.offset)
        default: break
        }
        let full = isAbsolute ? ".\(name)" : name
        if accept("(") != nil {
            let arguments = try arguments()
            return try call(nil, full, arguments, at: token.offset)
        }
        if let type = messageType(full), let brace = accept("{") {
            return try message(type, brace, at: token.offset)
        }
        return make(.identifier(full), at: token.offset)
    }

    /// `a.b.C` right before a brace: the type of a message. The names are consumed only then.
    private mutating func messageType(_ first: String) -> String? {
        var name = first
        var ahead = position
        while ahead + 1 < tokens.count, tokens[ahead].kind == .symbol("."),
            case .identifier(let part) = tokens[ahead + 1].kind
        {
            name += ".\(part)"
            ahead += 2
        }
        guard ahead < tokens.count, tokens[ahead].kind == .symbol("{") else { return nil }
        position = ahead
        return name
    }

    private mutating func number(_ token: Token, isNegative: Bool, at offset: Int) throws(Issue) -> Expression {
        let sign = isNegative ? "-" : ""
        switch token.kind {
        case .int(let digits):
            let value = digits.hasPrefix("0x") ? Int64(sign + digits.dropFirst(2), radix: 16) : Int64(sign + digits)
            guard let value else {
                throw Issue(
                    "\(sign)\(digits) is beyond the range of whole numbers", help: "write it as a decimal", at: offset)
            }
            return make(.literal(.int(value)), at: offset)
        case .uint(let digits):
            let value = digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
            guard let value else { throw Issue("\(digits)u is beyond the range of unsigned numbers", at: offset) }
            return make(.literal(.uint(value)), at: offset)
        case .double(let digits):
            guard let value = Double(sign + digits) else { throw Issue("\(digits) is no number", at: offset) }
            return make(.literal(.double(value)), at: offset)
        default: throw Issue("expected a number, found \(named(token))", at: offset)
        }
    }

    private mutating func list(_ bracket: Token) throws(Issue) -> Expression {
        var elements: [Expression.Element] = []
        // `[,]` is an empty list: a comma may stand before the bracket.
        if isAt(","), isNext("]") { _ = advance() }
        while !isAt("]") {
            let isOptional = accept("?") != nil
            elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
            if accept(",") == nil { break }
        }
        try expect("]", "to close the list")
        return make(.list(elements), at: bracket.offset)
    }

    private mutating func map(_ brace: Token) throws(Issue) -> Expression {
        var entries: [Expression.Entry] = []
        if isAt(","), isNext("}") { _ = advance() }
        while !isAt("}") {
            let isOptional = accept("?") != nil
            let key = try expression()
            try expect(":", "between a key and its value")
            entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
            if accept(",") == nil { break }
        }
        try expect("}", "to close the map")
        return make(.map(entries), at: brace.offset)
    }

    private mutating func message(_ type: String, _ brace: Token, at offset: Int) throws(Issue) -> Expression {
        var fields: [(name: String, value: Expression, isOptional: Bool)] = []
        while !isAt("}") {
            let isOptional = accept("?") != nil
            let (name, _) = try fieldName()
            try expect(":", "between a field and its value")
            fields.append((name, try expression(), isOptional))
            if accept(",") == nil { break }
        }
        try expect("}", "to close the message")
        return make(.message(type: type, fields: fields), at: offset)
    }
}
