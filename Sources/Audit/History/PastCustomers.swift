import CEL
import Checks
import GRDB

/// The kept fields of every customer as the last run that saw it had them.
///
/// One text for each customer, its fields' values in a row; a million customers take as many bytes as their values and
/// sixteen besides. Values are kept as they read, not as they are written: a column that comes with another date format or
/// decimal mark has not changed.
final class PastCustomers: Sendable {
    /// Stands between the values; it cannot stand in them.
    static let separator: UInt8 = 0x1F

    /// What this run keeps, sorted.
    let fields: [String]
    private let recordType: RecordType
    /// By the customer's number: where its text stands; a count of -1 where no run saw it.
    private let starts: [Int]
    private let counts: [Int32]
    /// By the customer's number: which fields the text has, as a position among the layouts.
    private let layoutNumbers: [UInt16]
    private let bytes: [UInt8]
    private let layouts: [Layout]

    private struct Layout: Sendable {
        var id: Int
        var fields: [String]
        /// By field of the record type: the position of its value.
        var positions: [Int?]
    }

    init(
        _ history: HistoryStore,
        fields: [String],
        recordType: RecordType,
        keys: KeyTable
    ) throws(HistoryError) {
        self.fields = fields
        self.recordType = recordType
        var starts = [Int](repeating: 0, count: keys.count)
        var counts = [Int32](repeating: -1, count: keys.count)
        var numbers = [UInt16](repeating: 0, count: keys.count)
        var bytes: [UInt8] = []
        let layouts = try history.read { database in
            let layouts = try Row.fetchAll(database, sql: "SELECT id, fields FROM layout ORDER BY id").map { row in
                let names = (row[1] as String).split(separator: ",").map { String($0) }
                return Layout(
                    id: row[0], fields: names,
                    positions: recordType.fields.map { field in names.firstIndex(of: field.name) })
            }
            let cursor = try Row.fetchCursor(
                database, sql: "SELECT key, cells, layout, MAX(run) FROM snapshot GROUP BY key")
            while let row = try cursor.next() {
                var key: String = row[0]
                let number = key.withUTF8 { bytes in
                    bytes.baseAddress.flatMap { keys.number(of: $0, bytes.count) }
                }
                guard let number, let layout = layouts.firstIndex(where: { $0.id == row[2] }) else { continue }
                let cells: String = row[1]
                starts[Int(number)] = bytes.count
                counts[Int(number)] = Int32(cells.utf8.count)
                numbers[Int(number)] = UInt16(layout)
                bytes.append(contentsOf: cells.utf8)
            }
            return layouts
        }
        self.starts = starts
        self.counts = counts
        layoutNumbers = numbers
        self.bytes = bytes
        self.layouts = layouts
    }

    /// Nil where no run saw the customer.
    func record(ofCustomer customer: UInt32) -> (any RecordValue)? {
        guard counts[Int(customer)] >= 0 else { return nil }
        let layout = layouts[Int(layoutNumbers[Int(customer)])]
        return PastRecord(recordType: recordType, values: values(customer), positions: layout.positions)
    }

    /// The text of one field; nil where it was not kept.
    func text(_ field: String, ofCustomer customer: UInt32) -> String? {
        guard counts[Int(customer)] >= 0 else { return nil }
        let layout = layouts[Int(layoutNumbers[Int(customer)])]
        return layout.fields.firstIndex(of: field).map { String(decoding: values(customer)[$0], as: UTF8.self) }
    }

    /// Whether a customer's values are still these, of the fields that this run keeps.
    func isUnchanged(_ cells: [UInt8], ofCustomer customer: UInt32) -> Bool {
        let count = Int(counts[Int(customer)])
        guard count == cells.count, layouts[Int(layoutNumbers[Int(customer)])].fields == fields else { return false }
        let start = starts[Int(customer)]
        return bytes[start..<start + count].elementsEqual(cells)
    }

    private func values(_ customer: UInt32) -> [ArraySlice<UInt8>] {
        let start = starts[Int(customer)]
        return bytes[start..<start + Int(counts[Int(customer)])]
            .split(separator: Self.separator, omittingEmptySubsequences: false)
    }
}

/// A customer at the last run.
private struct PastRecord: RecordValue {
    let recordType: RecordType
    let values: [ArraySlice<UInt8>]
    /// By field of the type.
    let positions: [Int?]

    func value(at fieldIndex: Int) -> Value? {
        guard let position = positions[fieldIndex], position < values.count, !values[position].isEmpty else {
            return nil
        }
        return Value(kept: String(decoding: values[position], as: UTF8.self), as: recordType.fields[fieldIndex].type)
    }

    func isMalformed(at fieldIndex: Int) -> Bool { false }

    func unavailability(at fieldIndex: Int) -> EvaluationError? {
        positions[fieldIndex] == nil
            ? EvaluationError(
                "the last run did not keep '\(recordType.fields[fieldIndex].name)' of this customer", kind: .notSupplied
            )
            : nil
    }
}

extension Value {
    /// The value as the history writes it; nil for one of another kind than fields have.
    var keptText: String? {
        switch self {
        case .string(let text): text
        case .bool(let flag): flag ? "1" : "0"
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .timestamp(let moment): String(moment.seconds)
        default: nil
        }
    }

    init?(kept text: String, as type: CELType) {
        switch type {
        case .bool: self = .bool(text == "1")
        case .int:
            guard let number = Int64(text) else { return nil }
            self = .int(number)
        case .double:
            guard let number = Double(text) else { return nil }
            self = .double(number)
        case .timestamp:
            guard let moment = Int64(text).flatMap({ Value.Timestamp(seconds: $0) }) else { return nil }
            self = .timestamp(moment)
        default: self = .string(text)
        }
    }
}

extension HistoryStore {
    /// The fields of customers that the last run kept; nil when there was none.
    func keptFields() throws(HistoryError) -> Set<String>? {
        try read { database in
            guard try Int.fetchOne(database, sql: "SELECT MAX(id) FROM run") != nil else { return nil }
            let fields = try String.fetchOne(database, sql: "SELECT fields FROM layout ORDER BY id DESC LIMIT 1") ?? ""
            return Set(fields.split(separator: ",").map { String($0) })
        }
    }
}
