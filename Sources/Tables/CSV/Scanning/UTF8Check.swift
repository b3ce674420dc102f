/// Looks for bytes that are not well-formed UTF-8.
///
/// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences): no overlong forms, no surrogates, nothing
/// above U+10FFFF.
enum UTF8Check {
    /// The length (2…4) of the multi-byte sequence at `at`, or 0 when there is none.
    @inline(__always)
    static func sequenceLength(_ text: UnsafePointer<UInt8>, at: Int, end: Int) -> Int {
        let first = text[at]
        guard first >= 0xC2, first <= 0xF4, at + 1 < end else { return 0 }
        let second = text[at + 1]
        guard second & 0xC0 == 0x80 else { return 0 }
        if first < 0xE0 { return 2 }
        guard at + 2 < end, text[at + 2] & 0xC0 == 0x80 else { return 0 }
        if first < 0xF0 {
            if first == 0xE0 { return second >= 0xA0 ? 3 : 0 }
            if first == 0xED { return second < 0xA0 ? 3 : 0 }
            return 3
        }
        guard at + 3 < end, text[at + 3] & 0xC0 == 0x80 else { return 0 }
        if first == 0xF0 { return second >= 0x90 ? 4 : 0 }
        if first == 0xF4 { return second < 0x90 ? 4 : 0 }
        return 4
    }

    /// Whether `text` from `start` to `end` is well-formed.
    static func isWellFormed(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var at = start
        while at < end {
            if text[at] < 0x80 {
                at += 1
                continue
            }
            let count = sequenceLength(text, at: at, end: end)
            guard count > 0 else { return false }
            at += count
        }
        return true
    }
}

extension UTF8Check {
    /// Whether U+FFFD occurs, by which a decoder replaces what it cannot decode.
    static func hasReplacementCharacter(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var at = start
        while at + 2 < end {
            if text[at] == 0xEF, text[at + 1] == 0xBF, text[at + 2] == 0xBD { return true }
            at += 1
        }
        return false
    }
}
