/// Where in a list a text stands, by its bytes: a third of the time that a dictionary of Strings takes for it.
///
/// Its hash is no defence against whoever chooses texts so that they collide; it is for names out of files that the user
/// brings, columns and keys of literals. A look-up takes as many steps as there are texts at worst.
public struct NameIndex: Sendable {
    public let texts: [String]
    /// Positions by hash, an open table at most half full; negative where nothing is.
    private let slots: [Int32]

    /// Of texts that stand there twice, the first counts.
    public init(_ texts: [String]) {
        self.texts = texts
        var size = 8
        while size < texts.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (position, text) in texts.enumerated() {
            var slot = text.withBytes { Self.hash($0) } & (size - 1)
            while slots[slot] >= 0, !texts[Int(slots[slot])].hasSameBytes(as: text) { slot = (slot + 1) & (size - 1) }
            if slots[slot] < 0 { slots[slot] = Int32(position) }
        }
        self.slots = slots
    }

    public func position(of text: String) -> Int? {
        text.withBytes { bytes in
            var slot = Self.hash(bytes) & (slots.count - 1)
            while slots[slot] >= 0 {
                let position = Int(slots[slot])
                if texts[position].withBytes({ $0.hasSameBytes(as: bytes) }) { return position }
                slot = (slot + 1) & (slots.count - 1)
            }
            return nil
        }
    }

    /// Eight bytes at a time.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let memory = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= memory.count {
            hash = (hash ^ memory.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            place += 8
        }
        while place < memory.count {
            hash = (hash ^ UInt64(memory[place])) &* 0xFF51_AFD7_ED55_8CCD
            place += 1
        }
        hash ^= hash >> 29
        return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
    }
}
