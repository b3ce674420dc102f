/// Keeps cells from running as formulas when a spreadsheet opens them: an apostrophe goes before those that could.
///
/// Plain numbers such as `-5` and telephone numbers get one too: a rule without exceptions is one that nobody can slip past.
/// Amounts that a report writes as numbers do not go through here.
/// Sources: OWASP, "CSV Injection" (`=` `+` `-` `@`, tab and CR at the start, and separators *inside* a cell, which
/// begin a new cell when the spreadsheet splits at another character than the comma); observed behaviour of
/// spreadsheets that drop blanks before they look, and that take the full-width forms of East Asian keyboards.
public enum FormulaGuard {
    /// Whether an apostrophe has to stand before the cell: it begins with a tab or a line break, or with a formula's
    /// first character behind any blanks and invisible characters. Apostrophes before that do not count, so that a
    /// cell that already has one gets another, and taking one away always gives back what was there.
    @inline(__always)
    public static func isDangerous(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first else { return false }
        // A letter or digit begins nearly every cell: one comparison for those.
        if first >= UInt8(ascii: "A"), first < 0x7F { return false }
        if first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") { return false }
        return isDangerousBehindBlanks(cell)
    }

    /// The cell, with an apostrophe before it if a spreadsheet could run it.
    public static func defuse(_ cell: String) -> String {
        isDangerous(cell) ? "'" + cell : cell
    }

    /// Undoes `defuse`.
    public static func restore(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'" else { return cell }
        let original = String(cell.unicodeScalars.dropFirst())
        return isDangerous(original) ? original : cell
    }

    private static func isDangerous(_ cell: String) -> Bool {
        var cell = cell
        return cell.withUTF8 { isDangerous($0) }
    }

    @inline(never)
    private static func isDangerousBehindBlanks(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = cell.firstIndex { $0 != UInt8(ascii: "'") } ?? cell.count
        guard index < cell.count else { return false }
        if isBreak(cell[index]) { return true }
        while index < cell.count {
            let length = blankLength(cell, at: index)
            if length == 0 { break }
            index += length
        }
        return startsFormula(cell, at: index)
    }

    /// Whether a formula's first character stands at `index`.
    public static func startsFormula(_ cell: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < cell.count else { return false }
        switch cell[index] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            return true
        case 0xEF:
            // Full-width + - = @: U+FF0B, U+FF0D, U+FF1D, U+FF20.
            guard index + 2 < cell.count, cell[index + 1] == 0xBC else { return false }
            let last = cell[index + 2]
            return last == 0x8B || last == 0x8D || last == 0x9D || last == 0xA0
        default:
            return false
        }
    }

    /// Whether a spreadsheet that does not split at the comma may begin a new cell behind this byte.
    @inline(__always)
    public static func endsCell(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || isBreak(byte) }

    @inline(__always)
    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// How many bytes the blank or invisible character at `index` takes; 0 when there is none.
    private static func blankLength(_ cell: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = cell[index]
        if byte <= 0x20 || byte == 0x7F { return 1 }
        if byte == 0xC2, index + 1 < cell.count {
            let second = cell[index + 1]  // U+0080…U+00A0: C1 controls and the no-break space; U+00AD
            return (0x80...0xA0).contains(second) || second == 0xAD ? 2 : 0
        }
        guard index + 2 < cell.count else { return 0 }
        switch (byte, cell[index + 1], cell[index + 2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF):  // spaces, zero-width and direction marks
            return 3
        case (0xE2, 0x81, 0x9F...0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):  // isolates, U+3000, byte order mark
            return 3
        default:
            return 0
        }
    }
}
