import Foundation
import Onboarding
import TestSupport
import Testing

@Suite struct ResultTests {
    private static let prospect = Sample.complete.merging([
        "registration_number": "", "vat_number": "NL004495446B01", "ap_channel": "peppol", "ap_contact_name": "",
    ]) { $1 }

    @Test(arguments: ["en", "nl"])
    func textForTheDesk(language: String) async throws {
        let assessment = try await Sample.assessment(Self.prospect, packs: Sample.packs, language: language)
        let text = assessment.text(width: 80, colour: false, file: ".keur/onboarding/x.json")
        #expect(try Golden.difference(text, from: TestFiles.fixture("Golden/desk-\(language).txt")) == nil)
    }

    @Test func jsonForTheCRM() async throws {
        let assessment = try await Sample.assessment(Self.prospect, packs: Sample.packs)
        let json = assessment.json(at: Sample.moment, toolVersion: "test", file: ".keur/onboarding/x.json")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        #expect(try Golden.difference(json, from: TestFiles.fixture("Golden/assessment.json")) == nil)
    }
}
