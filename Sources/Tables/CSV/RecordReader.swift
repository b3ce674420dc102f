/// Random access to single records of a file by the byte offset at which a scan found them: for the few records that
/// end up in a report.
public struct RecordReader: Sendable {
    /// The asked-for cells as text, in the order asked.
    public func cells(at byteOffset: Int) -> [String] { [] }
    /// One cell, by its place among the columns asked for.
    public func cell(_ slot: Int, at byteOffset: Int) -> String { "" }
    /// The whole record as it stands in the file, quotes included, without its line end.
    public func text(at byteOffset: Int) -> String { "" }
}
