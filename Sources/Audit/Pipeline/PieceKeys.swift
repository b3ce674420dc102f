/// A row's key under a check about uniqueness: its hash, and where to read it for confirmation.
struct UniqueKey: Sendable {
    var hash: UInt64
    var offset: Int
    /// Relative to the piece.
    var line: UInt32
}

/// The keys of one piece under a check, in shares by the hash's top bits, each share in file order.
struct PieceKeys: Sendable {
    static let shareBits = 4
    static let shareCount = 1 << shareBits

    private(set) var shares = [[UniqueKey]](repeating: [], count: shareCount)

    /// Makes room for so many keys.
    mutating func reserve(_ keys: Int) {
        for share in shares.indices { shares[share].reserveCapacity(keys / Self.shareCount * 9 / 8) }
    }

    @inline(__always)
    mutating func append(_ key: UniqueKey) { shares[Int(key.hash >> (64 - UInt64(Self.shareBits)))].append(key) }

    /// The keys whose hash stands more than once, of the pieces' keys in one share, with lines counted from `firstLines`.
    ///
    /// Nearly all keys stand once. So a first pass only sets a bit for each hash and notes the bits that were set already: a share's
    /// bits fit into the second-level cache. What is sorted are the few keys with a noted bit; sorting all took a tenth of
    /// the CPU of an audit with two such checks.
    static func repeated(_ pieces: [[UniqueKey]], firstLines: [UInt32]) -> [UniqueKey] {
        let total = pieces.reduce(0) { $0 + $1.count }
        var seen = HashBits(expecting: total)
        var repeated = HashBits(expecting: total)
        for piece in pieces {
            for key in piece where seen.insert(key.hash) { _ = repeated.insert(key.hash) }
        }
        var suspects: [UniqueKey] = []
        for (piece, firstLine) in zip(pieces, firstLines) {
            for var key in piece where repeated.contains(key.hash) {
                key.line += firstLine
                suspects.append(key)
            }
        }
        suspects.sort { ($0.hash, $0.offset) < ($1.hash, $1.offset) }
        return suspects.indices.filter { index in
            (index > 0 && suspects[index - 1].hash == suspects[index].hash)
                || (index + 1 < suspects.count && suspects[index + 1].hash == suspects[index].hash)
        }.map { suspects[$0] }
    }
}

/// A set of hashes that may take two for the same: a bit for each by its lower half.
private struct HashBits {
    private var words: [UInt64]
    private let mask: UInt64

    /// At least sixteen bits for each hash.
    init(expecting count: Int) {
        var bits: UInt64 = 1024
        while bits < UInt64(count) * 16 { bits *= 2 }
        mask = bits - 1
        words = [UInt64](repeating: 0, count: Int(bits / 64))
    }

    /// Whether it was there already.
    @inline(__always)
    mutating func insert(_ hash: UInt64) -> Bool {
        let place = hash & mask
        let bit: UInt64 = 1 << (place % 64)
        let wasThere = words[Int(place / 64)] & bit != 0
        words[Int(place / 64)] |= bit
        return wasThere
    }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { words[Int(hash & mask) / 64] >> (hash % 64) & 1 != 0 }
}
