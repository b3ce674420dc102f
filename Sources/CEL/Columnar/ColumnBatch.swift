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

    /// A variable's value on a row, for what only the general evaluator can take.
    func value(ofVariable name: String, row: Int) -> Value
}
