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

    /// A cell of the column as its type, or nil where it is blank or malformed.
    func isReadable(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .text: !cell.isBlankCell
        case .bool(let format): format.parse(cell) != nil
        case .int(let format): format.parseInteger(cell) != nil
        case .decimal(let format): format.parse(cell) != nil
        case .date(let format): format.parse(cell) != nil
        }
    }
}

/// What the cells of one column say about how it is written, gathered while a file is surveyed.
enum ColumnEvidence: Sendable {
    case none
    case decimals(DecimalEvidence)
    case dates(DateEvidence)

    mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
        switch self {
        case .none: break
        case .decimals(var evidence):
            self = .none
            evidence.add(cell, row: row)
            self = .decimals(evidence)
        case .dates(var evidence):
            self = .none
            evidence.add(cell, row: row)
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
