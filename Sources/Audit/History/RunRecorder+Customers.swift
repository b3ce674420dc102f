import CEL
import Checks
import GRDB
import Tables

extension RunRecorder {
    /// Writes the kept fields of those customers that have changed since the last run, whoever is in scope.
    func writeCustomers() throws {
        guard let past = trail.world.past, let customers = trail.world.dataset(ofRecord: "customer") else { return }
        let changed = CustomerSnapshot(past, customers, trail.world).changed()
        guard !changed.isEmpty else { return }
        let fields = past.fields.joined(separator: ",")
        try database.execute(sql: "INSERT OR IGNORE INTO layout (fields) VALUES (?)", arguments: [fields])
        let layout = try Int.fetchOne(database, sql: "SELECT id FROM layout WHERE fields = ?", arguments: [fields])
        let statement = try database.makeStatement(
            sql: "INSERT INTO snapshot (key, run, layout, cells) VALUES (?, ?, ?, ?)")
        for (key, cells) in changed { try statement.execute(arguments: [key, run, layout, cells]) }
    }
}

/// The kept fields of all customers of a run.
private struct CustomerSnapshot {
    let past: PastCustomers
    let customers: Dataset
    let world: World
    /// Column of the file and format of each kept field; nil for one that the extract lacks.
    private let columns: [(column: Int, format: CellFormat)?]
    private let key: Int?

    init(_ past: PastCustomers, _ customers: Dataset, _ world: World) {
        self.past = past
        self.customers = customers
        self.world = world
        func column(_ field: Int?) -> (column: Int, format: CellFormat)? {
            guard let field, let slot = customers.layout.fields[field].slot else { return nil }
            return (customers.layout.columns[slot], customers.layout.fields[field].format)
        }
        columns = past.fields.map { column(customers.fieldIndex($0)) }
        key = column(customers.keyField)?.column
    }

    /// By rising key. Of several records with one key the first counts.
    func changed() -> [(key: String, cells: String)] {
        guard let key else { return [] }
        let supplied = columns.compactMap { $0?.column }
        let result = customers.file.scan(
            [key] + supplied, threads: 2, makeState: { [(key: String, cells: String)]() },
            body: { changed, batch in
                let keys = batch.column(0)
                var cells: [UInt8] = []
                for row in 0..<batch.count where !keys[row].isBlankCell {
                    guard let number = customers.survey.keys.number(of: keys.starts[row], Int(keys.counts[row])),
                        customers.survey.firstOffsets[Int(number)] == batch.byteOffsets[row]
                    else { continue }
                    cells.removeAll(keepingCapacity: true)
                    var slot = 0
                    for (index, column) in columns.enumerated() {
                        if index > 0 { cells.append(PastCustomers.separator) }
                        if let column {
                            slot += 1
                            append(batch.column(slot)[row], column.format, to: &cells)
                        } else {
                            cells.append(contentsOf: text(ofMissing: past.fields[index], number).utf8)
                        }
                    }
                    guard !past.isUnchanged(cells, ofCustomer: number) else { continue }
                    changed.append(
                        (String(decoding: keys[row], as: UTF8.self), String(decoding: cells, as: UTF8.self)))
                }
            }
        )
        return result.pieces.flatMap(\.state).sorted { $0.key < $1.key }
    }

    private func append(_ cell: UnsafeBufferPointer<UInt8>, _ format: CellFormat, to cells: inout [UInt8]) {
        if case .text = format {
            guard !cell.isBlankCell else { return }
            cells.append(contentsOf: cell.lazy.map { $0 == PastCustomers.separator ? 0x20 : $0 })
        } else if let text = format.value(cell)?.keptText {
            cells.append(contentsOf: text.utf8)
        }
    }

    /// What the register says; else, and for a column that this extract lacks, what was known before.
    private func text(ofMissing field: String, _ customer: UInt32) -> String {
        world.register(ofCustomer: customer).flatMap { PreviousRecord.registerText(field, in: $0) }
            ?? past.text(field, ofCustomer: customer) ?? ""
    }
}
