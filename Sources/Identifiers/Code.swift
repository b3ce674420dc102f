/// An identifier's bytes without separators and without prefix, in capitals: what check rules work on.
///
/// Points into memory of the caller's; nothing is allocated.
public struct Code {
    let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { bytes.count }

    subscript(index: Int) -> UInt8 { bytes[index] }

    /// The digit at a place; 0 for what is none, so check the form first.
    func digit(_ index: Int) -> Int { Int(bytes[index] &- 48) }

    func isDigit(_ index: Int) -> Bool { bytes[index] &- 48 < 10 }

    func isLetter(_ index: Int) -> Bool { bytes[index] &- 65 < 26 }

    func areDigits(_ range: Range<Int>) -> Bool {
        for index in range where !isDigit(index) { return false }
        return true
    }

    /// Exactly so many digits and nothing else.
    func isDigits(_ wanted: Int) -> Bool { count == wanted && areDigits(0..<count) }

    func areLettersOrDigits(_ range: Range<Int>) -> Bool {
        for index in range where !isDigit(index) && !isLetter(index) { return false }
        return true
    }

    func slice(_ range: Range<Int>) -> Code { Code(bytes: UnsafeBufferPointer(rebasing: bytes[range])) }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        for index in 0..<prefix.utf8CodeUnitCount where bytes[index] != prefix.utf8Start[index] { return false }
        return true
    }

    /// The digits of a range as a number; at most 18 of them.
    func number(_ range: Range<Int>) -> Int {
        var number = 0
        for index in range { number = number * 10 + digit(index) }
        return number
    }

    /// Digits from `start` on multiplied with weights, added up.
    func weighted(_ weights: [Int], from start: Int = 0) -> Int {
        var sum = 0
        for index in 0..<weights.count { sum += weights[index] * digit(start + index) }
        return sum
    }
}

/// Check-digit algorithms that several kinds share.
extension Code {
    /// ISO/IEC 7812-1, the Luhn formula: every second digit from the right doubled; a multiple of 10.
    var passesLuhn: Bool {
        var sum = 0
        for index in 0..<count {
            let digit = digit(count - 1 - index)
            let doubled = index % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    /// ISO/IEC 7064, MOD 11,10.
    var passesMod11And10: Bool {
        var check = 5
        for index in 0..<count {
            let doubled = check == 0 ? 9 : check > 5 ? check * 2 - 11 : check * 2
            let sum = doubled + digit(index)
            check = sum > 9 ? sum - 10 : sum
        }
        return check == 1
    }

    /// ISO/IEC 7064, MOD 97-10: the number that digits and letters (A = 10 … Z = 35) spell, modulo 97. `rotation` characters are
    /// moved from the front to the end first. Nil when something else is among them.
    func mod97(rotation: Int = 0) -> Int? {
        var number: UInt64 = 0
        for part in [rotation..<count, 0..<rotation] {
            for index in part {
                let byte = bytes[index]
                if byte &- 48 < 10 {
                    number = number * 10 + UInt64(byte - 48)
                } else if byte &- 65 < 26 {
                    number = number * 100 + UInt64(byte - 55)
                } else {
                    return nil
                }
                // Divided only when the next character might not fit any more.
                if number > 1 << 56 { number %= 97 }
            }
        }
        return Int(number % 97)
    }

    /// GS1: weights 1 and 3 in turn, the last digit counted once; a multiple of 10.
    var passesGS1: Bool {
        var sum = 0
        for index in 0..<count { sum += digit(count - 1 - index) * (index % 2 == 0 ? 1 : 3) }
        return sum % 10 == 0
    }

    var isAllZeros: Bool { bytes.allSatisfy { $0 == 48 } }

    /// Whether year, month and day are a day of the calendar.
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }
}
