import Tables

/// Numbers of the keys in a column of the current batch, looked up when they are first asked for.
final class KeyNumbers {
    private let numbers: UnsafeMutablePointer<UInt32>
    private var isKnown = false

    init(capacity: Int) { numbers = .allocate(capacity: capacity) }

    deinit { numbers.deallocate() }

    func forget() { isKnown = false }

    /// All `KeyTable.none` when there is no such column, or nothing to look it up in.
    func numbers(of field: Int?, in batch: TypedBatch, _ keys: KeyTable?) -> UnsafePointer<UInt32> {
        if !isKnown {
            isKnown = true
            if let cells = field.flatMap({ batch.cells(ofField: $0) }), let keys {
                keys.numbers(of: cells, count: batch.rowCount, into: numbers)
            } else {
                numbers.update(repeating: KeyTable.none, count: batch.rowCount)
            }
        }
        return UnsafePointer(numbers)
    }
}
