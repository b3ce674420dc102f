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

    @Test(arguments: ["en", "nl"])
    func noLineIsWiderThanItsColumns(language: String) async throws {
        let assessment = try await Sample.assessment(Self.prospect, packs: Sample.packs, language: language)
        for width in 60...100 {
            let text = assessment.text(width: width, colour: false, file: "x.json")
            let wide = text.split(separator: "\n").filter { $0.count > width }
            #expect(wide.isEmpty, "\(width)")
        }
    }

    @Test func evidenceOfTheSameMomentIsKeptBesideTheOther() throws {
        try TestFiles.withTemporaryFolder { folder in
            let prospect = Sample.prospect(["legal_name": "Café Ærø & Söhne"])
            let files = try (0..<3).map { _ in
                try EvidenceFile(of: prospect, at: Sample.moment, beside: folder.path)
            }
            for (index, file) in files.enumerated() { try file.write("\(index)") }
            #expect(
                files.map { ($0.path as NSString).lastPathComponent } == [
                    "2026-09-21T141320Z-cafe-r-sohne.json", "2026-09-21T141320Z-cafe-r-sohne-2.json",
                    "2026-09-21T141320Z-cafe-r-sohne-3.json",
                ])
            #expect(try files.map { try String(contentsOfFile: $0.path, encoding: .utf8) } == ["0", "1", "2"])
            for file in files {
                let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }
    }

    @Test func jsonForTheCRM() async throws {
        let assessment = try await Sample.assessment(Self.prospect, packs: Sample.packs)
        let json = assessment.json(at: Sample.moment, toolVersion: "test", file: ".keur/onboarding/x.json")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        #expect(try Golden.difference(json, from: TestFiles.fixture("Golden/assessment.json")) == nil)
    }
}
