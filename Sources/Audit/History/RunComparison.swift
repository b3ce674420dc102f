public import Checks
import GRDB
public import Tables

/// What is different between two runs.
public struct RunComparison: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// No run up to the earlier one found it.
        case new
        /// It was fixed when the earlier run looked, and has come back.
        case reopened
        /// Its record was missing, and is there again.
        case back
        /// Open in both, but another value stands in the field.
        case changed
        case fixed
        /// The record is no longer in the extract.
        case gone
    }

    public struct Change: CashChange, Sendable, Hashable {
        public var kind: Kind
        public var id: String
        public var checkID: String
        public var title: String
        public var severity: Severity
        public var cause: String
        public var owner: String
        public var record: String
        public var recordID: String
        public var customerID: String
        public var customerName: String
        public var field: String
        /// Zero where it was not there.
        public var cashBefore: Money
        public var cashAfter: Money
        public var firstSeen: CalendarDate
    }

    public var earlier: RecordedRun
    public var later: RecordedRun
    /// In the order of `Kind`, most cash first.
    public var changes: [Change]
    /// Findings that are open in both runs, whatever stands in their fields, and their cash in hundredths.
    public var staying: (count: Int, cashBefore: Int64, cashAfter: Int64)

    /// How many of a kind, and their cash at risk in hundredths; `changed` counts those open in both whose value differs.
    public func total(of kind: Kind) -> (count: Int, cashBefore: Int64, cashAfter: Int64) {
        changes.total(of: kind)
    }
}

extension HistoryStore {
    /// Compares two runs by their numbers, the earlier one first. Nil where a run is not there.
    public func comparison(of earlier: Int, with later: Int) throws(HistoryError) -> RunComparison? {
        let runs = try runs()
        guard let one = runs.first(where: { $0.number == earlier }), let two = runs.first(where: { $0.number == later })
        else { return nil }
        return try read { database in
            var comparison = RunComparison(earlier: one, later: two, changes: [], staying: (0, 0, 0))
            let days = runs.map(\.asOf)
            let rules = try RuleWording.all(database, until: later)
            var states: [FindingState] = []
            func take() {
                guard let change = FindingState.change(states, from: earlier, to: later) else { return }
                if let kind = change.kind {
                    comparison.changes.append(rules.change(kind, change, states[0].owner, days))
                }
                guard let before = change.before, let after = change.after else { return }
                comparison.staying.count += 1
                comparison.staying.cashBefore = comparison.staying.cashBefore.addingSaturated(before.cash)
                comparison.staying.cashAfter = comparison.staying.cashAfter.addingSaturated(after.cash)
            }
            let cursor = try Row.fetchCursor(
                database, sql: FindingState.query, arguments: ["earlier": earlier, "later": later])
            while let row = try cursor.next() {
                let state = FindingState(row)
                if let first = states.first, first.owner.id != state.owner.id {
                    take()
                    states.removeAll(keepingCapacity: true)
                }
                states.append(state)
            }
            if !states.isEmpty { take() }
            let order = Dictionary(uniqueKeysWithValues: RunComparison.Kind.allCases.enumerated().map { ($1, $0) })
            comparison.changes.sort { left, right in
                let kinds = (order[left.kind] ?? 0, order[right.kind] ?? 0)
                let cash = (
                    max(left.cashBefore.hundredths, left.cashAfter.hundredths),
                    max(right.cashBefore.hundredths, right.cashAfter.hundredths)
                )
                return (kinds.0, cash.1, left.id) < (kinds.1, cash.0, right.id)
            }
            return comparison
        }
    }
}

/// What a finding was from one run until another.
private struct FindingState {
    /// What does not change with it.
    struct Owner {
        var id: Int64
        var rule: Int
        var firstRun: Int
        var recordID: String?
        var currency: String
        var customer: String?
        var customerName: String?
    }

    var owner: Owner
    var opened: Int
    var since: Int
    var until: Int?
    var closing: KnownFinding.Closing?
    var fingerprint: Int64
    var cash: Int64

