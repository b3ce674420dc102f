import ArgumentParser
import Audit
import Checks
import Diagnostics
import Enrichment
import Foundation
import Onboarding
import Reports
import Tables

struct OnboardCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "onboard",
        abstract: "Tell whether a prospective customer can be taken on, and what has to be asked.",
        discussion: """
            What is known comes from --set, from a form (JSON or YAML) or an invoice to
            the company (UBL or CII) with --json or on standard input, or from questions
            at the terminal. The plan gives checks, existing customers and outside
            sources.

            Examples:
              keur onboard                        asks what matters, and says why
              keur onboard --set country=NL kvk=12345678 'legal_name=Jansen B.V.'
              keur onboard --plan audit.yaml --json form.json --format json
              keur onboard < invoice.xml

            Exit codes: 0 accept, 1 refer or reject, 2 a mistake in the command, the form,
            the plan or a check file, 3 a source cannot be read, 4 nothing is wrong, but
            an outside source did not answer.
            """
    )

    @Option(
        name: .customLong("set"), parsing: .upToNextOption,
        help: "Fields of the customer and their values, as field=value.")
    var assignments: [String] = []

    @Option(help: "A form (JSON or YAML) or an invoice (UBL or CII); - for standard input.", completion: .file())
    var json: String?

    @Option(help: "The plan (.yaml) or customer file (.csv) to go by.", completion: .file())
    var plan: String?

    @Option(help: "text, or json for a CRM.")
    var format = Format.text

    @Option(help: "The day that 'today' stands for, e.g. 2026-09-30.")
    var asOf: String?

    @Option(help: "Language of the assessment: en or nl. The e-mail is in the customer's.")
    var language: String?

    @Flag(help: "Ask no outside source.")
    var offline = false

    func validate() throws {
        if let language { try OptionRules.checkLanguage(language) }
        if let asOf, CalendarDate(iso: asOf) == nil {
            throw ValidationError("--as-of should be a date like 2026-09-30")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let moment = Date()
        let diagnostics = DiagnosticsCollector()
        var plan = try self.plan.map { try PlanFile.read($0, diagnostics) } ?? Plan.forProspects
        if let language { plan.language = language }
        let packs = plan.packs(diagnostics)
        plan.checkRejections(against: packs, in: Places.library, diagnostics)
        let outside = try Outside(plan, isOffline: offline, diagnostics: diagnostics)
        let prospect = try prospect(plan, diagnostics)
        try diagnostics.failIfAny()
        let assessment = try await assess(prospect, plan, packs, outside)
        let (evidence, json): (EvidenceFile, String)
        do throws(ReportError) {
            evidence = try EvidenceFile(of: prospect, at: moment, beside: plan.folder)
            json = assessment.json(at: moment, toolVersion: Keur.version, file: evidence.path)
            try evidence.write(json)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        let terminal = Terminal(descriptor: STDOUT_FILENO, environment: environment)
        print(
            format == .json
                ? json : assessment.text(width: terminal.width, colour: terminal.colour, file: evidence.path),
            terminator: "")
        if assessment.verdict != .accept {
            throw CommandFailure(text: "", code: assessment.isOnlyUnknown ? .unknownResults : .exceptions)
        }
    }

    // MARK: What is known

    private func prospect(_ plan: Plan, _ diagnostics: DiagnosticsCollector) throws -> Prospect {
        let own: [String]
        do throws(SourceError) {
            own = try plan.ownCustomerFields()
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        let reader = FormReader(ownFields: own, diagnostics: diagnostics)
        var prospect = Prospect()
        if json == nil, assignments.isEmpty, isatty(STDIN_FILENO) == 1 {
            interview(plan.language, &prospect)
        } else if let path = json ?? (assignments.isEmpty ? "-" : nil) {
            try read(path, reader, into: &prospect)
        }
        for assignment in assignments { reader.read(assignment: assignment, into: &prospect) }
        return prospect
    }

    private func interview(_ language: String, _ prospect: inout Prospect) {
        let terminal = Terminal(descriptor: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
        let desk = Desk(language: language, style: TerminalStyle(colour: terminal.colour))
        desk.greet()
        Interview(language: language).complete(&prospect) { desk.ask($0) }
        desk.close()
    }

    private func read(_ path: String, _ reader: FormReader, into prospect: inout Prospect) throws {
        let name = path == "-" ? "standard input" : path
        let data: Data?
        if path == "-" {
            data = try FileHandle.standardInput.readToEnd() ?? Data()
        } else {
            data = FileManager.default.contents(atPath: path)
        }
        guard let data else {
            throw CommandFailure(text: "\(name): there is no such file, or it may not be read", code: .source)
        }
        guard !data.isEmpty else {
            throw CommandFailure(
                text: "\(name): there is nothing in it; give a form (JSON or YAML), an invoice, or --set field=value",
                code: .source)
        }
        if ElectronicInvoice.looksLikeXML(Array(data)) {
            do throws(InvoiceError) {
                prospect.take(buyerOf: try ElectronicInvoice(xml: Array(data)), file: name)
            } catch {
                throw CommandFailure(text: "\(name): \(error.description)", code: .source)
            }
            return
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(text: "\(name): it is not in UTF-8; save it as UTF-8", code: .source)
        }
        reader.read(form: text, file: name, into: &prospect)
    }

    // MARK: The assessment

    private func assess(
        _ prospect: Prospect,
        _ plan: Plan,
        _ packs: [Pack],
        _ outside: Outside?
    ) async throws -> Assessment {
        let options = AuditRun.Options(
            today: asOf.flatMap { CalendarDate(iso: $0) } ?? .today, toolVersion: Keur.version,
            threads: ProcessInfo.processInfo.activeProcessorCount)
        let run = OnboardingRun(
            plan: plan, packs: packs, options: options, outsideParts: outside?.parts ?? [],
            asking: { try await outside?.answers(to: $0, ProgressBar(isTerminal: false)) ?? [] })
        do {
            return try await run.assessment(of: prospect)
        } catch let error as AuditError {
            throw CommandFailure(error)
        }
    }
}
