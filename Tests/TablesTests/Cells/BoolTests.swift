import Testing

@testable import Tables

@Suite struct BoolTests {
    @Test(arguments: ["yes", "YES", " Ja ", "j", "Y", "true", "TRUE", "1", "oui", "wahr", "waar", "Sí", "-1", "on"])
    func yesIsSaidInManyWays(cell: String) {
        #expect(BoolFormat.standard.parse(cell) == true)
    }

    @Test(arguments: ["no", "Nee", "nein", "N", "false", "0", "non", "Falsch", "onwaar", "off"])
    func noIsSaidInManyWays(cell: String) {
        #expect(BoolFormat.standard.parse(cell) == false)
    }

    @Test(arguments: ["", " ", "x", "X", "maybe", "yess", "10", "definitely yes", "\u{0}"])
    func otherTextSaysNeither(cell: String) {
        #expect(BoolFormat.standard.parse(cell) == nil)
    }

    @Test func declaredTextsReplaceTheUsualOnes() {
        let format = BoolFormat(trueTexts: ["X"], falseTexts: [""])
        #expect(format.parse("x") == true)
        #expect(format.parse(" ") == false)
        #expect(format.parse("yes") == nil)
        let long = BoolFormat(trueTexts: ["Vrijgegeven voor levering"], falseTexts: ["Geblokkeerd"])
        #expect(long.parse("VRIJGEGEVEN VOOR LEVERING") == true)
        #expect(long.parse("geblokkeerd") == false)
        #expect(long.parse("") == nil)
    }
}

@Suite struct BlankTests {
    @Test(arguments: [
        ("", true), (" ", true), ("\t \u{a0}", true), ("a", false), (" a ", false), ("\u{200b}", false), ("\n", false),
        ("\u{e9}", false),
    ])
    func blankIsNothingButBlanks(cell: String, isBlank: Bool) {
        #expect(withBytes(cell) { $0.isBlankCell } == isBlank)
    }

    @Test func blanksAroundACellAreTrimmed() {
        #expect(withBytes(" \u{a0}a b\t") { String(decoding: $0.trimmedCell, as: UTF8.self) } == "a b")
        #expect(withBytes("\u{e0}") { $0.trimmedCell.count } == 2)
    }
}
