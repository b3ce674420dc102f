/// The asked-for cells of some consecutive rows of a piece, column by column, as slices of bytes.
///
/// Slices point into the mapped file, or into the batch's own memory where doubled quotes had to be undone; either way
/// they hold only while the batch is being looked at. Quoted cells come without their quotes.
public struct RecordBatch: ~Copyable {
    public let count: Int
    /// Index of the first row, counted from the first row of the piece.
    public let firstRow: Int
    let columns: UnsafePointer<CellColumn>
    /// Where each record begins, for `RecordReader`.
    public let byteOffsets: UnsafePointer<Int>
    /// The physical line on which each record begins, counted from the first line of the piece (0 for the first).
    public let lines: UnsafePointer<Int32>

    /// The cells of the column asked for in `slot`-th place.
    @inline(__always)
    public func column(_ slot: Int) -> CellColumn { columns[slot] }
}

/// The cells of one column of a batch: two parallel arrays of `RecordBatch.count` items.
public struct CellColumn {
    public let starts: UnsafePointer<UnsafePointer<UInt8>>
    public let counts: UnsafePointer<Int32>

    public init(starts: UnsafePointer<UnsafePointer<UInt8>>, counts: UnsafePointer<Int32>) {
        self.starts = starts
        self.counts = counts
    }

    @inline(__always)
    public subscript(row: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: starts[row], count: Int(counts[row]))
    }
}
