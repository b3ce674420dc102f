import Audit
import Checks
import Foundation
import Tables

/// An audit of 24 invented customers, with the figures that a real one would have: totals follow from the findings.
enum SampleAudit {
    static let asOf = date(2026, 9, 30)

    static func result(_ language: String, hostile: Bool = false) -> AuditResult {
        let isDutch = language == "nl"
        var findings = SampleFindings.all.map { $0.finding(isDutch: isDutch) }
        if hostile { findings += HostileCells.findings }
        findings.sort { ($0.priority, $1.checkID, $1.recordID) > ($1.priority, $0.checkID, $0.recordID) }
        var result = AuditResult(
            plan: PlanSummary(
                name: isDutch ? "Topklanten, derde kwartaal" : "Top accounts, Q3", asOf: asOf, language: language,
                toolVersion: "1.0.0", failOn: .error),
            datasets: datasets,
            scope: ScopeSummary(
                description: isDutch ? "de 24 grootste naar open_amount" : "the 24 largest by open_amount",
                customersInScope: SampleCustomers.all.count, customersInTotal: 312),
            findings: FindingList(findings),
            coverage: coverage(findings, isDutch: isDutch),
            totals: totals(findings),
            remarks: isDutch
                ? [
                    "data/customers.csv: geen tekenset opgegeven, gelezen als windows-1252",
                    "er is geen dataset 'deliveries': 2 controles konden niet worden uitgevoerd",
                ]
                : [
                    "data/customers.csv: no encoding declared, read as windows-1252",
                    "there is no dataset 'deliveries': 2 checks could not run",
                ],
            waivers: waivers(findings))
        result.fixed = fixed(isDutch: isDutch)
        result.course = course
        result.families = SampleFamilies.all(hostile: hostile)
        return result
    }

    /// Four quarters, the last one being this run.
    private static let course = HistoryCourse(
        runs: [(31, 12, 12, 0, 0, 0), (31, 3, 5, 0, 4, 1), (30, 6, 9, 1, 6, 0), (30, 9, 4, 2, 11, 3)].enumerated().map {
            index, quarter in
            RecordedRun(
                number: index + 1, startedAt: Date(timeIntervalSince1970: 0), seconds: 1,
                asOf: date(index == 0 ? 2025 : 2026, quarter.1, quarter.0), plan: "Top accounts", scope: "",
                toolVersion: "1.0.0", customers: 24, invoiceReadyCustomers: 10,
                findings: 12 + index, cashAtRisk: euro(Int64(90_000_000 - index * 14_300_000)), new: quarter.2,
                reopened: quarter.3, fixed: quarter.4, gone: quarter.5, notLookedAt: 0)
        },
        causes: [
            Trend(
                name: "bad-master-data",
                points: (1...4).map {
                    Trend.Point(run: $0, findings: 14 - 2 * $0, cashAtRisk: euro(Int64(40_000_000 / $0)))
                }),
            Trend(name: "term-creep", points: [Trend.Point(run: 4, findings: 3, cashAtRisk: euro(1_000_000))]),
        ],
        times: [
            TimesToFix(name: "", days: [30, 91, 92, 92, 184], reopened: 3),
            TimesToFix(name: "bad-master-data", days: [91, 92, 184], reopened: 3),
        ])

    private static func fixed(isDutch: Bool) -> [FixedFinding] {
        [
            FixedFinding(
                id: "PO-02-0011223344556677", how: .fixed, checkID: "PO-02",
                title: isDutch ? "PO vereist, maar het formaat is onbekend" : "PO required, but its format is unknown",
                severity: .error, cause: "bad-master-data", record: "customer", recordID: "10012",
                customerID: "10012", customerName: "Vondel, Kade & Zn. B.V.", field: "po_format",
                owner: "Order management",
                cashAtRisk: euro(1_234_550), firstSeen: date(2026, 3, 31), openSince: date(2026, 6, 30), goneOn: asOf,
                runsOpen: 1),
            FixedFinding(
                id: "EX-01-8899aabbccddeeff", how: .recordGone, checkID: "EX-01",
                title: isDutch ? "De factuur staat dubbel" : "The invoice stands twice", severity: .warning,
                cause: "process-gap", record: "invoice", recordID: "90011", customerID: "10019",
                customerName: "=Bolt GmbH", field: "", owner: "Billing", cashAtRisk: euro(50_000),
                firstSeen: date(2026, 6, 30), openSince: date(2026, 6, 30), goneOn: asOf, runsOpen: 1),
        ]
    }

