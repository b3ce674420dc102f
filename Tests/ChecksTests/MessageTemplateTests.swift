import Checks
import Testing

@Suite struct MessageTemplateTests {
    @Test(
        arguments: [
            ("plain", [.text("plain")]),
            ("{a.b} lacks it", [.expression("a.b", offset: 1), .text(" lacks it")]),
            ("é {a}{b}", [.text("é "), .expression("a", offset: 3), .expression("b", offset: 6)]),
            (#"{a + " }"} x"#, [.expression(#"a + " }""#, offset: 1), .text(" x")]),
            (#"{a + '\'}'}"#, [.expression(#"a + '\'}'"#, offset: 1)]),
            ("{ {'k': 1}['k'] }", [.expression(" {'k': 1}['k'] ", offset: 1)]),
            ("{{not}} {a}", [.text("{not} "), .expression("a", offset: 9)]),
            ("", []),
        ] as [(String, [MessageTemplate.Part])])
    func messageIsCutAtItsExpressions(message: String, parts: [MessageTemplate.Part]) throws {
        #expect(try MessageTemplate(message).parts == parts)
    }

    @Test(arguments: [("ab {c", 3), ("{a + '}'", 0)])
    func unclosedBraceIsLocated(message: String, offset: Int) {
        #expect(throws: MessageTemplate.UnclosedBrace.self) { try MessageTemplate(message) }
    }
}
