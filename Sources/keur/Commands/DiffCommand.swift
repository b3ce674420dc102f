import ArgumentParser
import Audit
import Checks
import Diagnostics
import Foundation
import Reports
import Tables

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two runs, or what other rules would find.",
        discussion: """
            Examples:
              keur diff                              the last run against the one before
              keur diff 3 7 --format csv             two runs by number ('keur history')
              keur diff --checks old.yaml new.yaml   two sets of checks on the same data
              keur diff --checks credit credit,my.yaml q3/audit.yaml
            """
    )

    @Argument(help: "One or two runs; with --checks the old and the new checks, and the plan if it is not audit.yaml.")
    var what: [String] = []

    @Flag(help: "Compare two sets of packs and check files, separated by commas, on the plan's data.")
    var checks = false

    @Option(help: "The plan whose runs are compared.", completion: .file())
    var plan: String = "audit.yaml"

    @Option(help: "text, csv or json.")
    var format: PrintedTable.Format = .text

    func validate() throws {
        if checks, !(2...3).contains(what.count) {
            throw ValidationError("--checks takes the old checks, the new ones, and perhaps the plan")
        }
        if checks { for packs in what.prefix(2) { try OptionRules.checkList(packs, of: "--checks") } }
        if !checks, what.count > 2 || what.contains(where: { Int($0) == nil }) {
            throw ValidationError("runs are named by their numbers, at most two of them, e.g. keur diff 3 7")
        }
    }

    func run() throws {
        if checks { try compareRules() } else { try compareRuns() }
    }

    private func compareRuns() throws {
        let (store, language) = try Memory.store(ofPlanAt: plan)
        // A run that is not there is a mistake in the command, not in the history.
        var missing: HistoryError?
        try Memory.reading { () throws(HistoryError) in
            let last = try store.runs(last: 1).last?.number ?? 0
            let numbers = what.compactMap { Int($0) }
            guard last > 1 || !numbers.isEmpty else {
                missing = HistoryError(
                    path: store.path, what: "there is only one run so far, and nothing to compare it with",
                    whatToDo: "the next audit with this plan makes the second")
                return
            }
            let (one, two) =
                switch numbers.count {
                case 2: (min(numbers[0], numbers[1]), max(numbers[0], numbers[1]))
                case 1: (numbers[0], last)
                default: (last - 1, last)
                }
            guard let comparison = try store.comparison(of: one, with: two) else {
                missing = HistoryError(
                    path: store.path, what: "there is no run \(one < 1 || one > last ? one : two) to compare",
                    whatToDo: "'keur history' lists the runs")
                return
            }
            if format == .text {
                let (day, later) = (comparison.earlier.asOf.description, comparison.later.asOf.description)
                print(TableWording(language: language).runs(one, day, two, later) + "\n")
                print(PrintedTable(comparison).text(as: .text, language: language))
            }
            print(PrintedTable(comparison.changes).text(as: format, language: language), terminator: "")
        }
        if let missing { throw CommandFailure(text: missing.description, code: .usage) }
    }

    private func compareRules() throws {
        let path = what.count > 2 ? what[2] : plan
        let (old, new) = (try audit(path, what[0]), try audit(path, what[1]))
        let impact = RuleImpact(old: old, new: new)
        let language = new.plan.language
        if format == .text {
            let wording = TableWording(language: language)
            print(
                wording.impact(what[0], what[1], before: impact.findingsBefore, after: impact.findingsAfter) + "\n")
            print(PrintedTable(impact).text(as: .text, language: language))
        }
        print(PrintedTable(impact.changes).text(as: format, language: language), terminator: "")
    }

    /// Check files start from here, as they are named on the command line; nothing outside is asked, nothing recorded.
    private func audit(_ path: String, _ checks: String) throws -> AuditResult {
        let diagnostics = DiagnosticsCollector()
        var plan = try PlanFile.read(path, diagnostics)
        plan.checks = checks.listedNames.map { CheckReference(name: $0) }
        plan.waivers = nil
        var packs = Places.library.packs(
            plan.checks.map { ($0.name, nil) }, from: "", diagnostics: diagnostics)
        try diagnostics.failIfAny()
        // A parameter that only one of the two sets knows is no mistake here.
        packs = plan.withParameters(packs)
        let options = AuditRun.Options(
            today: .today, toolVersion: Keur.version, threads: ProcessInfo.processInfo.activeProcessorCount)
        do throws(AuditError) {
            return try AuditRun(plan: plan, packs: packs, options: options).run()
        } catch {
            throw CommandFailure(error)
        }
    }
}
