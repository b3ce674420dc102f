/// A number as nearly all cells write it: digits, at most one mark before a fraction, no sign, no groups.
///
/// Reads in one pass of a few nanoseconds what `DecimalDigits` reads in five times as many.
struct PlainDecimal {
    let digits: Int64
    /// Nil for a number without a mark.
    let fractionDigits: Int?

    /// Nil for a cell that is anything else, or longer than 18 bytes.
    @inline(__always)
    init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) {
        guard let bytes = cell.baseAddress, cell.count <= 18, cell.count > 0, bytes[0] &- ASCII.zero <= 9 else {
            return nil
        }
        var value: Int64 = 0
        var markAt = -1
        for index in 0..<cell.count {
            let digit = bytes[index] &- ASCII.zero
            if digit <= 9 {
                value = value &* 10 &+ Int64(digit)
            } else if bytes[index] == mark, markAt < 0 {
                markAt = index
            } else {
                return nil
            }
        }
        digits = value
        fractionDigits = markAt < 0 ? nil : cell.count - 1 - markAt
        if fractionDigits == 0 { return nil }
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
