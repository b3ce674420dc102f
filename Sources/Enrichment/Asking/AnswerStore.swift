import CHash
public import Foundation
import GRDB

/// Raw answers as evidence and for reuse: SQLite, one row for each time that a request was answered.
///
/// A row is written when its answer was understood, so that a run which was killed goes on where it stopped. No row holds a
/// secret: requests are kept as they may be shown, bodies with secrets blotted out, tokens not at all. Earlier answers stay
/// until their retention ends: they prove what was known when. Nobody but the file's owner can read it.
public final class AnswerStore: Sendable {
    /// An answer as it was kept.
    struct Entry: Sendable {
        var status: Int
        var contentType: String
        var body: [UInt8]
        var askedAt: Date
        /// The kind of datum, or a number of seconds.
        var keep: String
    }

    private let database: DatabaseQueue
    /// For how many seconds answers are kept as evidence where nobody says otherwise.
    public static let usualRetention = 730 * 86_400.0
    /// Clocks differ by minutes. What was asked later than that was asked by a clock that was wrong: it is not the latest.
    private static let clockTolerance = 300.0

    /// Opens the file, and makes it where there is none.
    public init(path: String) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase {
                try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            }
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            database = try DatabaseQueue(path: path, configuration: configuration)
            var migrator = DatabaseMigrator()
            migrator.registerMigration("answers by time") { database in
                try database.execute(
                    sql: """
                        DROP TABLE IF EXISTS answer;
                        CREATE TABLE answer (
                            key TEXT NOT NULL, asked_at REAL NOT NULL, connector TEXT NOT NULL, step TEXT NOT NULL,
                            method TEXT NOT NULL, url TEXT NOT NULL, request_body TEXT NOT NULL,
                            status INTEGER NOT NULL, content_type TEXT NOT NULL, body BLOB NOT NULL,
                            body_sha256 TEXT NOT NULL, keep TEXT NOT NULL,
                            PRIMARY KEY (key, asked_at)
                        ) WITHOUT ROWID;
                        CREATE INDEX answer_by_age ON answer (connector, asked_at)
                        """)
            }
            migrator.registerMigration("answers end") { database in
                try database.execute(
                    sql: """
                        ALTER TABLE answer ADD COLUMN expires_at REAL NOT NULL DEFAULT 0;
                        UPDATE answer SET expires_at = asked_at + \(AnswerStore.usualRetention);
                        CREATE INDEX answer_by_end ON answer (expires_at)
                        """)
            }
            try migrator.migrate(database)
        } catch {
            throw StoreError(path, error)
        }
    }

    /// The latest answer to a request, of those that were there at a moment.
    func entry(_ key: String, now: Date) throws -> Entry? {
        try database.read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT status, content_type, body, asked_at, keep FROM answer
                        WHERE key = ? AND asked_at <= ? ORDER BY asked_at DESC LIMIT 1
                        """),
                arguments: [key, now.timeIntervalSince1970 + Self.clockTolerance]
            ).map { row in
                Entry(
                    status: row[0], contentType: row[1], body: Array(row[2] as Data),
                    askedAt: Date(timeIntervalSince1970: row[3]), keep: row[4])
            }
        }
    }

    /// When each request was answered last.
    func ages(now: Date) throws -> KeptAges {
        try database.read { database in
            var ages = KeptAges()
            let rows = try Row.fetchCursor(
                database, sql: "SELECT key, MAX(asked_at), keep FROM answer WHERE asked_at <= ? GROUP BY key",
                arguments: [now.timeIntervalSince1970 + Self.clockTolerance])
            while let row = try rows.next() {
                ages[KeptAges.Key(row[0])] = KeptAges.Age(
                    askedAt: Date(timeIntervalSince1970: row[1]), keep: row[2])
            }
            return ages
        }
    }

    /// Evidence until its end, whichever connectors the plan then has.
    func keep(
        _ entry: Entry, until end: Date, key: String, connector: String, step: String, request: ShownRequest
    ) throws {
        try database.write { database in
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO answer
                    (key, asked_at, connector, step, method, url, request_body, status, content_type, body, body_sha256, keep,
                     expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    key, entry.askedAt.timeIntervalSince1970, connector, step, request.method, request.url,
                    request.body, entry.status, entry.contentType, Data(entry.body),
                    ConnectorFunctions.sha256(entry.body).hexText, entry.keep,
                    end.timeIntervalSince1970,
                ])
        }
    }

    /// How many answers of a connector are kept from a moment on.
    func count(of connector: String, since moment: Date) throws -> Int {
        try database.read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM answer WHERE connector = ? AND asked_at >= ?",
                arguments: [connector, moment.timeIntervalSince1970]) ?? 0
        }
    }

    /// Deletes what a connector answered before a moment.
    public func forget(_ connector: String, before moment: Date) throws(StoreError) {
        try write(
            "DELETE FROM answer WHERE connector = ? AND asked_at < ?", [connector, moment.timeIntervalSince1970])
    }

    /// Deletes what ended before a moment, of all connectors but some.
    public func forget(allBut connectors: [String], endedBefore moment: Date) throws(StoreError) {
        let places = connectors.map { _ in "?" }.joined(separator: ", ")
        let values: [any DatabaseValueConvertible] = [moment.timeIntervalSince1970] + connectors
        try write(
            "DELETE FROM answer WHERE expires_at < ? AND connector NOT IN (\(places))", StatementArguments(values))
    }

    private func write(_ sql: String, _ arguments: StatementArguments) throws(StoreError) {
        do {
            try database.write { try $0.execute(sql: sql, arguments: arguments) }
        } catch {
            throw StoreError(database.path, error)
        }
    }
}

/// Why the store of answers cannot be used.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String

    fileprivate init(_ path: String, _ error: any Error) {
        self.path = path
        reason = Self.reason(of: error)
    }

    static func reason(of error: any Error) -> String {
        (error as? DatabaseError)?.message ?? error.localizedDescription
    }

    public var description: String {
        "\(path): the answers of outside sources cannot be kept here: \(reason); check the folder and its space"
    }
}

extension Sequence<UInt8> {
    var hexText: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
