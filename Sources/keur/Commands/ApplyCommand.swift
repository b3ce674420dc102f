import ArgumentParser
import Audit
import Checks
import Diagnostics
import Foundation
import Reports
import Tables

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Read an exception list back in: waivers, and changes for the ERP.",
        discussion: """
            RETURNED is exceptions.csv with the columns decision (accept or correct),
            corrected_value and comment filled in. Accepted exceptions become waivers,
            with the comment as their reason. A correction goes to changes.csv when the
            check that raised it holds with the new value, and the extract still has the
            old one. What cannot be applied goes to not-applied.csv, with the reason.

            Example:
              keur apply returned.csv --approver "J. Smit" --expires 2027-03-31

            Exit codes: 0 everything was applied, 1 some of it was not, 2 a mistake in the
            command, the list, the plan or a check file, 3 a file cannot be read or
            written.
            """
    )

    @Argument(help: "The list that came back.", completion: .file())
    var returned: String

    @Option(help: "The plan; without it, audit.yaml in this folder.", completion: .file())
    var plan: String = "audit.yaml"

    @Option(help: "Who approves what is applied, unless a column 'approver' says so.")
    var approver: String?

    @Option(help: "The last day of the waivers, unless a column 'expires' says so.")
    var expires: String?

    @Option(
        help: "Folder for changes.csv and not-applied.csv; without it, the plan's for reports.", completion: .directory)
    var out: String?

    func run() async throws {
        let diagnostics = DiagnosticsCollector()
        let plan = try PlanFile.read(self.plan, diagnostics)
        let packs = plan.packs(diagnostics)
        let list: ReturnedList
        do throws(SourceError) {
            list = try ReturnedList(returned, diagnostics: diagnostics)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        let outside = try Outside(plan, isOffline: true, diagnostics: diagnostics)
        try diagnostics.failIfAny()
        let bar = ProgressBar(isTerminal: false)
        Interruption.cleansUp(bar)
        // Held until the end, so that what is decided here is decided on the waivers as they are.
        let desk = plan.waivers == nil ? nil : try WaiverDesk(plan, at: self.plan)
        let result = try await audit(plan, packs, outside, bar)
        var application = ReturnedApplication(
            list, path: returned, plan: plan, desk: desk, approver: approver, expires: expires)
        application.apply(to: result)
        try write(application, plan)
    }

    /// The audit of today's extract, with outside data from the answers kept alone.
    private func audit(
        _ plan: Plan, _ packs: [Pack], _ outside: Outside?, _ bar: ProgressBar
    ) async throws -> AuditResult {
        var options = AuditRun.Options(
            today: .today, toolVersion: Keur.version, threads: ProcessInfo.processInfo.activeProcessorCount)
        options.keepsLinkedRecords = true
        do {
            let run = AuditRun(plan: plan, packs: packs, options: options, outsideParts: outside?.parts ?? [])
            let prepared = try run.prepared()
            guard let outside else { return try prepared.result() }
            return try prepared.result(outside: await outside.answers(to: prepared.inquiries(), bar))
        } catch let error as AuditError {
            throw CommandFailure(error)
        }
    }

    private func write(_ application: ReturnedApplication, _ plan: Plan) throws {
        let report = application.report
        let paths: [String]
        do throws(ReportError) {
            paths = try report.write(to: out ?? plan.path(plan.reportsDirectory))
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        if application.waiversAdded > 0 { try application.desk?.write() }
        print(
            "\(returned): \(application.waiversAdded) waivers added, \(application.waiversKept) there already,"
                + " \(report.changes.count) changes, \(report.refusals.count) not applied,"
                + " \(application.undecided) rows without a decision")
        print(paths.joined(separator: ", "))
        if !report.refusals.isEmpty { throw CommandFailure(text: "", code: .exceptions) }
    }
}
