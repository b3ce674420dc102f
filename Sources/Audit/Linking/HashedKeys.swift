import Tables

/// Keys of any form, each with a dense number.
///
/// An open-addressing table split into partitions by the hash's top bits, so that several threads fill it at once without
/// locks and with the same numbering for any number of threads. A look-up touches two cache lines: a slot of 8 bytes (half
/// of the hash and a position) and the key's bytes, which lie in one arena for each partition. Dictionaries of `String`
/// took five times as long.
final class HashedKeys: Sendable {
    /// Keys that one piece of a scan met, in file order.
    struct Batch: Sendable {
        fileprivate var partitions = [PendingKeys](repeating: PendingKeys(), count: HashedKeys.partitionCount)

        /// `offset` is where the record with this key begins.
        mutating func add(_ start: UnsafePointer<UInt8>, _ count: Int, offset: Int) {
            let hash = keyHash(start, count)
            partitions[HashedKeys.partition(of: hash)].add(hash, start, count, offset)
        }

        /// Calls `body` with each key and the offset of its record; equal keys come in file order.
        func forEach(_ body: (_ start: UnsafePointer<UInt8>, _ count: Int, _ offset: Int) -> Void) {
            for partition in partitions { partition.forEach(body) }
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

        func forEach(_ body: (_ start: UnsafePointer<UInt8>, _ count: Int, _ offset: Int) -> Void) {
            bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                var begin = 0
                for (index, end) in ends.enumerated() {
                    body(base + begin, end - begin, offsets[index])
                    begin = end
                }
            }
        }
    }

    private static let partitionBits = 4
    fileprivate static let partitionCount = 1 << partitionBits

    fileprivate static func partition(of hash: UInt64) -> Int { Int(hash >> (64 - UInt64(partitionBits))) }

    /// Never written to once the table is built.
    private nonisolated(unsafe) let partitions: UnsafeMutableBufferPointer<Partition>

    /// How many different keys there are; numbers run from 0 up to it.
    let count: Int

    /// The table, and for each key's number where the first record with that key begins.
    static func build(_ batches: [Batch]) -> (table: HashedKeys, firstOffsets: [Int]) {
        let partitions = concurrentMap(count: partitionCount) { index in
            var partition = PartitionBuilder(expecting: batches.reduce(0) { $0 + $1.partitions[index].hashes.count })
            for batch in batches { partition.insert(batch.partitions[index]) }
            return partition
        }
        return (HashedKeys(partitions), partitions.flatMap(\.firstOffsets))
    }

    private init(_ builders: [PartitionBuilder]) {
        var next: UInt32 = 0
        partitions = .allocate(capacity: builders.count)
        for (index, builder) in builders.enumerated() {
            partitions.initializeElement(at: index, to: Partition(builder, firstNumber: next))
            next += builder.keyCount
        }
        count = Int(next)
    }

    deinit {
        for partition in partitions { partition.deallocate() }
        partitions.deallocate()
    }

    /// The number of a key, or nil when no row has it.
    func number(of start: UnsafePointer<UInt8>, _ count: Int) -> UInt32? {
        let hash = keyHash(start, count)
        let partition = partitions[Self.partition(of: hash)]
        let number = partition.find(partition.slots[partition.home(hash)], hash, start, count)
        return number == KeyTable.none ? nil : number
    }

    /// The numbers of the keys in `cells`, `none` for blank cells and unknown keys.
    ///
    /// All first slots are fetched before any is looked at: the memory accesses of different rows overlap, where one
    /// look-up after the other would wait for each of them.
    func numbers(of cells: CellColumn, count: Int, into numbers: UnsafeMutablePointer<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count * 2) { memory in
            guard let hashes = memory.baseAddress else { return }
            let entries = hashes + count
            for row in 0..<count {
                let hash = keyHash(cells.starts[row], Int(cells.counts[row]))
                hashes[row] = hash
                let partition = partitions[Self.partition(of: hash)]
                entries[row] = partition.slots[partition.home(hash)]
            }
            for row in 0..<count where entries[row] != 0 {
                // The length alone; the key's bytes come with it.
                let partition = partitions[Self.partition(of: hashes[row])]
                numbers[row] = partition.arena[Int(entries[row] & PartitionBuilder.positionMask)]
            }
            for row in 0..<count {
                guard entries[row] != 0, !cells[row].isBlankCell else {
                    numbers[row] = KeyTable.none
                    continue
                }
                numbers[row] = partitions[Self.partition(of: hashes[row])].find(
                    entries[row], hashes[row], cells.starts[row], Int(cells.counts[row])
                )
            }
        }
    }
}

