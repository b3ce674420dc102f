public import Tables

/// A row of an exception list that was written before, as far as telling findings apart takes it.
public struct ListedFinding: Sendable, Hashable {
    public var id: String
    public var checkID: String
    public var recordID: String
    public var owner: String
    /// Whether the check could not be evaluated: nothing that a waiver could accept.
    public var isUnknown: Bool

    public init(id: String, checkID: String, recordID: String, owner: String, isUnknown: Bool = false) {
        self.id = id
        self.checkID = checkID
        self.recordID = recordID
        self.owner = owner
        self.isUnknown = isUnknown
    }

    /// A finding of which only the id is known; nil for a text that is none.
    public init?(id: String) {
        guard let check = FindingID.check(of: id) else { return nil }
        self.init(id: id, checkID: check, recordID: "", owner: "")
    }

    /// The findings of an `exceptions.csv` by id; nil when there is no such file.
    public static func read(_ path: String) throws(SourceError) -> [String: ListedFinding]? {
        guard let table = try TextTable(ifThereAt: path) else { return nil }
        func cell(_ name: String, _ row: TextTable.Row) -> String {
            table.column(name).map { FormulaGuard.restore(row.cells[$0]) } ?? ""
        }
        return Dictionary(
            table.rows.map { row in
                let id = cell("finding_id", row)
                return (
                    id,
                    ListedFinding(
                        id: id, checkID: cell("check_id", row), recordID: cell("record_id", row),
                        owner: cell("owner", row), isUnknown: cell("result", row) == Finding.Result.unknown.rawValue)
                )
            }
        ) { first, _ in first }
    }
}
