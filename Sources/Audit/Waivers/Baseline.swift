public import Tables

/// Known debt: the findings of one day, which raise no alarm any more. They stay in the list and in all totals.
///
/// A finding that is fixed leaves the baseline; when it comes back, it raises the alarm like any other.
public struct Baseline: Sendable {
    /// The day whose findings it holds.
    public let day: CalendarDate
    /// By the hash in their ids.
    private var ids: [String: Set<UInt64>]

    public static let columns = ["finding_id", "since"]

    /// All that fails today.
    public init(of result: AuditResult) {
        day = result.plan.asOf
        ids = [:]
        var ids: [String: Set<UInt64>] = [:]
        result.findings.forEach { finding in
            guard finding.result == .fail, finding.status != .waived else { return }
            if let (check, number) = FindingID.parts(of: finding.id) { ids[check, default: []].insert(number) }
        }
        self.ids = ids
    }

    /// Reads the file that keur wrote; nil when there is none. A row that is no finding's id counts for nothing.
    public init?(at path: String) throws(SourceError) {
        guard let table = try TextTable(ifThereAt: path) else { return nil }
        ids = [:]
        var days: [CalendarDate] = []
        guard let id = table.column("finding_id"), let since = table.column("since") else {
            day = CalendarDate(daysSinceEpoch: 0)
            return
        }
        for row in table.rows {
            if let day = CalendarDate(iso: row.cells[since]) { days.append(day) }
            if let (check, number) = FindingID.parts(of: row.cells[id]) { ids[check, default: []].insert(number) }
        }
        day = days.max() ?? CalendarDate(daysSinceEpoch: 0)
    }

    public var count: Int { ids.values.reduce(0) { $0 + $1.count } }

    public func contains(_ findingID: String) -> Bool {
        guard let (check, number) = FindingID.parts(of: findingID) else { return false }
        return ids[check]?.contains(number) == true
    }

    /// Takes out what is gone.
    public mutating func remove(_ gone: [FixedFinding]) {
        for finding in gone {
            if let (check, number) = FindingID.parts(of: finding.id) { ids[check]?.remove(number) }
        }
    }

    /// One row for each finding, by id.
    public var rows: [[String]] {
        ids.sorted { $0.key < $1.key }.flatMap { check, numbers in
            numbers.sorted().map { [FindingID.text(check: check, number: $0), day.description] }
        }
    }
}

extension FindingID {
    /// The check and the 64 bits of an id; nil for a text that is none.
    static func parts(of id: String) -> (check: String, number: UInt64)? {
        guard let check = check(of: id), let number = UInt64(id.suffix(16), radix: 16) else { return nil }
        return (check, number)
    }
}
