/// Whole columns of cells, read in one loop each: called from another module once for a batch, not once for a cell.
extension CellColumn {
    /// `numbers` get the bits of a double, 0 where the cell is none, `filled` a 1 where it is one.
    public func read(
        _ count: Int, as format: DecimalFormat, _ numbers: UnsafeMutablePointer<UInt64>,
        _ filled: UnsafeMutablePointer<UInt8>
    ) {
        read(count, numbers, filled) { format.parse($0)?.bitPattern }
    }

    /// The same with the bits of an int.
    public func readIntegers(
        _ count: Int, as format: DecimalFormat, _ numbers: UnsafeMutablePointer<UInt64>,
        _ filled: UnsafeMutablePointer<UInt8>
    ) {
        read(count, numbers, filled) { format.parseInteger($0).map { UInt64(bitPattern: $0) } }
    }

    /// The same with midnight of a day, in seconds since 1970.
    public func read(
        _ count: Int, as format: DateFormat, _ numbers: UnsafeMutablePointer<UInt64>,
        _ filled: UnsafeMutablePointer<UInt8>
    ) {
        read(count, numbers, filled) { format.parse($0).map { UInt64(bitPattern: Int64($0.daysSinceEpoch) * 86_400) } }
    }

    @inline(__always)
    private func read(
        _ count: Int, _ numbers: UnsafeMutablePointer<UInt64>, _ filled: UnsafeMutablePointer<UInt8>,
        _ parse: (UnsafeBufferPointer<UInt8>) -> UInt64?
    ) {
        for row in 0..<count {
            let bits = counts[row] == 0 ? nil : parse(self[row])
            numbers[row] = bits ?? 0
            filled[row] = bits == nil ? 0 : 1
        }
    }

    /// `values` get 1 for yes, `filled` a 1 where the cell says either.
    public func read(
        _ count: Int, as format: BoolFormat, _ values: UnsafeMutablePointer<UInt8>,
        _ filled: UnsafeMutablePointer<UInt8>
    ) {
        for row in 0..<count {
            let value = format.parse(self[row])
            values[row] = value == true ? 1 : 0
            filled[row] = value == nil ? 0 : 1
        }
    }

    /// `filled` gets 0 for blank cells, `shown` their bytes' number as 0 and that of others as it is.
    public func read(
        _ count: Int, textCounts shown: UnsafeMutablePointer<Int32>, _ filled: UnsafeMutablePointer<UInt8>
    ) {
        for row in 0..<count {
            let isBlank = self[row].isBlankCell
            filled[row] = isBlank ? 0 : 1
            shown[row] = isBlank ? 0 : counts[row]
        }
    }
}
