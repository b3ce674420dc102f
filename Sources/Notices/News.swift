public import Audit
import Checks
import Reports
import Tables

/// The exceptions that are new in a run, by who has to mend them.
public struct News: Sendable {
    public struct Share: Sendable {
        public var owner: String
        /// Most urgent first.
        public var findings: [Finding]
    }

    public var plan: String
    public var asOf: String
    public var language: String
    /// By owner, in the order of the alphabet; nobody without findings.
    public var shares: [Share]

    /// New and reopened exceptions that are no known debt; a check that could not be evaluated is no exception to mend.
    public init(_ result: AuditResult) {
        plan = result.plan.name
        asOf = result.plan.asOf.description
        language = result.plan.language
        var byOwner: [String: [Finding]] = [:]
        result.findings.forEach { finding in
            guard finding.result == .fail, [.new, .reopened].contains(finding.status),
                result.baseline?.contains(finding.id) != true
            else { return }
            byOwner[finding.owner, default: []].append(finding)
        }
        shares = byOwner.sorted { $0.key < $1.key }.map { Share(owner: $0.key, findings: $0.value) }
    }

    public var count: Int { shares.reduce(0) { $0 + $1.findings.count } }

    func text(_ english: String, _ dutch: String) -> String { language == "nl" ? dutch : english }

    func severity(of finding: Finding) -> String { finding.severity.name(language: language).lowercased() }

    func title(_ count: Int, owner: String? = nil) -> String {
        let whose = owner.map { text(" for \($0)", " voor \($0)") } ?? ""
        return count == 1
            ? text("1 new exception\(whose): \(plan)", "1 nieuwe uitzondering\(whose): \(plan)")
            : text("\(count) new exceptions\(whose): \(plan)", "\(count) nieuwe uitzonderingen\(whose): \(plan)")
    }
}
