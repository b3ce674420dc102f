import Audit
import TestSupport
import Testing

/// What a finding's status is from run to run, and what counts as fixed.
@Suite struct StatusTests {
    private func withAudits(_ body: (RecordedAudits) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { try body(RecordedAudits(folder: $0)) }
    }

    @Test func findingIsNewThenOpenThenFixedThenReopened() throws {
        try withAudits { audits in
            let (bad, good) = (
                "customer_id,legal_name,po_number_default\n1,Acme,\n",
                "customer_id,legal_name,po_number_default\n1,Acme,45\n"
            )
            var seen: [[String]] = []
            for (day, text) in [(1, bad), (2, bad), (3, good), (4, good), (5, bad), (6, bad)] {
                try audits.write(text)
                seen.append(RecordedAudits.lines(try audits.run("2026-01-0\(day)")))
            }
            #expect(
                seen == [
                    ["A 1 new 2026-01-01 1"], ["A 1 open 2026-01-01 2"], ["A 1 fixed 2026-01-01 2"], [],
                    ["A 1 reopened 2026-01-01 1"], ["A 1 open 2026-01-01 2"],
                ])
            #expect(try HistoryStore(path: audits.path).verify() == [])
        }
    }

    @Test func rowOrderRenamedColumnsAndMovedFileMakeNothingNew() throws {
        try withAudits { audits in
            try audits.write("customer_id,legal_name,po_number_default\n1,Acme,\n2,Bolt,\n")
            try audits.run("2026-01-01")
            try audits.write("Bestelnummer;Naam;Debiteurnr\n;Bolt;2\n;Acme;1\n", to: "moved.csv")
            var moved = audits
            moved.plan = "datasets: { customers: { source: moved.csv, fields: { po_number_default: Bestelnummer } } }"
            #expect(
                RecordedAudits.lines(try moved.run("2026-01-02")) == [
                    "A 1 open 2026-01-01 2", "A 2 open 2026-01-01 2",
                ])
        }
    }

    private static let two = "customer_id,legal_name,po_number_default,open_amount\n1,Acme,,10\n2,Bolt,,20\n"

    @Test func whatWasNotLookedAtIsNotFixed() throws {
        let other = """
            pack: x
            owner: O
            cause: bad-master-data
            checks: [{ id: B, title: B, for: customer, severity: error, assert: "customer.legal_name != ''" }]
            """
        try withAudits { audits in
            try audits.write(Self.two)
            try audits.run("2026-01-01")
            // A narrower scope, other checks, a column that is missing, an earlier day, and again all of it.
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-02", plan: "scope: { top: 1 }")) == [
                    "A 2 open 2026-01-01 2"
                ])
            #expect(RecordedAudits.lines(try audits.run("2026-01-03", checks: other)) == [])
            try audits.write("customer_id,legal_name\n1,Acme\n2,Bolt\n")
            #expect(RecordedAudits.lines(try audits.run("2026-01-04")) == [])
            try audits.write("customer_id,legal_name,po_number_default\n1,Acme,45\n2,Bolt,45\n")
            #expect(RecordedAudits.lines(try audits.run("2025-12-31")) == [])
            try audits.write(Self.two)
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-05")) == [
                    "A 1 open 2026-01-01 2", "A 2 open 2026-01-01 3",
                ])
        }
    }

    @Test func checkThatWasStoppedFixesNothing() throws {
        try withAudits { audits in
            try audits.write(Self.two)
            try audits.run("2026-01-01")
            var limits = StepLimits()
            (limits.least, limits.stepsPerByte) = (1000, 0)
            let greedy = audits.checks.replacing(
                "customer.po_number_default != ''",
                with: "customer.po_number_default != '' || lists.range(5000).exists(n, n < 0)")
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-02", checks: greedy)) == [
                    "A 1 open 2026-01-01 2", "A 2 open 2026-01-01 2",
                ])
            let stopped = try audits.run("2026-01-03", checks: greedy, limits: limits)
            #expect(RecordedAudits.lines(stopped) == [])
            #expect(stopped.coverage.map(\.unknown) == [2])
        }
    }

    @Test func recordThatIsGoneIsNotFixedAndComesBackOpen() throws {
        try withAudits { audits in
            try audits.write(Self.two)
            try audits.run("2026-01-01")
            try audits.write("customer_id,legal_name,po_number_default,open_amount\n2,Bolt,,20\n")
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-02")) == [
                    "A 1 record_gone 2026-01-01 1", "A 2 open 2026-01-01 2",
                ])
            try audits.write(Self.two)
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-03")) == [
                    "A 1 open 2026-01-01 2", "A 2 open 2026-01-01 3",
                ])
        }
    }

    @Test func recordThatCannotBeReadIsNotGone() throws {
        try withAudits { audits in
            try audits.write(Self.two)
            try audits.run("2026-01-01")
            try audits.write("customer_id,legal_name,po_number_default,open_amount\n1,Acme,,10,surplus\n2,Bolt,,20\n")
            #expect(RecordedAudits.lines(try audits.run("2026-01-02")) == ["A 2 open 2026-01-01 2"])
        }
    }

    @Test func invoicesAreGoneOnlyWithTheirCustomersInScope() throws {
        try withAudits { audits in
            var audits = audits
            audits.plan = "datasets: { customers: { source: c.csv }, invoices: { source: i.csv } }"
            audits.checks = """
                pack: x
                owner: O
                cause: bad-master-data
                checks: [{ id: I, title: I, for: invoice, severity: error, assert: "invoice.po_number != ''" }]
                """
            try audits.write(Self.two)
            try audits.write("invoice_id,customer_id,amount,po_number\nX,1,5,\nY,2,6,\nZ,2,6,\n", to: "i.csv")
            try audits.run("2026-01-01")
            try audits.write("invoice_id,customer_id,amount,po_number\nZ,2,6,45\n", to: "i.csv")
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-02", plan: "scope: { top: 1 }")) == [
                    "I Y record_gone 2026-01-01 1", "I Z fixed 2026-01-01 1",
                ])
        }
    }

    @Test func duplicateOutOfScopeIsNotFixed() throws {
        try withAudits { audits in
            var audits = audits
            audits.checks = """
                pack: x
                owner: O
                cause: bad-master-data
                checks: [{ id: U, title: U, for: customer, severity: error, field: vat_number, unique: customer.vat_number }]
                """
            try audits.write("customer_id,legal_name,vat_number,open_amount\n1,Acme,NL1,10\n2,Bolt,NL1,20\n")
            try audits.run("2026-01-01")
            #expect(RecordedAudits.lines(try audits.run("2026-01-02", plan: "scope: { top: 1 }")) == [])
            try audits.write("customer_id,legal_name,vat_number,open_amount\n1,Acme,NL1,10\n2,Bolt,NL2,20\n")
            #expect(
                RecordedAudits.lines(try audits.run("2026-01-03", plan: "scope: { top: 1 }"))
                    == ["U 2 fixed 2026-01-01 1"])
        }
    }

    @Test func brokenEvaluationKeepsAFailureOpenAndItsOwnFailureIsNew() throws {
        try withAudits { audits in
            var audits = audits
            audits.checks = """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: D, title: D, for: customer, severity: error, assert: "100 / customer.payment_terms_days > 1" }
                """
            var seen: [[String]] = []
            for (day, terms) in [(1, "100"), (2, "0"), (3, "100"), (4, "10"), (5, "0"), (6, "100")] {
                try audits.write(
                    "customer_id,legal_name,payment_terms_days\n1,Acme,\(terms)\n2,Bolt,\(day < 3 ? "0" : "100")\n")
                seen.append(RecordedAudits.lines(try audits.run("2026-01-0\(day)")))
            }
            #expect(seen[0] == ["D 1 new 2026-01-01 1", "D 2 new 2026-01-01 1"])
            #expect(seen[1] == ["D 1 open 2026-01-01 2", "D 2 open 2026-01-01 2"])
            #expect(seen[2] == ["D 1 open 2026-01-01 3", "D 2 new 2026-01-03 1"])
            #expect(seen[3] == ["D 1 fixed 2026-01-01 3", "D 2 open 2026-01-03 2"])
        }
    }
}
