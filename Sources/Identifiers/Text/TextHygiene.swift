/// Traces that exports, spreadsheets and stopgaps leave in texts.
public enum TextHygiene {
    /// Something that stands for nothing: `n/a`, `tbd`, `xxx`, `test`, zeros or nines throughout.
    public static func isPlaceholder(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !text.isEmpty, text.count <= 40 else { return false }
        let word = String(decoding: text, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber || $0 == "?" }
        guard let first = word.first else { return true }
        if placeholders.contains(word) { return true }
        let isRepeated = word.allSatisfy { $0 == first }
        return isRepeated && (["x", "?"].contains(first) || (word.count >= 4 && ["0", "9"].contains(first)))
    }

    private static let placeholders: Set<String> = [
        "na", "nvt", "nb", "tbd", "tba", "tbc", "todo", "test", "testing", "dummy", "unknown", "onbekend", "unbekannt",
        "inconnu", "none", "geen",
        "keine", "aucun", "null", "nil", "leeg", "empty", "placeholder", "asdf", "qwerty", "abc", "abcd", "12345",
        "123456", "123456789",
        "1234567890", "19000101", "01011900", "31129999", "99991231", "fillin", "invullen",
    ]

    /// Control characters, no-break and zero-width blanks: invisible, and fatal to a comparison.
    public static func hasControlCharacters(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in text.enumerated() {
            if byte < 32 || byte == 127 { return true }
            guard byte >= 0xC2, index + 1 < text.count else { continue }
            let next = text[index + 1]
            if byte == 0xC2, next < 0xA0 || next == 0xA0 || next == 0xAD { return true }
            if byte == 0xE2, index + 2 < text.count, next == 0x80,
                (0x8B...0x8F).contains(text[index + 2]) || (0xAA...0xAF).contains(text[index + 2])
            {
                return true
            }
            if byte == 0xEF, index + 2 < text.count, next == 0xBB, text[index + 2] == 0xBF { return true }
        }
        return false
    }

    /// Letters that went through the wrong encoding: `Ã©` for é, `â‚¬` for €, or the replacement mark.
    public static func hasMojibake(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.contains(where: { $0 >= 0x80 }) else { return false }
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\u{FFFD}" { return true }
            guard index + 1 < scalars.count else { continue }
            let next = scalars[index + 1]
            if scalar == "\u{C3}" || scalar == "\u{C2}" || scalar == "\u{C5}", (0x80...0xBF).contains(next.value) {
                return true
            }
            if scalar == "\u{C3}",
                "\u{2020}\u{2026}\u{152}\u{160}\u{178}\u{17D}\u{2013}\u{2014}".unicodeScalars.contains(next)
            {
                return true
            }
            if scalar == "\u{E2}", next == "\u{20AC}" || next == "\u{201A}" { return true }
        }
        return false
    }

    /// The ASCII digits of a text, in order.
    public static func digits(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 &- 48 < 10 }, as: UTF8.self)
    }
}
