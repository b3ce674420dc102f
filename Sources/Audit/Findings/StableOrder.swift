/// Positions put in order of one key after the other, the least important key first: what ties under the last key is in the
/// order of the one before.
///
/// A radix sort, 11 bits at a time; digits that are the same everywhere are passed over. Sorting the findings of a million
/// customers with closures that compare them took a tenth of a second on one core while the others had nothing to do; this takes
/// a tenth of that.
struct StableOrder {
    private(set) var positions: [UInt32]
    private var keys: [UInt64]

    private static let digitBits = 11
    private static let digitCount = (UInt64.bitWidth + digitBits - 1) / digitBits

    init(count: Int) {
        positions = (0..<UInt32(count)).map { $0 }
        keys = [UInt64](repeating: 0, count: count)
    }

    mutating func sort(by key: (Int) -> UInt64) {
        let buckets = 1 << Self.digitBits
        var histograms = [UInt32](repeating: 0, count: buckets * Self.digitCount)
        for (index, position) in positions.enumerated() {
            var rest = key(Int(position))
            keys[index] = rest
            for digit in 0..<Self.digitCount {
                histograms[digit * buckets + Int(rest & UInt64(buckets - 1))] += 1
                rest >>= UInt64(Self.digitBits)
            }
        }
        for digit in 0..<Self.digitCount {
            let counts = histograms[digit * buckets..<(digit + 1) * buckets]
            if counts.contains(UInt32(positions.count)) { continue }
            pass(shift: UInt64(digit * Self.digitBits), Array(counts))
        }
    }

    private mutating func pass(shift: UInt64, _ counts: [UInt32]) {
        var next = [UInt32](repeating: 0, count: counts.count)
        for bucket in 1..<counts.count { next[bucket] = next[bucket - 1] + counts[bucket - 1] }
        var sortedPositions = positions
        var sortedKeys = keys
        for index in positions.indices {
            let bucket = Int(keys[index] >> shift & UInt64(counts.count - 1))
            let place = Int(next[bucket])
            next[bucket] += 1
            sortedPositions[place] = positions[index]
            sortedKeys[place] = keys[index]
        }
        (positions, keys) = (sortedPositions, sortedKeys)
    }
}
