import Foundation

/// A report that could not be written.
///
/// Reads as `path: what; what to do`. Nothing of the report is visible on disk when this is thrown.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file or folder that could not be written.
    public var path: String
    public var what: String
    public var whatToDo: String

    public var description: String { "\(path): \(what); \(whatToDo)" }
}

extension ReportError {
    private static let elsewhere = "name another folder with --out or under 'reports: directory' in the plan"

    static func isNotAFolder(_ path: String) -> ReportError {
        ReportError(path: path, what: "is a file, and reports need a folder", whatToDo: elsewhere)
    }

    static func isAFolder(_ path: String) -> ReportError {
        ReportError(
            path: path, what: "is a folder, where a report should go", whatToDo: "move it away, or \(elsewhere)")
    }

    /// The words for what the operating system refused; `code` is its `errno`.
    package static func system(_ code: Int32, doing what: String, at path: String) -> ReportError {
        switch code {
        case ENOSPC, EDQUOT:
            ReportError(
                path: path, what: "the disk is full, so the report was not written",
                whatToDo: "make room, or \(elsewhere)")
        case EFBIG:
            ReportError(
                path: path, what: "the report is larger than a file may be here, so it was not written",
                whatToDo: "raise the limit on file sizes (ulimit -f), or \(elsewhere)")
        case EACCES, EPERM:
            ReportError(
                path: path, what: "no permission to \(what)",
                whatToDo: "ask for write access to the folder, or \(elsewhere)")
        case EROFS:
            ReportError(path: path, what: "the disk is read-only", whatToDo: elsewhere)
        case ENOTDIR:
            isNotAFolder(path)
        case ENOENT:
            ReportError(
                path: path, what: "the folder is gone", whatToDo: "see who removes it during the run, or \(elsewhere)")
        case EMFILE, ENFILE:
            ReportError(
                path: path, what: "too many files are open", whatToDo: "raise the limit on open files (ulimit -n)")
        case ENAMETOOLONG:
            ReportError(path: path, what: "the path is too long", whatToDo: elsewhere)
        default:
            ReportError(
                path: path, what: "could not \(what) (\(String(cString: strerror(code))))",
                whatToDo: "look at the disk, or \(elsewhere)")
        }
    }
}
