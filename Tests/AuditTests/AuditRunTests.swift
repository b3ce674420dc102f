import Audit
import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct AuditRunTests {
    private func audit(customers: String, checks: String, threads: Int) throws -> AuditResult {
        try TestFiles.withTemporaryFolder { folder in
            try Data(customers.utf8).write(to: folder.appending(path: "c.csv"))
            let diagnostics = DiagnosticsCollector()
            let plan = try #require(
                Plan.decode(
                    "datasets: { customers: { source: c.csv } }\nchecks: [x]\nas_of: 2026-09-30\n",
                    file: "audit.yaml",
                    folder: folder.path,
                    diagnostics: diagnostics
                )
            )
            let pack = try #require(Pack.decode(checks, file: "x.yaml", diagnostics: diagnostics))
            let today = try #require(CalendarDate(iso: "2026-09-30"))
            let options = AuditRun.Options(today: today, toolVersion: "test", threads: threads)
            let result = try AuditRun(plan: plan, packs: [pack], options: options).run()
            // Findings are rendered from the file, which goes with the folder.
            return AuditResult(
                plan: result.plan, datasets: result.datasets, scope: result.scope,
                findings: FindingList(result.findings[0..<result.findings.count]), coverage: result.coverage,
                totals: result.totals, remarks: result.remarks)
        }
    }

    private static let checks = """
        pack: x
        owner: O
        cause: bad-master-data
        checks:
          - { id: A, title: A, for: customer, severity: error, assert: "customer.open_amount < 100.0 || customer.segment == 'x'" }
          - { id: B, title: B, for: customer, severity: warning, unique: customer.vat_number }
          - { id: C, title: C, for: customer, severity: info, assert: "100 / customer.payment_terms_days > 1" }
        """

    private static func rows(_ count: Int) -> String {
        var text = "customer_id,legal_name,vat_number,open_amount,segment,payment_terms_days\n"
        for row in 0..<count {
            text +=
                "\(row),\"Name, \(row)\nsecond line\",V\(row % (count - 5)),\(row % 200).50,\(row % 7 == 0 ? "x" : "y"),\(row % 50)\n"
        }
        return text
    }

    @Test func resultDoesNotDependOnTheNumberOfThreads() throws {
        let one = try audit(customers: Self.rows(5000), checks: Self.checks, threads: 1)
        let four = try audit(customers: Self.rows(5000), checks: Self.checks, threads: 4)
        #expect(one.findings[0..<one.findings.count] == four.findings[0..<four.findings.count])
        #expect(one.coverage.map(\.fail) == four.coverage.map(\.fail))
    }

    @Test func countsAddUpAndErrorsAreUnknown() throws {
        let result = try audit(customers: Self.rows(1000), checks: Self.checks, threads: 2)
        for check in result.coverage {
            #expect(check.records == 1000)
            #expect(check.pass + check.fail + check.notApplicable + check.unknown == 1000)
        }
        let byID = Dictionary(uniqueKeysWithValues: result.coverage.map { ($0.checkID, $0) })
        #expect(byID["A"]?.fail == (0..<1000).count { $0 % 200 >= 100 && $0 % 7 != 0 })
        #expect(byID["B"]?.fail == 10)
        #expect(byID["C"]?.unknown == 20)
        #expect(result.totals.unknownFindings == 20)
    }

    @Test func mostUrgentComesFirst() throws {
        let result = try audit(customers: Self.rows(1000), checks: Self.checks, threads: 2)
        let findings = result.findings[0..<result.findings.count].filter { $0.result == .fail }
        #expect(zip(findings, findings.dropFirst()).allSatisfy { $0.priority >= $1.priority })
    }
}
