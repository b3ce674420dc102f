import ArgumentParser
import Audit
import Checks
import Diagnostics
import Enrichment
import Foundation
import Reports

struct EnrichCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrich",
        abstract: "Ask the outside sources of a plan about the customers in its scope, and keep the answers.",
        discussion: """
            Nothing is audited; 'keur audit' then finds the answers kept. PLAN is
            audit.yaml in this folder when none is named. A run that was broken off goes
            on where it stopped: what was answered is not asked again.

            Examples:
              keur enrich                        ask what is not known yet, or too old
              keur enrich --dry-run              what would be asked, and what it costs
              keur enrich --offline              what is known without asking

            Exit codes: 0 all that were asked could tell, 2 a mistake in the command or
            the plan, 3 a file cannot be read or written, 4 a source could not tell.
            """
    )

    @Argument(help: "A plan (.yaml).", completion: .file(extensions: ["yaml", "yml"]))
    var plan: String?

    @Option(help: "Only the N largest customers.")
    var top: Int?

    @Flag(help: "Ask nothing; tell what would be asked, of whom, and what it costs.")
    var dryRun = false

    @Flag(help: "Ask nothing; count what was kept.")
    var offline = false

    @Flag(help: "Print nothing unless a source could not tell.")
    var quiet = false

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top should be a number of at least 1") }
        if dryRun, offline {
            throw ValidationError("--dry-run tells what would be asked, --offline asks nothing: choose one")
        }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let bar = ProgressBar(
            isTerminal: Terminal(descriptor: STDERR_FILENO, environment: environment).isInteractive && !quiet)
        Interruption.cleansUp(bar)
        guard let path = plan ?? PlanFile.ofThisFolder else {
            throw CommandFailure(text: "there is no audit.yaml here; name a plan", code: .usage)
        }
        let diagnostics = DiagnosticsCollector()
        var plan = try PlanFile.read(path, diagnostics)
        if let top { plan.scope.top = top }
        let words = EnrichmentWording(language: plan.language)
        // Nothing is checked, but the plan's 'params' are those of its packs, and its scope may name them.
        let thresholds = plan.packs(diagnostics).map { pack in
            var pack = pack
            pack.checks = []
            return pack
        }
        let outside = try Outside(plan, isOffline: offline, isDryRun: dryRun, diagnostics: diagnostics)
        try diagnostics.failIfAny()
        guard let outside else { throw CommandFailure(text: "\(path): \(words.noEnrichment)", code: .usage) }
        let inquiries = try inquiries(plan, thresholds, outside, bar)
        if dryRun {
            let forecast = await outside.forecast(for: inquiries)
            print(EnrichmentReport(words, outside).text(of: forecast, inquiries), terminator: "")
            return
        }
        let answers = try await outside.answers(to: inquiries, outcomesAlone: true, bar)
        bar.clear()
        let isKnown = answers.allSatisfy { $0.notKnownReason == nil }
        if !quiet || !isKnown {
            print(EnrichmentReport(words, outside).text(of: answers, language: plan.language), terminator: "")
        }
        if !isKnown { throw CommandFailure(text: "", code: .unknownResults) }
    }

    private func inquiries(
        _ plan: Plan, _ thresholds: [Pack], _ outside: Outside, _ bar: ProgressBar
    ) throws -> [Inquiry] {
        let options = AuditRun.Options(
            today: .today, toolVersion: Keur.version, threads: ProcessInfo.processInfo.activeProcessorCount,
            progress: { bar.show($0, $1) })
        do throws(AuditError) {
            return try AuditRun(plan: plan, packs: thresholds, options: options, outsideParts: outside.parts)
                .prepared().inquiries()
        } catch {
            bar.clear()
            throw CommandFailure(error)
        }
    }
}
