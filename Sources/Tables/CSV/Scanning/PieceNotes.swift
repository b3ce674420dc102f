/// What a piece's records gave cause to remark on, and its totals. Lines are counted from the piece's first line.
struct PieceNotes {
    let limits: ScanLimits
    /// Offset of the first record that belongs to the next piece.
    var end: Int
    var rows = 0
    /// Physical lines.
    var lines = 0
    var lineEndings: LineEndings = []
    private(set) var quarantineCount = 0
    private(set) var quarantined: [QuarantinedRecord] = []
    private(set) var warningCounts: [CSVWarning.Kind: Int] = [:]
    private(set) var warnings: [CSVWarning] = []

    init(limits: ScanLimits, start: Int) {
        self.limits = limits
        end = start
    }

    mutating func quarantine(_ record: QuarantinedRecord) {
        quarantineCount += 1
        if quarantined.count < limits.quarantinedRecords { quarantined.append(record) }
    }

    mutating func warn(_ kind: CSVWarning.Kind, line: Int) {
        let count = warningCounts[kind, default: 0]
        warningCounts[kind] = count + 1
        if count < limits.warningsOfEachKind { warnings.append(CSVWarning(kind, line: line)) }
    }
}

/// What all pieces gave cause to remark on. Lines are those of the file.
struct ScanNotes {
    private let limits: ScanLimits
    private(set) var rows = 0
    /// The physical line on which the next piece begins.
    private(set) var line: Int
    private(set) var lineEndings: LineEndings
    private(set) var quarantineCount = 0
    private(set) var quarantined: [QuarantinedRecord] = []
    private(set) var warnings: [CSVWarning]
    private(set) var warningCounts: [CSVWarning.Kind: Int] = [:]

    init(_ layout: CSVLayout, limits: ScanLimits) {
        self.limits = limits
        line = layout.dataLine
        lineEndings = layout.lineEndings
        warnings = layout.warnings
        for warning in warnings { warningCounts[warning.kind, default: 0] += 1 }
    }

    /// Adds the piece that comes next in the file.
    mutating func add(_ piece: PieceNotes) {
        for record in piece.quarantined.prefix(limits.quarantinedRecords - quarantined.count) {
            quarantined.append(record.moved(by: line))
        }
        var kept: [CSVWarning.Kind: Int] = [:]
        for warning in piece.warnings {
            let before = warningCounts[warning.kind, default: 0] + kept[warning.kind, default: 0]
            guard before < limits.warningsOfEachKind else { continue }
            kept[warning.kind, default: 0] += 1
            warnings.append(CSVWarning(warning.kind, line: warning.line.map { $0 + line }))
        }
        for (kind, count) in piece.warningCounts { warningCounts[kind, default: 0] += count }
        quarantineCount += piece.quarantineCount
        rows += piece.rows
        line += piece.lines
        lineEndings.formUnion(piece.lineEndings)
    }

    /// What can only be said when all pieces are in.
    mutating func conclude() {
        if lineEndings.ending == .mixed { add(.mixedLineEndings) }
        if rows == 0, quarantineCount == 0 { add(.noData) }
    }

    private mutating func add(_ kind: CSVWarning.Kind) {
        warnings.append(CSVWarning(kind))
        warningCounts[kind, default: 0] += 1
    }
}

extension QuarantinedRecord {
    fileprivate func moved(by lines: Int) -> QuarantinedRecord {
        QuarantinedRecord(
            line: line + lines, lastLine: lastLine + lines, reason: reason, fields: fields, byteOffset: byteOffset)
    }
}
