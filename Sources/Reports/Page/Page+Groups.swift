import Audit
import Checks

/// Groups of accounts as trees: who stands above whom, what they owe together, and what is going on.
extension Page {
    private static let groupsShown = 30
    private static let rowsShown = 100
    /// Deeper levels keep the last indent.
    private static let deepestIndent = 6

    var groupsView: [String: Any] {
        let families = result.families
        var introduction = texts.groupsIntroduction
        if families.count > Self.groupsShown {
            introduction +=
                " "
                + Texts.filled(
                    texts.groupsCut,
                    ["shown": numbers.integer(Self.groupsShown), "all": numbers.integer(families.count)])
        }
        return [
            "t": texts,
            "introduction": introduction,
            "groups": families.prefix(Self.groupsShown).map(groupView),
        ]
    }

    private func groupView(_ family: Family) -> [String: Any] {
        var rows = family.entities.flatMap { rowViews($0, depth: 0) }
        let more = rows.count - Self.rowsShown
        rows = Array(rows.prefix(Self.rowsShown))
        var view: [String: Any] = [
            "name": brief(family.name),
            "accounts": counted(family.accounts, texts.account),
            "exposure": numbers.rounded(family.exposure),
            "overdue": numbers.rounded(family.overdue),
            "limit": numbers.rounded(family.creditLimit),
            "rows": rows,
        ]
        if family.isOverLimit {
            let excess = Money(
                hundredths: family.exposure.hundredths.subtractingSaturated(family.creditLimit.hundredths),
                currency: family.exposure.currency)
            view["excess"] = Texts.filled(texts.overLimit, ["amount": numbers.rounded(excess)])
        }
        if more > 0 { view["more"] = Texts.filled(texts.andMore, ["count": numbers.integer(more)]) }
        return view
    }

    /// A row for each account, or one for an entity that is no customer; then those below it.
    private func rowViews(_ entity: Family.Entity, depth: Int) -> [[String: Any]] {
        var heading: [String: Any] = [
            "depth": String(min(depth, Self.deepestIndent)),
            "identifier": brief(entity.identifier, limit: 60),
            "events": entity.events.map(eventText),
        ]
        var rows: [[String: Any]] = []
        if entity.accounts.isEmpty {
            heading["name"] = brief(entity.name)
            heading["none"] = texts.noCustomer
            rows.append(heading)
        }
        for account in entity.accounts {
            heading["name"] = brief(account.name.isEmpty ? account.id : account.name)
            heading["account"] = [
                "id": brief(account.id, limit: 60), "exposure": numbers.rounded(account.exposure),
                "overdue": numbers.rounded(account.overdue), "limit": numbers.rounded(account.creditLimit),
            ]
            rows.append(heading)
            // Said once for the entity, not for each of its accounts.
            heading["events"] = [String]()
        }
        return rows + entity.members.flatMap { rowViews($0, depth: depth + 1) }
    }

    private func eventText(_ event: Family.Event) -> String {
        let kind = brief(OutsideWords.text(event.kind, in: result.plan.language), limit: 60)
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        return event.date.isEmpty
            ? "\(name) (\(brief(event.source, limit: 60)))"
            : Texts.filled(
                texts.proceedingSince,
                ["kind": name, "date": brief(event.date, limit: 20), "source": brief(event.source, limit: 60)])
    }
}
