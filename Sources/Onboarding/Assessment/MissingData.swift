import Audit
import Identifiers

/// What has to be asked, from the requirements of the prospect's country and channel and from what checks found.
struct MissingData {
    /// In the order of the requirements; what only checks miss comes last, as they found it.
    private(set) var all: [MissingDatum] = []

    init(_ prospect: Prospect, _ findings: [Finding], language: String) {
        let own = findings.filter { $0.record == "customer" && !$0.field.isEmpty }
        for requirement in Requirement.all where requirement.isBlocking && requirement.matters(prospect) {
            guard !requirement.isMet(by: prospect), !all.contains(where: { $0.field == requirement.field }) else {
                continue
            }
            let fields = [requirement.field] + requirement.alternatives
            all.append(
                Self.datum(
                    requirement.field, .absent, or: requirement.alternatives,
                    own.filter { fields.contains($0.field) && $0.value.isEmpty }, prospect, language))
        }
        for finding in own where finding.value.isEmpty {
            if all.contains(where: { $0.checkIDs.contains(finding.checkID) }) { continue }
            add(finding, .absent, prospect, language)
        }
        for finding in own where !finding.value.isEmpty { add(finding, .invalid, prospect, language) }
    }

    private mutating func add(
        _ finding: Finding,
        _ problem: MissingDatum.Problem,
        _ prospect: Prospect,
        _ language: String
    ) {
        if let index = all.firstIndex(where: { $0.field == finding.field && $0.problem == problem }) {
            all[index].checkIDs.append(finding.checkID)
            return
        }
        all.append(Self.datum(finding.field, problem, or: [], [finding], prospect, language))
    }

    private static func datum(
        _ field: String,
        _ problem: MissingDatum.Problem,
        or alternatives: [String],
        _ findings: [Finding],
        _ prospect: Prospect,
        _ language: String
    ) -> MissingDatum {
        let texts = FieldTexts.of(field, country: prospect["country"])
        let reason = problem == .invalid ? findings.first?.message : texts?.reason.text(forDesk: language)
        return MissingDatum(
            field: field,
            alternatives: alternatives,
            problem: problem,
            value: problem == .invalid ? findings.first?.value ?? "" : "",
            suggestion: findings.lazy.map(\.suggestion).first { !$0.isEmpty } ?? "",
            label: texts?.label.text(forDesk: language) ?? field,
            reason: reason ?? findings.first?.message ?? "",
            checkIDs: findings.map(\.checkID),
            isForCustomer: texts != nil
        )
    }
}
