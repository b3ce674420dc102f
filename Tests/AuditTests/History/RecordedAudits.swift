import Audit
import Checks
import Diagnostics
import Foundation
import TestSupport
import Tables
import Testing

/// Audits of one plan, one after the other, with their history in a folder.
struct RecordedAudits {
    let folder: URL
    var plan = "datasets: { customers: { source: c.csv } }"
    var checks = """
        pack: x
        owner: O
        cause: bad-master-data
        checks:
          - { id: A, title: A, for: customer, severity: error, field: po_number_default, assert: "customer.po_number_default != ''" }
        """

    var path: String { folder.appending(path: "history.sqlite").path }

    func write(_ text: String, to name: String = "c.csv") throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// The audit without its history.
    func audit(
        _ asOf: String, plan extra: String = "", checks other: String? = nil, limits: StepLimits = StepLimits()
    ) throws -> AuditResult {
        var options = try Self.options(asOf)
        options.stepLimits = limits
        return try AuditRun(
            plan: plan(asOf, extra), packs: [pack(other)], options: options,
            history: try HistoryStore(path: path)
        ).run()
    }

    static func options(_ asOf: String) throws -> AuditRun.Options {
        AuditRun.Options(today: try #require(CalendarDate(iso: asOf)), toolVersion: "test", threads: 2)
    }

    func plan(_ asOf: String, _ extra: String = "") throws -> Plan {
        let diagnostics = DiagnosticsCollector()
        let text = "\(plan)\nchecks: [x]\nas_of: \(asOf)\n\(extra)\n"
        let plan = Plan.decode(text, file: "audit.yaml", folder: folder.path, diagnostics: diagnostics)
        try #require(diagnostics.all.isEmpty, "\(diagnostics.all)")
        return try #require(plan)
    }

    func pack(_ other: String? = nil) throws -> Pack {
        let diagnostics = DiagnosticsCollector()
        let pack = Pack.decode(other ?? checks, file: "x.yaml", diagnostics: diagnostics)
        try #require(diagnostics.all.isEmpty, "\(diagnostics.all)")
        return try #require(pack)
    }

    static let facts = RunFacts(
        startedAt: Date(timeIntervalSince1970: 0), plan: RunFacts.Document(name: "audit.yaml", text: "plan"),
        checkFiles: [])

    @discardableResult
    func run(
        _ asOf: String, plan extra: String = "", checks other: String? = nil, limits: StepLimits = StepLimits()
    ) throws -> AuditResult {
        var result = try audit(asOf, plan: extra, checks: other, limits: limits)
        let recording = try HistoryStore(path: path).record(&result, Self.facts)
        try recording.commit()
        return result
    }

    /// One line for each finding, e.g. `A 1 open 2026-09-30 2`, and for each that is gone, e.g. `A 1 fixed 2026-09-30 2`.
    static func lines(_ result: AuditResult) -> [String] {
        let findings = result.findings[0..<result.findings.count].map {
            "\($0.checkID) \($0.recordID) \($0.status) \($0.firstSeen) \($0.runsOpen)"
        }
        let fixed = (result.fixed ?? []).map {
            "\($0.checkID) \($0.recordID) \($0.how.rawValue) \($0.firstSeen) \($0.runsOpen)"
        }
        return (findings + fixed).sorted()
    }
}
