import Checks
import GRDB
import Tables

/// Holds a run's findings against those that the history knows, and writes what changed.
///
/// Both sides are read by rising name, so that a million findings meet in one pass; what stays as it was is not written.
struct RunRecorder {
    let database: Database
    let trail: AuditTrail
    /// The number of this run.
    let run: Int
    let asOf: CalendarDate
    /// The day of each run, this one included, by its number less one.
    private let days: [CalendarDate]
    /// By check of the trail: its number in the history.
    let rules: [Int]

    /// By finding, in the order of their names.
    private(set) var standings: [Standing] = []
    private(set) var fixed: [FixedFinding] = []
    /// By check of the trail.
    private(set) var flows: [Flow]
    private(set) var gone = 0
    private(set) var notLookedAt = 0

    /// What came and went under one check; failures alone.
    struct Flow {
        var new = 0
        var reopened = 0
        var fixed = 0
    }

    init(_ database: Database, trail: AuditTrail, asOf: CalendarDate) throws {
        self.database = database
        self.trail = trail
        self.asOf = asOf
        let earlier = try Int32.fetchAll(database, sql: "SELECT as_of FROM run ORDER BY id")
        days = earlier.map { CalendarDate(daysSinceEpoch: $0) } + [asOf]
        run = days.count
        flows = [Flow](repeating: Flow(), count: trail.checks.count)
        rules = try Self.rules(of: trail, database)
    }

    private static func rules(of trail: AuditTrail, _ database: Database) throws -> [Int] {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO rule (name, record, title, field) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE
                SET record = excluded.record, title = excluded.title, field = excluded.field
                WHERE record <> excluded.record OR title <> excluded.title OR field <> excluded.field
                """)
        for compiled in trail.checks {
            let check = compiled.check
            try statement.execute(arguments: [
                check.id, check.record, check.title.text(in: "en"), check.field?.name ?? "",
            ])
        }
        let numbers = try Dictionary(
            uniqueKeysWithValues: Row.fetchAll(database, sql: "SELECT name, id FROM rule").map {
                ($0[0] as String, $0[1] as Int)
            })
        return trail.checks.map { numbers[$0.check.id] ?? 0 }
    }

    private func day(_ run: Int) -> CalendarDate { days[run - 1] }

    // MARK: Old against new

    /// Where something has to be written.
    private struct Changes {
        /// Positions among the findings of this run.
        var new: [Int] = []
        /// Those known before whose state is another now, with what it was.
        var changed: [(position: Int, before: KnownFinding, status: Finding.Status)] = []
        var missing: [KnownFinding] = []
    }

    mutating func record(_ seen: [AuditTrail.Seen]) throws {
        standings = [Standing](repeating: .new(on: asOf), count: seen.count)
        let changes = try compare(seen)
        try insert(changes.new.map { seen[$0] })
        try update(changes.changed, seen)
        try close(changes.missing)
    }

    private mutating func compare(_ seen: [AuditTrail.Seen]) throws -> Changes {
        var changes = Changes()
        var next = 0
        func isUnknown(_ position: Int) -> Bool { trail.events[seen[position].event].isUnknown }
        func takeNew(_ position: Int) {
            changes.new.append(position)
            if !isUnknown(position) { flows[check(of: seen[position])].new += 1 }
        }
        let cursor = try Row.fetchCursor(database, sql: "SELECT \(KnownFinding.columns) FROM finding ORDER BY id")
        while let row = try cursor.next() {
            let known = KnownFinding(row)
            while next < seen.count, seen[next].id < known.id {
                takeNew(next)
                next += 1
            }
            guard next < seen.count, seen[next].id == known.id else {
                if known.closed == nil { changes.missing.append(known) }
                continue
            }
            let standing = Standing(known, isUnknown: isUnknown(next), run: run, on: asOf, day: day)
            standings[next] = standing
            if !isUnknown(next) {
                if standing.status == .new { flows[check(of: seen[next])].new += 1 }
                if standing.status == .reopened { flows[check(of: seen[next])].reopened += 1 }
            }
            if standing.status != .open || known.closed != nil
                || isUnknown(next) == known.isUnknown
                    && (known.fingerprint != seen[next].fingerprint || known.cash != seen[next].cash)
            {
                changes.changed.append((next, known, standing.status))
            }
            next += 1
        }
        while next < seen.count {
            takeNew(next)
            next += 1
        }
        return changes
    }

    private func check(of seen: AuditTrail.Seen) -> Int { Int(trail.events[seen.event].check) }

    // MARK: Writing

    private func insert(_ findings: [AuditTrail.Seen]) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO finding (id, rule, customer, record_id, currency, first_run, opened, missed, since,
                    is_unknown, fingerprint, cash)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
                """)
        var customers = try CustomerNames(database)
        let slice = 4096
        for start in stride(from: 0, to: findings.count, by: slice * 16) {
            let some = findings[start..<min(start + slice * 16, findings.count)]
            let owners = concurrentMap(count: (some.count + slice - 1) / slice) { [trail] part in
                some[(start + part * slice)..<min(start + (part + 1) * slice, some.endIndex)].map {
                    trail.owner(of: trail.events[$0.event])
                }
            }.flatMap(\.self)
            for (finding, owner) in zip(some, owners) {
                let isCustomer = trail.checks[check(of: finding)].check.record == "customer"
                try statement.execute(arguments: [
                    finding.id, rules[check(of: finding)],
                    try customers.number(of: owner.customerKey, name: owner.customerName),
                    isCustomer || owner.recordKey.isEmpty ? nil : owner.recordKey, owner.currency, run, run, run,
                    trail.events[finding.event].isUnknown, finding.fingerprint, finding.cash,
                ])
            }
        }
    }

    private func update(
        _ changed: [(position: Int, before: KnownFinding, status: Finding.Status)],
        _ seen: [AuditTrail.Seen]
    ) throws {
        let past = try PastStates(database)
        let statement = try database.makeStatement(
            sql: """
                UPDATE finding SET first_run = ?, opened = ?, missed = ?, closed = NULL, closing = NULL, since = ?,
                    is_unknown = ?, fingerprint = ?, cash = ? WHERE id = ?
                """)
        for (position, before, status) in changed {
            let finding = seen[position]
            // What closed it was written down then.
            if before.closed == nil { try past.add(before, until: run, closing: nil) }
            let isOpen = status == .open
            try statement.execute(arguments: [
                status == .new ? run : before.firstRun, isOpen ? before.opened : run,
                isOpen ? before.missed(before: run) : 0, run, trail.events[finding.event].isUnknown,
                finding.fingerprint,
                finding.cash, finding.id,
            ])
        }
    }

    /// Those that this run does not have: fixed, gone with their records, or not looked at.
    private mutating func close(_ missing: [KnownFinding]) throws {
        let past = try PastStates(database)
        let closing = try database.makeStatement(sql: "UPDATE finding SET closed = ?, closing = ? WHERE id = ?")
        let waiting = try database.makeStatement(sql: "UPDATE finding SET missed = missed + 1 WHERE id = ?")
        let owner = try database.makeStatement(
            sql: """
                SELECT record_id, currency, key, name FROM finding LEFT JOIN customer ON customer.id = finding.customer
                WHERE finding.id = ?
                """)
        let positions = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
        // A look at an earlier day than that of the run before tells nothing about what was fixed since.
        let looksBack = days.count > 1 && days[days.count - 2] > asOf
        var reach = Reach(trail)
        for known in missing {
            guard !looksBack, let position = positions[known.rule],
                let row = try Row.fetchOne(owner, arguments: [known.id])
            else {
                try waiting.execute(arguments: [known.id])
                notLookedAt += 1
                continue
            }
            let finding = fixedFinding(known, row, trail.checks[position].check)
            let outcome = reach.outcome(
                of: Reach.Candidate(
                    check: finding.checkID, recordKey: finding.recordID, customerKey: finding.customerID,
                    fingerprint: known.fingerprint))
            switch outcome {
            case .notLookedAt:
                try waiting.execute(arguments: [known.id])
                notLookedAt += 1
                continue
            case .fixed:
                flows[position].fixed += known.isUnknown ? 0 : 1
                if !known.isUnknown { fixed.append(finding) }
            case .recordGone:
                gone += known.isUnknown ? 0 : 1
                var finding = finding
                finding.how = .recordGone
                if !known.isUnknown { fixed.append(finding) }
            }
            let reason: KnownFinding.Closing = outcome == .fixed ? .fixed : .gone
            try past.add(known, until: run, closing: reason)
            try closing.execute(arguments: [run, reason.rawValue, known.id])
        }
        fixed.sort { ($1.cashAtRisk.hundredths, $0.id) < ($0.cashAtRisk.hundredths, $1.id) }
    }

    private func fixedFinding(_ known: KnownFinding, _ row: Row, _ check: Check) -> FixedFinding {
        let customer: String = row["key"] ?? ""
        return FixedFinding(
            id: FindingID.text(check: check.id, number: UInt64(bitPattern: known.id)),
            how: .fixed,
            checkID: check.id,
            title: check.title.text(in: trail.renderer.language),
            severity: check.severity,
            cause: check.cause,
            record: check.record,
            recordID: row["record_id"] ?? (check.record == "customer" ? customer : ""),
            customerID: customer,
            customerName: row["name"] ?? "",
            field: check.field?.name ?? "",
            owner: check.owner,
            cashAtRisk: Money(hundredths: known.cash, currency: row["currency"]),
            firstSeen: day(known.firstRun),
            openSince: day(known.opened),
            goneOn: asOf,
            runsOpen: run - known.opened - known.missed
        )
    }
}

