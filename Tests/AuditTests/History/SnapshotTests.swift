import Audit
import Checks
import Foundation
import Tables
import TestSupport
import Testing

/// Ten quarters of a generated population of which it is known what was fixed, came back, changed and went.
@Suite struct SnapshotTests {
    /// The truth, kept beside the audits: which customers are there, which have a defect, and since when.
    private struct Population {
        struct Customer {
            var isThere = true
            /// By check: the value that is wrong, nil when nothing is.
            var defects: [Int?] = [nil, nil]
            var cents: Int
        }

        var customers: [Customer]
        var random: SeededRandom

        init(seed: UInt64) {
            random = SeededRandom(seed: seed)
            customers = []
            for _ in 0..<400 {
                customers.append(
                    Customer(
                        defects: [chance(0.3) ? 1 : nil, chance(0.2) ? 1 : nil],
                        cents: Int.random(in: 100...1_000_000, using: &random)))
            }
        }

        mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

        /// A quarter goes by.
        mutating func step() {
            for index in customers.indices {
                if chance(0.03) { customers[index].isThere.toggle() }
                for check in 0..<2 {
                    if let value = customers[index].defects[check] {
                        if chance(0.25) {
                            customers[index].defects[check] = nil
                        } else if chance(0.1) {
                            customers[index].defects[check] = value + 1
                        }
                    } else if chance(0.08) {
                        customers[index].defects[check] = 1
                    }
                }
                if chance(0.2) { customers[index].cents += 100 }
            }
        }

        /// In another order each time.
        mutating func csv() -> String {
            let rows = customers.enumerated().filter(\.element.isThere).map { number, customer in
                "\(number),Customer \(number),\(customer.defects[0].map { "?\($0)" } ?? "45")"
                    + ",\(customer.defects[1].map { "?\($0)" } ?? "NL"),\(customer.cents / 100).\(customer.cents % 100 < 10 ? "0" : "")\(customer.cents % 100)"
            }
            return "customer_id,legal_name,po_number_default,city,open_amount\n"
                + rows.shuffled(using: &random).joined(separator: "\n") + "\n"
        }

        /// By check and customer: value and cash of every defect that a run can see.
        var visible: [String: (value: Int, cents: Int)] {
            var result: [String: (Int, Int)] = [:]
            for (number, customer) in customers.enumerated() where customer.isThere {
                for check in 0..<2 {
                    if let value = customer.defects[check] {
                        result["\(["A", "B"][check]) \(number)"] = (value, customer.cents)
                    }
                }
            }
            return result
        }

        var present: Set<Int> { Set(customers.indices.filter { customers[$0].isThere }) }
    }

    /// What the history should say, worked out the slow way from all snapshots.
    private struct Truth {
        var days: [Int] = []
        var visible: [[String: (value: Int, cents: Int)]] = []
        /// By run: findings open in the sense of the history, those whose records are gone left out.
        var firstSeen: [String: Int] = [:]
        var openSince: [String: Int] = [:]
        var gone: Set<String> = []
        var new: [Int] = []
        var reopened: [Int] = []
        var fixed: [Int] = []
        var goneCount: [Int] = []
        var daysToFix: [String: [Int]] = [:]
        var comebacks: [String: Int] = [:]
        var runsOpen: [String: Int] = [:]

