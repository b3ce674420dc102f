import Foundation
import GRDB

/// Why the history cannot be used. Reads as `path: what; what to do`; what was recorded before is untouched.
public struct HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var what: String
    public var whatToDo: String

    public var description: String { "\(path): \(what); \(whatToDo)" }

    public init(path: String, what: String, whatToDo: String) {
        self.path = path
        self.what = what
        self.whatToDo = whatToDo
    }
}

extension HistoryError {
    static func from(_ error: any Error, path: String) -> HistoryError {
        if let error = error as? HistoryError { return error }
        guard let database = error as? DatabaseError else {
            return HistoryError(
                path: path, what: "the history cannot be kept here (\(error.localizedDescription))",
                whatToDo: "look at the folder, or name another file under 'history' in the plan")
        }
        return switch database.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: busy(path)
        case .SQLITE_FULL:
            HistoryError(
                path: path, what: "the disk is full, so this run is not in the history",
                whatToDo: "make room and run again")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: damaged(path, database.message ?? "it is no SQLite database")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            HistoryError(
                path: path, what: "the history cannot be written here",
                whatToDo: "ask for write access to the file and its folder, or name another under 'history' in the plan"
            )
        default:
            HistoryError(
                path: path, what: "the history cannot be used (\(database.message ?? "\(database.resultCode)"))",
                whatToDo: "'keur history verify' looks it over")
        }
    }

    static func busy(_ path: String) -> HistoryError {
        HistoryError(
            path: path, what: "another run is writing to the history",
            whatToDo: "wait for it to end, then run again")
    }

    public static func damaged(_ path: String, _ why: String) -> HistoryError {
        HistoryError(
            path: path, what: "the history is damaged (\(why))",
            whatToDo: "bring back a copy of the file, or move it away to begin anew")
    }

    static func newer(_ path: String) -> HistoryError {
        HistoryError(
            path: path, what: "the history was written by a newer version of keur", whatToDo: "use that version")
    }

    static func none(_ path: String) -> HistoryError {
        HistoryError(
            path: path, what: "there is no history yet", whatToDo: "an audit with this plan begins one")
    }
}
