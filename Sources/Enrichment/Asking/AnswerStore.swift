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
            try migrator.migrate(database)
        } catch {
            throw StoreError(path, error)
        }
    }

    /// The latest answer to a request.
    func entry(_ key: String) throws -> Entry? {
        try database.read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT status, content_type, body, asked_at, keep FROM answer
                        WHERE key = ? ORDER BY asked_at DESC LIMIT 1
                        """),
                arguments: [key]
            ).map { row in
                Entry(
                    status: row[0], contentType: row[1], body: Array(row[2] as Data),
                    askedAt: Date(timeIntervalSince1970: row[3]), keep: row[4])
            }
        }
    }

    /// When each request was answered last.
    func ages() throws -> KeptAges {
        try database.read { database in
            var ages = KeptAges()
            let rows = try Row.fetchCursor(
                database, sql: "SELECT key, MAX(asked_at), keep FROM answer GROUP BY key")
            while let row = try rows.next() {
                ages[KeptAges.Key(row[0])] = KeptAges.Age(
                    askedAt: Date(timeIntervalSince1970: row[1]), keep: row[2])
            }
            return ages
        }
    }

    func keep(_ entry: Entry, key: String, connector: String, step: String, request: ShownRequest) throws {
        try database.write { database in
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO answer
                    (key, asked_at, connector, step, method, url, request_body, status, content_type, body, body_sha256, keep)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    key, entry.askedAt.timeIntervalSince1970, connector, step, request.method, request.url,
                    request.body, entry.status, entry.contentType, Data(entry.body),
                    ConnectorFunctions.sha256(entry.body).hexText, entry.keep,
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
        do {
            try database.write { database in
                try database.execute(
                    sql: "DELETE FROM answer WHERE connector = ? AND asked_at < ?",
                    arguments: [connector, moment.timeIntervalSince1970])
            }
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
        reason = (error as? DatabaseError)?.message ?? error.localizedDescription
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