    /// All states that one of two runs saw, and in between what ended; failures alone, by finding and time.
    static let query = """
        WITH state AS (
            SELECT id, opened, since, NULL AS until, NULL AS closing, fingerprint, cash FROM finding
            WHERE closed IS NULL AND NOT is_unknown AND since <= :later
            UNION ALL
            SELECT finding, opened, since, until, closing, fingerprint, cash FROM past
            WHERE NOT is_unknown AND since <= :later AND until > :earlier
        )
        SELECT finding.id, rule, first_run, record_id, currency, key, name,
            state.opened, state.since, state.until, state.closing, state.fingerprint, state.cash
        FROM state JOIN finding ON finding.id = state.id LEFT JOIN customer ON customer.id = finding.customer
        ORDER BY finding.id, state.since
        """

    init(_ row: Row) {
        owner = Owner(
            id: row[0], rule: row[1], firstRun: row[2], recordID: row[3], currency: row[4], customer: row[5],
            customerName: row[6])
        opened = row[7]
        since = row[8]
        until = row[9]
        closing = (row[10] as Int?).flatMap(KnownFinding.Closing.init(rawValue:))
        fingerprint = row[11]
        cash = row[12]
    }

    private func holds(at run: Int) -> Bool { since <= run && (until.map { $0 > run } ?? true) }

    /// What became of a finding between two runs; nil when neither saw it. The kind is nil when nothing did.
    static func change(
        _ states: [FindingState],
        from earlier: Int,
        to later: Int
    ) -> (kind: RunComparison.Kind?, before: FindingState?, after: FindingState?)? {
        let before = states.last { $0.holds(at: earlier) }
        let after = states.last { $0.holds(at: later) }
        switch (before, after) {
        case (nil, nil): return nil
        case (let before?, let after?):
            return (before.fingerprint == after.fingerprint ? nil : .changed, before, after)
        case (nil, let after?):
            let kind: RunComparison.Kind =
                after.owner.firstRun > earlier ? .new : after.opened > earlier ? .reopened : .back
            return (kind, nil, after)
        case (let before?, nil):
            let end = states.last { $0.closing != nil && ($0.until ?? .max) <= later }
            return (end?.closing == .gone ? .gone : .fixed, before, nil)
        }
    }
}

/// What the checks of the history said when they last ran.
private struct RuleWording {
    private var rules: [Int: Row] = [:]

    static func all(_ database: Database, until run: Int) throws -> RuleWording {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT rule.id, name, record, title, field, severity, cause, owner, MAX(run)
                FROM rule JOIN rule_run ON rule = rule.id WHERE run <= ? GROUP BY rule.id
                """, arguments: [run])
        return RuleWording(rules: Dictionary(uniqueKeysWithValues: rows.map { ($0["id"] as Int, $0) }))
    }

    func change(
        _ kind: RunComparison.Kind,
        _ states: (kind: RunComparison.Kind?, before: FindingState?, after: FindingState?),
        _ finding: FindingState.Owner,
        _ days: [CalendarDate]
    ) -> RunComparison.Change {
        let rule = rules[finding.rule]
        let check: String = rule?["name"] ?? ""
        let record: String = rule?["record"] ?? ""
        func money(_ state: FindingState?) -> Money {
            Money(hundredths: state?.cash ?? 0, currency: finding.currency)
        }
        return RunComparison.Change(
            kind: kind,
            id: FindingID.text(check: check, number: UInt64(bitPattern: finding.id)),
            checkID: check,
            title: rule?["title"] ?? "",
            severity: (rule?["severity"]).flatMap(Severity.init(rawValue:)) ?? .error,
            cause: rule?["cause"] ?? "",
            owner: rule?["owner"] ?? "",
            record: record,
            recordID: finding.recordID ?? (record == "customer" ? finding.customer ?? "" : ""),
            customerID: finding.customer ?? "",
            customerName: finding.customerName ?? "",
            field: rule?["field"] ?? "",
            cashBefore: money(states.before),
            cashAfter: money(states.after),
            firstSeen: days[finding.firstRun - 1]
        )
    }
}
