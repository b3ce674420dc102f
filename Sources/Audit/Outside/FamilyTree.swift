import Checks
import Enrichment

/// The legal entities of a family, parents above their children, each with its accounts and open proceedings.
struct FamilyTree {
    private struct Node {
        var name: String
        var keys: EntityKeys
        var accounts: [Family.Account] = []
        var events: [Family.Event] = []
        var parent: Int?
    }

    /// Of the amounts; empty when the accounts have several.
    let currency: String
    private var nodes: [Node] = []

    init(_ family: [FamilyMember]) {
        let currencies = Set(family.map(\.currency).filter { !$0.isEmpty })
        currency = currencies.count == 1 ? currencies.first ?? "" : ""
        for member in family {
            let node = place(of: member.name, member.own)
            func money(_ amount: Double) -> Money {
                Money(hundredths: Money.hundredths(amount), currency: member.currency)
            }
            nodes[node].accounts.append(
                Family.Account(
                    id: member.id, name: member.name, exposure: money(member.exposure),
                    overdue: money(member.overdue), creditLimit: money(member.creditLimit)))
            add(member.openEvents, to: node)
        }
        for member in family {
            var child = place(of: member.name, member.own)
            for parent in member.parents {
                let node = place(of: parent.name, parent.keys)
                let events = member.answer.record(.group)?.records("events") ?? []
                add(events.filter { $0.isOpen && $0.text("entity") == parent.name }, to: node)
                hang(child, below: node)
                child = node
            }
        }
    }

    /// The node of an entity, which is made where there is none. One that nothing identifies is told apart by its name.
    private mutating func place(of name: String, _ keys: EntityKeys) -> Int {
        let known = nodes.firstIndex { node in
            keys.all.isEmpty ? node.keys.all.isEmpty && node.name == name : node.keys.isSame(as: keys)
        }
        if let known {
            nodes[known].keys.add(keys)
            return known
        }
        nodes.append(Node(name: name, keys: keys))
        return nodes.count - 1
    }

    private mutating func add(_ events: [OutsideRecord], to node: Int) {
        for record in events {
            let event = Family.Event(
                kind: record.text("kind"), date: record.day("date"), source: record.text("source"))
            if !nodes[node].events.contains(event) { nodes[node].events.append(event) }
        }
    }

    /// Sources may disagree on who stands above whom: the first that tells counts, and nobody stands above itself.
    private mutating func hang(_ child: Int, below parent: Int) {
        guard nodes[child].parent == nil else { return }
        var above: Int? = parent
        while let node = above {
            if node == child { return }
            above = nodes[node].parent
        }
        nodes[child].parent = parent
    }

    /// From the top.
    var entities: [Family.Entity] { nodes.indices.filter { nodes[$0].parent == nil }.map(entity) }

    private func entity(_ index: Int) -> Family.Entity {
        let node = nodes[index]
        return Family.Entity(
            name: node.name,
            identifier: node.keys.shown,
            accounts: node.accounts,
            events: node.events,
            members: nodes.indices.filter { nodes[$0].parent == index }.map(entity)
        )
    }
}
