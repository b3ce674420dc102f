import CEL
import Checks
import Enrichment
import Identifiers

/// Which accounts belong to one group, and what they add up to.
///
/// Two accounts are of one family when they are the same legal entity, share a parent, or one is the other's parent; by
/// LEI, D-U-N-S or registration number, never by name.
struct Families {
    struct Member {
        var answer: OutsideAnswer
        var exposure: Double
        var overdue: Double
        var creditLimit: Double
        /// By which it is known, and its parents are.
        var identifiers: Set<String>

        init(_ record: StoredRecord, _ answer: OutsideAnswer) {
            self.answer = answer
            exposure = record.number(named: "open_amount")
            overdue = record.number(named: "overdue_amount")
            creditLimit = record.number(named: "credit_limit")
            identifiers = Self.identifiers(
                lei: record.text(named: "lei"), duns: record.text(named: "duns"),
                number: record.text(named: "registration_number"), country: record.text(named: "country"))
            if let register = answer.record(.register) {
                identifiers.formUnion(
                    Self.identifiers(lei: register.text("lei"), duns: register.text("duns"), number: "", country: ""))
            }
            for field in ["direct_parent", "ultimate_parent"] {
                guard let parent = answer.record(.group)?.record(field) else { continue }
                identifiers.formUnion(
                    Self.identifiers(
                        lei: parent.text("lei"), duns: parent.text("duns"), number: parent.text("reg_number"),
                        country: parent.text("country")))
            }
        }

        private static func identifiers(lei: String, duns: String, number: String, country: String) -> Set<String> {
            var identifiers: Set<String> = []
            if let lei = Identifiers.kind("lei")?.normalized(lei) { identifiers.insert("lei:\(lei)") }
            if let duns = Identifiers.kind("duns")?.normalized(duns) { identifiers.insert("duns:\(duns)") }
            for kind in Identifiers.companyNumberKinds(ofCountry: country) {
                if let number = kind.normalized(number) { identifiers.insert("\(country):\(number)") }
            }
            return identifiers
        }
    }

    /// The members' answers with the sums of their families in the group's part, in the order of the members.
    let answers: [OutsideAnswer]

    init(_ members: [Member]) {
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
            for identifier in member.identifiers {
                if let other = first[identifier] {
                    let (one, two) = (root(index), root(other))
                    roots[max(one, two)] = min(one, two)
                } else {
                    first[identifier] = index
                }
            }
        }
        var sums: [Int: (accounts: Int64, exposure: Double, overdue: Double, limit: Double)] = [:]
        for (index, member) in members.enumerated() {
            var sum = sums[root(index)] ?? (0, 0, 0, 0)
            sum = (
                sum.accounts + 1, sum.exposure + member.exposure, sum.overdue + member.overdue,
                sum.limit + member.creditLimit
            )
            sums[root(index)] = sum
        }
        answers = members.enumerated().map { index, member in
            var answer = member.answer
            guard let sum = sums[root(index)] else { return answer }
            answer.updateGroup { group in
                group["accounts"] = .int(sum.accounts)
                group["exposure"] = .double(sum.exposure)
                group["overdue"] = .double(sum.overdue)
                group["credit_limit"] = .double(sum.limit)
            }
            return answer
        }
    }
}
