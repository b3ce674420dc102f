import Checks
import Diagnostics
import Testing

@Suite struct YAMLParserTests {
    /// The scalar under `key` of the top mapping.
    private func scalar(_ key: String, in text: String) throws -> (text: String, node: YAMLNode) {
        let collector = DiagnosticsCollector()
        let parsed = try YAMLParser.parse(text, file: "a.yaml")
        let root = try #require(parsed)
        var reader = MappingReader(root, what: "a file", diagnostics: collector)
        let found = reader.text(key)
        return try #require(found)
    }

    @Test(arguments: ["NO", "0012345678", "1.10", "2024-01-31", "yes", "4.5E+09"])
    func scalarStaysAsWritten(text: String) throws {
        #expect(try scalar("country", in: "country: \(text)").text == text)
    }

    @Test(arguments: [
        // plain, single-quoted, double-quoted: the text stands as it is
        ("when: customer.x == 1", 9, "a.yaml:1:16"),
        ("when: 'customer.x'", 9, "a.yaml:1:17"),
        ("when: \"customer.x\"", 9, "a.yaml:1:17"),
        // a literal block begins on the next line, at its indentation
        ("when: |\n    a &&\n    customer.x", 14, "a.yaml:3:14"),
        // doubled and escaped quotes, and lines that are folded, are followed
        ("when: 'it''s customer.x'", 2, "a.yaml:1:10"), ("when: 'it''s customer.x'", 5, "a.yaml:1:14"),
        ("when: \"a \\\"b\\\" \\\\d.c\"", 8, "a.yaml:1:19"),
        ("when: >\n    a &&\n    b", 5, "a.yaml:3:5"), ("when: >-\n\n    a &&\n\n    b.c\nx: 1", 7, "a.yaml:5:6"),
        ("when: a &&\n  b", 5, "a.yaml:2:3"), ("when: 'a &&\n  b == ''x'''", 10, "a.yaml:2:8"),
        // other escapes, and lines that are indented further: only the scalar has a place
        ("when: \"a\\tb.c\"", 3, "a.yaml:1:7"), ("when: >\n    a\n      b", 3, "a.yaml:1:7"),
        // columns count Unicode scalars
        ("\u{eb}: 1\nwhen: '\u{e9}\u{e9} == x'", 6, "a.yaml:2:14"),
    ])
    func offsetInsideScalarHasItsPlaceInTheFile(text: String, offset: Int, place: String) throws {
        #expect(try scalar("when", in: text).node.location(ofOffset: offset).description == place)
    }

    @Test(arguments: [
        ("a: [1, 2", "a.yaml:2:1: did not find expected ',' or ']', while parsing a flow sequence"),
        ("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3", "a.yaml:5:3: 'c' stands twice in the same mapping; remove one of them"),
        ("? [a]\n: b", "a.yaml:1:3: a key should be a text"),
    ])
    func brokenFileIsLocated(text: String, message: String) throws {
        let diagnostic = #expect(throws: Diagnostic.self) { try YAMLParser.parse(text, file: "a.yaml") }
        #expect(diagnostic?.description == message)
    }

    @Test func aliasBombIsRefusedBeforeItIsFollowed() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let references = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(references)]\n"
        }
        let diagnostic = #expect(throws: Diagnostic.self) { try YAMLParser.parse(bomb, file: "a.yaml") }
        #expect(diagnostic?.message.contains("once aliases") == true)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000),
        String(repeating: "- ", count: 100_000),
        String(repeating: "[\n", count: 100_000),
        String(repeating: "a: {\n", count: 50_000),
    ])
    func deepNestingIsRefused(text: String) {
        #expect(throws: Diagnostic.self) { try YAMLParser.parse(text, file: "a.yaml") }
    }

    @Test func giantFileIsRefused() {
        let text = "a: " + String(repeating: "x", count: YAMLParser.maximumSize)
        #expect(throws: Diagnostic.self) { try YAMLParser.parse(text, file: "a.yaml") }
    }
}
