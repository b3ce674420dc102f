import CEL
import Checks
import Tables

/// Where the fields of a record type lie in the cells that a scan hands over, and how they are read.
struct RecordLayout: Sendable {
    struct Field: Sendable {
        /// Place among the scanned columns; nil when the extract lacks the field or no check asks for it.
        var slot: Int?
        var format: CellFormat
    }

    var recordType: RecordType
    /// In the order of the record type's fields; links come after them and have none of their own.
    var fields: [Field]
    /// Columns of the file, by slot.
    var columns: [Int]
}
