import GRDB

/// What findings are grouped by when runs are compared.
public enum TrendGroup: String, Sendable, CaseIterable {
    case cause, check, owner
}

/// One cause, check or owner over the runs.
public struct Trend: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
        public var run: Int
        public var findings: Int
        public var cashAtRisk: Money

        public init(run: Int, findings: Int, cashAtRisk: Money) {
            self.run = run
            self.findings = findings
            self.cashAtRisk = cashAtRisk
        }
    }

    /// The cause's slug, the check's id, or the owner.
    public var name: String
    /// For each run in which the group was looked at.
    public var points: [Point]

    public init(name: String, points: [Point]) {
        self.name = name
        self.points = points
    }
}

/// How long fixes took in one group, and how many did not last.
///
/// Days are those between the days of two runs: the one that opened the finding and the one that found it fixed. Of records
/// that went, and of findings that are still open, nothing is counted.
public struct TimesToFix: Sendable, Hashable {
    /// Empty for all findings together.
    public var name: String
    public var fixed: Int
    /// The smallest number of days within which half of the fixes were done.
    public var medianDays: Int
    /// The same for nine of ten.
    public var ninetiethPercentileDays: Int
    /// Fixes that a later run found broken again.
    public var reopened: Int

    /// `days` of all fixes, in any order; there is at least one.
    public init(name: String, days: [Int], reopened: Int) {
        let sorted = days.sorted()
        func percentile(_ percent: Int) -> Int { sorted[max(0, (sorted.count * percent + 99) / 100 - 1)] }
        self.name = name
        fixed = sorted.count
        medianDays = percentile(50)
        ninetiethPercentileDays = percentile(90)
        self.reopened = reopened
    }
}

extension HistoryStore {
    /// The trend of each group, by name; of checks only those that ever failed.
    public func trends(by group: TrendGroup, last limit: Int? = nil) throws(HistoryError) -> [Trend] {
        try read { try Trend.all($0, by: group, last: limit) }
    }

    /// Of all findings first, then of each group by name; groups in which nothing was fixed are left out.
    public func timesToFix(by group: TrendGroup) throws(HistoryError) -> [TimesToFix] {
        try read { try TimesToFix.all($0, by: group) }
    }
}

extension Trend {
    static func all(_ database: Database, by group: TrendGroup, last limit: Int?) throws -> [Trend] {
        let rows =
            group == .check
            ? """
            SELECT rule.name, run, fail, rule_run.cash, currency FROM rule_run JOIN rule ON rule.id = rule JOIN run ON run.id = run
            WHERE records > unknown AND rule IN (SELECT rule FROM rule_run WHERE fail > 0)
            """
            : """
            SELECT name, run, total.findings, total.cash, currency FROM total JOIN run ON run.id = run
            WHERE kind = '\(group.rawValue)'
            """
        let first = try Int.fetchOne(database, sql: "SELECT MAX(id) FROM run").map { last in
            limit.map { last - $0 + 1 } ?? 1
        }
        var trends: [Trend] = []
        for row in try Row.fetchAll(database, sql: "\(rows) AND run >= ? ORDER BY 1, 2", arguments: [first ?? 1]) {
            let name: String = row[0]
            if trends.last?.name != name { trends.append(Trend(name: name, points: [])) }
            trends[trends.count - 1].points.append(
                Trend.Point(run: row[1], findings: row[2], cashAtRisk: Money(hundredths: row[3], currency: row[4])))
        }
        return trends
    }
}

extension TimesToFix {
    static func all(_ database: Database, by group: TrendGroup) throws -> [TimesToFix] {
        let name = group == .check ? "name" : group.rawValue
        // A rule goes by the cause and the owner that it had in its last run.
        let wording = """
            WITH wording AS (
                SELECT rule.id AS rule, name, cause, owner, MAX(run) FROM rule JOIN rule_run ON rule = rule.id
                GROUP BY rule.id
            )
            """
        var reopened: [String: Int] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                \(wording) SELECT wording.\(name), SUM(reopened) FROM rule_run JOIN wording USING (rule) GROUP BY 1
                """)
        { reopened[row[0]] = row[1] }
        var days: [String: [Int]] = [:]
        let fixes = try Row.fetchCursor(
            database,
            sql: """
                \(wording) SELECT wording.\(name), MAX(0, later.as_of - earlier.as_of) FROM past
                JOIN finding ON finding.id = past.finding JOIN wording ON wording.rule = finding.rule
                JOIN run AS earlier ON earlier.id = past.opened JOIN run AS later ON later.id = past.until
                WHERE past.closing = \(KnownFinding.Closing.fixed.rawValue) AND NOT past.is_unknown
                """)
        while let row = try fixes.next() { days[row[0], default: []].append(row[1]) }
        guard !days.isEmpty else { return [] }
        let all = TimesToFix(
            name: "", days: days.values.flatMap(\.self), reopened: reopened.values.reduce(0, +))
        return [all]
            + days.keys.sorted().map { TimesToFix(name: $0, days: days[$0] ?? [], reopened: reopened[$0] ?? 0) }
    }
}
