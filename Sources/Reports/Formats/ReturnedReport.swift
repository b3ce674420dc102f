public import Audit
import Foundation

/// What became of an exception list that came back: `changes.csv` for the ERP's load, and `not-applied.csv`.
public struct ReturnedReport: Sendable {
    public struct Change: Sendable {
        public var change: FieldChange
        /// Where the new value comes from: file, line and finding.
        public var source: String
        public var approver: String

        public init(change: FieldChange, source: String, approver: String) {
            self.change = change
            self.source = source
            self.approver = approver
        }
    }

    public struct Refusal: Sendable {
        public var line: Int
        public var findingID: String
        public var decision: String
        public var correctedValue: String
        public var comment: String
        public var reason: String

        public init(
            line: Int, findingID: String, decision: String, correctedValue: String, comment: String, reason: String
        ) {
            self.line = line
            self.findingID = findingID
            self.decision = decision
            self.correctedValue = correctedValue
            self.comment = comment
            self.reason = reason
        }
    }

    public var changes: [Change]
    public var refusals: [Refusal]

    public init(changes: [Change], refusals: [Refusal]) {
        self.changes = changes
        self.refusals = refusals
    }

    /// Writes both files, each whole or not at all, and gives their paths.
    ///
    /// A program loads `changes.csv`, so `new` stands there as it is to be: a value that a spreadsheet could run was refused
    /// before, and telephone and negative numbers get no apostrophe.
    public func write(to folder: String) throws(ReportError) -> [String] {
        let folder = try OutputFolder(path: folder)
        var list = ListFile(
            header: ["customer_id", "field", "old", "new", "source", "approver"],
            rows: changes.map {
                [$0.change.customerID, $0.change.field, $0.change.old, $0.change.new, $0.source, $0.approver]
            })
        list.exactColumns = [0, 3]
        let refused = ListFile(
            header: ["line", "finding_id", "decision", "corrected_value", "comment", "reason"],
            rows: refusals.map {
                [String($0.line), $0.findingID, $0.decision, $0.correctedValue, $0.comment, $0.reason]
            })
        let paths = [folder.file("changes.csv"), folder.file("not-applied.csv")]
        try list.write(to: paths[0])
        try refused.write(to: paths[1])
        return paths
    }
}
