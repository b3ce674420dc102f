public import ArgumentParser
import Audit
public import Checks
import Diagnostics
import Foundation
import Notices
import Reports
import Tables

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check customers and what belongs to them; write the exception list.",
        discussion: """
            INPUT is a plan (audit.yaml) or a customer file. Without it, audit.yaml in
            this folder is taken.

            Examples:
              keur audit customers.csv
              keur audit audit.yaml --top 50 --by overdue_amount
              keur audit audit.yaml --quiet --fail-on blocker        for cron
            """
    )

    @Argument(help: "A plan (.yaml) or a customer file (.csv).", completion: .file())
    var input: String?

    @Option(help: "Only these packs or check files, separated by commas.")
    var checks: String?

    @Option(help: "Only the N largest customers.")
    var top: Int?

    @Option(help: "What 'largest' means: a field or a CEL number.")
    var by: String?

    @Option(help: "The day that 'today' stands for, e.g. 2026-09-30.")
    var asOf: String?

    @Option(help: "Folder for the reports.", completion: .directory)
    var out: String?

    @Option(help: "Formats of the reports, separated by commas: csv, html, json.")
    var format: String?

    @Option(help: "Exit with 1 from this severity on: info, warning, error or blocker.")
    var failOn: Severity?

    @Option(help: "Language of messages and reports: en or nl.")
    var language: String?

    @Flag(help: "Take outside data from the answers kept alone; ask nobody.")
    var offline = false

    @Flag(help: "Print nothing, or one line when something raises the alarm.")
    var quiet = false

    @Option(help: "Raise the alarm only for findings that are new, open or reopened (a list, separated by commas).")
    var only: String?

    @Flag(help: "Take what is found today as known debt: from now on, only other findings raise the alarm.")
    var baseline = false

    @Option(help: "How long the run may take, e.g. 90s, 30m, 2h.", transform: TimeLimit.init(text:))
    var timeLimit: TimeLimit?

    @Option(help: "Append a line for each step of the run to this file.", completion: .file())
    var log: String?

    @Option(help: "How lines of the log are written: text or json.")
    var logFormat = RunLog.Format.text

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top should be a number of at least 1") }
        if let language { try OptionRules.checkLanguage(language) }
        for (option, text) in [("--checks", checks), ("--format", format), ("--only", only)] {
            try OptionRules.checkList(text, of: option)
        }
        if let asOf, CalendarDate(iso: asOf) == nil {
            throw ValidationError("--as-of should be a date like 2026-09-30")
        }
        for name in formats ?? [] where ReportFormat(rawValue: name) == nil {
            throw ValidationError("'\(name)' is no report format; it is one of csv, html, json")
        }
        for name in only?.listedNames ?? [] where !Self.raisable.contains(where: { $0.rawValue == name }) {
            throw ValidationError(
                "'\(name)' is no status for --only; it takes \(Self.raisable.map(\.rawValue).joined(separator: ", "))")
        }
    }

    private var formats: [String]? { format?.listedNames }

    /// Waived findings never raise the alarm.
    private static let raisable: [Finding.Status] = [.new, .open, .reopened]

    func run() async throws {
        let startedAt = Date()
        let log = try openLog()
        do {
            try await audit(startedAt, log)
            log?.end(code: 0, since: startedAt)
        } catch let failure as CommandFailure {
            log?.end(code: failure.code.rawValue, since: startedAt)
            throw failure
        }
    }

    private func audit(_ startedAt: Date, _ log: RunLog?) async throws {
        let environment = ProcessInfo.processInfo.environment
        let bar = ProgressBar(
            isTerminal: Terminal(descriptor: STDERR_FILENO, environment: environment).isInteractive && !quiet, log: log)
        Interruption.cleansUp(bar)
        let diagnostics = DiagnosticsCollector()
        let plan = try plan(diagnostics)
        let input = input ?? PlanFile.ofThisFolder ?? ""
        log?.write("start", ["plan": .text(input), "version": .text(Keur.version)])
        let night = try NightShift(plan, input: input, startedAt: startedAt, limit: timeLimit)
        let watch = timeLimit?.watch(bar, log, plan: input)
        var packs = plan.packs(diagnostics)
        // Packs of the command line are for this run alone.
        if self.checks == nil {
            plan.checkRejections(against: packs, in: Places.library, diagnostics)
        } else {
            packs = plan.withParameters(packs)
        }
        let outside = try Outside(plan, isOffline: offline, diagnostics: diagnostics)
        try diagnostics.failIfAny()
        let memory = try Memory(plan, input: input, startedAt: startedAt)
        if baseline, memory == nil {
            throw CommandFailure(
                text:
                    "--baseline needs a history, which tells what is fixed: give a plan that does not say 'history: none'",
                code: .usage)
        }
        var result = try await result(
            plan, packs, outside, memory?.store, bar, until: night.deadlineForAsking)
        watch?.callOff()
        let recording = try memory?.record(&result, bar)
        result.only = only.map { Set($0.listedNames.compactMap(Finding.Status.init(rawValue:))) }
        result.baseline = try night.baseline(after: result, isNew: baseline)
        let alarm = result.alarm
        let paths = try write(result, plan, night, bar)
        let notices = Notices(plan: plan, file: input, environment: environment)
        let remarks = try put(result, notices, at: startedAt, bar)
        try night.keep(result, isNew: baseline)
        try recording?.commit(bar)
        bar.show("telling what is new", 1)
        let told = await notices.deliver()
        bar.clear()
        log?.write(result, alarm, reports: paths.first.map { ($0 as NSString).deletingLastPathComponent } ?? "")
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
        print(
            quiet
                ? quietSummary(result, alarm: alarm, files: paths)
                : terminalSummary(result, width: terminal.width, colour: terminal.colour, files: paths),
            terminator: ""
        )
        for line in remarks + told.remarks { FileHandle.standardError.write(Data("\(line.printable)\n".utf8)) }
        if !told.failures.isEmpty {
            throw CommandFailure(text: told.failures.joined(separator: "\n"), code: .source)
        }
        if let code = ExitVerdict.code(for: result, alarm) { throw CommandFailure(text: "", code: code) }
    }

    private func openLog() throws(CommandFailure) -> RunLog? {
        guard let path = self.log else { return nil }
        guard let log = RunLog(path, format: logFormat) else {
            throw CommandFailure(
                text: "\(path): the log cannot be written; name a file that you may write, in a folder that is there",
                code: .source)
        }
        return log
    }

    private func result(
        _ plan: Plan,
        _ packs: [Pack],
        _ outside: Outside?,
        _ history: HistoryStore?,
        _ bar: ProgressBar,
        until deadline: Date?
    ) async throws -> AuditResult {
        let options = AuditRun.Options(
            today: .today,
            toolVersion: Keur.version,
            threads: ProcessInfo.processInfo.activeProcessorCount,
            progress: { bar.show($0, $1) }
        )
        do {
            let run = AuditRun(
                plan: plan, packs: packs, options: options, outsideParts: outside?.parts ?? [], history: history)
            let prepared = try run.prepared()
            guard let outside else { return try prepared.result() }
            var result = try prepared.result(
                outside: try await outside.answers(to: prepared.inquiries(), bar, until: deadline))
            result.remarks += outside.remarks(language: plan.language)
            return result
        } catch let error as AuditError {
            bar.clear()
            throw CommandFailure(error)
        }
    }

    private func write(
        _ result: AuditResult, _ plan: Plan, _ night: NightShift, _ bar: ProgressBar
    ) throws -> [String] {
        let folder = out ?? plan.path(plan.reportsDirectory)
        bar.show("writing reports", 1)
        do throws(ReportError) {
            return try night.writeReports(
                on: result, formats: plan.reportFormats.compactMap(ReportFormat.init(rawValue:)), to: folder)
        } catch {
            bar.clear()
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    private func put(
        _ result: AuditResult, _ notices: Notices, at moment: Date, _ bar: ProgressBar
    ) throws -> [String] {
        do throws(NoticeError) {
            return try notices.put(result, at: moment)
        } catch {
            bar.clear()
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    // MARK: The plan, and what the command line changes in it

    private func plan(_ diagnostics: DiagnosticsCollector) throws -> Plan {
        guard let path = input ?? PlanFile.ofThisFolder else {
            throw CommandFailure(
                text: "nothing to audit: there is no audit.yaml here; name a plan or a customer file,"
                    + " e.g. keur audit customers.csv",
                code: .usage
            )
        }
        var plan = try PlanFile.read(path, diagnostics)
        if let checks { plan.checks = checks.listedNames.map { CheckReference(name: $0) } }
        if let top { plan.scope.top = top }
        if let by { plan.scope.measure = SourceText(flag: "--by", text: by) }
        if by != nil, plan.scope.top == nil {
            throw CommandFailure(
                text: "--by says how to rank customers; say with --top how many to keep", code: .usage)
        }
        if let asOf { plan.asOf = CalendarDate(iso: asOf) }
        if let formats { plan.reportFormats = formats }
        if let failOn { plan.failOn = failOn }
        if let language { plan.language = language }
        return plan
    }
}

extension CommandFailure {
    init(_ error: AuditError) {
        switch error {
        case .diagnostics(let diagnostics): self.init(text: diagnostics.description, code: .usage)
        case .source(let error): self.init(text: error.description, code: .source)
        case .history(let error): self.init(error)
        }
    }
}

/// The exit code that a result stands for; nil for 0.
enum ExitVerdict {
    static func code(for result: AuditResult, _ alarm: Alarm? = nil) -> CommandFailure.Code? {
        let failed = result.coverage.contains { $0.failedAsAWhole && $0.severity >= result.plan.failOn }
        if alarm.map({ $0.findings > 0 }) ?? failed { return .exceptions }
        return result.hasUnexpectedUnknowns(alarm) ? .unknownResults : nil
    }
}

extension AuditResult {
    /// What the run raises the alarm for, where that is not all that fails the plan.
    fileprivate var alarm: Alarm? {
        only == nil && baseline == nil ? nil : Alarm(self, only: only, known: baseline)
    }
}

extension CalendarDate {
    static var today: CalendarDate {
        let seconds = Int(Date().timeIntervalSince1970) + TimeZone.current.secondsFromGMT()
        return CalendarDate(daysSinceEpoch: Int32(seconds / 86_400))
    }
}

extension Severity: ExpressibleByArgument {}

extension RunLog.Format: ExpressibleByArgument {}
