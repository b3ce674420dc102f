import CEL
import Checks
import Tables

/// One record read from its place in the file, for links and for findings: rows of a scan are `BatchRecord`s.
///
/// A class, for it is handed around a lot while a finding is put into words.
final class StoredRecord: RecordValue {
    let dataset: Dataset
    let world: World
    /// By slot of the layout.
    let cells: RecordCells

    init(dataset: Dataset, world: World, cells: RecordCells) {
        self.dataset = dataset
        self.world = world
        self.cells = cells
    }

    var recordType: RecordType { dataset.layout.recordType }

    /// The raw text of a field; empty when the extract lacks it.
    func text(_ field: Int) -> String {
        guard let slot = dataset.layout.fields[field].slot else { return "" }
        return cells.text(slot)
    }

    /// Lends the raw bytes of a field; nil when the extract lacks it.
    func withBytes<Result>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard let slot = dataset.layout.fields[field].slot else { return nil }
        return cells.withBytes(slot, body)
    }

    func value(at fieldIndex: Int) -> Value? {
        guard fieldIndex < dataset.layout.fields.count else {
            return link(fieldIndex - dataset.layout.fields.count)
        }
        let field = dataset.layout.fields[fieldIndex]
        return field.slot.flatMap { cells.withBytes($0, field.format.value) }
    }

    private func link(_ index: Int) -> Value? {
        let link = dataset.schema.links[index]
        guard let field = dataset.fieldIndex(link.field) else { return nil }
        return (withBytes(field) { world.record(link.target, key: $0) } ?? nil).map { .record($0) }
    }

    func isMalformed(at fieldIndex: Int) -> Bool {
        guard fieldIndex < dataset.layout.fields.count, let slot = dataset.layout.fields[fieldIndex].slot else {
            return false
        }
        return cells.withBytes(slot, dataset.layout.fields[fieldIndex].format.isMalformed)
    }
}

/// One row of the batch that is being evaluated; must not outlive it.
final class BatchRecord: RecordValue, @unchecked Sendable {
    private let dataset: Dataset
    private let world: World
    private let batch: TypedBatch
    private let row: Int

    init(dataset: Dataset, world: World, batch: TypedBatch, row: Int) {
        self.dataset = dataset
        self.world = world
        self.batch = batch
        self.row = row
    }

    var recordType: RecordType { dataset.layout.recordType }

    func value(at fieldIndex: Int) -> Value? {
        guard fieldIndex < dataset.layout.fields.count else {
            let link = dataset.schema.links[fieldIndex - dataset.layout.fields.count]
            guard let field = dataset.fieldIndex(link.field), let key = batch.cell(ofField: field, row: row) else {
                return nil
            }
            return world.record(link.target, key: key).map { .record($0) }
        }
        guard let cell = batch.cell(ofField: fieldIndex, row: row) else { return nil }
        return dataset.layout.fields[fieldIndex].format.value(cell)
    }

    func isMalformed(at fieldIndex: Int) -> Bool {
        fieldIndex < dataset.layout.fields.count && batch.malformations(ofField: fieldIndex)[row] != 0
    }
}

extension CellFormat {
    /// A cell as a value of CEL; nil when it is blank or malformed.
    func value(_ cell: UnsafeBufferPointer<UInt8>) -> Value? {
        switch self {
        case .text: cell.isBlankCell ? nil : .string(String(decoding: cell, as: UTF8.self))
        case .bool(let format): format.parse(cell).map { .bool($0) }
        case .int(let format): format.parseInteger(cell).map { .int($0) }
        case .decimal(let format): format.parse(cell).map { .double($0) }
        case .date(let format):
            format.parse(cell).flatMap { Value.Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400) }.map {
                .timestamp($0)
            }
        }
    }
}
