import Identifiers
import Testing

@Suite struct ExplanationTests {
    @Test(
        arguments: [
            ("vat-de", "DE136695975", "check digit is 5, should be 6"),
            ("iban", "NL91ABNA0417164301", "check digits are 91, should be 64"),
            ("lei", "506700GE1G29325QX36", "has 19 characters, should have 20"),
            ("regon", "1234", "has 4 characters, should have 9 or 14"),
            ("vat-ro", "RO1", "has 1 character, should have 2 … 10"),
            ("vat-at", "AT13585627X", "character 1 is '1', should be 'U'"),
            ("vat-nl", "NL0044954X5B01", "character 8 is 'X', should be a digit"),
            ("vat-cy", "CY102590339", "character 9 is '9', should be a letter"),
            ("vat-cy", "CY10259033Q", "check digit is Q, should be P"),
            ("gln", "4,006E+12", "a spreadsheet made a number of it; the digits are lost"),
            ("kvk", "1234\u{A0}567", "the invisible character U+00A0 does not belong in it"),
            ("kvk", "1234567é", "'é' does not belong in it"), ("siren", "  ", "nothing is filled in"),
            ("vat-cz", "CZ999999999", "no such number is issued"),
            ("bic", "ABNAXX2A", "no such number is issued"),
        ]
    )
    func problemIsNamed(kind: String, text: String, problem: String) throws {
        let kind = try #require(Identifiers.kind(kind))
        #expect(kind.problem(with: text)?.text() == problem)
    }

    @Test func problemIsNamedInDutch() throws {
        let kind = try #require(Identifiers.kind("vat-de"))
        #expect(kind.problem(with: "DE136695975")?.text(language: "nl") == "controlecijfer is 5, moet 6 zijn")
    }

    /// What was meant, or nil where nothing or too much could have been.
    @Test(
        arguments: [
            ("lei", "5067O0GE1G29325QX363", "506700GE1G29325QX363"),
            ("vat-nl", "NL0O4495445B01", "NL004495445B01"), ("vat-nl", "NL004495445801", "NL004495445B01"),
            ("vat-de", "DE13669S976", "DE136695976"), ("vat-de", "DE136695967", "DE136695976"),
            ("kvk", "1234567", "01234567"), ("rsin", "4495445", nil), ("siren", "73282932O", "732829320"),
            ("iban", "NL91ABNAO417164300", "NL91ABNA0417164300"), ("iban", "NL19ABNA0417164300", "NL91ABNA0417164300"),
            ("gln", "４006381333931", "4006381333931"), ("gln", "40063813339331", "4006381333931"),
            ("vat-be", "BE0428\u{A0}759497", "BE0428759497"), ("duns", "271232;07", nil), ("kvk", "12345", "00012345"),
            ("vat-de", "DE136695975", nil), ("kvk", "12345678", nil), ("vat-fr", "FR40303265045", nil),
        ] as [(String, String, String?)]
    )
    func repairIsFoundWhereThereIsOne(kind: String, text: String, repaired: String?) throws {
        let kind = try #require(Identifiers.kind(kind))
        #expect(kind.repair(of: text)?.value == repaired)
    }

    /// Whatever a slip makes of a number: what is suggested is valid, and in normal form.
    @Test(arguments: Identifiers.all.map(\.code))
    func repairsAreValid(code: String) throws {
        let kind = try #require(Identifiers.kind(code))
        let example = Array(kind.example)
        for index in example.indices {
            for replacement: Character in ["O", "0", "1", "I", "8", "B", "x", "-", "é"] {
                var text = example
                text[index] = replacement
                guard let repair = kind.repair(of: String(text)) else { continue }
                #expect(kind.normalized(repair.value) == repair.value, "\(String(text))")
            }
        }
    }

    /// The forms in the table are those of the rules.
    @Test(arguments: Identifiers.all.map(\.code))
    func exampleHasNoProblemAndCutShortHasOne(code: String) throws {
        let kind = try #require(Identifiers.kind(code))
        #expect(kind.problem(with: kind.example) == nil)
        let short = String(kind.example.prefix(3))
        #expect(kind.isValid(short) || kind.problem(with: short) != nil)
    }

    @Test(
        arguments: [
            ("NL004495445B01", true, "vat-nl"), ("NL91 ABNA 0417 1643 00", true, "iban"),
            ("506700GE1G29325QX363", true, "lei"), ("DE136695967", false, "vat-de"), ("12345678", true, "kvk"),
            ("RF18539007547034", true, "creditor-reference"), ("GR094259216", true, "vat-el"),
        ]
    )
    func kindIsGuessed(text: String, isValid: Bool, kind: String) {
        let guess = IdentifierGuess(text)
        #expect(guess.isValid == isValid)
        #expect((guess.nearMisses.first?.kind ?? guess.matches.first?.kind)?.code == kind)
    }
}
