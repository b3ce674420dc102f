import CEL
import Checks
import Tables

/// What all findings of one check have in common, looked up once: a class, because a check's own value has dozens of parts, each
/// of which would be counted for every finding.
final class RenderedCheck: Sendable {
    let compiled: CompiledCheck
    private let dataset: Dataset?
    /// Reads the dataset's records; held here, because to ask the dataset for it takes a lock.
    private let reader: RecordReader?
    let kind: FindingKind
    /// Whether it says something of each record that has to be worked out.
    let hasWording: Bool
    let message: CompiledMessage?
    /// Positions of fields of the record.
    let key: Int?
    let value: Int?
    let currency: Int?
    /// How records lead to their customer; nil when they do not.
    let customerPath: CustomerPath?
    let isCustomer: Bool
    /// Positions of fields of the customer.
    let customer: (id: Int?, name: Int?, currency: Int?)

    init(_ compiled: CompiledCheck, in world: World, language: String) {
        let check = compiled.check
        let dataset = world.dataset(ofRecord: check.record)
        let customers = world.dataset(ofRecord: "customer")
        self.compiled = compiled
        self.dataset = dataset
        reader = dataset?.reader
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
        customerPath = dataset.flatMap { world.customerPath(of: $0) }
        customer = (
            customers?.fieldIndex("customer_id"), customers?.fieldIndex("legal_name"),
            customers?.fieldIndex("currency")
        )
    }

    /// The record that begins at a byte offset; nil for a check of records that were not read.
    func record(at offset: Int, in world: World) -> StoredRecord? {
        guard let dataset, let reader else { return nil }
        return StoredRecord(dataset: dataset, world: world, cells: reader.record(at: offset))
    }

    func prefetchRecord(at offset: Int) { reader?.prefetchRecord(at: offset) }
}
