import Checks

/// Findings, customers and cash by what checks have in common, e.g. their cause: added up customer by customer.
struct GroupTotals {
    private struct Group {
        var findings = 0
        var customers = 0
        var cash: Int64 = 0
        /// Of the customer at hand; nil when it has no finding in the group.
        var largest: Int64?
    }

    private let names: [String]
    /// By check, a position in `names`.
    private let groupOfCheck: [Int]
    private var groups: [Group]

    /// `nameOfCheck` tells for each check to which group it belongs.
    init(_ nameOfCheck: [String]) {
        let names = Set(nameOfCheck).sorted()
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        self.names = names
        groupOfCheck = nameOfCheck.map { places[$0] ?? 0 }
        groups = names.map { _ in Group() }
    }

    /// What one check found at the customer at hand.
    mutating func add(findings: Int, cash: Int64, ofCheck check: Int) {
        let group = groupOfCheck[check]
        groups[group].findings += findings
        groups[group].largest = max(groups[group].largest ?? 0, cash)
    }

    /// The next customer follows: of the cash at risk at one customer the largest counts, not the sum. `isCustomer` is false for a
    /// record that leads to none.
    mutating func finish(isCustomer: Bool) {
        for index in groups.indices {
            guard let largest = groups[index].largest else { continue }
            groups[index].largest = nil
            groups[index].customers += isCustomer ? 1 : 0
            groups[index].cash = groups[index].cash.addingSaturated(largest)
        }
    }

    /// Those with findings, the one with most cash at risk first.
    func all(_ money: (Int64) -> Money) -> [Totals.Group] {
        zip(names, groups).filter { $0.1.findings > 0 }.sorted {
            ($1.1.cash, $1.1.findings, $0.0) < ($0.1.cash, $0.1.findings, $1.0)
        }.map { Totals.Group(name: $0, findings: $1.findings, customers: $1.customers, cashAtRisk: money($1.cash)) }
    }
}
