import CEL
import Checks
import Enrichment
import Identifiers

/// One account in its group.
struct FamilyMember {
    var id: String
    var name: String
    var currency: String
    var answer: OutsideAnswer
    var exposure: Double
    var overdue: Double
    var creditLimit: Double
    /// By which it is known.
    var own: EntityKeys
    /// Direct parent, then ultimate parent, each as far as it is known.
    var parents: [(name: String, keys: EntityKeys)]

    init(_ record: StoredRecord, _ answer: OutsideAnswer) {
        self.answer = answer
        id = record.text(named: "customer_id")
        name = record.text(named: "legal_name")
        currency = record.text(named: "currency")
        exposure = record.number(named: "open_amount")
        overdue = record.number(named: "overdue_amount")
        creditLimit = record.number(named: "credit_limit")
        own = EntityKeys(
            lei: record.text(named: "lei"), duns: record.text(named: "duns"),
            number: record.text(named: "registration_number"), country: record.text(named: "country"))
        if let register = answer.record(.register) {
            own.add(
                EntityKeys(
                    lei: register.text("lei"), duns: register.text("duns"), number: register.text("reg_number"),
                    country: register.record("address")?.text("country") ?? record.text(named: "country")))
        }
        let group = answer.record(.group)
        parents = ["direct_parent", "ultimate_parent"].compactMap { field in
            guard let parent = group?.record(field), !parent.text("name").isEmpty else { return nil }
            return (
                parent.text("name"),
                EntityKeys(
                    lei: parent.text("lei"), duns: parent.text("duns"), number: parent.text("reg_number"),
                    country: parent.text("country"))
            )
        }
    }

    /// Proceedings that are open on the account's own legal entity.
    var openEvents: [OutsideRecord] { answer.events.filter(\.isOpen) }
}

/// Under which identifiers a legal entity is known: LEI, D-U-N-S and numbers in company registers. Never its name.
struct EntityKeys: Hashable {
    private(set) var all: Set<String> = []
    /// The best of them in words, e.g. `LEI 724500EXAMPLE0PARE89`; empty when there is none.
    private(set) var shown = ""

    init(lei: String, duns: String, number: String, country: String) {
        if let lei = Identifiers.kind("lei")?.normalized(lei) { add("lei:\(lei)", "LEI \(lei)") }
        for kind in Identifiers.companyNumberKinds(ofCountry: country) {
            if let number = kind.normalized(number) { add("\(country):\(number)", "\(country) \(number)") }
        }
        if let duns = Identifiers.kind("duns")?.normalized(duns) { add("duns:\(duns)", "D-U-N-S \(duns)") }
    }

    private mutating func add(_ key: String, _ words: String) {
        all.insert(key)
        if shown.isEmpty { shown = words }
    }

    mutating func add(_ other: EntityKeys) {
        all.formUnion(other.all)
        if shown.isEmpty { shown = other.shown }
    }

    func isSame(as other: EntityKeys) -> Bool { !all.isDisjoint(with: other.all) }
}

extension OutsideRecord {
    var isOpen: Bool { if case .bool(true)? = self["is_open"] { true } else { false } }

    /// The day of a moment, `2026-08-01`; empty when it is not known.
    func day(_ field: String) -> String {
        if case .timestamp(let moment)? = self[field] { String(moment.description.prefix(10)) } else { "" }
    }
}
