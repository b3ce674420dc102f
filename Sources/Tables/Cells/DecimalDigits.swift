/// A decimal number as read from a cell, exact: `digits` divided by ten to the power of `fractionDigits`.
struct DecimalDigits {
    private(set) var isNegative = false
    /// The first 18 significant digits.
    private(set) var digits: Int64 = 0
    private(set) var significantDigits = 0
    private(set) var fractionDigits = 0
    /// The number once more, as text that `Double` reads, when it has more digits than `digits` holds.
    private var longText: String?

    private static let most = 18

    /// Nil when the cell is no number.
    init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8, groupMark: UInt8) {
        guard var text = Unparsed(cell), text.takeSigns(&isNegative) else { return nil }
        guard takeWhole(&text, mark: mark, groupMark: groupMark), text.isAtEnd else { return nil }
        if significantDigits > Self.most { longText = text.normalised(mark: mark, isNegative: isNegative) }
    }

    @inline(__always)
    private mutating func take(_ digit: UInt8) {
        if significantDigits < Self.most { digits = digits &* 10 &+ Int64(digit) }
        if significantDigits > 0 || digit != 0 { significantDigits += 1 }
    }

    /// Reads digits, in groups or not, and a fraction.
    @inline(__always)
    private mutating func takeWhole(_ text: inout Unparsed, mark: UInt8, groupMark: UInt8) -> Bool {
        var group = GroupMark.none
        var digitsInGroup = 0
        let startsWithZero = text.at < text.end && text.bytes[text.at] == ASCII.zero
        while text.at < text.end {
            let byte = text.bytes[text.at]
            let digit = byte &- ASCII.zero
            if digit <= 9 {
                take(digit)
                digitsInGroup += 1
                text.at += 1
                continue
            }
            if byte == mark { break }
            let found = text.groupMark(groupMark)
            // 1.234.567 and 12.345, but neither 1234.567 nor 0.123 nor 1.234'567.
            guard found != .none,
                group == .none ? digitsInGroup <= 3 && !startsWithZero : found == group && digitsInGroup == 3,
                digitsInGroup > 0
            else { return false }
            group = found
            digitsInGroup = 0
            text.at += found.length
        }
        if group != .none, digitsInGroup != 3 { return false }
        guard text.at < text.end else { return digitsInGroup > 0 }
        text.at += 1
        let fractionStart = text.at
        while text.at < text.end {
            let digit = text.bytes[text.at] &- ASCII.zero
            guard digit <= 9 else { return false }
            if significantDigits < Self.most { fractionDigits += 1 }
            take(digit)
            text.at += 1
        }
        return text.at > fractionStart
    }

    @inline(__always)
    var double: Double? {
        if let longText { return Double(longText) }
        // Both are exact up to here, so that one division rounds once, as reading the text would.
        guard digits < 1 << 53, fractionDigits < Self.powers.count else {
            return Double("\(isNegative ? "-" : "")\(digits)e-\(fractionDigits)")
        }
        let value = fractionDigits == 0 ? Double(digits) : Double(digits) / Self.power(fractionDigits)
        return isNegative ? -value : value
    }

    var hundredths: Int64? { scaled(by: 2, rounds: true) }
    var integer: Int64? { scaled(by: 0, rounds: false) }

    /// The number times ten to the power of `places`. Where there are more places than that, it is rounded, halves away
    /// from zero, or nil if the places are not 0.
    private func scaled(by places: Int, rounds: Bool) -> Int64? {
        guard significantDigits <= Self.most else { return nil }
        var value = digits
        if fractionDigits <= places {
            for _ in fractionDigits..<places {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                if overflow { return nil }
                value = product
            }
        } else {
            var divisor: Int64 = 1
            for _ in 0..<min(18, fractionDigits - places) { divisor *= 10 }
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
            if !rounds, remainder != 0 { return nil }
            let isFarAbove = fractionDigits - places > 18
            value = quotient + (rounds && !isFarAbove && remainder * 2 >= divisor ? 1 : 0)
        }
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    @inline(__always)
    private static func power(_ exponent: Int) -> Double {
        switch exponent {
        case 1: 1e1
        case 2: 1e2
        default: powers[exponent]
        }
    }
}

/// What sets thousands apart.
private enum GroupMark {
    case none
    case otherMark
    case space
    case noBreakSpace
    case narrowSpace
    case apostrophe
    case curlyApostrophe

    var length: Int {
        switch self {
        case .none: 0
        case .otherMark, .space, .apostrophe: 1
        case .noBreakSpace: 2
        case .narrowSpace, .curlyApostrophe: 3
        }
    }
}

/// The part of a cell that is still to be read.
private struct Unparsed {
    let bytes: UnsafePointer<UInt8>
    var at: Int
    var end: Int

    @inline(__always)
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        let needsTrimming =
            cell.first.map { $0 <= ASCII.space || $0 >= 0x80 } ?? true
            || cell.last.map { $0 <= ASCII.space || $0 >= 0x80 } ?? true
        let text = needsTrimming ? cell.trimmedCell : cell
        guard let bytes = text.baseAddress else { return nil }
        self.bytes = bytes
        at = 0
        end = text.count
    }

    var isAtEnd: Bool { at == end }

    /// Passes over one sign before or behind, or brackets around. False when nothing is left, or there are two signs.
    @inline(__always)
    mutating func takeSigns(_ isNegative: inout Bool) -> Bool {
        guard at < end else { return false }
        switch bytes[at] {
        case ASCII.minus:
            isNegative = true
            at += 1
        case ASCII.plus:
            at += 1
        case UInt8(ascii: "("):
            guard bytes[end - 1] == UInt8(ascii: ")") else { return false }
            isNegative = true
            at += 1
            end -= 1
        // U+2212, the minus sign of typographers.
        case 0xE2 where end - at > 3 && bytes[at + 1] == 0x88 && bytes[at + 2] == 0x92:
            isNegative = true
            at += 3
        default:
            let last = bytes[end - 1]
            guard last == ASCII.minus || last == ASCII.plus else { break }
            isNegative = last == ASCII.minus
            end -= 1
            if end > at, bytes[end - 1] == ASCII.space { end -= 1 }
        }
        return at < end
    }

    /// Which group mark comes next.
    func groupMark(_ otherMark: UInt8) -> GroupMark {
        switch bytes[at] {
        case otherMark: .otherMark
        case ASCII.space: .space
        case ASCII.apostrophe: .apostrophe
        case 0xC2 where at + 1 < end && bytes[at + 1] == 0xA0: .noBreakSpace
        case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0xAF: .narrowSpace
        case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99: .curlyApostrophe
        default: .none
        }
    }

    /// Without signs and group marks, and with a point before the fraction.
    func normalised(mark: UInt8, isNegative: Bool) -> String {
        var text = isNegative ? "-" : ""
        for index in 0..<end {
            let byte = bytes[index]
            if byte &- ASCII.zero <= 9 { text.unicodeScalars.append(UnicodeScalar(byte)) }
            if byte == mark { text.append(".") }
        }
        return text
    }
}
