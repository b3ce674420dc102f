/// Random access to single records of a file by the byte offset at which a scan found them: for the few records that
/// end up in a report.
public struct RecordReader: Sendable {
    private let bytes: SourceBytes
    private let delimiter: UInt8
    private let columns: [Int]

    init(_ content: CSVContent, columns: [Int]) {
        bytes = content.bytes
        delimiter = content.layout.delimiter
        self.columns = columns
    }

    /// The asked-for cells as text, in the order asked; empty for a column that the record does not have.
    public func cells(at byteOffset: Int) -> [String] {
        let (_, fields) = read(byteOffset)
        return columns.map { $0 < fields.count ? fields[$0].text(in: bytes.start) : "" }
    }

    /// One cell, by its place among the columns asked for.
    public func cell(_ slot: Int, at byteOffset: Int) -> String {
        let (_, fields) = read(byteOffset)
        return columns[slot] < fields.count ? fields[columns[slot]].text(in: bytes.start) : ""
    }

    /// The whole record as it stands in the file, quotes included, without its line end.
    public func text(at byteOffset: Int) -> String {
        let (outline, _) = read(byteOffset)
        let content = UnsafeBufferPointer(start: bytes.start + byteOffset, count: outline.contentEnd - byteOffset)
        return String(decoding: content, as: UTF8.self)
    }

    private func read(_ byteOffset: Int) -> (RecordParser.Outline, [RecordParser.Field]) {
        precondition((0..<bytes.count).contains(byteOffset), "no record begins here")
        var parser = RecordParser(text: bytes.start, end: bytes.count, delimiter: delimiter)
        let outline = parser.read(at: byteOffset)
        return (outline, parser.fields)
    }
}
