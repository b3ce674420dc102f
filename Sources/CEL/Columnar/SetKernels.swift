/// `text in ["a", "b"]` with a constant list: one probe of a hash set, whatever the list's length.
struct TextInConstants: TruthKernel {
    let text: any TextKernel
    let constants: ByteSet

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        context.truths(rows, text.evaluate(rows, context)) { constants.contains($0) }
    }
}

struct IntegerInConstants: TruthKernel {
    let number: any VectorKernel<Int64>
    let constants: Set<Int64>

    func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafeMutablePointer<UInt8> {
        let numbers = number.evaluate(rows, context)
        let truths = context.scratch.allocate(context.rowCount, of: UInt8.self)
        rows.forEach { row in
            truths[row] = numbers[row].map { constants.contains($0) ? Truth.yes : Truth.no } ?? Truth.error
        }
        return truths
    }
}

/// A set of texts, probed by their bytes: open addressing over a few words, no hashing of `String`.
struct ByteSet: Sendable {
    private let members: [ImmortalBytes]
    /// Index into `members` plus one; 0 is free.
    private let slots: [UInt32]
    private let mask: Int

    init(_ texts: [String]) {
        members = Set(texts.map { Array($0.utf8) }).map { ImmortalBytes(String(decoding: $0, as: UTF8.self)) }
        var capacity = 8
        while capacity < members.count * 3 { capacity *= 2 }
        mask = capacity - 1
        var slots = [UInt32](repeating: 0, count: capacity)
        for (index, member) in members.enumerated() {
            var slot = Self.hash(member.buffer) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
        self.slots = slots
    }

    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var slot = Self.hash(text) & mask
        while slots[slot] != 0 {
            if equalBytes(members[Int(slots[slot] - 1)].buffer, text) { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// FNV-1a over all bytes: members are short codes.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
