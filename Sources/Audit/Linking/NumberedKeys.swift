import Tables

/// How the keys of a numbering range look: letters that all of them share and so many digits, e.g. `C00000017`, `0001000234`.
struct KeyForm: Hashable, Sendable {
    private let prefix: [UInt8]
    private let digits: Int

    private static let most = (prefix: 16, digits: 16)

    /// The form of a key; nil when it does not end in a digit or is too long.
    init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
        var digits = 0
        while digits < min(count, Self.most.digits), start[count - 1 - digits] &- 48 < 10 { digits += 1 }
        guard digits > 0, count - digits <= Self.most.prefix else { return nil }
        prefix = Array(UnsafeBufferPointer(start: start, count: count - digits))
        self.digits = digits
    }

    /// The number that a key's digits spell; nil for a key of another form.
    @inline(__always)
    func number(of start: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
        guard count == prefix.count + digits else { return nil }
        var at = 0
        while at < prefix.count {
            guard start[at] == prefix[at] else { return nil }
            at += 1
        }
        var number: UInt64 = 0
        while (count - at) % 8 != 0 {
            let digit = start[at] &- 48
            guard digit < 10 else { return nil }
            number = number &* 10 &+ UInt64(digit)
            at += 1
        }
        while at < count {
            guard let eight = UInt64(eightDigits: UnsafeRawPointer(start + at).loadWord()) else { return nil }
            number = number &* 100_000_000 &+ eight
            at += 8
        }
        return number
    }

    /// The key with a number, which has come from a key of this form.
    func key(_ number: UInt64) -> [UInt8] {
        var key = prefix + [UInt8](repeating: 48, count: digits)
        var rest = number
        for place in stride(from: key.count - 1, through: prefix.count, by: -1) {
            key[place] = 48 + UInt8(rest % 10)
            rest /= 10
        }
        return key
    }
}

/// Keys from a numbering range: a bit for each number of the range, and for each 256 of them how many came before.
///
/// Ledgers give out account numbers in ranges, so most are there or the range has gaps of a few. A look-up then touches
/// a few words instead of a hash table's slot and key, and the words of five million keys fit into the second-level cache:
/// five million links to a million customers took 0.32 s of CPU through the hash table.
struct NumberedKeys: Sendable {
    private let form: KeyForm
    private let first: UInt64
    private let range: KeyRange
    let count: Int

    /// A key's number and where its record begins.
    typealias Entry = (number: UInt64, offset: Int)

    /// Nil when the range has so many gaps that a hash table takes less room.
    init?(_ form: KeyForm, _ batches: [[Entry]]) {
        let total = batches.reduce(0) { $0 + $1.count }
        var least = UInt64.max
        var greatest: UInt64 = 0
        for batch in batches {
            for entry in batch {
                least = min(least, entry.number)
                greatest = max(greatest, entry.number)
            }
        }
        guard total > 0, (greatest - least) / 64 < UInt64(total) + 1024 else { return nil }
        range = KeyRange(places: greatest - least + 1) { insert in
            for batch in batches {
                for entry in batch { insert(entry.number - least) }
            }
        }
        (self.form, first, count) = (form, least, range.count)
    }

    /// From 0 up to `count`; nil when no record has the key.
    @inline(__always)
    func number(of start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
        form.number(of: start, count).flatMap { range.rank(of: $0 &- first) }
    }

    /// The numbers of the keys in `cells`, `KeyTable.none` for what is none of them.
    ///
    /// First all keys are read, then all are looked up: nothing but memory is in the way of a look-up then, so that the
    /// processor has many of them under way where the words do not fit into its caches.
    func numbers(of cells: CellColumn, count: Int, into numbers: UnsafeMutablePointer<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { places in
            for row in 0..<count {
                let number = form.number(of: cells.starts[row], Int(cells.counts[row]))
                places[row] = number.map { $0 &- first } ?? .max
            }
            for row in 0..<count { numbers[row] = range.rank(of: places[row]) ?? KeyTable.none }
        }
    }

    /// For each number where the first record begins; `batches` as given to `init`, in file order.
    func firstOffsets(_ batches: [[Entry]]) -> [Int] {
        var offsets = [Int](repeating: -1, count: count)
        for batch in batches {
            for entry in batch {
                guard let rank = range.rank(of: entry.number - first), offsets[Int(rank)] < 0 else { continue }
                offsets[Int(rank)] = entry.offset
            }
        }
        return offsets
    }
}

/// Places of a range, with a bit for each that is taken, and how many are taken before each.
private struct KeyRange: Sendable {
    /// Groups of four words.
    private let words: [UInt64]
    /// How many places are taken before each group.
    private let ranks: [UInt32]
    let count: Int

    /// `fill` calls its argument for each place that is taken, more than once if it likes.
    init(places: UInt64, fill: (_ insert: (UInt64) -> Void) -> Void) {
        let groups = Int((places + 255) / 256)
        var words = [UInt64](repeating: 0, count: 4 * groups)
        words.withUnsafeMutableBufferPointer { words in
            fill { place in words[Int(place / 64)] |= 1 << (place % 64) }
        }
        var ranks: [UInt32] = []
        ranks.reserveCapacity(groups)
        var rank = 0
        for group in 0..<groups {
            ranks.append(UInt32(rank))
            for word in 4 * group..<4 * group + 4 { rank += words[word].nonzeroBitCount }
        }
        (self.words, self.ranks, count) = (words, ranks, rank)
    }

    /// How many places are taken before `place`; nil where that is not taken itself.
    @inline(__always)
    func rank(of place: UInt64) -> UInt32? {
        guard place / 64 < UInt64(words.count) else { return nil }
        let word = Int(place / 64)
        let bit: UInt64 = 1 << (place % 64)
        guard words[word] & bit != 0 else { return nil }
        var rank = (words[word] & (bit &- 1)).nonzeroBitCount
        // Without a branch on where in its group the word is.
        for before in 1...3 { rank += word % 4 >= before ? words[word - before].nonzeroBitCount : 0 }
        return ranks[word / 4] &+ UInt32(truncatingIfNeeded: rank)
    }
}
