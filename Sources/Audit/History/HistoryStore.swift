package import Foundation
import GRDB

/// The memory of a plan's runs: SQLite beside the plan.
///
/// Runs are numbered from 1 without gaps. A run is recorded in one transaction, which the file holds whole or not at all,
/// whenever the process ends; one process writes at a time. Readers are never kept waiting.
public final class HistoryStore: Sendable {
    public let path: String
    let database: DatabaseQueue

    /// How long a run waits for another one to finish writing.
    static let patience: TimeInterval = 10

    /// Opens the file, and makes it where there is none.
    public convenience init(path: String) throws(HistoryError) {
        try self.init(path: path, patience: Self.patience)
    }

    /// With a write-ahead log a process that dies loses nothing at NORMAL; a power cut may lose the last run, which the next
    /// one tells again. FULL cost a run over 1,000 customers as much time as the audit itself.
    private static let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY"

    package init(path: String, patience: TimeInterval) throws(HistoryError) {
        self.path = path
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience)
            // A recording begins before the reports are written and ends after them.
            configuration.allowsUnsafeTransactions = true
            configuration.prepareDatabase {
                try $0.execute(sql: Self.settings)
            }
            database = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = HistorySchema.migrator
            let (isNewer, isComplete) = try database.read {
                (try migrator.hasBeenSuperseded($0), try migrator.hasCompletedMigrations($0))
            }
            if isNewer { throw HistoryError.newer(path) }
            if !isComplete { try Self.migrate(database, migrator) }
        } catch {
            throw HistoryError.from(error, path: path)
        }
    }

    /// Of two processes that begin at once both may find a table missing that only one of them can make; the other looks
    /// again.
    private static func migrate(_ database: DatabaseQueue, _ migrator: DatabaseMigrator) throws {
        for attempt in 1... {
            do {
                return try migrator.migrate(database)
            } catch let error as DatabaseError
                where attempt < 10 && [.SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
            {
                continue
            }
        }
    }

    /// Opens a history that is there.
    public convenience init(existing path: String) throws(HistoryError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .none(path) }
        try self.init(path: path)
    }

    /// What is wrong with the file: SQLite's own check of every page and index, and what has to hold between tables.
    /// Empty when all is well.
    public func verify() throws(HistoryError) -> [String] {
        try read { database in
            let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            guard problems.isEmpty else { return problems }
            let runs = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM run") ?? 0
            let last = try Int.fetchOne(database, sql: "SELECT MAX(id) FROM run") ?? 0
            var result = runs == last ? [] : ["the runs are numbered up to \(last), but there are \(runs)"]
            for (condition, what) in HistorySchema.contradictions {
                let count = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(condition)") ?? 0
                if count > 0 { result.append("\(count) \(what)") }
            }
            return result
        }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(HistoryError) -> Result {
        do { return try database.read(body) } catch { throw HistoryError.from(error, path: path) }
    }
}
