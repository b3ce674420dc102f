public import Checks

/// What a change of rules does to the findings on the same data.
public struct RuleImpact: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Only the new rules find it.
        case new
        /// Only the old rules find it.
        case dropped
        /// Both find it, with another severity.
        case severity
        /// Both find it, with another amount at risk.
        case money
    }

    public struct Change: CashChange, Sendable, Hashable {
        public var kind: Kind
        /// As the new rules find it; one that is dropped, as the old ones did.
        public var finding: Finding
        public var severityBefore: Severity?
        /// Zero where it was not there.
        public var cashBefore: Money
        public var cashAfter: Money
    }

    /// In the order of `Kind`, and then of urgency.
    public var changes: [Change]
    public var findingsBefore: Int
    public var findingsAfter: Int
    /// Each customer once.
    public var cashBefore: Money
    public var cashAfter: Money

    /// Both are audits of the same data on the same day. What could not be evaluated is left out.
    public init(old: AuditResult, new: AuditResult) {
        var before: [String: Finding] = [:]
        // Two records under one key share an id; on either side the first stands for it.
        old.findings.forEach { if $0.result == .fail, before[$0.id] == nil { before[$0.id] = $0 } }
        findingsBefore = before.count
        var found: [Kind: [Change]] = [:]
        var after: Set<String> = []
        new.findings.forEach { finding in
            guard finding.result == .fail, after.insert(finding.id).inserted else { return }
            let earlier = before[finding.id]
            let kind: Kind? =
                if let earlier {
                    earlier.severity != finding.severity
                        ? .severity : earlier.cashAtRisk != finding.cashAtRisk ? .money : nil
                } else {
                    .new
                }
            guard let kind else { return }
            found[kind, default: []].append(
                Change(
                    kind: kind, finding: finding, severityBefore: earlier?.severity,
                    cashBefore: earlier?.cashAtRisk ?? Money(hundredths: 0, currency: finding.cashAtRisk.currency),
                    cashAfter: finding.cashAtRisk))
        }
        findingsAfter = after.count
        old.findings.forEach { finding in
            guard finding.result == .fail, !after.contains(finding.id), before.removeValue(forKey: finding.id) != nil
            else { return }
            found[.dropped, default: []].append(
                Change(
                    kind: .dropped, finding: finding, severityBefore: finding.severity, cashBefore: finding.cashAtRisk,
                    cashAfter: Money(hundredths: 0, currency: finding.cashAtRisk.currency)))
        }
        changes = Kind.allCases.flatMap { found[$0] ?? [] }
        cashBefore = old.totals.cashAtRisk
        cashAfter = new.totals.cashAtRisk
    }

    /// How many of a kind, and the cash at risk of them before and after, in hundredths.
    public func total(of kind: Kind) -> (count: Int, cashBefore: Int64, cashAfter: Int64) {
        changes.total(of: kind)
    }
}
