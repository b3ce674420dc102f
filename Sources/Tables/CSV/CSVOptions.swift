/// What a plan declares about a CSV file; what it leaves out is found out from the file.
public struct CSVOptions: Hashable, Sendable {
    /// Not questioned when declared.
    public var encoding: TextEncoding?
    /// An ASCII character.
    public var delimiter: UInt8?
    public var hasHeader: Bool
    /// Lines that begin with this ASCII character are no data.
    public var comment: UInt8?
    /// Physical lines to pass over before the header.
    public var skipLines: Int

    public init(
        encoding: TextEncoding? = nil,
        delimiter: UInt8? = nil,
        hasHeader: Bool = true,
        comment: UInt8? = nil,
        skipLines: Int = 0
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.hasHeader = hasHeader
        self.comment = comment
        self.skipLines = skipLines
    }
}
