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
        let selection = statuses.map { FindingSelection($0, of: result) }
        result.findings.forEach { finding in
            if finding.status == .waived || selection?.contains(finding) == false { return }
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

extension AuditResult {
    /// Whether results are unknown that should not be: a check failed to evaluate, of which `alarm` may ask for the new ones
    /// alone, or an outside source could not tell.
    public func hasUnexpectedUnknowns(_ alarm: Alarm?) -> Bool {
        coverage.contains { $0.notKnown > 0 } || (alarm?.unknown ?? totals.unknownFindings) > 0
    }
}

/// The findings that `--only` asks for: those of some statuses, and, because nobody would hear that the day is over otherwise,
/// those whose waiver has expired.
public struct FindingSelection: Sendable {
    private let statuses: Set<Finding.Status>
    private let expired: Set<Waiver.Target>

    public init(_ statuses: Set<Finding.Status>, of result: AuditResult) {
        self.statuses = statuses
        expired = Set((result.waivers?.raisingAgain ?? []).map(\.waiver.target))
    }

    public func contains(_ finding: Finding) -> Bool {
        if statuses.contains(finding.status) { return true }
        return finding.status != .waived && !expired.isEmpty
            && (expired.contains(.finding(id: finding.id))
                || expired.contains(.record(id: finding.recordID, check: finding.checkID)))
    }
}
