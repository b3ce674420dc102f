import Onboarding
import TestSupport
import Testing

@Suite struct LetterTests {
    /// A customer of whom little is known and something is wrong.
    private static func sparse(_ country: String, _ changes: [String: String] = [:]) -> [String: String] {
        ["country": country, "legal_name": "Muster & Söhne", "ap_channel": "peppol", "vat_number": "DE123"]
            .merging(changes) { $1 }
    }

    @Test(arguments: [
        ("NL", "nl"), ("DE", "de"), ("AT", "de"), ("FR", "fr"), ("GB", "en"), ("US", "en"),
    ])
    func theLetterIsInTheCountrysLanguage(country: String, language: String) async throws {
        let letter = try #require(try await Sample.assessment(Self.sparse(country)).letter)
        #expect(letter.language.rawValue == language)
        let file = TestFiles.fixture("Golden/letter-\(country.lowercased()).txt")
        #expect(try Golden.difference("\(letter.subject)\n\n\(letter.body)", from: file) == nil)
    }

    @Test(arguments: [
        ("9000", "nl"), ("4000", "fr"), ("4700", "de"), ("1000", "fr"), ("", "nl"),
    ])
    func inBelgiumThePlaceDecides(postcode: String, language: String) async throws {
        let letter = try await Sample.assessment(Self.sparse("BE", ["postcode": postcode])).letter
        #expect(letter?.language.rawValue == language)
    }

    @Test func theLanguageOfTheInvoiceGoesFirst() async throws {
        let letter = try await Sample.assessment(Self.sparse("NL", ["invoice_language": "EN"])).letter
        #expect(letter?.language == .english)
    }

    @Test func aHostileNameStaysOnItsLine() async throws {
        let name = "Evil\r\nBcc: victim@example.org\u{202E} B.V."
        let letter = try await Sample.assessment(Self.sparse("NL", ["legal_name": name])).letter
        #expect(letter?.subject.unicodeScalars.contains { "\r\n\u{202E}".unicodeScalars.contains($0) } == false)
    }
}
