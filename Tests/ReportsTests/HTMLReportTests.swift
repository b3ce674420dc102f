import Audit
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct HTMLReportTests {
    private func written(_ result: AuditResult, formats: [ReportFormat] = [.csv, .html]) throws -> String {
        try TestFiles.withTemporaryFolder { folder in
            try writeReports(on: result, formats: formats, to: folder.path)
            return String(decoding: try Data(contentsOf: folder.appending(path: "audit.html")), as: UTF8.self)
        }
    }

    @Test(arguments: ["en", "nl"])
    func fileHoldsWhatTheGoldenFileSays(language: String) throws {
        let golden = TestFiles.fixture("Golden/\(language)/audit.html")
        #expect(try Golden.difference(try written(SampleAudit.result(language)), from: golden) == nil)
    }

    @Test func hashesOfThePolicyAreThoseOfStyleAndScript() {
        #expect(SHA256.digest(Array("abc".utf8)).prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
        #expect(Data(SHA256.digest(Array(Stylesheet.text.utf8))).base64EncodedString() == Stylesheet.hash)
        #expect(Data(SHA256.digest(Array(Script.text.utf8))).base64EncodedString() == Script.hash)
    }
}
