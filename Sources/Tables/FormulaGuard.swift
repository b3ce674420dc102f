/// Keeps cells from running as formulas when a spreadsheet opens them.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab, a line break, or a full-width form of the first four gets an
/// apostrophe in front, plain numbers such as `-5` and telephone numbers too: a rule without exceptions is one that
/// nobody can slip past. Amounts that a report writes as numbers do not go through here.
/// Source: OWASP, "CSV Injection".
public enum FormulaGuard {
    /// Whether a spreadsheet could run the cell.
    public static func isDangerous(_ cell: some StringProtocol) -> Bool {
        cell.unicodeScalars.first.map { triggers.contains($0) } ?? false
    }

    /// The cell, with an apostrophe before it if a spreadsheet could run it, or if it looks like a cell that was defused.
    public static func defuse(_ cell: String) -> String {
        needsApostrophe(cell) ? "'" + cell : cell
    }

    /// Undoes `defuse`.
    public static func restore(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'" else { return cell }
        let original = String(cell.unicodeScalars.dropFirst())
        return needsApostrophe(original) ? original : cell
    }

    private static func needsApostrophe(_ cell: String) -> Bool {
        isDangerous(String(cell.unicodeScalars.drop { $0 == "'" }))
    }

    // Scalars, not characters: "\r\n" is one character, and not "\r".
    private static let triggers: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
}
