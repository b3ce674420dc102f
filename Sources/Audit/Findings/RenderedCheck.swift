import CEL
import Checks

/// What all findings of one check have in common, looked up once: a class, because a check's own value has dozens of parts, each
/// of which would be counted for every finding.
final class RenderedCheck: Sendable {
    let compiled: CompiledCheck
    let dataset: Dataset?
    let kind: FindingKind
    /// Whether it says something of each record that has to be worked out.
    let hasWording: Bool
    let message: CompiledMessage?
    /// Positions of fields of the record.
    let key: Int?
    let value: Int?
    let currency: Int?
    /// Where to find the customer that a record leads to; nil when the record is the customer, or leads to none.
    let customerLink: Int?
    let isCustomer: Bool
    /// Positions of fields of the customer.
    let customer: (id: Int?, name: Int?, currency: Int?)

    init(_ compiled: CompiledCheck, in world: World, language: String) {
        let check = compiled.check
        let dataset = world.dataset(ofRecord: check.record)
        let customers = world.dataset(ofRecord: "customer")
        self.compiled = compiled
        self.dataset = dataset
        kind = FindingKind(
            checkID: check.id, title: check.title.text(in: language), severity: check.severity, cause: check.cause,
            record: check.record, field: check.field?.name ?? "", fix: check.fix?.text(in: language) ?? "",
            owner: check.owner, source: dataset?.source ?? "")
        message = compiled.messages[language] ?? compiled.messages["en"] ?? compiled.messages.first?.value
        hasWording = message != nil || compiled.suggestion != nil
        key = dataset?.keyField
        value = check.field.flatMap { dataset?.fieldIndex($0.name) }
        currency = dataset?.fieldIndex("currency")
        isCustomer = check.record == "customer"
        let link = isCustomer ? nil : dataset?.schema.links.first { $0.target == "customer" }
        customerLink = link.flatMap { dataset?.fieldIndex($0.field) }
        customer = (
            customers?.fieldIndex("customer_id"), customers?.fieldIndex("legal_name"),
            customers?.fieldIndex("currency")
        )
    }
}
