import Checks

/// The findings that a run is to raise the alarm for: all that the plan fails on, or only those of some statuses, and without
/// those of a baseline. Waived ones never do.
public struct Alarm: Sendable {
    /// Failures at or above `fail_on`, of checks that fail as a whole.
    public private(set) var findings = 0
    /// Checks that could not be evaluated on a record.
    public private(set) var unknown = 0
    /// Each customer once, with the largest amount that one check puts at risk there; records of no known customer add up.
    public private(set) var cashAtRisk: Money

    public init(_ result: AuditResult, only statuses: Set<Finding.Status>?, known baseline: Baseline?) {
        let failing = Set(
            result.coverage.filter { $0.failedAsAWhole && $0.severity >= result.plan.failOn }.map(\.checkID))
        cashAtRisk = Money(hundredths: 0, currency: result.totals.cashAtRisk.currency)
        var byCheck: [Exposed: Int64] = [:]
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
            let exposed = Exposed(finding)
            byCheck[exposed] = CashAtRisk.ofOneCheck(
                byCheck[exposed] ?? 0, cash, isAboutCustomers: finding.record == "customer")
        }
        var byCustomer: [String: Int64] = [:]
        for (exposed, cash) in byCheck { byCustomer[exposed.customer] = max(byCustomer[exposed.customer] ?? 0, cash) }
        cashAtRisk.hundredths = byCustomer.values.reduce(0) { $0.addingSaturated($1) }
    }
}

/// Who is exposed by a check.
private struct Exposed: Hashable {
    /// Of a record that leads to no customer, what tells it apart from all customers and records.
    let customer: String
    let check: String

    init(_ finding: Finding) {
        customer = finding.customerID.isEmpty ? "\u{0}\(finding.record) \(finding.line)" : finding.customerID
        check = finding.checkID
    }
}

extension AuditResult {
    /// Whether results are unknown that should not be: a check failed to evaluate, of which `alarm` may ask for the new ones
    /// alone, or the scope did, or an outside source could not tell.
    public func hasUnexpectedUnknowns(_ alarm: Alarm?) -> Bool {
        coverage.contains { $0.notKnown > 0 } || scope.customersUndecided > 0
            || (alarm?.unknown ?? totals.unknownFindings) > 0
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
