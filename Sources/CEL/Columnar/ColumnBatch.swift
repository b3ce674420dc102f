/// Rows of a table as the columnar engine sees them: columns by the field's index in the record type.
///
/// Typed columns hold the type's zero value where the cell is absent or malformed, as records do in CEL. All pointers are
/// valid as long as the batch.
public protocol ColumnBatch: AnyObject {
    var rowCount: Int { get }

    /// Blank cells have no bytes.
    func texts(ofField field: Int) -> TextVector
    func integers(ofField field: Int) -> UnsafePointer<Int64>
    func doubles(ofField field: Int) -> UnsafePointer<Double>
    /// 0 or 1.
    func booleans(ofField field: Int) -> UnsafePointer<UInt8>
    /// Whole seconds since 1970-01-01T00:00:00Z.
    func seconds(ofField field: Int) -> UnsafePointer<Int64>
    /// 1 where the field is there: filled, and readable as its type.
    func presence(ofField field: Int) -> UnsafePointer<UInt8>
    /// 1 where the cell is filled but cannot be read as its type.
    func malformations(ofField field: Int) -> UnsafePointer<UInt8>

    /// The row as a record, for what only the general evaluator can take.
    func record(row: Int) -> Value
    /// The value of a variable other than the row's own on a row.
    func value(ofVariable name: String, row: Int) throws(EvaluationError) -> Value
    /// What the records linked to each of `rows` added to a fold, by its position among the folds compiled; `values` are by
    /// row of the batch.
    func readFold(_ fold: Int, _ rows: Rows, into values: UnsafeMutablePointer<FoldedValue>)
}
