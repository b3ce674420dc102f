import Checks

/// The findings that a run is to raise the alarm for: all that the plan fails on, or only those of some statuses, and without
/// those of a baseline. Waived ones never do.
public struct Alarm: Sendable {
    /// Failures at or above `fail_on`, of checks that fail as a whole.
    public private(set) var findings = 0
    /// Checks that could not be evaluated on a record.
    public private(set) var unknown = 0
    /// Each customer once, with the largest amount among its findings; records of no known customer add up.
    public private(set) var cashAtRisk: Money

    public init(_ result: AuditResult, only statuses: Set<Finding.Status>?, known baseline: Baseline?) {
        let failing = Set(
            result.coverage.filter { $0.failedAsAWhole && $0.severity >= result.plan.failOn }.map(\.checkID))
        cashAtRisk = Money(hundredths: 0, currency: result.totals.cashAtRisk.currency)
        var byCustomer: [String: Int64] = [:]
        result.findings.forEach { finding in
            if finding.status == .waived || statuses?.contains(finding.status) == false { return }
            if finding.result == .unknown {
                unknown += 1
                return
            }
            guard failing.contains(finding.checkID), baseline?.contains(finding.id) != true
            else { return }
            findings += 1
            let cash = max(0, finding.cashAtRisk.hundredths)
            byCustomer[finding.customerID] =
                finding.customerID.isEmpty
                ? (byCustomer[""] ?? 0).addingSaturated(cash) : max(byCustomer[finding.customerID] ?? 0, cash)
        }
        cashAtRisk.hundredths = byCustomer.values.reduce(0) { $0.addingSaturated($1) }
    }
}
