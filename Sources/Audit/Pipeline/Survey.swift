import Checks
import Diagnostics
import Tables

/// What a first look at a dataset gives: how many records there are, their keys, and how columns are written.
struct SurveyResult: Sendable {
    var pass: FilePass
    var keys: KeyTable
    /// Where the first record of each key begins, by the key's number.
    var firstOffsets: [Int]
    var evidence: FormatEvidence
    /// Evidence and pass are of the first records alone.
    var isOfBeginning = false

    init(
        pass: FilePass, keys: (table: KeyTable, firstOffsets: [Int]) = KeyTable.build([]), evidence: FormatEvidence
    ) {
        self.pass = pass
        (self.keys, firstOffsets) = keys
        self.evidence = evidence
    }
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

/// A file whose columns are not all written as its beginning made believe.
struct MisjudgedFormat: Error {}

extension OpenDataset {
    /// So much of a file is enough to know how most are written.
    private static let glanceBytes = 64 << 10

    private struct Piece: Sendable {
        var keys = KeyTable.Batch()
        var evidence: FormatEvidence
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
        let evidence = FormatEvidence(fields: fields, of: self)
        let columns = columns(of: evidence)
        let result = file.scan(
            columns + (keyColumn.map { [$0] } ?? []),
            threads: threads,
            progress: progress,
            // What is looked up later stays as far as it may.
            keepsPages: needsKeys,
            makeState: { Piece(evidence: evidence) },
            body: { piece, batch in
                piece.evidence.add(batch, slots: columns.indices)
                guard keyColumn != nil else { return }
                if batch.firstRow == 0 { piece.keys.reserve(batch.rowsInPiece) }
                let cells = batch.column(columns.count)
                for row in 0..<batch.count where !cells[row].isBlankCell {
                    piece.keys.add(cells.starts[row], Int(cells.counts[row]), offset: batch.byteOffsets[row])
                }
            }
        )
        return SurveyResult(
            pass: FilePass(result),
            keys: KeyTable.build(result.pieces.map(\.state.keys)),
            evidence: evidence.merging(result) { $0.evidence }
        )
    }

    /// Looks at the beginning of a file that nobody looks anything up in and that the checks will read as a whole.
    ///
    /// How it is written is then an assumption, for which that reading gathers the evidence: a survey of the invoices took a
    /// tenth of an audit.
    func glance(fields: [Int]) -> SurveyResult {
        let evidence = FormatEvidence(fields: fields, of: self)
        let columns = columns(of: evidence)
        guard !columns.isEmpty else { return SurveyResult(pass: FilePass(of: file), evidence: evidence) }
        let result = file.scan(
            columns,
            threads: 1,
            beginning: Self.glanceBytes,
            makeState: { evidence },
            body: { evidence, batch in evidence.add(batch, slots: columns.indices) }
        )
        var survey = SurveyResult(pass: FilePass(result), evidence: evidence.merging(result) { $0 })
        survey.isOfBeginning = file.byteCount > Self.glanceBytes
        return survey
    }

    /// Whether all cells say what those at the beginning made believe.
    func confirms(_ layout: RecordLayout, _ evidence: FormatEvidence) -> Bool {
        let doubts = DiagnosticsCollector()
        let areTheSame = evidence.fields.allSatisfy {
            settle(schema.fields[$0], evidence[$0], diagnostics: doubts) == layout.fields[$0].format
        }
        return areTheSame && doubts.all.isEmpty
    }

    private func columns(of evidence: FormatEvidence) -> [Int] {
        evidence.fields.compactMap { column(of: schema.fields[$0].name) }
    }
}

extension FormatEvidence {
    /// With what the pieces of a scan gathered.
    func merging<State>(_ result: ScanResult<State>, _ evidence: (State) -> FormatEvidence?) -> FormatEvidence {
        var merged = self
        for piece in result.pieces {
            if let following = evidence(piece.state) { merged.merge(following, firstLine: piece.firstLine) }
        }
        return merged
    }
}
