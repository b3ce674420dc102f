/// Collects the asked-for cells of rows until a batch is full.
struct BatchBuilder: ~Copyable {
    /// For each slot the index of its column in the file.
    let columns: [Int]
    let capacity: Int
    var count = 0
    /// Rows in the batches before this one.
    private(set) var rowsBefore = 0
    let byteOffsets: UnsafeMutablePointer<Int>
    let lines: UnsafeMutablePointer<Int32>
    private let slab: UnsafeMutableRawPointer
    private let cells: UnsafeMutablePointer<CellColumn>
    private var arena = ByteArena()
    /// For each column of the file one slot that it was asked for in, and for each slot another of the same column; -1 for
    /// none.
    private let slotOfColumn: [Int]
    private let nextSlot: [Int]

    init(columns: [Int], columnCount: Int, capacity: Int) {
        self.columns = columns
        self.capacity = capacity
        var slotOfColumn = Array(repeating: -1, count: columnCount)
        var nextSlot = Array(repeating: -1, count: columns.count)
        for (slot, column) in columns.enumerated() {
            nextSlot[slot] = slotOfColumn[column]
            slotOfColumn[column] = slot
        }
        self.slotOfColumn = slotOfColumn
        self.nextSlot = nextSlot
        byteOffsets = .allocate(capacity: capacity)
        lines = .allocate(capacity: capacity)
        cells = .allocate(capacity: max(1, columns.count))
        // An odd number of cache lines between one column and the next: with a power of two, the same row of all
        // columns would fall into the same few places of the cache.
        let pointerBytes = (capacity * 8 + 63) / 64 * 64
        let countBytes = (capacity * 4 + 63) / 64 * 64
        let stride =
            (pointerBytes + countBytes) / 64 % 2 == 0 ? pointerBytes + countBytes + 64 : pointerBytes + countBytes
        slab = .allocate(byteCount: max(1, stride * columns.count), alignment: 64)
        for slot in columns.indices {
            let base = slab + slot * stride
            cells[slot] = CellColumn(
                starts: base.bindMemory(to: UnsafePointer<UInt8>.self, capacity: capacity),
                counts: (base + pointerBytes).bindMemory(to: Int32.self, capacity: capacity))
        }
    }

    deinit {
        byteOffsets.deallocate()
        lines.deallocate()
        cells.deallocate()
        slab.deallocate()
    }

    var room: Int { capacity - count }
    var rows: Int { rowsBefore + count }

    @inline(__always)
    func starts(_ slot: Int) -> UnsafeMutablePointer<UnsafePointer<UInt8>> {
        UnsafeMutablePointer(mutating: cells[slot].starts)
    }

    @inline(__always)
    func counts(_ slot: Int) -> UnsafeMutablePointer<Int32> { UnsafeMutablePointer(mutating: cells[slot].counts) }

    func firstSlot(of column: Int) -> Int? {
        let slot = slotOfColumn[column]
        return slot < 0 ? nil : slot
    }

    func slot(after slot: Int) -> Int? {
        let next = nextSlot[slot]
        return next < 0 ? nil : next
    }

    @inline(__always)
    func set(slot: Int, row: Int, to cell: UnsafeBufferPointer<UInt8>) {
        guard let start = cell.baseAddress else { return }
        starts(slot)[row] = UnsafePointer(start)
        counts(slot)[row] = Int32(truncatingIfNeeded: cell.count)
    }

    /// Adds a row from the fields of a record; there are at least as many as the file has columns.
    mutating func append(_ fields: [RecordParser.Field], of text: UnsafePointer<UInt8>, at byteOffset: Int, line: Int) {
        byteOffsets[count] = byteOffset
        lines[count] = Int32(truncatingIfNeeded: line)
        for slot in columns.indices {
            let field = fields[columns[slot]]
            let cell = UnsafeBufferPointer(start: text + field.start, count: field.end - field.start)
            if field.hasDoubledQuotes {
                setUndoubled(slot: slot, row: count, from: cell)
            } else {
                set(slot: slot, row: count, to: cell)
            }
        }
        count += 1
    }

    /// Stores a cell with each doubled quote in it turned into one.
    mutating func setUndoubled(slot: Int, row: Int, from cell: UnsafeBufferPointer<UInt8>) {
        let copy = arena.allocate(cell.count)
        let written = copyWithoutDoubledQuotes(cell, to: copy)
        set(slot: slot, row: row, to: UnsafeBufferPointer(start: copy, count: written))
    }

    /// Hands the rows over and begins a new batch.
    mutating func flush(_ body: (borrowing RecordBatch) -> Void) {
        guard count > 0 else { return }
        body(
            RecordBatch(
                count: count, firstRow: rowsBefore, columns: UnsafePointer(cells),
                byteOffsets: UnsafePointer(byteOffsets), lines: UnsafePointer(lines)))
        rowsBefore += count
        count = 0
        arena.reset()
    }
}

/// Copies the inside of a quoted cell; returns how many bytes were written.
func copyWithoutDoubledQuotes(_ cell: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var written = 0
    var index = 0
    while index < cell.count {
        target[written] = cell[index]
        written += 1
        index += cell[index] == ASCII.quote ? 2 : 1
    }
    return written
}
