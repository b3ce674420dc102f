import Checks
import Diagnostics
import Tables

/// How the cells of one column are read.
enum CellFormat: Hashable, Sendable {
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
