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

    @Test(arguments: [("ab {c", 3, true), ("{a + '}'", 0, true), ("a} b", 1, false), ("{a}}} b} c", 7, false)])
    func unpairedBraceIsLocated(message: String, offset: Int, isOpening: Bool) {
        let error = #expect(throws: MessageTemplate.UnpairedBrace.self) { try MessageTemplate(message) }
        #expect(error?.offset == offset && error?.isOpening == isOpening)
    }
}