        mutating func add(_ seen: [String: (value: Int, cents: Int)], present: Set<Int>, day: Int) {
            let run = days.count
            days.append(day)
            visible.append(seen)
            var counts = (new: 0, reopened: 0, fixed: 0, gone: 0)
            for name in seen.keys {
                if firstSeen[name] == nil {
                    counts.new += 1
                    firstSeen[name] = run
                    openSince[name] = run
                    runsOpen[name] = 0
                } else if openSince[name] == nil {
                    counts.reopened += 1
                    comebacks[String(name.prefix(1)), default: 0] += 1
                    openSince[name] = run
                    runsOpen[name] = 0
                }
                gone.remove(name)
                runsOpen[name, default: 0] += 1
            }
            for (name, since) in openSince where seen[name] == nil && !gone.contains(name) {
                if present.contains(Int(name.dropFirst(2)) ?? -1) {
                    counts.fixed += 1
                    daysToFix[String(name.prefix(1)), default: []].append(day - days[since])
                    openSince[name] = nil
                } else {
                    counts.gone += 1
                    gone.insert(name)
                }
            }
            // One whose record came back without its defect was not seen open: it is neither fixed nor gone again.
            new.append(counts.new)
            reopened.append(counts.reopened)
            fixed.append(counts.fixed)
            goneCount.append(counts.gone)
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func tenQuartersAreToldAsTheyWere(seed: UInt64) throws {
        try TestFiles.withTemporaryFolder { folder in
            var audits = RecordedAudits(folder: folder)
            audits.checks = """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: A, title: A, for: customer, severity: error, field: po_number_default, assert: "!customer.po_number_default.startsWith('?')" }
                  - { id: B, title: B, owner: P, cause: dispute-backlog, for: customer, severity: error, field: city, assert: "!customer.city.startsWith('?')" }
                """
            var population = Population(seed: seed)
            var truth = Truth()
            for quarter in 0..<10 {
                if quarter > 0 { population.step() }
                try audits.write(population.csv())
                let day = try #require(CalendarDate(year: 2024 + quarter / 4, month: quarter % 4 * 3 + 1, day: 1))
                truth.add(population.visible, present: population.present, day: Int(day.daysSinceEpoch))
                let result = try audits.run(day.description)
                let listed = result.findings[0..<result.findings.count]
                #expect(Set(listed.map { "\($0.checkID) \($0.recordID)" }) == Set(population.visible.keys))
                for finding in listed {
                    let name = "\(finding.checkID) \(finding.recordID)"
                    let first = truth.days[try #require(truth.firstSeen[name])]
                    #expect(Int(finding.firstSeen.daysSinceEpoch) == first)
                    #expect(finding.runsOpen == truth.runsOpen[name], "\(name) in quarter \(quarter)")
                }
            }
            let store = try HistoryStore(path: audits.path)
            #expect(try store.verify() == [])
            let runs = try store.runs()
            #expect(runs.map(\.new) == truth.new)
            #expect(runs.map(\.reopened) == truth.reopened)
            #expect(runs.map(\.fixed) == truth.fixed)
            #expect(runs.map(\.gone) == truth.goneCount)
            #expect(runs.map(\.findings) == truth.visible.map(\.count))
            try expectTrends(store, truth)
            try expectTimes(store, truth)
            for (earlier, later) in [(1, 2), (1, 10), (4, 7), (9, 10), (3, 8)] {
                try expectComparison(store, truth, earlier, later)
            }
        }
    }

    private func expectTrends(_ store: HistoryStore, _ truth: Truth) throws {
        let owners = ["A": "O", "B": "P"]
        for trend in try store.trends(by: .owner) {
            let check = try #require(owners.first { $0.value == trend.name }?.key)
            for point in trend.points {
                let seen = truth.visible[point.run - 1].filter { $0.key.hasPrefix(check) }
                #expect(point.findings == seen.count)
                #expect(point.cashAtRisk.hundredths == seen.values.reduce(0) { $0 + Int64($1.cents) })
            }
            #expect(trend.points.count == 10)
        }
    }

    private func expectTimes(_ store: HistoryStore, _ truth: Truth) throws {
        let times = try store.timesToFix(by: .check)
        #expect(times.map(\.name) == ["", "A", "B"])
        for time in times {
            let days = (time.name.isEmpty ? truth.daysToFix.values.flatMap(\.self) : truth.daysToFix[time.name] ?? [])
                .sorted()
            #expect(time.fixed == days.count)
            // At least half, and nine tenths, of the fixes took no longer.
            for (found, share) in [(time.medianDays, 0.5), (time.ninetiethPercentileDays, 0.9)] {
                let smallest = days.first { candidate in
                    Double(days.count { $0 <= candidate }) >= share * Double(days.count)
                }
                #expect(found == smallest)
            }
            let comebacks = time.name.isEmpty ? truth.comebacks.values.reduce(0, +) : truth.comebacks[time.name] ?? 0
            #expect(time.reopened == comebacks)
        }
    }

    private func expectComparison(_ store: HistoryStore, _ truth: Truth, _ earlier: Int, _ later: Int) throws {
        let comparison = try #require(try store.comparison(of: earlier, with: later))
        let (before, after) = (truth.visible[earlier - 1], truth.visible[later - 1])
        func names(_ kinds: RunComparison.Kind...) -> Set<String> {
            Set(comparison.changes.filter { kinds.contains($0.kind) }.map { "\($0.checkID) \($0.recordID)" })
        }
        let started = Set(after.keys).subtracting(before.keys)
        #expect(names(.new, .reopened, .back) == started)
        #expect(names(.new) == started.filter { (truth.firstSeen[$0] ?? 0) + 1 > earlier })
        #expect(names(.fixed, .gone) == Set(before.keys).subtracting(after.keys))
        let both = Set(before.keys).intersection(after.keys)
        #expect(names(.changed) == both.filter { before[$0]?.value != after[$0]?.value })
        #expect(comparison.staying.count == both.count)
        #expect(comparison.staying.cashAfter == both.reduce(0) { $0 + Int64(after[$1]?.cents ?? 0) })
        #expect(comparison.staying.cashBefore == both.reduce(0) { $0 + Int64(before[$1]?.cents ?? 0) })
        let cashOfNew = comparison.changes.filter { [.new, .reopened, .back].contains($0.kind) }
            .reduce(0) { $0 + $1.cashAfter.hundredths }
        #expect(cashOfNew == started.reduce(0) { $0 + Int64(after[$1]?.cents ?? 0) })
    }
}