/// Slots of hash and position; the arena holds each key as number, byte count and bytes, padded to whole words.
private struct PartitionBuilder: Sendable {
    fileprivate var slots: [UInt64]
    fileprivate var arena: [UInt32] = []
    private(set) var firstOffsets: [Int] = []
    private let mask: Int

    /// A slot holds the hash's lower half above and the arena position plus one below; 0 is free.
    static let positionMask: UInt64 = 0xFFFF_FFFF

    var keyCount: UInt32 { UInt32(firstOffsets.count) }

    init(expecting keys: Int) {
        let capacity = max(16, (keys * 2).nextPowerOfTwo)
        slots = [UInt64](repeating: 0, count: capacity)
        mask = capacity - 1
    }

    mutating func insert(_ keys: HashedKeys.PendingKeys) {
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
        guard let slot = freeSlot(hash, start, count) else { return }
        let position = UInt64(arena.count + 1)
        arena.append(keyCount)
        arena.append(UInt32(count))
        let first = arena.count
        arena.append(contentsOf: repeatElement(0, count: (count + 3) / 4))
        arena.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            (base + first * 4).copyMemory(from: start, byteCount: count)
        }
        firstOffsets.append(offset)
        slots[slot] = hash << 32 | position
    }

    /// Where the key would go, or nil when it is there already.
    private func freeSlot(_ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        slots.withUnsafeBufferPointer { slots in
            arena.withUnsafeBufferPointer { arena in
                var slot = Int(truncatingIfNeeded: hash) & mask
                while slots[slot] != 0 {
                    if slots[slot].isEntry(of: hash, start, count, in: arena.baseAddress) { return nil }
                    slot = (slot + 1) & mask
                }
                return slot
            }
        }
    }
}

/// A partition that is complete, in memory of its own: arrays would count their references at every look-up.
private struct Partition {
    let slots: UnsafeMutablePointer<UInt64>
    let arena: UnsafeMutablePointer<UInt32>
    private let mask: Int
    private let firstNumber: UInt32

    init(_ builder: PartitionBuilder, firstNumber: UInt32) {
        slots = .allocate(capacity: builder.slots.count)
        slots.initialize(from: builder.slots, count: builder.slots.count)
        arena = .allocate(capacity: max(1, builder.arena.count))
        arena.initialize(from: builder.arena, count: builder.arena.count)
        mask = builder.slots.count - 1
        self.firstNumber = firstNumber
    }

    func deallocate() {
        slots.deallocate()
        arena.deallocate()
    }

    /// The slot at which the search for a hash begins.
    @inline(__always)
    func home(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

    /// `first` is what stands in the home slot.
    @inline(__always)
    func find(_ first: UInt64, _ hash: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        var slot = home(hash)
        var entry = first
        while entry != 0 {
            if entry.isEntry(of: hash, start, count, in: UnsafePointer(arena)) {
                return firstNumber + arena[Int(entry & PartitionBuilder.positionMask) - 1]
            }
            slot = (slot + 1) & mask
            entry = slots[slot]
        }
        return KeyTable.none
    }
}

extension UInt64 {
    /// Whether a slot's entry is that of a key.
    @inline(__always)
    fileprivate func isEntry(
        of hash: UInt64,
        _ start: UnsafePointer<UInt8>,
        _ count: Int,
        in arena: UnsafePointer<UInt32>?
    ) -> Bool {
        guard self >> 32 == hash & 0xFFFF_FFFF, let arena else { return false }
        let key = arena + Int(self & PartitionBuilder.positionMask) - 1
        return Int(key[1]) == count && UnsafeRawPointer(key + 2).isEqual(to: start, count: count)
    }
}

extension Int {
    fileprivate var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}
