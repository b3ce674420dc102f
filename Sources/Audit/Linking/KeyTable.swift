import Dispatch

/// The keys of a dataset, each with a dense number: rows with the same key share it.
///
/// An open-addressing table split into partitions by the hash's top bits, so that several threads fill it at once without
/// locks and with the same numbering for any number of threads. A look-up touches two cache lines: a slot of 8 bytes (half
/// of the hash and a position) and the key's bytes, which lie in one arena for each partition. Dictionaries of `String`
/// took five times as long.
struct KeyTable: Sendable {
    /// Keys that one piece of a scan met, in file order.
    struct Batch: Sendable {
        fileprivate var partitions = [PendingKeys](repeating: PendingKeys(), count: KeyTable.partitionCount)

        /// `offset` is where the record with this key begins.
        mutating func add(_ start: UnsafePointer<UInt8>, _ count: Int, offset: Int) {
            let hash = keyHash(start, count)
            partitions[KeyTable.partition(of: hash)].add(hash, start, count, offset)
        }
    }

    fileprivate struct PendingKeys: Sendable {
        var hashes: [UInt64] = []
        var ends: [Int] = []
        var bytes: [UInt8] = []
        var offsets: [Int] = []

        mutating func add(_ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int, _ offset: Int) {
            hashes.append(hash)
            offsets.append(offset)
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
            ends.append(bytes.count)
        }
    }

    private static let partitionBits = 4
    fileprivate static let partitionCount = 1 << partitionBits

    fileprivate static func partition(of hash: UInt64) -> Int { Int(hash >> (64 - UInt64(partitionBits))) }

    private let partitions: [Partition]
    /// The first number of each partition.
    private var bases: [UInt32]

    /// How many different keys there are; numbers run from 0 up to it.
    let count: Int

    /// The table, and for each key's number where the first record with that key begins.
    static func build(_ batches: [Batch]) -> (table: KeyTable, firstOffsets: [Int]) {
        let partitions = concurrentMap(count: partitionCount) { index in
            var partition = Partition(expecting: batches.reduce(0) { $0 + $1.partitions[index].hashes.count })
            for batch in batches { partition.insert(batch.partitions[index]) }
            return partition
        }
        return (KeyTable(partitions), partitions.flatMap(\.firstOffsets))
    }

    private init(_ partitions: [Partition]) {
        self.partitions = partitions
        bases = []
        var next: UInt32 = 0
        for partition in partitions {
            bases.append(next)
            next += partition.keyCount
        }
        count = Int(next)
    }

    /// The number of a key, or nil when no row has it.
    @inline(__always)
    func number(of start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
        let hash = keyHash(start, count)
        let index = Self.partition(of: hash)
        guard let number = partitions[index].find(hash, start, count) else { return nil }
        return bases[index] + number
    }
}

/// Slots of hash and position; the arena holds each key as number, byte count and bytes, padded to whole words.
private struct Partition: Sendable {
    private var slots: [UInt64]
    private var arena: [UInt32] = []
    private(set) var firstOffsets: [Int] = []
    private let mask: Int

    /// A slot holds the hash's lower half above and the arena position plus one below; 0 is free.
    private static let positionMask: UInt64 = 0xFFFF_FFFF

    var keyCount: UInt32 { UInt32(firstOffsets.count) }

    init(expecting keys: Int) {
        let capacity = max(16, (keys * 2).nextPowerOfTwo)
        slots = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    mutating func insert(_ keys: KeyTable.PendingKeys) {
        var begin = 0
        keys.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for (index, end) in keys.ends.enumerated() {
                insert(keys.hashes[index], base + begin, end - begin, keys.offsets[index])
                begin = end
            }
        }
    }

    private mutating func insert(_ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int, _ offset: Int) {
        guard find(hash, start, count) == nil else { return }
        let position = UInt64(arena.count + 1)
        arena.append(keyCount)
        arena.append(UInt32(count))
        let words = (count + 3) / 4
        let first = arena.count
        arena.append(contentsOf: repeatElement(0, count: words))
        arena.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            (base + first * 4).copyMemory(from: start, byteCount: count)
        }
        firstOffsets.append(offset)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash << 32 | position
    }

    @inline(__always)
    func find(_ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
        slots.withUnsafeBufferPointer { slots in
            arena.withUnsafeBytes { arena in
                var slot = Int(truncatingIfNeeded: hash) & mask
                while slots[slot] != 0 {
                    let entry = slots[slot]
                    if entry >> 32 == hash & 0xFFFF_FFFF {
                        let offset = Int(entry & Self.positionMask) - 1
                        let length = arena.loadUnaligned(fromByteOffset: offset * 4 + 4, as: UInt32.self)
                        if Int(length) == count, let base = arena.baseAddress,
                            count == 0 || (base + offset * 4 + 8).isEqual(to: start, count: count)
                        {
                            return arena.loadUnaligned(fromByteOffset: offset * 4, as: UInt32.self)
                        }
                    }
                    slot = (slot + 1) & mask
                }
                return nil
            }
        }
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
