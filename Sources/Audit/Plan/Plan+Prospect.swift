public import Checks
import Diagnostics
public import Tables

/// A company that is not a customer yet, as a record of the customers dataset.
public struct ProspectRecord: Sendable {
    /// Under which its findings and answers are kept, when it has no number yet.
    public static let defaultKey = "prospect"

    /// What is known, by field. A field that is not here was not asked for and is unknown to checks; one with an empty
    /// value was asked for and is blank.
    public var values: [String: String]

    public init(_ values: [String: String]) { self.values = values }
}

extension Plan {
    /// The plan with one record in place of its customers, and without any invoices, orders and the like: a prospect has none.
    ///
    /// Columns of one's own that the plan's files have are there too, blank, so that every check of the plan finds what it names.
    /// Throws when a source of the plan cannot be read.
    public func auditing(_ prospect: ProspectRecord) throws(SourceError) -> Plan {
        var plan = self
        plan.scope = .everyone
        plan.asOf = nil
        var datasets: [DatasetPlan] = []
        let diagnostics = DiagnosticsCollector()
        for dataset in self.datasets where dataset.name != "customers" {
            let open = try OpenDataset(dataset, folder: folder, diagnostics: diagnostics)
            datasets.append(.blank(open))
        }
        for name in StandardFields.datasets where name != "customers" && !datasets.contains(where: { $0.name == name })
        {
            datasets.append(.blank(name))
        }
        plan.datasets = [try customers(prospect, diagnostics)] + datasets
        return plan
    }

    /// Reports the checks named under `onboard: reject:` that none of the plan's packs has: they would reject nobody.
    ///
    /// `library` has the packs that could be added.
    public func checkRejections(against packs: [Pack], in library: PackLibrary, _ diagnostics: DiagnosticsCollector) {
        let ids = packs.flatMap(\.checks).map(\.id)
        for (id, location) in rejectionLocations where !ids.contains(id) {
            let home = library.names.first { name in
                library.pack(name, from: "", at: nil, diagnostics: DiagnosticsCollector())?.checks.contains {
                    $0.id == id
                }
                    == true
            }
            let help =
                home.map { "it is in the pack '\($0)', which has to be under 'checks'" } ?? didYouMean(id, among: ids)
            diagnostics.report(
                "the plan's packs have no check '\(id)' that could reject",
                help: help ?? "'keur checks list' gives the ids; its pack has to be under 'checks'",
                at: location)
        }
    }

    /// Names of customer fields that are the plan's own, in the order of its file.
    public func ownCustomerFields() throws(SourceError) -> [String] {
        try openCustomers(DiagnosticsCollector())?.ownColumns.map(\.field) ?? []
    }

    private func openCustomers(_ diagnostics: DiagnosticsCollector) throws(SourceError) -> OpenDataset? {
        guard let customers = datasets.first(where: { $0.name == "customers" }) else { return nil }
        return try OpenDataset(customers, folder: folder, diagnostics: diagnostics)
    }

    private func customers(
        _ prospect: ProspectRecord,
        _ diagnostics: DiagnosticsCollector
    ) throws(SourceError) -> DatasetPlan {
        var types: [String: FieldType] = [:]
        var own: [String] = []
        if let open = try openCustomers(diagnostics) {
            for column in open.mapping.columns + open.mapping.unmapped { types[column.field] = column.type }
            own = open.ownColumns.map(\.field)
        }
        var values = prospect.values
        for field in own where values[field] == nil { values[field] = "" }
        if values["customer_id"]?.isEmpty ?? true { values["customer_id"] = ProspectRecord.defaultKey }
        let fields = values.keys.sorted()
        return DatasetPlan(
            name: "customers",
            nameLocation: nil,
            source: "prospect",
            record: "customer",
            key: "customer_id",
            fields: fields.map { field in
                FieldPlan(
                    field: field, column: field, location: SourceLocation(file: "prospect", line: 1, column: 1),
                    type: types[field], decimalMark: UInt8(ascii: "."), dateFormat: DateFormat("yyyy-MM-dd"),
                    trueTexts: [], falseTexts: [])
            },
            links: [],
            options: CSVOptions(),
            text: Self.csv([fields, fields.map { values[$0] ?? "" }])
        )
    }

    fileprivate static func csv(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
        }.joined()
    }
}

extension DatasetPlan {
    /// A dataset with the columns of an open one and no rows.
    fileprivate static func blank(_ open: OpenDataset) -> DatasetPlan {
        var plan = open.plan
        plan.options = CSVOptions()
        plan.text = Plan.csv([open.file.header])
        return plan
    }

    /// A standard dataset with all its columns and no rows.
    fileprivate static func blank(_ name: String) -> DatasetPlan {
        DatasetPlan(
            name: name, nameLocation: nil, source: name, record: StandardFields.record(of: name) ?? name, key: nil,
            fields: [], links: [], options: CSVOptions(),
            text: Plan.csv([StandardFields.fields(of: name).map(\.name)]))
    }
}

extension OpenDataset {
    /// Columns that are no standard fields.
    fileprivate var ownColumns: [HeaderMapping.Column] {
        let standard = Set(StandardFields.fields(of: name).map(\.name))
        return (mapping.columns + mapping.unmapped).filter { !standard.contains($0.field) }
    }
}
