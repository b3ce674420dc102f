import Checks
import Tables

/// What a first look at all records of a dataset gives: how many there are, their keys, and how columns are written.
struct SurveyResult: Sendable {
    var pass: FilePass
    var keys: KeyTable
    /// Where the first record of each key begins, by the key's number.
    var firstOffsets: [Int]
    /// By field of the schema.
    var evidence: [ColumnEvidence]
}

/// What any pass over all records of a file shows.
struct FilePass: Sendable {
    var rowCount: Int
    var quarantine: Quarantine
    var warnings: [CSVWarning.Kind: Int]
    var dialect: Dialect

    init<State>(_ result: ScanResult<State>) {
        rowCount = result.rowCount
        quarantine = result.quarantine
        warnings = result.warningCounts
        dialect = result.dialect
    }

    /// Before any.
    init(of file: CSVFile) {
        rowCount = 0
        quarantine = Quarantine(count: 0, records: [])
        warnings = [:]
        dialect = file.dialect
    }
}

extension OpenDataset {
    private static let smallFile = 512 << 20

    private struct Piece: Sendable {
        var keys = KeyTable.Batch()
        var evidence: [ColumnEvidence]
    }

    /// Reads all records once.
    ///
    /// `fields` are positions of the schema's fields that checks ask for; `needsKeys` tells whether other records lead here,
    /// or findings need to be told apart by customer; `isReadAgain` that the checks will read all records anyway: then a file
    /// of texts alone, which has nothing to settle, is read only by them.
    func survey(
        fields: [Int],
        needsKeys: Bool,
        isReadAgain: Bool,
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
        if columns.isEmpty, isReadAgain {
            let keys = KeyTable.build([])
            return SurveyResult(
                pass: FilePass(of: file),
                keys: keys.table,
                firstOffsets: keys.firstOffsets,
                evidence: [ColumnEvidence](repeating: .none, count: schema.fields.count)
            )
        }
        let result = file.scan(
            columns,
            threads: threads,
            progress: progress,
            // What is looked up later stays as far as it may; what is only read once more, if it is no large file.
            keepsPages: needsKeys || isReadAgain && file.byteCount <= Self.smallFile,
            makeState: { Piece(evidence: initial) },
            body: { piece, batch in
                for slot in initial.indices {
                    piece.evidence[slot].add(batch.column(slot), lines: batch.lines, count: batch.count)
                }
                guard keyColumn != nil else { return }
                if batch.firstRow == 0 { piece.keys.reserve(batch.rowsInPiece) }
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
            pass: FilePass(result),
            keys: keys.table,
            firstOffsets: keys.firstOffsets,
            evidence: merged
        )
    }
}
