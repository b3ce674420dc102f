extension UnsafeRawPointer {
    /// Eight bytes, the first of them in the lowest place.
    @inlinable @inline(__always)
    package func loadWord() -> UInt64 { UInt64(littleEndian: loadUnaligned(as: UInt64.self)) }
}

extension UInt64 {
    /// The number that eight digits spell, the first of them in the lowest byte of `word`; nil when one is no digit.
    ///
    /// Neighbours are joined to pairs, pairs to fours, fours to eight.
    @inlinable @inline(__always)
    package init?(eightDigits word: UInt64) {
        let word = word ^ 0x3030_3030_3030_3030
        // A digit stays below 0x80 when 0x76 is added; anything else gets there, or is there already.
        guard ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = (word &* 10 &+ word >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        self = (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
    }
}
