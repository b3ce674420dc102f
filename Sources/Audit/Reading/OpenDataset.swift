import Checks
import Diagnostics
import Foundation
import Tables

/// A dataset of the plan, opened: its header is mapped to fields, its records are not read yet.
struct OpenDataset: Sendable {
    var plan: DatasetPlan
    var file: CSVFile
    var mapping: HeaderMapping
    var schema: DatasetSchema
    /// The field that tells records apart; nil when the extract has no such column.
    var key: String?

    var name: String { plan.name }

    /// Opens the plan's source. Mistakes of the plan (a column that is not there) go to `diagnostics`.
    init(_ plan: DatasetPlan, folder: String, diagnostics: DiagnosticsCollector) throws(SourceError) {
        self.plan = plan
        if let text = plan.text {
            file = try CSVFile(text: text, name: plan.source)
        } else {
            file = try CSVFile(path: Plan.path(plan.source, in: folder), options: plan.options)
        }
        mapping = HeaderMapping(
            header: file.header,
            dataset: plan.name,
            declared: plan.fields.map {
                HeaderMapping.Declaration(field: $0.field, column: $0.column, type: $0.type, location: $0.location)
            }
        )
        for diagnostic in mapping.diagnostics { diagnostics.report(diagnostic) }
        schema = Self.schema(plan, mapping)
        key = nil
        key = keyField(diagnostics)
        for link in plan.links where schema.field(link.field)?.isSupplied != true {
            diagnostics.report(
                Diagnostic(
                    "the link '\(link.name)' goes by the field '\(link.field)', which '\(plan.name)' does not have",
                    help: didYouMean(link.field, among: schema.fields.filter(\.isSupplied).map(\.name)),
                    at: link.location
                )
            )
        }
    }

    private static func schema(_ plan: DatasetPlan, _ mapping: HeaderMapping) -> DatasetSchema {
        var schema =
            DatasetSchema.standard(plan.name, isSupplied: false)
            ?? DatasetSchema(dataset: plan.name, record: plan.record, fields: [], links: [], isSupplied: true)
        schema.isSupplied = true
        for column in mapping.columns + mapping.unmapped {
            let field = DatasetSchema.Field(name: column.field, type: column.type, isSupplied: true)
            if let index = schema.fields.firstIndex(where: { $0.name == column.field }) {
                schema.fields[index] = field
            } else {
                schema.fields.append(field)
            }
        }
        let declared = plan.links.map { DatasetSchema.Link(name: $0.name, target: $0.name, field: $0.field) }
        schema.links = declared + schema.links.filter { link in !declared.contains { $0.name == link.name } }
        return schema
    }

    private func keyField(_ diagnostics: DiagnosticsCollector) -> String? {
        if let key = plan.key {
            if schema.field(key)?.isSupplied == true { return key }
            diagnostics.report(
                Diagnostic(
                    "the key '\(key)' of '\(plan.name)' is not in \(plan.source)",
                    help: didYouMean(key, among: schema.fields.filter(\.isSupplied).map(\.name))
                        ?? "'keur map \(plan.source)' shows what its columns are read as",
                    at: plan.nameLocation
                )
            )
            return nil
        }
        guard let key = StandardFields.key(of: plan.name), schema.field(key)?.isSupplied == true else { return nil }
        return key
    }

    /// What the plan says about a field's cells.
    func declaration(of field: String) -> FieldPlan? { plan.fields.first { $0.field == field } }

    /// The column of the file that holds a field.
    func column(of field: String) -> Int? { mapping.column(of: field)?.index }
}
