import Audit
import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct WaiverTests {
    private static let checks = """
        pack: x
        owner: Order management
        cause: bad-master-data
        checks:
          - { id: A-1, title: A, for: customer, severity: error, assert: has(customer.vat_number), field: vat_number }
          - { id: B-1, title: B, for: customer, severity: warning, assert: "100 / customer.payment_terms_days > 1" }
        """
    private static let customers = """
        customer_id,legal_name,vat_number,open_amount,payment_terms_days,currency
        0012,Acme,,100.00,30,EUR
        13,Bolt,,50.00,30,EUR
        14,Cork,NL1,25.00,0,EUR

        """

    private func audit(
        waivers: String?, plan: String = "waivers: w.csv", asOf: String = "2026-09-30"
    ) throws -> AuditResult {
        try TestFiles.withTemporaryFolder { folder in
            try Data(Self.customers.utf8).write(to: folder.appending(path: "c.csv"))
            if let waivers { try Data(waivers.utf8).write(to: folder.appending(path: "w.csv")) }
            let diagnostics = DiagnosticsCollector()
            let text = "datasets: { customers: { source: c.csv } }\nchecks: [x]\nas_of: \(asOf)\n\(plan)\n"
            let plan = try #require(
                Plan.decode(text, file: "audit.yaml", folder: folder.path, diagnostics: diagnostics))
            try diagnostics.throwIfAny()
            let pack = try #require(Pack.decode(Self.checks, file: "x.yaml", diagnostics: diagnostics))
            let options = AuditRun.Options(
                today: CalendarDate(daysSinceEpoch: 0), toolVersion: "test", threads: 2)
            var result = try AuditRun(plan: plan, packs: [pack], options: options).run()
            // Findings are rendered from the file, which goes with the folder.
            result.findings = FindingList(result.findings[0..<result.findings.count])
            return result
        }
    }

    private func statuses(_ result: AuditResult) -> [String] {
        result.findings[0..<result.findings.count].map { "\($0.checkID) \($0.recordID) \($0.status)" }
    }

    private static let header = "finding_id,check_id,record_id,reason,approver,expires\n"

    @Test func waivedFindingStandsLastAndCountsForNothing() throws {
        let all = try audit(waivers: nil)
        #expect(all.coverage[0].failedAsAWhole && all.totals.cashAtRisk.hundredths == 150_00)
        let id = try #require(all.findings[0..<3].first { $0.recordID == "0012" }).id
        let result = try audit(
            waivers: Self.header + "\(id),,,known,J. Smit,2026-12-31\n,A-1,13,known,J. Smit,31.12.2026\n")
        #expect(statuses(result) == ["B-1 14 new", "A-1 0012 waived", "A-1 13 waived"])
        #expect(!result.coverage[0].failedAsAWhole)
        #expect(result.coverage[0].fail == 2 && result.coverage[0].waived == 2)
        #expect(result.totals.cashAtRisk.hundredths == 0 && result.totals.invoiceReadyCustomers == 3)
        #expect(result.totals.byCause.isEmpty && result.totals.bySeverity.isEmpty)
        #expect(result.totals.unknownFindings == 1)
        #expect(result.waivers?.waivedFindings == 2 && result.waivers?.waivedCash.hundredths == 150_00)
    }

    /// The day that counts is the audit's own, whatever the clock says.
    @Test(
        arguments: [
            ("2026-12-30", WaiverOutcome.State.active, 1), ("2026-12-31", .active, 1), ("2027-01-01", .expired, 2),
        ])
    func waiverHoldsUpToItsLastDay(asOf: String, state: WaiverOutcome.State, raised: Int) throws {
        let result = try audit(waivers: Self.header + ",A-1,13,r,a,2026-12-31\n", asOf: asOf)
        #expect(result.waivers?.uses.map(\.state) == [state])
        #expect(result.totals.bySeverity[.error] == raised)
        #expect(result.waivers?.raisingAgain.count == (state == .expired ? 1 : 0))
    }

    @Test func waiversThatMatchNothingAreTold() throws {
        let result = try audit(
            waivers: Self.header
                + ",A-1,14,r,a,2026-12-31\n,A-1,0013,r,a,2026-12-31\n,Z-9,13,r,a,2026-12-31\n,B-1,14,r,a,2026-12-31\n")
        #expect(result.waivers?.uses.map(\.state) == [.unmatched, .unmatched, .notRun, .active])
        // What could not be evaluated is not what somebody agreed to.
        #expect(statuses(result).contains("B-1 14 new"))
    }

    @Test func renewedWaiverSilencesTheExpiredOne() throws {
        let result = try audit(waivers: Self.header + ",A-1,13,r,a,2026-06-30\n,A-1,13,r,a,2026-12-31\n")
        #expect(result.waivers?.uses.map(\.findings) == [0, 1])
        #expect(result.waivers?.raisingAgain.isEmpty == true)
    }

    @Test(
        arguments: [
            (
                header + ",A-1,13,,a,2026-12-31\n",
                "w.csv:2:1: the waiver has no reason; say why the exception is accepted"
            ),
            (header + ",A-1,13,r, ,2026-12-31\n", "w.csv:2:1: the waiver has no approver; say who accepted it"),
            (header + ",A-1,13,r,a,\n", "w.csv:2:1: the waiver has no expiry; give its last day, e.g. 2026-12-31"),
            (header + ",A-1,13,r,a,soon\n", "w.csv:2:1: the expiry 'soon' is no date; write it as 2026-12-31"),
            (
                header + ",A-1,13,r,a,03-04-2026\n",
                "w.csv:2:1: the expiry '03-04-2026' may mean 2026-04-03 or 2026-03-04; write it as 2026-04-03"
            ),
            (
                header + "\n,A-1,,r,a,2026-12-31\n",
                "w.csv:3:1: the waiver does not say what it accepts; give finding_id, or check_id and record_id"
            ),
            (
                header + "A-1,,,r,a,2026-12-31\n",
                "w.csv:2:1: 'A-1' is no finding's id; copy it from exceptions.csv, or give check_id and record_id"
            ),
            (
                header + "a,b\n",
                "w.csv:2:1: the line cannot be read as a waiver (too-few-fields); mend its quotes and commas"
            ),
            (
                "check_id,record_id,reason,approver,expiry\nA-1,13,r,a,2026-12-31\n",
                "w.csv:1:1: the waivers have no column 'expires'; is it the one called 'expiry'?"
            ),
        ] as [(String, String)])
    func waiverThatLacksSomethingIsRefusedWithItsLine(text: String, message: String) throws {
        let error = try #require(throws: AuditError.self) { try audit(waivers: text) }
        guard case .diagnostics(let diagnostics) = error else { throw error }
        #expect(diagnostics.all.map { $0.description.split(separator: "/").last.map(String.init) } == [message])
    }

    @Test func fourEyesWantAnotherApproverThanTheOwner() throws {
        let waivers = Self.header + ",A-1,13,r,order  Management,2026-12-31\n"
        #expect(throws: Never.self) { try audit(waivers: waivers) }
        let error = try #require(throws: AuditError.self) {
            try audit(waivers: waivers, plan: "waivers: { file: w.csv, four_eyes: true }")
        }
        guard case .diagnostics(let diagnostics) = error else { throw error }
        #expect(diagnostics.description.contains("w.csv:2:1: 'order  Management' approved the waiver and owns the fix"))
    }

    /// As spreadsheets give it back: other order, other delimiter, another encoding, apostrophes, a column of its own.
    @Test func spreadsheetsWayOfWritingIsRead() throws {
        let text = "Expires;Reason;Note;Approver;Record_ID;Check_ID\n31.12.2026;'=1+1;x;\"Zoë; B\";13;A-1\n"
        let result = try audit(waivers: "\u{FEFF}" + text)
        let waiver = try #require(result.waivers?.uses.first?.waiver)
        #expect(waiver.reason == "=1+1" && waiver.approver == "Zoë; B" && waiver.line == 2)
        #expect(result.waivers?.waivedFindings == 1)
    }
}
