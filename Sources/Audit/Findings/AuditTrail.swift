import CEL
import Checks
import Tables

/// How a run's findings came about: what the history needs to recognise them, and to tell what is fixed from what was not
/// looked at.
struct AuditTrail: Sendable {
    let world: World
    let scope: Scope
    let checks: [CompiledCheck]
    /// By check: on how many records it could not be decided because no outside source was asked, or could tell.
    let unanswered: [Int]
    /// Checks that took too much, so that their records were not looked at.
    let stopped: Set<Int>
    let events: [FindingEvent]
    let renderer: FindingRenderer
    /// Of the datasets' files, by the dataset's name.
    let paths: [String: String]

    /// A finding's lasting name and what stands in its field now.
    struct Seen: Sendable {
        var id: Int64
        var fingerprint: Int64
        /// Position among the events; of several events with one name the first, the most urgent.
        var event: Int
        /// In hundredths; of several events the sum.
        var cash: Int64
    }

    /// So many findings ahead, records are called into the cache: they stand in no order.
    private static let prefetched = 8

    /// `standing` is asked with the event's position.
    func findings(_ standing: @escaping @Sendable (Int) -> Standing) -> FindingList {
        FindingList(count: events.count) { [events, renderer] range in
            range.map { position in
                let next = position + Self.prefetched
                if next < events.count { renderer.prefetch(events[next]) }
                return renderer.finding(for: events[position], standing(position))
            }
        }
    }

    /// The findings by rising name, and for each event the position of its finding among them.
    ///
    /// Events of one record stand together once they are sorted by place, so a record is read once for all its findings.
    func seen() -> (findings: [Seen], positions: [Int32]) {
        let readers = readers()
        var order = StableOrder(count: events.count)
        order.sort { UInt64(events[$0].offset) }
        order.sort { UInt64(readers.dataset[Int(events[$0].check)]) }
        let byPlace = order.positions.map { Int($0) }
        let slice = 4096
        let parts = concurrentMap(count: (byPlace.count + slice - 1) / slice) { part in
            read(byPlace[part * slice..<min(byPlace.count, (part + 1) * slice)], readers)
        }
        var positions = [Int32](repeating: 0, count: events.count)
        var all = parts.flatMap(\.self)
        all.sort { ($0.id, $0.event) < ($1.id, $1.event) }
        var merged: [Seen] = []
        merged.reserveCapacity(all.count)
        for finding in all {
            if merged.last?.id == finding.id {
                merged[merged.count - 1].cash = merged[merged.count - 1].cash.addingSaturated(finding.cash)
            } else {
                merged.append(finding)
            }
            positions[finding.event] = Int32(merged.count - 1)
        }
        return (merged, positions)
    }

    private func read(_ positions: ArraySlice<Int>, _ readers: Readers) -> [Seen] {
        var place: (dataset: Int, offset: Int)?
        var record: RecordCells?
        return positions.map { position in
            let event = events[position]
            let check = checks[Int(event.check)].check
            let dataset = readers.dataset[Int(event.check)]
            if place?.dataset != dataset || place?.offset != event.offset {
                record = readers.readers[dataset].record(at: event.offset)
                place = (dataset, event.offset)
            }
            func text(_ slot: Int?) -> String { slot.flatMap { record?.text($0) } ?? "" }
            let key = text(readers.key[Int(event.check)])
            let value = text(readers.field[Int(event.check)])
            return Seen(
                id: Int64(
                    bitPattern: FindingID.number(check: check.id, record: check.record, key: key, line: event.line)),
                fingerprint: Self.fingerprint(value),
                event: position,
                cash: event.cash
            )
        }
    }

    /// Tells whether a value changed, and not what it was.
    static func fingerprint(_ value: String) -> Int64 {
        var value = value
        return value.withUTF8 { bytes in
            bytes.baseAddress.map { Int64(bitPattern: keyHash($0, bytes.count)) } ?? 0
        }
    }

    /// Readers of the cells that names and fingerprints are made of, and by check where they stand.
    private struct Readers: Sendable {
        var readers: [RecordReader] = []
        var dataset: [Int]
        var key: [Int?]
        var field: [Int?]
    }

    private func readers() -> Readers {
        var result = Readers(
            dataset: [Int](repeating: 0, count: checks.count), key: [Int?](repeating: nil, count: checks.count),
            field: [Int?](repeating: nil, count: checks.count))
        for dataset in world.datasets {
            var columns: [Int] = []
            func slot(_ field: Int?) -> Int? {
                guard let slot = field.flatMap({ dataset.layout.fields[$0].slot }) else { return nil }
                let column = dataset.layout.columns[slot]
                if let known = columns.firstIndex(of: column) { return known }
                columns.append(column)
                return columns.count - 1
            }
            for (index, compiled) in checks.enumerated() where compiled.check.record == dataset.record {
                result.dataset[index] = result.readers.count
                result.key[index] = slot(dataset.keyField)
                result.field[index] = slot(compiled.check.field.flatMap { dataset.fieldIndex($0.name) })
            }
            result.readers.append(dataset.file.reader(columns, keepsPages: dataset.isLookedUp))
        }
        return result
    }

    /// Whose finding an event is, for those that the history does not know yet.
    struct Owner: Sendable {
        var recordKey: String
        var customerKey: String
        var customerName: String
        var currency: String
    }

    func owner(of event: FindingEvent) -> Owner {
        guard let dataset = world.dataset(ofRecord: checks[Int(event.check)].check.record) else {
            preconditionFailure("a finding's record was read from a dataset")
        }
        let record = dataset.record(at: event.offset, in: world)
        let customer = renderer.customer(of: event)
        let ownCurrency = record.text(named: "currency")
        // Of a record that names a customer whom nobody knows, the name.
        let named = world.customerPath(of: dataset).flatMap { $0.through == nil ? record.text($0.field) : nil }
        return Owner(
            recordKey: record.key,
            customerKey: customer?.key ?? named ?? "",
            customerName: customer?.text(named: "legal_name") ?? "",
            currency: ownCurrency.isEmpty ? customer?.text(named: "currency") ?? "" : ownCurrency
        )
    }
}

extension StoredRecord {
    /// What tells it apart; empty when the extract has no such column.
    var key: String { dataset.keyField.map { text($0) } ?? "" }
}
