/// How a CSV file is written: declared, or found out from the file.
public struct Dialect: Hashable, Sendable {
    public internal(set) var encoding: TextEncoding
    /// The bytes fit this encoding, but nothing says that it is the one.
    public internal(set) var isEncodingGuessed: Bool
    public internal(set) var hasByteOrderMark: Bool
    /// Nil when the file has one column.
    public internal(set) var delimiter: UInt8?
    /// Nil when the file has no line end. Line breaks inside quotes do not count.
    public internal(set) var lineEnding: LineEnding?
}
