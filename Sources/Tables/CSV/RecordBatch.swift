/// The asked-for cells of some consecutive rows of a piece, column by column, as slices of bytes.
///
/// Slices point to where the file is mapped or was read to, or into the batch's own memory where doubled quotes had to be
/// undone; either way they hold only while the batch is being looked at. Quoted cells come without their quotes.
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

    /// About how many rows a piece has whose records are as long as these: for lists that a piece fills row by row. Growing
    /// them bit by bit took a tenth of a scan, in pages that the system had to clear.
    public var rowsInPiece: Int {
        let bytes = count > 1 ? byteOffsets[count - 1] - byteOffsets[0] : CSVFile.pieceBytes
        return CSVFile.pieceBytes / max(1, bytes / max(1, count - 1)) * 17 / 16
    }
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
