import GRDB

extension HistoryStore {
    /// A finding that is not known to be fixed, or a result that is unknown, by the id of the exception list; nil when there is none.
    public func openFinding(_ id: String) throws(HistoryError) -> ListedFinding? {
        guard let (check, number) = FindingID.parts(of: id) else { return nil }
        return try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT CASE rule.record WHEN 'customer' THEN customer.key ELSE finding.record_id END AS record, rule_run.owner AS owner,
                        finding.is_unknown AS is_unknown
                    FROM finding JOIN rule ON rule.id = finding.rule LEFT JOIN rule_run ON rule_run.rule = rule.id
                        LEFT JOIN customer ON customer.id = finding.customer
                    WHERE finding.id = ? AND rule.name = ? AND finding.closed IS NULL
                    ORDER BY rule_run.run DESC LIMIT 1
                    """,
                arguments: [Int64(bitPattern: number), check])
            return row.map { row in
                let (record, owner): (String?, String?) = (row["record"], row["owner"])
                return ListedFinding(
                    id: id, checkID: check, recordID: record ?? "", owner: owner ?? "", isUnknown: row["is_unknown"])
            }
        }
    }
}
