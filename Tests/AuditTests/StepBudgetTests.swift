import Audit
import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

/// A check file from a stranger cannot make a run take days: what costs too much over all records is stopped, as a whole,
/// whatever the threads, and the others have their results.
@Suite struct StepBudgetTests {
    /// Each expression stays far below what one record may take.
    private static let greedy = """
        - id: G
          title: G
          for: customer
          assert: >-
            lists.range(500).all(n, n + customer.payment_terms_days >= 0)
        """
    private static let plain =
        "- { id: P, title: P, for: customer, assert: \"customer.open_amount < 100.0\" }"
    private static let general =
        "- { id: L, title: L, for: customer, assert: \"customer.legal_name.split(' ').size() > 2\" }"

    private static let customers =
        "customer_id,legal_name,open_amount,payment_terms_days\n"
        + (0..<600).map { "\($0),Name \($0),\($0 % 200).50,\($0 % 50)\n" }.joined()

    private func audit(
        _ checks: [String],
        files: [String: String] = ["c.csv": customers],
        datasets: String = "{ customers: { source: c.csv } }",
        plan extra: String = "",
        least: Int = 40_000,
        greedyChecks: Int = 5,
        threads: Int = 2
    ) throws -> AuditResult {
        try TestFiles.withTemporaryFolder { folder in
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            let diagnostics = DiagnosticsCollector()
            let plan = Plan.decode(
                "datasets: \(datasets)\nchecks: [x]\nas_of: 2026-09-30\n\(extra)\n",
                file: "audit.yaml", folder: folder.path, diagnostics: diagnostics)
            let text = "pack: x\nowner: O\ncause: bad-master-data\nchecks:\n\(checks.joined(separator: "\n"))\n"
            let pack = Pack.decode(text, file: "x.yaml", diagnostics: diagnostics)
            try #require(diagnostics.all.isEmpty, "\(diagnostics.all)")
            var options = AuditRun.Options(
                today: try #require(CalendarDate(iso: "2026-09-30")), toolVersion: "test", threads: threads)
            options.stepLimits.least = least
            options.stepLimits.stepsPerByte = 0
            options.stepLimits.greedyChecks = greedyChecks
            var result = try AuditRun(
                plan: try #require(plan), packs: [try #require(pack)], options: options
            ).run()
            // Findings are rendered from the file, which goes with the folder.
            result.findings = FindingList(result.findings[0..<result.findings.count])
            return result
        }
    }

    private func counts(_ result: AuditResult) -> [String] {
        result.coverage.map { "\($0.checkID) \($0.pass) \($0.fail) \($0.unknown)" }
    }

    @Test(arguments: [1, 2, 4])
    func checkThatTakesTooMuchIsUnknownAsAWhole(threads: Int) throws {
        let result = try audit([Self.greedy, Self.plain, Self.general], threads: threads)
        #expect(counts(result) == ["G 0 0 600", "P 300 300 0", "L 0 600 0"])
        #expect(
            result.coverage[0].reason
                == "stopped, because it takes more than 40,000 steps over all records (x.yaml:9:22)")
        #expect(!result.findings[0..<result.findings.count].contains { $0.checkID == "G" })
        #expect(
            result.remarks == [
                "G: stopped, because it takes more than 40,000 steps over all records (x.yaml:9:22); run through fewer elements for each record, or let 'when' leave more records out"
            ])
    }

    @Test func whatIsEnoughStopsNothing() throws {
        let result = try audit([Self.greedy], least: 100_000_000)
        #expect(counts(result) == ["G 600 0 0"])
        #expect(result.remarks.isEmpty)
    }

    /// Many checks, each within what one may take.
    @Test(arguments: [1, 4])
    func checksTogetherHaveALimitTooThoseBeforeItCount(threads: Int) throws {
        let many = (1...4).map { Self.greedy.replacing("id: G", with: "id: G\($0)") }
        let result = try audit(
            many + [Self.general, Self.plain], least: 2_400_000, greedyChecks: 2, threads: threads)
        let stopped = result.coverage.filter { $0.unknown > 0 }.map(\.checkID)
        #expect(stopped == ["G3", "G4", "L"])
        #expect(
            result.coverage[2].reason
                == "stopped, because it and the checks before it take more than 4,800,000 steps over all records (x.yaml:19:22)"
        )
        #expect(result.coverage[0].pass == 600 && result.coverage[5].pass == 300)
    }

    @Test func conditionImpactAndKeysCountToo() throws {
        let greedy = "lists.range(500).map(n, n + customer.payment_terms_days).size()"
        let result = try audit([
            "- { id: W, title: W, for: customer, when: \"\(greedy) > 0\", assert: \"customer.open_amount < 100.0\" }",
            "- { id: I, title: I, for: customer, assert: \"customer.open_amount < 100.0\", impact: \"double(\(greedy))\" }",
            "- { id: U, title: U, for: customer, unique: \"string(\(greedy)) + customer.customer_id\" }",
            "- { id: V, title: V, for: customer, unique: \"string(customer.payment_terms_days)\", impact: \"double(\(greedy))\" }",
        ])
        #expect(counts(result) == ["W 0 0 600", "I 0 0 600", "U 0 0 600", "V 0 0 600"])
    }

    /// Linked records are folded while their own file is read; what that takes counts for the check that asks.
    @Test(arguments: [1, 4])
    func listsOfLinkedRecordsCountForTheirCheck(threads: Int) throws {
        let invoices =
            "invoice_id,customer_id,amount\n" + (0..<600).map { "I\($0),\($0 % 600),\($0 % 9).00\n" }.joined()
        let result = try audit(
            [
                "- { id: F, title: F, for: customer, assert: \"invoices.all(i, lists.range(50).all(n, double(n) + i.amount >= 0.0))\" }",
                "- { id: N, title: N, for: customer, assert: \"invoices.all(i, i.amount < 8.0)\" }",
                "- { id: P, title: P, for: invoice, assert: \"invoice.amount < 8.0\" }",
            ],
            files: ["c.csv": Self.customers, "i.csv": invoices],
            datasets:
                "{ customers: { source: c.csv, key: customer_id }, invoices: { source: i.csv, key: invoice_id, links: { customer: customer_id } } }",
            threads: threads)
        #expect(counts(result) == ["F 0 0 600", "N 534 66 0", "P 534 66 0"])
    }

    /// Messages share what all checks may take, each an equal part: a finding's words do not depend on those before it.
    @Test func messagesOfManyFindingsHaveALimit() throws {
        let message = "{customer.legal_name} {lists.range(2000).map(n, string(n)).join('').size() > 0}"
        let check =
            "- { id: M, title: M, for: customer, assert: \"customer.open_amount < 100.0\", message: \"\(message)\" }"
        let many = try audit([check])
        #expect(Set(many.findings[0..<many.findings.count].map { $0.message.suffix(2) }) == [" ?"])
        let few = try audit([check], plan: "scope: { top: 3 }")
        #expect(Set(few.findings[0..<few.findings.count].map { $0.message.suffix(4) }) == [" yes"])
    }
}
