import Audit
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct JSONReportTests {
    private func written(_ result: AuditResult) throws -> Data {
        try TestFiles.withTemporaryFolder { folder in
            try writeReports(on: result, formats: [.json], to: folder.path)
            return try Data(contentsOf: folder.appending(path: "audit.json"))
        }
    }

    private func parsed(_ result: AuditResult) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: try written(result)) as? [String: Any])
    }

    @Test(arguments: ["en", "nl"])
    func fileHoldsWhatTheGoldenFileSays(language: String) throws {
        let text = String(decoding: try written(SampleAudit.result(language)), as: UTF8.self)
        let golden = TestFiles.fixture("Golden/\(language)/audit.json")
        #expect(try Golden.difference(text, from: golden) == nil)
    }

    @Test func everyTextComesBackAsItWas() throws {
        let result = SampleAudit.result("en", hostile: true)
        let rows = try #require(try parsed(result)["findings"] as? [[String: Any]])
        let findings = result.findings[0..<result.findings.count]
        #expect(rows.count == findings.count)
        for (row, finding) in zip(rows, findings) {
            let (value, message) = (row["value"] as? String, row["message"] as? String)
            #expect(value.map { Array($0.utf8) } == Array(finding.value.utf8))
            #expect(message.map { Array($0.utf8) } == Array(finding.message.utf8))
            #expect((row["cash_at_risk"] as? NSNumber)?.doubleValue == Double(finding.cashAtRisk.hundredths) / 100)
        }
    }

    @Test func findingsHaveTheColumnsOfTheExceptionListAsMembers() throws {
        let rows = try #require(try parsed(SampleAudit.result("en"))["findings"] as? [[String: Any]])
        for row in rows { #expect(Set(row.keys) == Set(CSVReport.columns)) }
    }

    @Test func schemaIsNamedFirst() throws {
        #expect(try written(SampleAudit.result("en")).starts(with: Data("{\n\"schema\":\"keur/audit/1\",\n".utf8)))
    }

    @Test func anAuditWithoutAnythingIsStillJSON() throws {
        var result = SampleAudit.result("en")
        result.findings = FindingList([])
        result.coverage = []
        result.datasets = []
        result.remarks = []
        result.totals.byCause = []
        let object = try parsed(result)
        #expect((object["findings"] as? [Any])?.isEmpty == true)
        #expect((object["coverage"] as? [Any])?.isEmpty == true)
    }
}
