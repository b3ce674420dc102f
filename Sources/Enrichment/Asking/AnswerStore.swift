import CHash
public import Foundation
import GRDB

/// Raw answers as evidence and for reuse: SQLite, one row for each request.
///
/// A row is written when its answer was understood, so that a run which was killed goes on where it stopped. No row holds a
/// secret: requests are kept as they may be shown, bodies with secrets blotted out, tokens not at all.
public final class AnswerStore: Sendable {
    /// An answer as it was kept.
    public struct Entry: Sendable {
        public var status: Int
        public var contentType: String
        public var body: [UInt8]
        public var askedAt: Date
        /// The kind of datum, or a number of seconds.
        public var keep: String
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
            database = try DatabaseQueue(path: path, configuration: configuration)
            var migrator = DatabaseMigrator()
            migrator.registerMigration("answers") { database in
                try database.execute(
                    sql: """
                        CREATE TABLE answer (
                            key TEXT PRIMARY KEY, connector TEXT NOT NULL, step TEXT NOT NULL, method TEXT NOT NULL,
                            url TEXT NOT NULL, request_body TEXT NOT NULL, status INTEGER NOT NULL,
                            content_type TEXT NOT NULL, body BLOB NOT NULL, body_sha256 TEXT NOT NULL,
                            asked_at REAL NOT NULL, keep TEXT NOT NULL
                        ) WITHOUT ROWID
                        """)
            }
            try migrator.migrate(database)
        } catch {
            throw StoreError(path: path, reason: "\((error as? DatabaseError)?.message ?? error.localizedDescription)")
        }
    }

    func entry(_ key: String) throws -> Entry? {
        try database.read { database in
            try Row.fetchOne(
                database, sql: "SELECT status, content_type, body, asked_at, keep FROM answer WHERE key = ?",
                arguments: [key]
            ).map { row in
                Entry(
                    status: row[0], contentType: row[1], body: Array(row[2] as Data),
                    askedAt: Date(timeIntervalSince1970: row[3]), keep: row[4])
            }
        }
    }

    func keep(_ entry: Entry, key: String, connector: String, step: String, request: ShownRequest) throws {
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO answer
                    (key, connector, step, method, url, request_body, status, content_type, body, body_sha256, asked_at, keep)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    key, connector, step, request.method, request.url, request.body, entry.status, entry.contentType,
                    Data(entry.body), ConnectorFunctions.sha256(entry.body).hexText,
                    entry.askedAt.timeIntervalSince1970, entry.keep,
                ])
        }
    }
}

/// Why the store of answers cannot be used.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String

    public var description: String {
        "\(path): the answers of outside sources cannot be kept here: \(reason); check the folder and its space"
    }
}

extension Sequence<UInt8> {
    var hexText: String {
        map { byte in
            let code = String(byte, radix: 16)
            return code.count < 2 ? "0" + code : code
        }.joined()
    }
}
