/// A source that cannot be read as a table: where, what is wrong, what to do about it.
///
/// Damage within a source that can be read is no error: such records go to the `Quarantine`.
public struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        case missing
        case directory
        case unreadable
        case emptyFile = "empty-file"
        /// An archive, a PDF, a web page, JSON: anything but lines of fields.
        case notText = "not-text"
        case invalidEncoding = "invalid-encoding"
        case unclosedQuote = "unclosed-quote"
        case textAfterQuote = "text-after-quote"
    }

    public let path: String
    /// 1-based, as in an editor; nil where the whole file is meant.
    public let line: Int?
    public let reason: Reason
    public let what: String
    public let whatToDo: String

    public var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): \(what); \(whatToDo)"
    }
}
