import CEL

/// What the records that link to each key of a dataset came to: for every fold one value by the key's number.
struct FoldedLinks: Sendable {
    private let tables: [Table]

    private enum Table: Sendable {
        /// Hits below, doubt and failure in the two bits on top: four bytes for a key, so that a million of them stay in
        /// the cache while records in no order count themselves.
        case counts([UInt32])
        case values([FoldedValue])
    }

    /// What one piece of a linked dataset's file adds, in file order.
    struct Additions: Sendable {
        /// By fold: the key's number, and the contribution in the two bits on top.
        private(set) var entries: [[UInt32]]
        /// By fold: a number for each entry, for folds that have them.
        private(set) var numbers: [[UInt64]]

        init(folds: Int) {
            entries = [[UInt32]](repeating: [], count: folds)
            numbers = [[UInt64]](repeating: [], count: folds)
        }

        /// Makes room for so many rows.
        mutating func reserve(_ rows: Int) {
            for fold in entries.indices { entries[fold].reserveCapacity(rows) }
        }

        mutating func add(_ contributions: Contributions, of rows: Rows, keys: UnsafePointer<UInt32>, to fold: Int) {
            if let all = contributions.numbers {
                for index in 0..<rows.count where contributions.kinds[Int(rows.positions[index])] != .none {
                    numbers[fold].append(all[Int(rows.positions[index])])
                }
            }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: rows.count) { batch in
                guard let batch = batch.baseAddress else { return }
                var count = 0
                for index in 0..<rows.count {
                    let row = Int(rows.positions[index])
                    let kind = contributions.kinds[row]
                    batch[count] = keys[row] | UInt32(kind.rawValue) << FoldedLinks.kindShift
                    count += kind == .none ? 0 : 1
                }
                entries[fold].append(contentsOf: UnsafeBufferPointer(start: batch, count: count))
            }
        }
    }

    /// Of an entry: its key, and what it contributes.
    static let kindShift: UInt32 = 30
    static let keyMask: UInt32 = 1 << kindShift - 1

    /// `additions` are those of all pieces, of one dataset after the other.
    init(_ folds: [LinkedFold], keyCount: Int, additions: [Additions]) {
        tables = concurrentMap(count: folds.count) { index in
            folds[index].hasNumbers
                ? .values(Self.values(folds[index], at: index, keyCount, additions))
                : .counts(Self.counts(at: index, keyCount, additions))
        }
    }

    /// Counted in two halves at once, for a look at a table larger than the caches takes long; numbers cannot be, as their
    /// sum depends on the order.
    private static func counts(at fold: Int, _ keyCount: Int, _ additions: [Additions]) -> [UInt32] {
        @Sendable func counted(_ pieces: ArraySlice<Additions>) -> LinkCounts {
            var counts = LinkCounts(keyCount: keyCount)
            for piece in pieces { counts.add(piece.entries[fold]) }
            return counts
        }
        let half = additions.count / 2
        let (first, second) = concurrently({ counted(additions[..<half]) }, { counted(additions[half...]) })
        return first.sum(with: second)
    }

    private static func values(
        _ fold: LinkedFold,
        at index: Int,
        _ keyCount: Int,
        _ additions: [Additions]
    ) -> [FoldedValue] {
        var values = [FoldedValue](repeating: FoldedValue(), count: keyCount)
        for piece in additions {
            for (entry, number) in zip(piece.entries[index], piece.numbers[index]) {
                let key = Int(entry & keyMask)
                if entry >> kindShift == UInt32(Contribution.hit.rawValue) {
                    fold.add(number, to: &values[key])
                } else {
                    values[key].hasFailure = true
                }
            }
        }
        return values
    }

    /// By row; `keys` may be `KeyTable.none`, to which nothing links.
    func read(_ fold: Int, of keys: UnsafePointer<UInt32>, _ rows: Rows, into values: UnsafeMutablePointer<FoldedValue>)
    {
        switch tables[fold] {
        case .counts(let counts):
            rows.forEach { row in
                let count = keys[row] == KeyTable.none ? 0 : counts[Int(keys[row])]
                values[row] = FoldedValue(
                    hits: count & Self.keyMask, hasDoubt: count & 1 << 30 != 0, hasFailure: count >> 31 != 0)
            }
        case .values(let known):
            rows.forEach { row in values[row] = keys[row] == KeyTable.none ? FoldedValue() : known[Int(keys[row])] }
        }
    }
}
