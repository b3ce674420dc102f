public import Audit
import Checks
import Reports
import Tables

/// The exceptions that are new in a run, or whose waiver has expired, by who has to mend them.
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
    /// Ids of those that are not new, but accepted no longer.
    private let ended: Set<String>

    /// New and reopened exceptions that are no known debt, and those whose waiver has expired, which nobody would hear of
    /// otherwise; a check that could not be evaluated is no exception to mend.
    public init(_ result: AuditResult) {
        plan = result.plan.name
        asOf = result.plan.asOf.description
        language = result.plan.language
        var byOwner: [String: [Finding]] = [:]
        var ended: Set<String> = []
        let selection = FindingSelection([.new, .reopened], of: result)
        result.findings.forEach { finding in
            guard finding.result == .fail, selection.contains(finding), result.baseline?.contains(finding.id) != true
            else { return }
            if ![.new, .reopened].contains(finding.status) { ended.insert(finding.id) }
            byOwner[finding.owner, default: []].append(finding)
        }
        self.ended = ended
        shares = byOwner.sorted { $0.key < $1.key }.map { Share(owner: $0.key, findings: $0.value) }
    }

    public var count: Int { shares.reduce(0) { $0 + $1.findings.count } }

    func text(_ english: String, _ dutch: String) -> String { language == "nl" ? dutch : english }

    func severity(of finding: Finding) -> String { finding.severity.name(language: language).lowercased() }

    func isEnded(_ finding: Finding) -> Bool { ended.contains(finding.id) }

    /// What is to be seen of it among the others.
    func mark(_ finding: Finding) -> String {
        isEnded(finding) ? text("waiver expired: ", "acceptatie verlopen: ") : ""
    }

    func endedCount(in findings: [Finding]) -> Int { findings.count(where: isEnded) }

    /// E.g. `2 new exceptions, 1 whose waiver has expired`.
    func counted(_ findings: [Finding]) -> String {
        let (old, new) = (endedCount(in: findings), findings.count - endedCount(in: findings))
        let first =
            new == 1
            ? text("1 new exception", "1 nieuwe uitzondering")
            : text("\(new) new exceptions", "\(new) nieuwe uitzonderingen")
        if old == 0 { return first }
        let second = text("\(old) whose waiver has expired", "\(old) waarvan de acceptatie is verlopen")
        let whole =
            old == 1 ? text("1 exception", "1 uitzondering") : text("\(old) exceptions", "\(old) uitzonderingen")
        let alone = "\(whole)\(second.dropFirst(String(old).count))"
        return new == 0 ? alone : "\(first), \(second)"
    }

    package func title(_ findings: [Finding], owner: String? = nil) -> String {
        "\(counted(findings))\(owner.map { text(" for \($0)", " voor \($0)") } ?? ""): \(plan)"
    }
}
