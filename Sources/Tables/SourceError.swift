#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A source that cannot be read as a table: where, what is wrong, what to do about it.
///
/// Damage within a source that can be read is no error: such records go to the `Quarantine`.
public struct SourceError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        case missing
        case directory
        case unreadable
        case emptyFile = "empty-file"
        /// A header and nothing below it.
        case noRecords = "no-records"
        /// An archive, a PDF, a web page, JSON: anything but lines of fields.
        case notText = "not-text"
        case invalidEncoding = "invalid-encoding"
        case unclosedQuote = "unclosed-quote"
        case textAfterQuote = "text-after-quote"
        case outOfMemory = "out-of-memory"
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

extension SourceError {
    private init(_ path: String, line: Int? = nil, _ reason: Reason, _ what: String, _ whatToDo: String) {
        self.init(path: path, line: line, reason: reason, what: what, whatToDo: whatToDo)
    }

    static func cannotOpen(_ path: String, errno code: Int32) -> SourceError {
        switch code {
        case ENOENT, ENOTDIR:
            SourceError(path, .missing, "there is no such file", "check the path; in a plan it is relative to the plan")
        case EACCES, EPERM:
            SourceError(path, .unreadable, "the file may not be read", "ask for the right to read it")
        default:
            SourceError(
                path, .unreadable, "the file cannot be read: \(String(cString: strerror(code)))",
                "check the disk or the share it is on")
        }
    }

    static func directory(_ path: String) -> SourceError {
        SourceError(path, .directory, "this is a directory", "name the CSV file in it")
    }

    static func emptyFile(_ path: String) -> SourceError {
        SourceError(path, line: 1, .emptyFile, "the file is empty", "export it again, with a header line")
    }

    static func outOfMemory(_ path: String) -> SourceError {
        SourceError(
            path, .outOfMemory, "there is not enough memory to convert the file to UTF-8",
            "save it as UTF-8, which is read without converting")
    }

    /// `kind` with its article, e.g. `a PDF document`.
    static func notText(_ path: String, kind: String, whatToDo: String) -> SourceError {
        SourceError(path, .notText, "this is \(kind), not CSV", whatToDo)
    }

    static func undecodableHeader(_ path: String, line: Int, encoding: TextEncoding) -> SourceError {
        SourceError(
            path, line: line, .invalidEncoding, "the header has bytes that are not \(encoding.rawValue)",
            "declare the right encoding, or save the file as UTF-8")
    }

    static func unclosedQuoteInHeader(_ path: String, line: Int) -> SourceError {
        SourceError(
            path, line: line, .unclosedQuote, "a quote in the header is never closed",
            "add the missing quote, or remove the one that is too many")
    }

    static func textAfterQuoteInHeader(_ path: String, line: Int) -> SourceError {
        SourceError(
            path, line: line, .textAfterQuote, "in the header there is text between a closing quote and the delimiter",
            "double the quotes that belong to a name")
    }
}

extension SourceError {
    /// Records there are, but none that can be read.
    public static func noReadableRecords(in path: String, quarantine: Quarantine) -> SourceError? {
        guard let first = quarantine.records.first else { return nil }
        let all = quarantine.count == 1 ? "its only record cannot" : "none of its \(quarantine.count) records can"
        return SourceError(
            path: path,
            line: first.line,
            reason: .noRecords,
            what: "\(all) be read; here: \(first.reason.rawValue)",
            whatToDo: "check the export and, in the plan, the delimiter"
        )
    }

    /// A source that can be read and holds no record, where there must be one.
    public static func noRecords(in path: String) -> SourceError {
        SourceError(
            path: path,
            line: nil,
            reason: .noRecords,
            what: "there is no record below the header",
            whatToDo: "check the export, which may have failed or selected nothing"
        )
    }
}
