import CEL
import Checks
import Diagnostics
import Tables

/// What a plan calls its datasets, their records and fields.
///
/// Checks say these names, so each is one that an expression can say, and stands for one thing.
struct PlanNames {
    let diagnostics: DiagnosticsCollector

    /// Variables that checks have whatever the plan says.
    private static let taken: Set<String> = ["params", "today", "match", PreviousRecord.name]
    private static let form = "use letters, digits and '_', begin with a letter, and take none of CEL's own words"

    func check(_ datasets: [DatasetPlan]) {
        var owners: [String: String] = [:]
        for name in StandardFields.datasets { owners[StandardFields.record(of: name) ?? name] = name }
        for dataset in datasets where StandardFields.record(of: dataset.name) == nil {
            check(record: dataset, owners)
            owners[dataset.record] = owners[dataset.record] ?? dataset.name
        }
        for dataset in datasets {
            check(name: dataset, owners)
            for link in dataset.links { check(link, of: dataset, records: owners.keys.sorted()) }
        }
    }

    private func check(record dataset: DatasetPlan, _ owners: [String: String]) {
        let name = dataset.record
        guard let location = dataset.recordLocation else { return }
        if !ExpressionName.isVariable(name) {
            diagnostics.report("checks cannot say '\(name)'", help: Self.form, at: location)
        } else if Self.taken.contains(name) {
            diagnostics.report(
                "'\(name)' means something else in checks", help: "call the record something else", at: location)
        } else if let owner = owners[name] {
            diagnostics.report(
                "a record of '\(owner)' is called '\(name)' already",
                help: owner == dataset.name || StandardFields.record(of: owner) == nil
                    ? "call the record something else"
                    : "call the record something else, or the dataset '\(owner)' if it is that",
                at: location)
        }
    }

    private func check(name dataset: DatasetPlan, _ owners: [String: String]) {
        guard let location = dataset.nameLocation else { return }
        if !ExpressionName.isVariable(dataset.name) {
            diagnostics.report("checks cannot say '\(dataset.name)'", help: Self.form, at: location)
        } else if Self.taken.contains(dataset.name) || owners[dataset.name] != nil {
            diagnostics.report(
                "'\(dataset.name)' means something else in checks",
                help: "give the dataset another name, such as the plural", at: location)
        }
    }

    private func check(_ link: LinkPlan, of dataset: DatasetPlan, records: [String]) {
        guard let location = link.location else { return }
        if !records.contains(link.name) {
            diagnostics.report(
                "there are no '\(link.name)' records to link to",
                help: didYouMean(link.name, among: records) ?? "known are \(records.joined(separator: ", "))",
                at: location)
        } else if dataset.fields.contains(where: { $0.field == link.name }) {
            diagnostics.report(
                "'\(link.name)' is a field and a link of '\(dataset.name)'", help: "give the field another name",
                at: location)
        }
    }

    func check(field name: String, at location: SourceLocation) {
        guard !ExpressionName.isMember(name) else { return }
        diagnostics.report("checks cannot say '\(name)'", help: Self.form, at: location)
    }
}
