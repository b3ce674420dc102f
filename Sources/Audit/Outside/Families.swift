import CEL
import Checks
import Enrichment

/// Which accounts belong to one group, and what they add up to.
///
/// Two accounts are of one family when they are the same legal entity, share a parent, or one is the other's parent; by
/// LEI, D-U-N-S or registration number, never by name.
struct Families {
    /// The members' answers with their families' sums and events in the group's part, in the order of the members.
    private(set) var answers: [OutsideAnswer]
    /// Those that somebody should see: several accounts, or a proceeding. The largest exposure first.
    private(set) var families: [Family] = []

    init(_ members: [FamilyMember]) {
        answers = members.map(\.answer)
        for indices in Self.groups(of: members) {
            let family = indices.map { members[$0] }
            let tree = FamilyTree(family)
            let summary = Self.summary(of: family, tree)
            let events = Self.eventsOfParents(family)
            let exposure = family.reduce(0) { $0 + $1.exposure }
            let overdue = family.reduce(0) { $0 + $1.overdue }
            let creditLimit = family.reduce(0) { $0 + $1.creditLimit }
            for (index, member) in zip(indices, family) {
                let others = events.filter { !$0.keys.isSame(as: member.own) }.map(\.event)
                let all = others.isEmpty ? nil : answers[index].record(.group)?.events(adding: others)
                answers[index].updateGroup { group in
                    group["name"] = .string(summary.name)
                    group["accounts"] = .int(Int64(family.count))
                    group["exposure"] = .double(exposure)
                    group["overdue"] = .double(overdue)
                    group["credit_limit"] = .double(creditLimit)
                    if let all { group["events"] = all }
                }
            }
            if family.count > 1 || summary.hasEvents { families.append(summary) }
        }
        families.sort { ($1.exposure.hundredths, $0.name) < ($0.exposure.hundredths, $1.name) }
    }

    /// Positions of the members of each family, in the order of the members.
    private static func groups(of members: [FamilyMember]) -> [[Int]] {
        var roots = Array(members.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while roots[index] != index {
                roots[index] = roots[roots[index]]
                index = roots[index]
            }
            return index
        }
        var first: [String: Int] = [:]
        for (index, member) in members.enumerated() {
            for key in member.parents.reduce(into: member.own.all, { $0.formUnion($1.keys.all) }) {
                if let other = first[key] {
                    let (one, two) = (root(index), root(other))
                    roots[max(one, two)] = min(one, two)
                } else {
                    first[key] = index
                }
            }
        }
        let byRoot = Dictionary(grouping: members.indices) { root($0) }
        return byRoot.keys.sorted().compactMap { byRoot[$0] }
    }

    /// What is open on whoever is a parent in the family, each once: it concerns all of its members.
    private static func eventsOfParents(_ family: [FamilyMember]) -> [(keys: EntityKeys, event: OutsideRecord)] {
        var events: [(keys: EntityKeys, event: OutsideRecord)] = []
        func add(_ event: OutsideRecord, of name: String, _ keys: EntityKeys) {
            var event = event
            event["entity"] = .string(name)
            let isKnown = events.contains { $0.keys.isSame(as: keys) && $0.event.isSameProceeding(as: event) }
            if !isKnown { events.append((keys, event)) }
        }
        for member in family {
            for event in member.answer.record(.group)?.records("events") ?? [] where event.isOpen {
                guard let parent = member.parents.first(where: { $0.name == event.text("entity") }) else { continue }
                add(event, of: parent.name, parent.keys)
            }
            let isParent = family.contains { $0.parents.contains { $0.keys.isSame(as: member.own) } }
            if isParent { for event in member.openEvents { add(event, of: member.name, member.own) } }
        }
        return events
    }

    private static func summary(of family: [FamilyMember], _ tree: FamilyTree) -> Family {
        func sum(_ amount: (FamilyMember) -> Double) -> Money {
            Money(hundredths: Money.hundredths(family.reduce(0) { $0 + amount($1) }), currency: tree.currency)
        }
        return Family(
            name: family.lazy.compactMap { $0.parents.last?.name }.first ?? family[0].name,
            accounts: family.count,
            exposure: sum(\.exposure),
            overdue: sum(\.overdue),
            creditLimit: sum(\.creditLimit),
            entities: tree.entities
        )
    }
}

extension OutsideRecord {
    /// Its events with those that it does not have yet before them: what nobody could tell stays at the end.
    fileprivate func events(adding others: [OutsideRecord]) -> Value {
        let own = records("events")
        let new = others.filter { other in
            !own.contains { $0.text("entity") == other.text("entity") && $0.isSameProceeding(as: other) }
        }
        return .list((new + own).map { .record($0) })
    }

    fileprivate func isSameProceeding(as other: OutsideRecord) -> Bool {
        text("kind") == other.text("kind") && day("date") == other.day("date")
            && text("case_number") == other.text("case_number")
    }
}
