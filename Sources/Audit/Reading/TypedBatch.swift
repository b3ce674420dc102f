import CEL
import Tables

/// A batch of rows with its cells read as their types, each column once and only when an expression asks for it.
///
/// Belongs to one thread; used for one batch after the other, so that its memory is taken once.
final class TypedBatch: ColumnBatch {
    private let columns: [TypedColumn?]
    private(set) var rowCount = 0
    private unowned let values: any VariableSource

    /// `layout` tells for each field of the record type where its cells are and how they are read; `values` what variables
    /// stand for on a row, for the general evaluator.
    init(layout: RecordLayout, capacity: Int, values: any VariableSource) {
        columns = layout.fields.map { field in
            field.slot.map { TypedColumn(slot: $0, format: field.format, capacity: capacity) }
        }
        self.values = values
        blank = BlankColumn(capacity: capacity)
    }

    /// What a field reads as that the extract lacks.
    private let blank: BlankColumn

    func load(_ batch: borrowing RecordBatch) {
        rowCount = batch.count
        for case let column? in columns { column.load(batch.column(column.slot), count: batch.count) }
    }

    func texts(ofField field: Int) -> TextVector { columns[field]?.texts ?? blank.texts }
    func integers(ofField field: Int) -> UnsafePointer<Int64> { columns[field]?.integers ?? blank.integers }
    func doubles(ofField field: Int) -> UnsafePointer<Double> { columns[field]?.doubles ?? blank.doubles }
    func booleans(ofField field: Int) -> UnsafePointer<UInt8> { columns[field]?.booleans ?? blank.flags }
    func seconds(ofField field: Int) -> UnsafePointer<Int64> { columns[field]?.integers ?? blank.integers }
    /// For a link, whether it leads to a record.
    func presence(ofField field: Int) -> UnsafePointer<UInt8> {
        guard field < columns.count else { return values.presence(ofLink: field - columns.count, in: self) }
        return columns[field]?.presence ?? blank.flags
    }
    func malformations(ofField field: Int) -> UnsafePointer<UInt8> { columns[field]?.malformations ?? blank.flags }

    func record(row: Int) -> Value { values.record(row: row, in: self) }
    func value(ofVariable name: String, row: Int) throws(EvaluationError) -> Value {
        try values.value(ofVariable: name, row: row, in: self)
    }
    func readFold(_ fold: Int, _ rows: Rows, into target: UnsafeMutablePointer<FoldedValue>) {
        values.readFold(fold, rows, in: self, into: target)
    }

    /// The raw cells of a field, or nil when the extract lacks the field.
    func cells(ofField field: Int) -> CellColumn? { columns[field]?.cells }

    /// The raw cell of a field, or nil when the extract lacks the field.
    func cell(ofField field: Int, row: Int) -> UnsafeBufferPointer<UInt8>? { columns[field]?.cells[row] }

    func format(ofField field: Int) -> CellFormat? { columns[field]?.format }
}

/// What expressions ask of a row of a batch besides its cells.
protocol VariableSource: AnyObject {
    func record(row: Int, in batch: TypedBatch) -> Value
    func value(ofVariable name: String, row: Int, in batch: TypedBatch) throws(EvaluationError) -> Value
    func readFold(_ fold: Int, _ rows: Rows, in batch: TypedBatch, into target: UnsafeMutablePointer<FoldedValue>)
    /// For each row 1 where the link leads to a record; valid until the next call.
    func presence(ofLink link: Int, in batch: TypedBatch) -> UnsafePointer<UInt8>
}

/// One column of the current batch, and what its cells read as.
private final class TypedColumn {
    let slot: Int
    let format: CellFormat
    private(set) var cells: CellColumn
    private var count = 0
    private var isRead = false

    private let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
    private let counts: UnsafeMutablePointer<Int32>
    private let numbers: UnsafeMutablePointer<UInt64>
    private let filled: UnsafeMutablePointer<UInt8>
    private let broken: UnsafeMutablePointer<UInt8>

    init(slot: Int, format: CellFormat, capacity: Int) {
        self.slot = slot
        self.format = format
        starts = .allocate(capacity: capacity)
        counts = .allocate(capacity: capacity)
        numbers = .allocate(capacity: capacity)
        filled = .allocate(capacity: capacity)
        broken = .allocate(capacity: capacity)
        counts.initialize(repeating: 0, count: capacity)
        broken.initialize(repeating: 0, count: capacity)
        cells = CellColumn(starts: UnsafePointer(starts), counts: UnsafePointer(counts))
    }

    deinit {
        starts.deallocate()
        counts.deallocate()
        numbers.deallocate()
        filled.deallocate()
        broken.deallocate()
    }

    func load(_ cells: CellColumn, count: Int) {
        self.cells = cells
        self.count = count
        isRead = false
    }

    var texts: TextVector {
        read()
        if case .text = format { return TextVector(starts: cells.starts, counts: UnsafePointer(counts)) }
        return TextVector(starts: cells.starts, counts: cells.counts)
    }

    var integers: UnsafePointer<Int64> {
        read()
        return UnsafeRawPointer(numbers).assumingMemoryBound(to: Int64.self)
    }

    var doubles: UnsafePointer<Double> {
        read()
        return UnsafeRawPointer(numbers).assumingMemoryBound(to: Double.self)
    }

    var booleans: UnsafePointer<UInt8> {
        read()
        return UnsafeRawPointer(numbers).assumingMemoryBound(to: UInt8.self)
    }

    var presence: UnsafePointer<UInt8> {
        read()
        return UnsafePointer(filled)
    }

    var malformations: UnsafePointer<UInt8> {
        read()
        return UnsafePointer(broken)
    }

    private func read() {
        guard !isRead else { return }
        isRead = true
        switch format {
        // No text is malformed.
        case .text: return cells.read(count, textCounts: counts, filled)
        case .bool(let format):
            let flags = UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: UInt8.self)
            cells.read(count, as: format, flags, filled)
        case .int(let format): cells.readIntegers(count, as: format, numbers, filled)
        case .decimal(let format): cells.read(count, as: format, numbers, filled)
        case .date(let format): cells.read(count, as: format, numbers, filled)
        }
        for row in 0..<count {
            broken[row] = filled[row] != 0 || cells.counts[row] == 0 || format.isAbsent(cells[row]) ? 0 : 1
        }
    }
}

/// Cells of a column that is not there.
private final class BlankColumn {
    private let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
    private let zeros: UnsafeMutablePointer<UInt64>

    init(capacity: Int) {
        zeros = .allocate(capacity: capacity)
        zeros.initialize(repeating: 0, count: capacity)
        starts = .allocate(capacity: capacity)
        starts.initialize(repeating: UnsafeRawPointer(zeros).assumingMemoryBound(to: UInt8.self), count: capacity)
    }

    deinit {
        starts.deallocate()
        zeros.deallocate()
    }

    var texts: TextVector {
        TextVector(starts: UnsafePointer(starts), counts: UnsafeRawPointer(zeros).assumingMemoryBound(to: Int32.self))
    }
    var integers: UnsafePointer<Int64> { UnsafeRawPointer(zeros).assumingMemoryBound(to: Int64.self) }
    var doubles: UnsafePointer<Double> { UnsafeRawPointer(zeros).assumingMemoryBound(to: Double.self) }
    var flags: UnsafePointer<UInt8> { UnsafeRawPointer(zeros).assumingMemoryBound(to: UInt8.self) }
}
