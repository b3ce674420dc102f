import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Audit

@Suite struct ScopeTests {
    private static let customers = """
        customer_id,legal_name,open_amount,payment_terms_days,segment
        1,Alpha,100,30,A
        2,Beta,200,0,B
        3,Gamma,300,30,B

        """

    private static let pack = """
        pack: x
        owner: O
        cause: bad-master-data
        params: { limit: 150.0 }
        checks:
          - { id: A, title: A, for: customer, severity: error, assert: "customer.segment == 'x'" }
          - { id: N, title: N, for: credit_note, severity: error, assert: "credit_note.amount < 0.0" }
        """

    private func audit(_ scope: String, params: String = "", files: [String: String] = [:]) throws -> AuditResult {
        try TestFiles.withTemporaryFolder { folder in
            var all = files
            all["c.csv"] = files["c.csv"] ?? Self.customers
            for (name, text) in all { try Data(text.utf8).write(to: folder.appending(path: name)) }
            let others = ["i.csv": "invoices", "n.csv": "credit_notes"].filter { all[$0.key] != nil }
                .map { ", \($0.value): { source: \($0.key) }" }.sorted().joined()
            let diagnostics = DiagnosticsCollector()
            let plan = try #require(
                Plan.decode(
                    """
                    datasets: { customers: { source: c.csv }\(others) }
                    checks: [x]
                    as_of: 2026-09-30
                    \(params)
                    scope: \(scope)
                    """, file: "audit.yaml", folder: folder.path, diagnostics: diagnostics))
            let pack = try #require(Pack.decode(Self.pack, file: "x.yaml", diagnostics: diagnostics))
            let options = AuditRun.Options(today: try #require(plan.asOf), toolVersion: "test", threads: 2)
            let result = try AuditRun(plan: plan, packs: [pack], options: options).run()
            #expect(result.findings.count == result.findings[0..<result.findings.count].count)
            return result
        }
    }

    @Test(arguments: [
        ("{ where: customer.open_amount > 150.0 }", "", 2), ("{ top: 1 }", "", 1),
        ("{ where: customer.open_amount > params.limit }", "params: { limit: 250.0 }", 1),
        ("{ where: \"today > timestamp('2026-01-01T00:00:00Z')\" }", "", 3),
    ])
    func customersInScopeAreLookedAt(scope: String, params: String, customers: Int) throws {
        let result = try audit(scope, params: params)
        #expect(result.scope.customersInScope == customers)
        let check = try #require(result.coverage.first { $0.checkID == "A" })
        #expect(check.fail == customers)
        #expect(check.notApplicable == 3 - customers)
        #expect(!result.hasUnexpectedUnknowns(nil))
    }

    /// A scope that takes in nobody would pass for an audit without findings.
    @Test(arguments: [
        (
            "{ where: customer.open_amount > 1000.0 }",
            "audit.yaml:5:17: the scope does not take in any of the 3 customers"
        ),
        ("{ where: customer.lei == 'x' }", "audit.yaml:5:17: the scope asks for what no extract has: customer.lei"),
        ("{ where: invoices.size() > 0 }", "audit.yaml:5:17: the scope asks for what no extract has: dataset invoices"),
        ("{ top: 2, by: overdue_amount }", "the scope asks for what no extract has: customer.overdue_amount"),
        ("{ where: register.status == 'active' }", "audit.yaml:5:17: "),
        ("{ where: previous.open_amount > 1.0 }", "audit.yaml:5:17: "),
    ])
    func scopeThatCannotBeIsAMistake(scope: String, message: String) throws {
        let error = #expect(throws: AuditError.self) { try audit(scope) }
        guard case .diagnostics(let diagnostics)? = error else {
            Testing.Issue.record("\(String(describing: error))")
            return
        }
        #expect("\(diagnostics)".contains(message), "\(diagnostics)")
    }

    @Test func largestByAColumnThatIsNotThereIsAMistake() throws {
        let error = #expect(throws: AuditError.self) {
            try audit("{ top: 1 }", files: ["c.csv": "customer_id,legal_name\n1,A\n2,B\n"])
        }
        guard case .diagnostics(let diagnostics)? = error else { return }
        #expect("\(diagnostics)".contains("customer.open_amount"), "\(diagnostics)")
        #expect("\(diagnostics)".contains("by: credit_limit"), "\(diagnostics)")
    }

    @Test func customersForWhomTheScopeFailsAreCounted() throws {
        let result = try audit("{ where: 100 / customer.payment_terms_days > 1 }")
        #expect(result.scope.customersInScope == 2)
        #expect(result.scope.customersUndecided == 1)
        #expect(result.remarks.contains { $0.contains("for 1 record, which is left out; the first stands on line 3") })
        #expect(result.hasUnexpectedUnknowns(nil))
    }

    /// A credit note that names its invoice alone is of the invoice's customer: in scope with it, and in its total.
    @Test(arguments: [
        ("{ where: customer.segment == 'A' }", ["n1"], ["1"]),
        ("{ where: customer.segment == 'B' }", ["n2", "n4"], ["2", "2"]),
        ("{ top: 3 }", ["n1", "n2", "n4"], ["1", "2", "2"]),
    ])
    func recordsLeadToTheirCustomerThroughOthers(scope: String, notes: [String], customers: [String]) throws {
        let result = try audit(
            scope,
            files: [
                "c.csv": "customer_id,legal_name,open_amount,segment\n1,Alpha,100,A\n2,Beta,200,B\n",
                "i.csv": "invoice_id,customer_id,amount\n10,1,5\n11,2,5\n12,9,5\n",
                "n.csv": "credit_note_id,invoice_id,amount\nn1,10,40\nn2,11,30\nn3,12,10\nn4,11,20\n",
            ])
        let findings = result.findings[0..<result.findings.count].filter { $0.checkID == "N" }
        #expect(findings.map(\.recordID).sorted() == notes.sorted())
        #expect(findings.map(\.customerID).sorted() == customers.sorted())
    }

    /// What is overdue of the customer's balance weighs on its invoices as on its own record.
    @Test func overdueShareIsTheCustomers() throws {
        let result = try audit(
            "{ top: 2 }",
            files: [
                "c.csv":
                    "customer_id,legal_name,open_amount,overdue_amount,segment\n1,Alpha,100,100,A\n2,Beta,100,0,A\n",
                "n.csv": "credit_note_id,customer_id,amount\nn1,1,100\nn2,2,100\n",
            ])
        let findings = result.findings[0..<result.findings.count]
        let priorities = Dictionary(grouping: findings, by: \.customerID).mapValues { Set($0.map(\.priority)) }
        #expect(priorities["1"]?.count == 1)
        #expect(priorities["2"]?.count == 1)
        #expect(priorities["1"] != priorities["2"])
    }

    @Test func fileOfWhichNothingCanBeReadIsNoAudit() throws {
        let error = #expect(throws: AuditError.self) {
            try audit("{ top: 1 }", files: ["c.csv": "customer_id,legal_name\n1\n2\n"])
        }
        guard case .source(let source)? = error else { return }
        #expect("\(source)".contains("c.csv:2: none of its 2 records can be read; here: too-few-fields"), "\(source)")
    }
}
