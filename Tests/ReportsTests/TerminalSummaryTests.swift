import Audit
import Checks
import Reports
import TestSupport
import Testing

@Suite struct TerminalSummaryTests {
    private static let files = ["reports/exceptions.csv", "reports/coverage.csv", "reports/audit.html"]

    @Test(arguments: ["en", "nl"], [80, 100])
    func summaryIsWhatTheGoldenFileSays(language: String, width: Int) throws {
        let text = terminalSummary(SampleAudit.result(language), width: width, colour: false, files: Self.files)
        let golden = TestFiles.fixture("Golden/\(language)/terminal-\(width).txt")
        #expect(try Golden.difference(text, from: golden) == nil)
    }

    @Test func coloursAreAddedToTheSameText() throws {
        let text = terminalSummary(SampleAudit.result("en"), width: 80, colour: true, files: Self.files)
        #expect(try Golden.difference(text, from: TestFiles.fixture("Golden/en/terminal-colour.txt")) == nil)
        let plain = terminalSummary(SampleAudit.result("en"), width: 80, colour: false, files: Self.files)
        #expect(text.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
    }

    /// Everything at once: more notes and longer lists than there is room for.
    private static var crowded: AuditResult {
        var result = SampleAudit.result("nl", hostile: true)
        result.totals.mixedCurrencies = ["EUR", "GBP", "USD"]
        result.totals.byOwner += result.totals.byOwner
        result.totals.byCause += result.totals.byCause
        result.datasets += result.datasets + result.datasets
        result.plan.name = String(repeating: "株式会社", count: 40)
        result.totals.topCustomers[0].name = "\u{1B}[2J\u{202E}naam\u{7}" + String(repeating: "e\u{301}", count: 90)
        result.totals.topCustomers[1].name = String(repeating: "👩‍👩‍👧‍👦", count: 50)
        return result
    }

    @Test(arguments: [0, 60, 80, 92, 100, 500])
    func summaryFitsOneScreen(width: Int) {
        for result in [Self.crowded, SampleAudit.result("en")] {
            let text = terminalSummary(result, width: width, colour: false, files: Self.files)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count <= 24)
            for line in lines { #expect(columns(String(line)) <= min(100, max(60, width)), "\(line)") }
        }
    }

    /// Wide scalars count two; independent of the code under test, for the scripts that the fixture uses.
    private func columns(_ line: String) -> Int {
        line.reduce(0) { sum, character in
            let first = character.unicodeScalars.first?.value ?? 0
            return sum + (first >= 0x4E00 && first < 0xA000 || first >= 0x1F000 ? 2 : 1)
        }
    }

    @Test func nothingInTheDataReachesTheTerminalAsACommand() {
        let text = terminalSummary(Self.crowded, width: 80, colour: false, files: ["a\u{1B}]0;title\u{7}.csv"])
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
            #expect(scalar.value != 0x202E)
        }
    }

    @Test func auditWithoutFindingsIsAFewLines() {
        var result = SampleAudit.result("en")
        result.findings = FindingList([])
        result.totals = Totals(
            bySeverity: [:], unknownFindings: 0, customers: 0, invoiceReadyCustomers: 0,
            openAmount: SampleAudit.euro(0), invoiceReadyOpenAmount: SampleAudit.euro(0),
            cashAtRisk: SampleAudit.euro(0), byCause: [], byOwner: [], topCustomers: [], mixedCurrencies: [])
        result.coverage = []
        result.waivers = nil
        let text = terminalSummary(result, width: 80, colour: false, files: [])
        #expect(
            text == """
                Top accounts, Q3                                                As of 2026-09-30

                At risk        €0
                Invoice-ready  0 of 0 customers (–)
                Findings       0 blockers, 0 errors, 0 warnings, 0 info

                Rows read      customers 314 = 312 audited + 2 quarantined, invoices 4,206

                """)
    }

    @Test func whatReasonsShareIsSaidOnce() {
        var result = SampleAudit.result("en")
        for (index, field) in ["duns", "po_box", "duns"].enumerated() {
            result.coverage[index].unknown = result.coverage[index].records
            result.coverage[index].reason = "not supplied: customer.\(field)"
        }
        result.coverage.removeAll { $0.reason.hasPrefix("there is") }
        let text = terminalSummary(result, width: 100, colour: false, files: [])
        #expect(text.contains("3 checks: not supplied: customer.duns (2); customer.po_box (1)\n"))
    }

    @Test func quietSaysNothingUnlessTheRunFailsThePlan() {
        var result = SampleAudit.result("en")
        #expect(
            quietSummary(result, files: Self.files)
                == "Top accounts, Q3: 13 findings at or above ‘error’, €2,510,426 at risk; see reports/exceptions.csv\n"
        )
        for index in result.coverage.indices where result.coverage[index].severity >= .error {
            result.coverage[index].failedAsAWhole = false
        }
        #expect(
            quietSummary(result, files: Self.files)
                == "Top accounts, Q3: some results are unknown that should not be; see reports/exceptions.csv\n")
        result.totals.unknownFindings = 0
        #expect(quietSummary(result, files: Self.files) == "")
    }
}
