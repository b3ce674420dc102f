import Identifiers
import Testing

@Suite struct IdentifierKindTests {
    @Test(arguments: Identifiers.all.map(\.code))
    func exampleOfTheTableIsValidAndInNormalForm(code: String) throws {
        let kind = try #require(Identifiers.kind(code))
        #expect(kind.normalized(kind.example) == kind.example)
    }

    @Test func codesAreUnique() {
        let codes = Identifiers.all.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test(arguments: [
        ("vat-nl", " nl 0044.95445 b01 ", "NL004495445B01"),
        ("vat-be", "428759497", "BE0428759497"),
        ("vat-el", "GR 094259216", "EL094259216"),
        ("enterprise", "BE 0403.019.261", "0403019261"),
        ("iban", "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        ("leitweg", "991-33333test-33", "991-33333TEST-33"),
        ("ogm-vcs", "+++010/8068/17183+++", "010806817183"),
    ])
    func spellingsOfPeopleHaveOneNormalForm(code: String, text: String, normal: String) {
        #expect(Identifiers.kind(code)?.normalized(text) == normal)
    }

    /// Modulo 97, modulo 11 and Luhn catch every change of a single digit.
    @Test(arguments: [
        "lei", "iban", "gln", "siren", "rsin", "enterprise", "vat-de", "vat-pl", "cvr", "creditor-reference",
    ])
    func everyChangeOfOneDigitIsCaught(code: String) throws {
        let kind = try #require(Identifiers.kind(code))
        let example = Array(kind.example.utf8)
        for (index, byte) in example.enumerated() where (48...57).contains(byte) {
            for other in UInt8(48)...57 where other != byte {
                var changed = example
                changed[index] = other
                let text = String(decoding: changed, as: UTF8.self)
                #expect(!kind.isValid(text), "\(text)")
            }
        }
    }

    /// Societies are numbered by registers of their own, whose letters Companies House keeps at the end.
    @Test(arguments: [
        ("IP00525R", true), ("SP2059RS", true), ("RS007CUS", true), ("RS007853", true), ("OC301540", true),
        ("R0000067", true), ("OC3015RS", false), ("1234567A", true), ("123456AB", false), ("RS07CUSA", false),
        ("RS00R123", false),
    ])
    func societyKeepsItsLetters(text: String, isValid: Bool) {
        #expect(Identifiers.kind("crn")?.isValid(text) == isValid)
    }

    /// ISO/IEC 7064 gives 02 to 98: these have the remainder 1 all the same.
    @Test(arguments: ["IE00JAZW00000000000000", "EE990669966617645676", "NL01ABNA0000000057"])
    func checkDigitsOutsideTheirRangeAreNoIBAN(text: String) {
        #expect(Identifiers.kind("iban")?.isValid(text) == false)
    }

    @Test(arguments: ["", " ", "NL", "１２３４５６７８", "0", "\u{0}", String(repeating: "9", count: 10_000)])
    func oddTextsAreNoIdentifierAndNoCrash(text: String) {
        for kind in Identifiers.all { #expect(!kind.isValid(text), "\(kind.code)") }
    }

    @Test(arguments: [
        ("0106:12345678", true), ("0106:1234567", false), ("9956:0428759497", false), ("0208:0428759497", true),
        ("9944:NL004495445B01", true), ("12345678", false), ("", false), ("0190:00000001003214345000", true),
    ])
    func peppolIDFollowsItsScheme(id: String, isValid: Bool) {
        var id = id
        #expect(id.withUTF8 { PeppolID.isValid($0) } == isValid)
    }

    @Test(arguments: [
        ("ap@example.com", true), ("ap@example", false), ("a p@example.com", false), (".ap@example.com", false),
        ("ap@@example.com", false), ("ap@exa..mple.com", false), ("", false),
    ])
    func emailAddressHasTheFormOfOne(text: String, isValid: Bool) {
        var text = text
        #expect(text.withUTF8 { EmailAddress.isValid($0) } == isValid)
    }

    @Test(
        arguments: [
            ("Acme B.V.", "B.V."), ("ACME BV", "B.V."), ("Acme GmbH & Co. KG", "GmbH & Co. KG"),
            ("Łódź Sp. z o.o.", "Sp. z o.o."),
            ("Acme", nil), ("Acme S.à r.l.", "SARL"), ("Acme Public Limited Company", "PLC"),
        ] as [(String, String?)])
    func legalFormIsFoundInTheName(name: String, form: String?) {
        #expect(LegalForms.form(in: name) == form)
    }

    @Test(arguments: [
        ("ACME BV", "Acme B.V.", true), ("Acme Holding B.V.", "Acme B.V.", false), ("Müller GmbH", "Mueller AG", false),
        ("Acme Nederland B.V.", "Acme België NV", false), ("Jansen & Zonen B.V.", "Jansen en Zonen BV", true),
    ])
    func namesOfOneEntityAreTheSame(left: String, right: String, isSame: Bool) {
        #expect(NameComparison.isSame(left, right) == isSame)
    }
}
