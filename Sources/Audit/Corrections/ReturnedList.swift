import Diagnostics
public import Checks
public import Tables

/// The exception list as it came back, with what the business decided.
public struct ReturnedList: Sendable {
    public enum Decision: Sendable, Hashable {
        case accept, correct
        /// What stands there in place of one; blank where only a value was filled in.
        case unclear(String)
    }

    public struct Row: Sendable {
        /// 1-based physical line.
        public var line: Int
        public var findingID: String
        public var decision: Decision
        public var correctedValue: String
        public var comment: String
        /// Nil when the list has no such column.
        public var oldValue: String?
        /// Blank where the list does not say.
        public var approver: String
        public var expires: String
    }

    /// The columns that the business fills in.
    public static let columns = ["decision", "corrected_value", "comment"]

    /// Rows with a decision, or with a value in place of one.
    public let rows: [Row]
    /// Rows on which nobody decided.
    public let undecided: Int
    public let quarantine: Quarantine

    private static let words: [String: Decision] = [
        "accept": .accept, "waive": .accept, "accepteren": .accept, "correct": .correct, "fix": .correct,
        "corrigeren": .correct,
    ]

    /// The words for a decision, for messages.
    public static let decisions = ["accept", "correct"]

    /// Columns may be in any order and letter case, with blanks for `_`. One that is missing is reported.
    public init(_ path: String, diagnostics: DiagnosticsCollector) throws(SourceError) {
        let table = try TextTable(path: path)
        quarantine = table.quarantine
        let names = table.header.map { $0.lowercased().replacing(" ", with: "_").replacing("-", with: "_") }
        for name in ["finding_id", "decision"] where !names.contains(name) {
            diagnostics.report(
                "the list has no column '\(name)'",
                help: nearest(to: name, among: names).map { "is it the one called '\($0)'?" }
                    ?? "take exceptions.csv and add the columns \(Self.columns.joined(separator: ", "))",
                at: SourceLocation(file: path, line: 1, column: 1))
        }
        var rows: [Row] = []
        var undecided = 0
        for row in table.rows {
            func cell(_ name: String) -> String? { names.firstIndex(of: name).map { row.cells[$0] } }
            func text(_ name: String) -> String { FormulaGuard.restore(cell(name) ?? "").trimmingBlanks }
            let word = text("decision")
            if word.isEmpty, text("corrected_value").isEmpty {
                undecided += text("finding_id").isEmpty ? 0 : 1
                continue
            }
            rows.append(
                Row(
                    line: row.line, findingID: text("finding_id"),
                    decision: Self.words[word.lowercased()] ?? .unclear(word),
                    correctedValue: cell("corrected_value") ?? "", comment: text("comment"), oldValue: cell("value"),
                    approver: text("approver"), expires: text("expires")))
        }
        self.rows = rows
        self.undecided = undecided
    }
}
