import CEL
import Tables

/// A row's key under a check about uniqueness: its hash, and where to read it for confirmation.
struct UniqueKey: Sendable {
    var hash: UInt64
    /// Where the record begins in the file, and its physical line there.
    var offset: Int
    var line: UInt32
}

/// The keys of one piece under a check, in shares by the hash's top bits, each share in file order.
struct PieceKeys: Sendable {
    static let shareBits = 4
    static let shareCount = 1 << shareBits

    /// A key by its place in the piece: sixteen bytes, as there are as many as records.
    private struct Entry {
        var hash: UInt64
        var offset: UInt32
        var line: UInt32
    }

    private var shares = [[Entry]](repeating: [], count: shareCount)
    /// Where the piece's first record begins.
    private var start: Int?

    /// Makes room for so many keys.
    mutating func reserve(_ keys: Int) {
        for share in shares.indices { shares[share].reserveCapacity(keys / Self.shareCount * 9 / 8) }
    }

    /// Adds those of a batch's `rows` in which no text of the key is blank; which of the keys stand twice shows when all
    /// pieces are read.
    mutating func append(_ texts: [TextVector], _ rows: Rows, _ batch: borrowing RecordBatch) {
        guard batch.count > 0 else { return }
        let start = start ?? batch.byteOffsets[0]
        self.start = start
        for position in 0..<rows.count {
            let row = Int(rows.positions[position])
            var hash: UInt64 = 0
            var isAbsent = false
            for vector in texts {
                guard let text = vector[row], let start = text.baseAddress, !text.isBlankCell else {
                    isAbsent = true
                    break
                }
                hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ keyHash(start, text.count)
            }
            if isAbsent { continue }
            shares[Int(hash >> (64 - UInt64(Self.shareBits)))].append(
                Entry(
                    hash: hash, offset: UInt32(batch.byteOffsets[row] - start), line: UInt32(batch.lines[row])))
        }
    }

    /// The keys in one share whose hash stands more than once, of pieces whose first lines are `firstLines`.
    ///
    /// Nearly all keys stand once. So a first pass only sets a bit for each hash and notes the bits that were set already: a share's
    /// bits fit into the second-level cache. What is sorted are the few keys with a noted bit; sorting all took a tenth of
    /// the CPU of an audit with two such checks.
    static func repeated(_ pieces: [PieceKeys], share: Int, firstLines: [UInt32]) -> [UniqueKey] {
        let total = pieces.reduce(0) { $0 + $1.shares[share].count }
        var seen = HashBits(expecting: total)
        var repeated = HashBits(expecting: total)
        for piece in pieces {
            for key in piece.shares[share] where seen.insert(key.hash) { _ = repeated.insert(key.hash) }
        }
        var suspects: [UniqueKey] = []
        for (piece, firstLine) in zip(pieces, firstLines) {
            for key in piece.shares[share] where repeated.contains(key.hash) {
                suspects.append(
                    UniqueKey(
                        hash: key.hash, offset: (piece.start ?? 0) + Int(key.offset), line: firstLine + key.line))
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
