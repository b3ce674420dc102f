import Checks
import Tables

/// What a first look at all records of a dataset gives: how many there are, their keys, and how columns are written.
struct SurveyResult: Sendable {
    var rowCount: Int
    var quarantine: Quarantine
    var warnings: [CSVWarning.Kind: Int]
    var dialect: Dialect
    var keys: KeyTable
    /// Where the first record of each key begins, by the key's number.
    var firstOffsets: [Int]
    /// By field of the schema.
    var evidence: [ColumnEvidence]
}

extension OpenDataset {
    private struct Piece: Sendable {
        var keys = KeyTable.Batch()
        var evidence: [ColumnEvidence]
    }

    /// Reads all records once.
    ///
    /// `fields` are positions of the schema's fields that checks ask for; `needsKeys` tells whether other records lead here,
    /// or findings need to be told apart by customer.
    func survey(
        fields: [Int],
        needsKeys: Bool,
        threads: Int,
        progress: (@Sendable (Int) -> Void)?
    ) -> SurveyResult {
        let keyColumn = needsKeys ? key.flatMap { column(of: $0) } : nil
        let open = fields.filter { index in
            if case .none = evidence(for: schema.fields[index]) {
                false
            } else {
                column(of: schema.fields[index].name) != nil
            }
        }
        let columns = open.compactMap { column(of: schema.fields[$0].name) } + (keyColumn.map { [$0] } ?? [])
        let initial = open.map { evidence(for: schema.fields[$0]) }
        let result = file.scan(
            columns,
            threads: threads,
            progress: progress,
            makeState: { Piece(evidence: initial) },
            body: { piece, batch in
                for slot in initial.indices {
                    piece.evidence[slot].add(batch.column(slot), lines: batch.lines, count: batch.count)
                }
                guard keyColumn != nil else { return }
                let cells = batch.column(initial.count)
                for row in 0..<batch.count where !cells[row].isBlankCell {
                    piece.keys.add(cells.starts[row], Int(cells.counts[row]), offset: batch.byteOffsets[row])
                }
            }
        )
        var merged = [ColumnEvidence](repeating: .none, count: schema.fields.count)
        for (slot, field) in open.enumerated() {
            merged[field] = initial[slot]
            for piece in result.pieces { merged[field].merge(piece.state.evidence[slot], rowOffset: piece.firstLine) }
        }
        let keys = KeyTable.build(result.pieces.map(\.state.keys))
        return SurveyResult(
            rowCount: result.rowCount,
            quarantine: result.quarantine,
            warnings: result.warningCounts,
            dialect: result.dialect,
            keys: keys.table,
            firstOffsets: keys.firstOffsets,
            evidence: merged
        )
    }
}
