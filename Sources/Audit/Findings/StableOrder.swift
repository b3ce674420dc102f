/// Positions put in order of one key after the other, the least important key first: what ties under the last key is in the
/// order of the one before.
///
/// A radix sort, 11 bits at a time; digits that are the same everywhere are passed over. Sorting the findings of a million
/// customers with closures that compare them took a tenth of a second on one core while the others had nothing to do; this takes
/// a tenth of that.
struct StableOrder {
    private struct Entry {
        var key: UInt64
        var position: UInt32
    }

    private var entries: [Entry]
    /// Where a pass writes to; afterwards the two change places.
    private var other: [Entry]

    private static let digitBits = 11
    private static let digitCount = (UInt64.bitWidth + digitBits - 1) / digitBits

    init(count: Int) {
        entries = (0..<UInt32(count)).map { Entry(key: 0, position: $0) }
        other = entries
    }

    var positions: [UInt32] { entries.map(\.position) }

    mutating func sort(by key: (Int) -> UInt64) {
        let buckets = 1 << Self.digitBits
        var histograms = [UInt32](repeating: 0, count: buckets * Self.digitCount)
        entries.withUnsafeMutableBufferPointer { entries in
            histograms.withUnsafeMutableBufferPointer { histograms in
                for index in entries.indices {
                    var rest = key(Int(entries[index].position))
                    entries[index].key = rest
                    for digit in 0..<Self.digitCount {
                        histograms[digit * buckets + Int(rest & UInt64(buckets - 1))] += 1
                        rest >>= UInt64(Self.digitBits)
                    }
                }
            }
        }
        for digit in 0..<Self.digitCount {
            let counts = histograms[digit * buckets..<(digit + 1) * buckets]
            if counts.contains(UInt32(entries.count)) { continue }
            pass(shift: UInt64(digit * Self.digitBits), counts)
        }
    }

    private mutating func pass(shift: UInt64, _ counts: ArraySlice<UInt32>) {
        var start: UInt32 = 0
        var next = counts.map { count in
            defer { start += count }
            return start
        }
        let mask = UInt64(next.count - 1)
        next.withUnsafeMutableBufferPointer { next in
            other.withUnsafeMutableBufferPointer { sorted in
                for entry in entries {
                    let bucket = Int(entry.key >> shift & mask)
                    sorted[Int(next[bucket])] = entry
                    next[bucket] += 1
                }
            }
        }
        swap(&entries, &other)
    }
}
