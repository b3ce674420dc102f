import Checks
import Diagnostics
import Tables

/// How the cells of one column are read.
enum CellFormat: Sendable {
    case text
    case bool(BoolFormat)
    case int(DecimalFormat)
    case decimal(DecimalFormat)
    case date(DateFormat)

    /// Whether a cell is filled, but not with what the column holds.
    func isMalformed(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        if isAbsent(cell) { return false }
        return switch self {
        case .text: false
        case .bool(let format): format.parse(cell) == nil
        case .int(let format): format.parseInteger(cell) == nil
        case .decimal(let format): format.parse(cell) == nil
        case .date(let format): format.parse(cell) == nil
        }
    }

    /// Whether a cell says that there is nothing: blank, or for a date the zeros that SAP writes for none.
    func isAbsent(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        if case .date = self { DateFormat.isNoDate(cell) } else { cell.isBlankCell }
    }
}

/// What the cells of one column say about how it is written, gathered while a file is surveyed.
enum ColumnEvidence: Sendable {
    case none
    case decimals(DecimalEvidence)
    case dates(DateEvidence)

    /// `lines` are those of the records within their piece.
    mutating func add(_ cells: CellColumn, lines: UnsafePointer<Int32>, count: Int) {
        // Taken out of the enum, so that what it holds is changed in place and not copied.
        switch self {
        case .none: break
        case .decimals(var evidence):
            self = .none
            evidence.add(cells, lines: lines, count: count)
            self = .decimals(evidence)
        case .dates(var evidence):
            self = .none
            evidence.add(cells, lines: lines, count: count)
            self = .dates(evidence)
        }
    }

    mutating func merge(_ other: ColumnEvidence, rowOffset: Int) {
        switch (self, other) {
        case (.decimals(var evidence), .decimals(let following)):
            evidence.merge(following, rowOffset: rowOffset)
            self = .decimals(evidence)
        case (.dates(var evidence), .dates(let following)):
            evidence.merge(following, rowOffset: rowOffset)
            self = .dates(evidence)
        default: break
        }
    }
}
