import Foundation
import GRDB
import Tables

/// A run on its way into the history: everything is written, and nothing counts before `commit`.
///
/// Reports are written in between, so that a run that is in the history has its reports, and one that was killed is told
/// about again by the next. No other process can write until then. Let go without `commit`, nothing was recorded.
public final class HistoryRecording {
    private let store: HistoryStore
    private let run: Int
    private let startedAt: Date
    private var isOpen = true

    fileprivate init(_ store: HistoryStore, run: Int, startedAt: Date) {
        self.store = store
        self.run = run
        self.startedAt = startedAt
    }

    public func commit() throws(HistoryError) {
        do {
            try store.database.writeWithoutTransaction { database in
                try database.execute(
                    sql: "UPDATE run SET seconds = ? WHERE id = ?",
                    arguments: [Date().timeIntervalSince(startedAt), run])
                try database.commit()
            }
            isOpen = false
        } catch {
            throw HistoryError.from(error, path: store.path)
        }
    }

    deinit {
        // SQLite rolls back by itself when the connection closes; this frees the file for others sooner.
        if isOpen { try? store.database.writeWithoutTransaction { try $0.rollback() } }
    }
}

extension HistoryStore {
    /// Writes a run, and gives its result's findings their status, first day and number of runs, and what is fixed.
    ///
    /// Throws, with nothing written, when another process is writing and does not end in time.
    public func record(_ result: inout AuditResult, _ facts: RunFacts) throws(HistoryError) -> HistoryRecording {
        guard let trail = result.trail else { preconditionFailure("only what an audit gave can be recorded") }
        let (seen, positions) = trail.seen()
        do {
            let run = try database.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                do {
                    var recorder = try RunRecorder(database, trail: trail, asOf: result.plan.asOf)
                    try recorder.record(seen)
                    try recorder.write(result, facts)
                    try recorder.writeCustomers()
                    let standings = recorder.standings
                    result.findings = trail.findings { standings[Int(positions[$0])] }
                    result.fixed = recorder.fixed
                    result.course = try HistoryCourse(database)
                    return recorder.run
                } catch {
                    try? database.rollback()
                    throw error
                }
            }
            return HistoryRecording(self, run: run, startedAt: facts.startedAt)
        } catch {
            throw HistoryError.from(error, path: path)
        }
    }
}
