import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Audit

/// Files that the checks read first: how their columns are written is taken from the beginning, and may prove wrong.
@Suite struct MisjudgedFormatTests {
    private static let checks = """
        pack: x
        owner: O
        cause: bad-master-data
        checks:
          - { id: A, title: A, for: invoice, severity: error, assert: "invoice.amount < 1000.0" }
          - { id: B, title: B, for: invoice, severity: error, assert: "invoice.due_date > timestamp('2026-06-01T00:00:00Z')" }
          - { id: C, title: C, for: customer, severity: error, assert: "invoices.map(i, i.amount).sum() < 500.0" }
        """

    /// Three thousand records, of which the first thousand are more than the beginning, and others.
    private static func invoices(_ first: (amount: String, due: String), _ rest: (amount: String, due: String))
        -> String
    {
        var text = "invoice_id;customer_id;amount;due_date;text\n"
        for row in 0..<3000 {
            let (amount, due) = row < 1000 ? first : rest
            text += "\(row);\(row % 40);\(amount);\(due);\(String(repeating: "-", count: 60))\n"
        }
        return text
    }

    private static func outcome(_ invoices: String, surveysWholeFiles: Bool) throws -> String {
        try TestFiles.withTemporaryFolder { folder in
            let customers = "customer_id,legal_name\n" + (0..<40).map { "\($0),Name \($0)\n" }.joined()
            try Data(customers.utf8).write(to: folder.appending(path: "c.csv"))
            try Data(invoices.utf8).write(to: folder.appending(path: "i.csv"))
            let diagnostics = DiagnosticsCollector()
            let plan = try #require(
                Plan.decode(
                    """
                    datasets: { customers: { source: c.csv }, invoices: { source: i.csv } }
                    checks: [x]
                    as_of: 2026-09-30
                    """, file: "audit.yaml", folder: folder.path, diagnostics: diagnostics))
            let pack = try #require(Pack.decode(checks, file: "x.yaml", diagnostics: diagnostics))
            let options = AuditRun.Options(today: try #require(plan.asOf), toolVersion: "test", threads: 2)
            var run = AuditRun(plan: plan, packs: [pack], options: options)
            run.surveysWholeFiles = surveysWholeFiles
            do {
                let result = try run.run()
                let counts = result.coverage.map { "\($0.checkID) \($0.pass) \($0.fail) \($0.unknown)" }
                let rows = result.datasets.map { "\($0.name) \($0.rowsAudited)" }
                return (counts + rows + result.findings[0..<result.findings.count].map { "\($0)" }).joined(
                    separator: "\n")
            } catch AuditError.diagnostics(let diagnostics) {
                return "\(diagnostics)"
            }
        }
    }

    @Test(arguments: [
        // As at the beginning.
        (("12.50", "2026-05-01"), ("1250.75", "2026-07-01"), "A 1000 2000 0"),
        // The comma is the mark of most: `1.250` are thousands.
        (("12.50", "2026-05-01"), ("1.250,75", "2026-07-01"), "A 1000 2000 0"),
        (("", ""), ("1.250,75", "2026-07-01"), "A 1000 2000 0"),
        // The beginning alone is a question; the rest answers it.
        (("1.250", "03/07/2026"), ("1,5", "25/07/2026"), "A 2000 1000 0"),
        (("1.250", "03/07/2026"), ("1.5", "07/25/2026"), "A 3000 0 0"),
        // Nobody answers it.
        (("12.50", "03/07/2026"), ("12.50", "04/07/2026"), "may mean"),
        (("1.250", "2026-05-01"), ("1.260", "2026-05-01"), "may mean"),
        // A question that shows only behind the beginning.
        (("12.50", "25/07/2026"), ("12.50", "07/25/2026"), "writes most dates as"),
        (("12.50", "2026-05-01"), ("12.50", "25/07/2026"), "B 2000 1000 0"),
    ])
    func allOfAFileDecides(_ first: (String, String), _ rest: (String, String), _ expected: String) throws {
        let invoices = Self.invoices(first, rest)
        let outcome = try Self.outcome(invoices, surveysWholeFiles: false)
        #expect(outcome.contains(expected))
        #expect(outcome == (try Self.outcome(invoices, surveysWholeFiles: true)))
    }
}
