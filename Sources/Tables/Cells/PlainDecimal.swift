/// A number as nearly all cells write it: digits, at most one mark before a fraction, no sign, no groups.
///
/// Reads all bytes at once in two words, where `DecimalDigits` goes from one to the next.
struct PlainDecimal {
    let digits: Int64
    /// Nil for a number without a mark.
    let fractionDigits: Int?

    /// Nil for a cell that is anything else, is longer than 16 bytes or has more than seven digits behind the mark.
    @inline(__always)
    init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) {
        let count = cell.count
        guard let bytes = cell.baseAddress, count > 0, count <= 16, bytes[0] &- ASCII.zero <= 9 else { return nil }
        var low = Self.lastEight(bytes, count)
        var high = count > 8 ? Self.atEnd(UnsafeRawPointer(bytes).loadWord(), of: count - 8) : Self.zeros
        let marks = Self.zeroBytes(low ^ (UInt64(mark) &* 0x0101_0101_0101_0101))
        if marks == 0 {
            fractionDigits = nil
        } else {
            // What stands before the mark moves up by one byte, over the mark.
            let place = marks.trailingZeroBitCount / 8
            guard place < 7 else { return nil }
            fractionDigits = 7 - place
            let before = (UInt64(1) << UInt64(8 * place)) &- 1
            let behind = ~(before << 8 | 0xFF)
            low = low & behind | (low & before) << 8 | high >> 56
            high = high << 8 | UInt64(ASCII.zero)
        }
        guard let last = UInt64(eightDigits: low) else { return nil }
        guard count > 8 else {
            digits = Int64(last)
            return
        }
        guard let first = UInt64(eightDigits: high) else { return nil }
        digits = Int64(first &* 100_000_000 &+ last)
    }

    private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

    /// The last eight bytes of a text in the order of memory, with zeros before a shorter one. Reads nothing beyond it.
    @inline(__always)
    private static func lastEight(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        if count >= 8 { return UnsafeRawPointer(bytes + (count - 8)).loadWord() }
        let filled = zeros >> UInt64(8 * count)
        if count >= 4 {
            let first = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian
            let last = UnsafeRawPointer(bytes + (count - 4)).loadUnaligned(as: UInt32.self).littleEndian
            return UInt64(last) << 32 | UInt64(first) << UInt64(8 * (8 - count)) | filled
        }
        let first = UInt64(bytes[0]) << UInt64(8 * (8 - count))
        let middle = UInt64(bytes[count / 2]) << UInt64(8 * (8 - count + count / 2))
        return UInt64(bytes[count - 1]) << 56 | middle | first | filled
    }

    /// The first `count` of a word's bytes as its last ones, with zeros before them.
    @inline(__always)
    private static func atEnd(_ word: UInt64, of count: Int) -> UInt64 {
        count == 8 ? word : word << UInt64(8 * (8 - count)) | zeros >> UInt64(8 * count)
    }

    /// The high bit of each byte of `word` that is 0, and of no other.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((word & low) &+ low) | word | low)
    }

    /// Nil when the number has more digits than a division rounds rightly.
    @inline(__always)
    var double: Double? {
        guard digits < 1 << 53 else { return nil }
        return switch fractionDigits {
        case nil: Double(digits)
        case 1: Double(digits) / 10
        case 2: Double(digits) / 100
        case 3: Double(digits) / 1000
        default: nil
        }
    }
}
