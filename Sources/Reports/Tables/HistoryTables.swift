public import Audit
import Checks
import Foundation

extension PrintedTable {
    /// One row for each run.
    public init(_ runs: [RecordedRun]) {
        self.init(
            [
                "run", "as_of", "started_at", "seconds", "customers", "invoice_ready", "findings", "cash_at_risk",
                "currency", "new", "reopened", "fixed", "record_gone", "not_looked_at", "scope",
            ],
            runs.map { run in
                [
                    .number(run.number), .date(run.asOf), .text(run.startedAt.formatted(.iso8601)),
                    .text(
                        (run.seconds * 10).rounded().formatted(.number.scale(0.1).locale(Locale(identifier: "en_US")))),
                    .number(run.customers), .number(run.invoiceReadyCustomers), .number(run.findings),
                    .amount(run.cashAtRisk), .text(run.cashAtRisk.currency), .number(run.new), .number(run.reopened),
                    .number(run.fixed), .number(run.gone), .number(run.notLookedAt), .text(run.scope),
                ]
            })
    }

    /// One row for each group and run.
    public init(_ trends: [Trend], by group: TrendGroup) {
        self.init(
            [group.rawValue, "run", "findings", "cash_at_risk", "currency"],
            trends.flatMap { trend in
                trend.points.map { point in
                    [
                        .text(trend.name), .number(point.run), .number(point.findings), .amount(point.cashAtRisk),
                        .text(point.cashAtRisk.currency),
                    ]
                }
            })
    }

    /// One row for each group; the first is all of them.
    public init(_ times: [TimesToFix], by group: TrendGroup) {
        self.init(
            [group.rawValue, "fixed", "median_days", "days_90_percent", "reopened"],
            times.map { time in
                [
                    time.name.isEmpty ? .word("all") : .text(time.name), .number(time.fixed), .number(time.medianDays),
                    .number(time.ninetiethPercentileDays), .number(time.reopened),
                ]
            })
    }

    /// One row for each finding that is different between two runs.
    public init(_ changes: [RunComparison.Change]) {
        self.init(
            [
                "change", "finding_id", "severity", "check_id", "title", "cause", "owner", "record", "record_id",
                "customer_id", "customer_name", "field", "cash_before", "cash_after", "currency", "first_seen",
            ],
            changes.map { change in
                [
                    .word(change.kind.rawValue), .text(change.id), .word(change.severity.rawValue),
                    .text(change.checkID),
                    .text(change.title), .text(change.cause), .text(change.owner), .text(change.record),
                    .text(change.recordID), .text(change.customerID), .text(change.customerName), .text(change.field),
                    .amount(change.cashBefore), .amount(change.cashAfter), .text(change.cashAfter.currency),
                    .date(change.firstSeen),
                ]
            })
    }

    /// One row for each finding on which two sets of rules differ.
    public init(_ changes: [RuleImpact.Change]) {
        self.init(
            [
                "change", "finding_id", "severity_before", "severity", "check_id", "title", "record", "record_id",
                "customer_id", "customer_name", "cash_before", "cash_after", "currency",
            ],
            changes.map { change in
                let finding = change.finding
                return [
                    .word(change.kind.rawValue), .text(finding.id), .word(change.severityBefore?.rawValue ?? ""),
                    .word(change.kind == .dropped ? "" : finding.severity.rawValue), .text(finding.checkID),
                    .text(finding.title), .text(finding.record), .text(finding.recordID), .text(finding.customerID),
                    .text(finding.customerName), .amount(change.cashBefore), .amount(change.cashAfter),
                    .text(change.cashAfter.currency),
                ]
            })
    }

    /// How many findings of each kind, and their cash at risk.
    public init(_ comparison: RunComparison) {
        let currency = comparison.later.cashAtRisk.currency
        var rows: [[Cell]] = RunComparison.Kind.allCases.map { kind in
            let total = comparison.total(of: kind)
            return [
                .word(kind.rawValue), .number(total.count),
                .amount(Money(hundredths: total.cashBefore, currency: currency)),
                .amount(Money(hundredths: total.cashAfter, currency: currency)),
            ]
        }
        rows.append([
            .word("open in both"), .number(comparison.staying.count),
            .amount(Money(hundredths: comparison.staying.cashBefore, currency: currency)),
            .amount(Money(hundredths: comparison.staying.cashAfter, currency: currency)),
        ])
        self.init(["change", "findings", "cash_before", "cash_after"], rows)
    }

    /// How many findings of each kind, and their cash at risk.
    public init(_ impact: RuleImpact) {
        let currency = impact.cashAfter.currency
        var rows: [[Cell]] = RuleImpact.Kind.allCases.map { kind in
            let total = impact.total(of: kind)
            return [
                .word(kind.rawValue), .number(total.count),
                .amount(Money(hundredths: total.cashBefore, currency: currency)),
                .amount(Money(hundredths: total.cashAfter, currency: currency)),
            ]
        }
        rows.append([
            .word("all"), .number(impact.findingsAfter), .amount(impact.cashBefore), .amount(impact.cashAfter),
        ])
        self.init(["change", "findings", "cash_before", "cash_after"], rows)
    }
}
