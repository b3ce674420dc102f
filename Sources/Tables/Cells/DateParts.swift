/// The numbers of a date, before it is known which is the day and which the month.
struct DateParts {
    /// Eight digits when there is no separator.
    var first = 0
    var firstDigits = 0
    var second = 0
    var third = 0
    var thirdDigits = 0
    /// 0 when there is none.
    var separator: UInt8 = 0

    private init() {}

    /// Nil when the cell does not look like a date.
    @inline(__always)
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        self.init()
        guard let start = cell.baseAddress, cell.count >= 6 else { return nil }
        // Most dates are ISO dates without anything around them.
        if cell.count == 10, start[4] == ASCII.minus, start[7] == ASCII.minus {
            guard readISO(start) else { return nil }
            return
        }
        guard read(cell.trimmedCell) else { return nil }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        (first, firstDigits) = Self.digits(text, &at)
        if firstDigits == 8 {
            return Self.isTimeOrEnd(text, at)
        }
        guard at < text.count, Self.isSeparator(text[at]), [1, 2, 4].contains(firstDigits) else { return false }
        separator = text[at]
        at += 1
        let secondDigits: Int
        (second, secondDigits) = Self.digits(text, &at)
        guard (1...2).contains(secondDigits), at < text.count, text[at] == separator else { return false }
        at += 1
        (third, thirdDigits) = Self.digits(text, &at)
        return [1, 2, 4].contains(thirdDigits) && Self.isTimeOrEnd(text, at)
    }

    @inline(__always)
    static func isSeparator(_ byte: UInt8) -> Bool {
        byte == ASCII.minus || byte == ASCII.point || byte == ASCII.slash || byte == ASCII.space
    }

    /// Reads `yyyy-MM-dd`, whose hyphens have been seen, from one word of eight bytes and two bytes more.
    @inline(__always)
    private mutating func readISO(_ start: UnsafePointer<UInt8>) -> Bool {
        let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        // The digits' values in their bytes, and 0 in those of the hyphens; any other character leaves a high bit after
        // 0x76 is added, or has one already.
        let digits = word ^ 0x2D30_302D_3030_3030
        let (tens, ones) = (start[8] ^ ASCII.zero, start[9] ^ ASCII.zero)
        guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0, tens < 10, ones < 10 else {
            return false
        }
        func digit(_ index: UInt64) -> Int { Int(truncatingIfNeeded: digits >> (8 &* index) & 0xFF) }
        first = digit(0) &* 1000 &+ digit(1) &* 100 &+ digit(2) &* 10 &+ digit(3)
        firstDigits = 4
        second = digit(5) &* 10 &+ digit(6)
        third = Int(tens) &* 10 &+ Int(ones)
        thirdDigits = 2
        separator = ASCII.minus
        return true
    }

    /// Passes over digits, at most eight, and returns their value and number.
    private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> (value: Int, count: Int) {
        let start = at
        var value = 0
        while at < text.count, at - start < 9 {
            let digit = text[at] &- ASCII.zero
            guard digit <= 9 else { break }
            value = value * 10 + Int(digit)
            at += 1
        }
        return (value, at - start)
    }

    /// Nothing, or `T` or a space and a time of day, which may have seconds, a fraction, AM or PM, and a zone.
    private static func isTimeOrEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start < text.count else { return true }
        guard text[start] == UInt8(ascii: "T") || text[start] == ASCII.space else { return false }
        var at = start + 1
        let (hour, hourDigits) = digits(text, &at)
        guard (1...2).contains(hourDigits), hour <= 24, at < text.count, text[at] == UInt8(ascii: ":") else {
            return false
        }
        at += 1
        let (minute, minuteDigits) = digits(text, &at)
        guard minuteDigits == 2, minute < 60 else { return false }
        return text[at...].allSatisfy { byte in
            byte &- ASCII.zero <= 9 || ":.,+-Z APMapm".utf8.contains(byte)
        }
    }
}
