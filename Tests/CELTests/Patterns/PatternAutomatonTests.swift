import TestSupport
import Testing

@testable import CEL

/// The automaton against RE2: both must say the same of every text.
@Suite struct PatternAutomatonTests {
    private static let patterns = [
        "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$", "^([0-9]{8}|[A-Z]{2}[0-9]{6})$", "45[0-9]{8}", "^(a|ab)(c|bcd)(d*)$",
        "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$", "a+b?", "(ab)*", "^$", "$", "", "a|b|", "(?:x{2,3}|y){2}",
        "^\\d{1,3}(-\\w+)?$", "[-a]", "[]a]", "[a-]", "a\\$", "\\\\$", "^a{0}b$", "(a?){3}a{3}", "x*y+?", "[+--]{2}",
        "a{2,}", "(a{2}){2}", "^(a*)*$", "PO-(NL|BE)?\\s?[0-9]{4}", "\\.", "^a", "a$", "[\\d-]",
    ]

    /// Left to RE2.
    private static let beyond = [
        "a.c", "[^0-9]+", "^a|b$", "(?i)abc", "\\bx", "\\pL", "[[:alpha:]]", "é", "a{,2}", "x(?P<n>y)", "\\D", "a\\n",
        "(^a)b",
    ]

    private static let alphabet = Array("ab-cdxyABNL0149.@+$\\_ ]é\n".unicodeScalars)

    @Test(arguments: patterns)
    func automatonSaysWhatRE2Says(pattern: String) throws {
        let regex = try RegularExpression(pattern)
        let parsed = try #require(PatternParser.parse(pattern))
        for isWhole in [false, true] {
            let automaton = try #require(
                PatternAutomaton(parsed.part, atStart: isWhole || parsed.atStart, atEnd: isWhole || parsed.atEnd))
            var random = SeededRandom(seed: isWhole ? 1 : 2)
            for text in Self.texts(like: pattern, &random) {
                let (ours, theirs) = text.withBytes { (automaton.matches($0), regex.askRE2($0, isWhole: isWhole)) }
                #expect(ours == theirs, "\(text.debugDescription), \(isWhole ? "whole" : "anywhere")")
            }
        }
    }

    @Test(arguments: beyond)
    func otherPatternsAreLeftToRE2(pattern: String) throws {
        #expect(PatternParser.parse(pattern) == nil)
        _ = try? RegularExpression(pattern).matches("abc")
    }

    @Test func largePatternsAreLeftToRE2() throws {
        for pattern in ["[ab]*a[ab]{20}", "a{900}", "((a{10}){10}){10}"] {
            let parsed = try #require(PatternParser.parse(pattern))
            #expect(PatternAutomaton(parsed.part, atStart: false, atEnd: false) == nil, "\(pattern)")
            #expect(try RegularExpression(pattern).matches(String(repeating: "a", count: 1000)))
        }
    }

    /// By chance, and bits of the pattern itself with the odd character changed.
    private static func texts(like pattern: String, _ random: inout SeededRandom) -> [String] {
        let scalars = Array(pattern.unicodeScalars) + alphabet
        return (0..<400).map { number in
            var text = String.UnicodeScalarView()
            let source = number % 2 == 0 ? alphabet : scalars
            for _ in 0..<Int.random(in: 0...(number % 20), using: &random) {
                if let scalar = source.randomElement(using: &random) { text.append(scalar) }
            }
            return String(text)
        } + [
            "", "NL91ABNA0417164300", "12345678", "AB123456", "4500012345", "aab", "jan@a-b.example", "aaaaa",
            "PO-NL 1234", "12-x_9",
        ]
    }
}

@Suite struct TextSwitchTests {
    @Test(
        arguments: [
            ("r.s == 'a' && r.i > 1 || r.s == 'b' && 10 / r.i > 2 || r.s == 'c'", true),
            ("r.s == 'a' && r.b || 'b' == r.s && (r.i < 3 || r.b2) || r.s == '' && r.i == 0", true),
            ("r.s == 'a' && r.b || r.s == 'b' && r.b2", false), ("r.s == 'a' || r.s2 == 'b' || r.s == 'c'", false),
            ("r.s == 'a' || r.s == 'a' || r.s == 'c'", false), ("r.s == 'a' || r.s != 'b' || r.s == 'c'", false),
        ])
    func alternativesByOneFieldAreASwitch(source: String, isSwitch: Bool) throws {
        let expression = try check(parse(source, in: TestTable.environment), in: TestTable.environment)
        let compiler = ColumnarCompiler(environment: TestTable.environment, rowVariable: "r", constants: [:])
        #expect(compiler.truth(expression.expression, expression) is TextSwitch == isSwitch)
    }
}
