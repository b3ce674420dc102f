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

    /// Texts are numbered in their order; of equal ones the first counts.
    init(_ texts: [String]) {
        var members: [ImmortalBytes] = []
        var seen: Set<[UInt8]> = []
        for text in texts where seen.insert(Array(text.utf8)).inserted { members.append(ImmortalBytes(text)) }
        var capacity = 8
        while capacity < members.count * 3 { capacity *= 2 }
        mask = capacity - 1
        var slots = [UInt32](repeating: 0, count: capacity)
        for (index, member) in members.enumerated() {
            var slot = Int(truncatingIfNeeded: byteHash(member.buffer)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
        self.members = members
        self.slots = slots
    }

    @inline(__always)
    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { number(of: text) != nil }

    @inline(__always)
    func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Int(truncatingIfNeeded: byteHash(text)) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot] - 1)
            if equalBytes(members[number].buffer, text) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
