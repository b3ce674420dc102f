import Audit
import Checks
import Diagnostics
import Foundation

/// The history of a plan, as one audit uses it.
struct Memory {
    let store: HistoryStore
    private let facts: RunFacts

    /// Nil where the plan wants none. Opened before the audit, so that one that cannot be recorded does not begin.
    init?(_ plan: Plan, input: String?, startedAt: Date) throws {
        guard let path = Memory.path(of: plan) else { return nil }
        let text = input.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
        facts = RunFacts(
            startedAt: startedAt,
            plan: RunFacts.Document(name: input ?? "", text: String(decoding: text, as: UTF8.self)),
            checkFiles: plan.checks.map {
                RunFacts.Document(name: $0.name, text: Places.library.text($0.name, from: plan.folder) ?? "")
            }
        )
        do throws(HistoryError) { store = try HistoryStore(path: path) } catch { throw CommandFailure(error) }
    }

    static func path(of plan: Plan) -> String? {
        plan.history.map(plan.path)
    }

    /// The history of a plan that was audited before, and the plan's language.
    static func store(ofPlanAt path: String) throws -> (store: HistoryStore, language: String) {
        let diagnostics = DiagnosticsCollector()
        let plan = try PlanFile.read(path, diagnostics)
        try diagnostics.failIfAny()
        guard let file = Memory.path(of: plan) else {
            throw CommandFailure(
                text: "\(path): runs are not remembered; take 'history: none' out of the plan, or name the plan",
                code: .usage)
        }
        let store = try reading { () throws(HistoryError) in try HistoryStore(existing: file) }
        return (store, plan.language)
    }

    static func reading<Result>(_ body: () throws(HistoryError) -> Result) throws(CommandFailure) -> Result {
        do throws(HistoryError) { return try body() } catch { throw CommandFailure(error) }
    }

    func record(_ result: inout AuditResult, _ bar: ProgressBar) throws -> HistoryRecording {
        bar.show("comparing with earlier runs", 1)
        do throws(HistoryError) {
            return try store.record(&result, facts)
        } catch {
            bar.clear()
            throw CommandFailure(error)
        }
    }
}

extension HistoryRecording {
    func commit(_ bar: ProgressBar) throws {
        do throws(HistoryError) {
            try commit()
        } catch {
            bar.clear()
            throw CommandFailure(error)
        }
    }
}

extension CommandFailure {
    init(_ error: HistoryError) { self.init(text: error.description, code: .source) }
}
