import CEL

/// Records made up for tests of the columnar engine: two fields of each type, and records that link to them.
final class TestTable: ColumnBatch {
    enum Cell {
        case blank
        case malformed
        case value(Value)
    }

    struct Record: RecordValue {
        var recordType: RecordType { TestTable.type }
        let cells: [Cell]

        func value(at fieldIndex: Int) -> Value? {
            if case .value(let value) = cells[fieldIndex] { value } else { nil }
        }
        func isMalformed(at fieldIndex: Int) -> Bool {
            if case .malformed = cells[fieldIndex] { true } else { false }
        }
    }

    static let fields: [(name: String, type: CELType)] = [
        ("s", .string), ("s2", .string), ("i", .int), ("i2", .int), ("d", .double), ("d2", .double), ("b", .bool),
        ("b2", .bool), ("t", .timestamp), ("t2", .timestamp),
    ]
    static let type = RecordType(name: "row", fields: fields.map { RecordType.Field(name: $0.name, type: $0.type) })
    static let environment = Environment(
        variables: ["r": .record("row"), "o": .record("row"), "xs": .list(.record("row")), "today": .timestamp],
        recordTypes: [type],
        allowsNumericComparisonsAcrossTypes: true
    )

    let records: [Record]
    /// By row: the records in `xs`.
    let linked: [[Record]]
    /// By row: what `o` stands for, as what an outside source says does for a customer; nil where that is not known.
    let outside: [Record?]
    /// Set when expressions are compiled: what `xs` came to, by fold and row.
    var folds: [LinkedFold] = [] { didSet { foldLinked() } }

    private var foldedValues: [[FoldedValue]] = []
    private let columns: [Column]

    init(_ records: [Record], linked: [[Record]], outside: [Record?]) {
        self.records = records
        self.linked = linked
        self.outside = outside
        columns = Self.fields.indices.map { Column(records.map(\.cells), field: $0) }
    }

    var rowCount: Int { records.count }

    func texts(ofField field: Int) -> TextVector { columns[field].texts }
    func integers(ofField field: Int) -> UnsafePointer<Int64> { columns[field].bits(as: Int64.self) }
    func doubles(ofField field: Int) -> UnsafePointer<Double> { columns[field].bits(as: Double.self) }
    func seconds(ofField field: Int) -> UnsafePointer<Int64> { columns[field].bits(as: Int64.self) }
    func booleans(ofField field: Int) -> UnsafePointer<UInt8> { UnsafePointer(columns[field].flags) }
    func presence(ofField field: Int) -> UnsafePointer<UInt8> { UnsafePointer(columns[field].filled) }
    func malformations(ofField field: Int) -> UnsafePointer<UInt8> { UnsafePointer(columns[field].broken) }
    func record(row: Int) -> Value { .record(records[row]) }
    func value(ofVariable name: String, row: Int) throws(EvaluationError) -> Value {
        guard name == "o" else { return .list(linked[row].map { .record($0) }) }
        guard let record = outside[row] else { throw EvaluationError("nobody could tell", kind: .notKnown) }
        return .record(record)
    }
    func readFold(_ fold: Int, _ rows: Rows, into values: UnsafeMutablePointer<FoldedValue>) {
        rows.forEach { values[$0] = foldedValues[fold][$0] }
    }

    /// Each list as a batch of its own, as if its records had streamed by.
    private func foldLinked() {
        let scratch = Scratch()
        foldedValues = folds.map { fold in
            linked.map { records in
                var result = FoldedValue()
                let batch = TestTable(
                    records, linked: records.map { _ in [] }, outside: records.map { _ in nil })
                let contributions = fold.contributions(
                    of: batch.allRows(scratch), KernelContext(batch: batch, scratch: scratch))
                for row in records.indices {
                    switch contributions.kinds[row] {
                    case .none: break
                    case .doubt: result.hasDoubt = true
                    case .failure: result.hasFailure = true
                    case .hit:
                        if let number = contributions.numbers?[row] {
                            fold.add(number, to: &result)
                        } else {
                            result.hits += 1
                        }
                    }
                }
                scratch.reset()
                return result
            }
        }
    }

    func allRows(_ scratch: Scratch) -> Rows {
        let positions = scratch.allocate(rowCount, of: Int32.self)
        for row in 0..<rowCount { positions[row] = Int32(row) }
        return Rows(positions: UnsafePointer(positions), count: rowCount)
    }
}

/// Cells of one field as the engine wants them; lives as long as its table.
private final class Column {
    let flags: UnsafeMutablePointer<UInt8>
    let filled: UnsafeMutablePointer<UInt8>
    let broken: UnsafeMutablePointer<UInt8>
    private let numbers: UnsafeMutablePointer<UInt64>
    private let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
    private let counts: UnsafeMutablePointer<Int32>
    private var bytes: [UnsafeMutablePointer<UInt8>] = []

    init(_ rows: [[TestTable.Cell]], field: Int) {
        let capacity = max(1, rows.count)
        flags = .allocate(capacity: capacity)
        filled = .allocate(capacity: capacity)
        broken = .allocate(capacity: capacity)
        numbers = .allocate(capacity: capacity)
        starts = .allocate(capacity: capacity)
        counts = .allocate(capacity: capacity)
        for (row, cells) in rows.enumerated() {
            var (flag, bits, text): (UInt8, UInt64, [UInt8]) = (0, 0, [])
            switch cells[field] {
            case .value(.string(let value)): text = Array(value.utf8)
            case .value(.int(let value)): bits = UInt64(bitPattern: value)
            case .value(.double(let value)): bits = value.bitPattern
            case .value(.bool(let value)): flag = value ? 1 : 0
            case .value(.timestamp(let value)): bits = UInt64(bitPattern: value.seconds)
            default: break
            }
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, text.count))
            memory.initialize(from: text, count: text.count)
            bytes.append(memory)
            starts[row] = UnsafePointer(memory)
            counts[row] = Int32(text.count)
            flags[row] = flag
            numbers[row] = bits
            if case .value = cells[field] { filled[row] = 1 } else { filled[row] = 0 }
            if case .malformed = cells[field] { broken[row] = 1 } else { broken[row] = 0 }
        }
    }

    deinit {
        for memory in bytes { memory.deallocate() }
        for memory in [flags, filled, broken] { memory.deallocate() }
        numbers.deallocate()
        starts.deallocate()
        counts.deallocate()
    }

    var texts: TextVector { TextVector(starts: UnsafePointer(starts), counts: UnsafePointer(counts)) }

    func bits<Element>(as type: Element.Type) -> UnsafePointer<Element> {
        UnsafeRawPointer(numbers).assumingMemoryBound(to: Element.self)
    }
}
