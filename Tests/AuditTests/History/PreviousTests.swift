import Audit
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What checks learn of a customer at the last run.
@Suite struct PreviousTests {
    private static let checks = """
        pack: x
        owner: O
        cause: term-creep
        checks:
          - id: T
            title: T
            for: customer
            severity: error
            field: payment_terms_days
            assert: customer.payment_terms_days <= previous.payment_terms_days
            message: "{previous.payment_terms_days} -> {customer.payment_terms_days}"
        """

    private func coverage(_ result: AuditResult) throws -> String {
        let check = try #require(result.coverage.first)
        return "\(check.pass) \(check.fail) \(check.unknown) \(check.reason)"
    }

    private func withAudits(_ body: (RecordedAudits) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            var audits = RecordedAudits(folder: folder)
            audits.checks = Self.checks
            try body(audits)
        }
    }

    @Test func firstRunIsUnknownAndLaterOnesCompareWithTheOneBefore() throws {
        try withAudits { audits in
            func customers(_ rows: String) throws {
                try audits.write("customer_id,legal_name,payment_terms_days\n" + rows)
            }
            try customers("1,Acme,30\n2,Bolt,30\n")
            #expect(try coverage(audits.run("2026-01-01")) == "0 0 2 not supplied: previous (an earlier run)")
            // A customer that is new is unknown, not an exception.
            try customers("2,Bolt,60\n3,Carl,99\n1,Acme,14\n")
            let second = try audits.run("2026-01-02")
            let counts = try coverage(second)
            #expect(counts.hasPrefix("1 1 1 "), "\(counts)")
            #expect(second.findings[0..<second.findings.count].map(\.message) == ["30 -> 60"])
            // Only one of them has changed, and one is missing for a run.
            try customers("1,Acme,14\n3,Carl,99\n")
            #expect(try coverage(audits.run("2026-01-03")) == "2 0 0 ")
            try customers("1,Acme,15\n2,Bolt,61\n3,Carl,99\n")
            let fourth = try audits.run("2026-01-04")
            #expect(Set(fourth.findings[0..<fourth.findings.count].map(\.message)) == ["14 -> 15", "60 -> 61"])
            #expect(try HistoryStore(path: audits.path).verify() == [])
        }
    }

    @Test func secondRecordUnderOneKeyIsNotComparedWithTheFirst() throws {
        try withAudits { audits in
            for day in ["2026-01-01", "2026-01-02"] {
                try audits.write("customer_id,legal_name,payment_terms_days\n1,Acme,30\n1,Acme Trading,60\n")
                let counts = try coverage(audits.run(day))
                #expect(day == "2026-01-01" || counts.hasPrefix("1 0 1 "), "\(counts)")
            }
        }
    }

    @Test func valuesAreComparedAsTheyReadNotAsTheyAreWritten() throws {
        try withAudits { audits in
            let checks = """
                pack: x
                owner: O
                cause: term-creep
                checks:
                  - { id: D, title: D, for: customer, severity: error, assert: "customer.payment_terms_valid_until == previous.payment_terms_valid_until && customer.credit_limit == previous.credit_limit && customer.po_required == previous.po_required" }
                """
            try audits.write(
                "customer_id,payment_terms_valid_until,credit_limit,po_required\n1,2026-12-31,1234.5,yes\n2,,,\n")
            try audits.run("2026-01-01", checks: checks)
            try audits.write(
                "KUNNR;payment_terms_valid_until;credit_limit;po_required\n2;;;\n1;31.12.2026;1.234,50;J\n")
            #expect(try coverage(audits.run("2026-01-02", checks: checks)) == "2 0 0 ")
        }
    }

    @Test func fieldThatNoRunKeptIsUnknownAndKeptFromThenOn() throws {
        try withAudits { audits in
            let other = Self.checks.replacing("payment_terms_days", with: "credit_limit")
            try audits.write("customer_id,legal_name,payment_terms_days,credit_limit\n1,Acme,30,5\n")
            try audits.run("2026-01-01")
            #expect(
                try coverage(audits.run("2026-01-02", checks: other))
                    == "0 0 1 not supplied: previous.credit_limit (not kept by the last run)")
            try audits.write("customer_id,legal_name,payment_terms_days,credit_limit\n1,Acme,31,6\n")
            // What was kept once goes on being kept, whichever checks run.
            #expect(try coverage(audits.run("2026-01-03", checks: other)) == "0 1 0 ")
            #expect(try coverage(audits.run("2026-01-04")) == "1 0 0 ")
        }
    }

    @Test func misspeltFieldIsAMistake() throws {
        try withAudits { audits in
            try audits.write("customer_id,legal_name\n1,Acme\n")
            let misspelt = Self.checks.replacing(
                "<= previous.payment_terms_days", with: "<= previous.payment_term_days")
            let error = #expect(throws: AuditError.self) { try audits.audit("2026-01-01", checks: misspelt) }
            guard case .diagnostics(let diagnostics)? = error else { return }
            #expect(
                diagnostics.description.contains("'payment_term_days'; did you mean 'payment_terms_days'?"),
                "\(diagnostics.description)")
        }
    }
}