extension KnownFinding {
    static let columns =
        "id, rule, first_run, opened, missed, closed, closing, since, is_unknown, fingerprint, cash"

    init(_ row: Row) {
        id = row[0]
        rule = row[1]
        firstRun = row[2]
        opened = row[3]
        missed = row[4]
        closed = row[5]
        closing = (row[6] as Int?).flatMap(Closing.init(rawValue:))
        since = row[7]
        isUnknown = row[8]
        fingerprint = row[9]
        cash = row[10]
    }
}

/// Writes down what a finding's state was.
private struct PastStates {
    private let statement: Statement

    init(_ database: Database) throws {
        statement = try database.makeStatement(
            sql: """
                INSERT INTO past (finding, opened, missed, since, until, closing, is_unknown, fingerprint, cash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    func add(_ state: KnownFinding, until run: Int, closing: KnownFinding.Closing?) throws {
        try statement.execute(arguments: [
            state.id, state.opened, state.missed, state.since, run, closing?.rawValue, state.isUnknown,
            state.fingerprint, state.cash,
        ])
    }
}

/// The customers that findings belong to, each written once.
private struct CustomerNames {
    private let statement: Statement
    private var written: Set<Int64> = []

    init(_ database: Database) throws {
        statement = try database.makeStatement(
            sql: """
                INSERT INTO customer (id, key, name) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name
                WHERE name <> excluded.name AND excluded.name <> ''
                """)
    }

    /// Nil for a record that leads to no customer.
    mutating func number(of key: String, name: String) throws -> Int64? {
        guard !key.isEmpty else { return nil }
        let number = AuditTrail.fingerprint(key)
        if written.insert(number).inserted { try statement.execute(arguments: [number, key, name]) }
        return number
    }
}