    private static func waivers(_ findings: [Finding]) -> WaiverOutcome {
        let waived = findings.filter { $0.status == .waived }
        let uses = waived.enumerated().map { index, finding in
            WaiverOutcome.Use(
                waiver: Waiver(
                    target: .finding(id: finding.id), reason: "the portal goes live in December", approver: "J. Smit",
                    expires: date(2026, 12, 31), line: index + 2),
                state: .active, findings: 1, cashAtRisk: finding.cashAtRisk)
        }
        let old = Waiver(
            target: .record(id: "9999", check: "PO-02"), reason: "customer leaves", approver: "J. Smit",
            expires: date(2027, 1, 31), line: uses.count + 2)
        return WaiverOutcome(
            file: "waivers.csv",
            uses: uses + [WaiverOutcome.Use(waiver: old, state: .unmatched, findings: 0, cashAtRisk: euro(0))],
            waivedFindings: waived.count, waivedCash: largestPerCustomer(waived))
    }

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSinceEpoch: 0)
    }

    static func euro(_ hundredths: Int64) -> Money { Money(hundredths: hundredths, currency: "EUR") }

    private static let datasets = [
        DatasetSummary(
            name: "customers", source: "data/customers.csv", rowsRead: 314, rowsAudited: 312, rowsQuarantined: 2,
            quarantined: [
                .init(line: 88, reason: "too-few-fields"), .init(line: 205, reason: "undecodable"),
            ],
            encoding: "windows-1252 (guessed)", delimiter: ";", missingFields: ["lei", "dispute_contact"]),
        DatasetSummary(
            name: "invoices", source: "data/invoices.csv", rowsRead: 4_206, rowsAudited: 4_206, rowsQuarantined: 0,
            quarantined: [], encoding: "utf-8", delimiter: ",", missingFields: []),
    ]

    private static func coverage(_ findings: [Finding], isDutch: Bool) -> [CheckCoverage] {
        var rows = SampleChecks.all.map { check in
            let failed = findings.filter { $0.checkID == check.id && $0.result == .fail }
            let unknown = findings.filter { $0.checkID == check.id && $0.result == .unknown }
            let fail = failed.count
            let raised = failed.filter { $0.status != .waived }
            let applicable = max(fail + unknown.count, check.applicable)
            return CheckCoverage(
                checkID: check.id, pack: check.pack, title: isDutch ? check.titleNL : check.title,
                severity: check.severity, cause: check.cause, owner: check.owner, records: 24 + max(0, applicable - 24),
                pass: applicable - fail - unknown.count, fail: fail,
                notApplicable: max(0, 24 - applicable), unknown: unknown.count,
                reason: unknown.isEmpty ? "" : isDutch ? "de berekening mislukte" : "the evaluation failed",
                failedAsAWhole: !raised.isEmpty, cashAtRisk: largestPerCustomer(raised), references: check.references,
                waived: fail - raised.count)
        }
        for (id, title, titleNL) in [
            ("LB-01", "Invoices follow the delivery late", "Facturen volgen laat op de levering"),
            ("PD-02", "No signed proof of delivery", "Geen getekend afleverbewijs"),
        ] {
            rows.append(
                CheckCoverage(
                    checkID: id, pack: "invoice-rules", title: isDutch ? titleNL : title, severity: .warning,
                    cause: id == "LB-01" ? "late-billing" : "missing-pod", owner: "Logistics", records: 24, pass: 0,
                    fail: 0, notApplicable: 0, unknown: 24,
                    reason: isDutch ? "er is geen dataset 'deliveries'" : "there is no dataset 'deliveries'",
                    failedAsAWhole: false, cashAtRisk: euro(0)))
        }
        return rows
    }

    private static func largestPerCustomer(_ findings: [Finding]) -> Money {
        euro(
            Dictionary(grouping: findings, by: \.customerID).values
                .reduce(0) { $0 + ($1.map(\.cashAtRisk.hundredths).max() ?? 0) })
    }

    private static func groups(_ findings: [Finding], by key: (Finding) -> String) -> [Totals.Group] {
        Dictionary(grouping: findings, by: key).map { name, members in
            Totals.Group(
                name: name, findings: members.count, customers: Set(members.map(\.customerID)).count,
                cashAtRisk: largestPerCustomer(members))
        }.sorted { ($0.cashAtRisk.hundredths, $1.name) > ($1.cashAtRisk.hundredths, $0.name) }
    }

    private static func totals(_ findings: [Finding]) -> Totals {
        let failed = findings.filter { $0.result == .fail && $0.status != .waived }
        let notReady = Set(failed.filter { $0.severity >= .error }.map(\.customerID))
        let open = SampleCustomers.all.reduce(Int64(0)) { $0 + $1.openAmount }
        let ready = SampleCustomers.all.filter { !notReady.contains($0.id) }
        let top = Dictionary(grouping: failed, by: \.customerID).map { id, members in
            Totals.Customer(
                id: id, name: members[0].customerName, findings: members.count,
                worst: members.map(\.severity).max() ?? .info,
                openAmount: euro(SampleCustomers.all.first { $0.id == id }?.openAmount ?? 0),
                cashAtRisk: largestPerCustomer(members))
        }.sorted { ($0.cashAtRisk.hundredths, $1.id) > ($1.cashAtRisk.hundredths, $0.id) }
        return Totals(
            bySeverity: Dictionary(grouping: failed, by: \.severity).mapValues(\.count),
            unknownFindings: findings.count { $0.result == .unknown }, customers: SampleCustomers.all.count,
            invoiceReadyCustomers: ready.count, openAmount: euro(open),
            invoiceReadyOpenAmount: euro(ready.reduce(0) { $0 + $1.openAmount }),
            cashAtRisk: largestPerCustomer(failed), byCause: groups(failed) { $0.cause },
            byOwner: groups(failed) { $0.owner }, topCustomers: top, mixedCurrencies: [])
    }
}
