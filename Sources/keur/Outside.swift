import Audit
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import Reports

/// The outside sources of a plan, ready to be asked.
struct Outside {
    let connectors: [Connector]
    let budget: Budget
    private let fetcher: Fetcher
    private let judgements: Judgements
    private let matchesPath: String
    private let answersPath: String

    /// Reads the connectors, the secrets, the kept answers and the judgements. Mistakes in connector files and secrets that are
    /// missing go to `diagnostics`; who asks nobody, offline or in a dry run, needs none.
    init?(_ plan: Plan, isOffline: Bool, isDryRun: Bool = false, diagnostics: DiagnosticsCollector) throws {
        guard let enrichment = plan.enrichment else { return nil }
        let path = plan.path
        let environment = ProcessInfo.processInfo.environment
        let named = enrichment.connectors.compactMap { reference in
            Places.connectorLibrary.connector(
                reference.name, from: plan.folder, at: reference.location,
                overrides: enrichment.settings[reference.connectorName], diagnostics: diagnostics
            ).map { (connector: $0, reference: reference) }
        }
        connectors = named.map(\.connector)
        for (connector, reference) in named { Self.checkCosts(of: connector, reference, enrichment, diagnostics) }
        Self.checkNames(named, diagnostics)
        let secrets: Secrets
        do throws(SecretsError) {
            let isAsking = !isOffline && !isDryRun
            secrets =
                try isAsking
                ? Secrets(
                    environment: environment, names: connectors.flatMap(\.secrets), file: enrichment.secrets.map(path))
                : Secrets([:])
            for (connector, reference) in named where isAsking {
                for name in connector.missing(in: secrets) {
                    diagnostics.report(.secretIsMissing(name, of: reference, isFileNamed: enrichment.secrets != nil))
                }
            }
        } catch {
            diagnostics.report(Diagnostic(error.description, at: enrichment.secretsLocation))
            return nil
        }
        guard diagnostics.all.isEmpty else { return nil }
        matchesPath = path(enrichment.matches)
        answersPath = path(enrichment.answers)
        budget = enrichment.budget
        var options = Fetcher.Options()
        options.isOffline = isOffline
        options.maximalAge = enrichment.maximalAge
        options.budget = enrichment.budget
        options.language = plan.language
        options.retentionSeconds = enrichment.retentionSeconds
        do {
            let store = try AnswerStore(path: answersPath)
            if !isOffline { try store.forget(connectors, after: enrichment.retentionSeconds) }
            judgements = Judgements(try MatchFile.read(matchesPath))
            let client = HTTPClient(
                environment: environment, proxy: enrichment.proxy, caFile: enrichment.rootsFile.map(path))
            fetcher = Fetcher(client: client, store: store, secrets: secrets, options: options)
        } catch let error as StoreError {
            throw CommandFailure(text: error.description, code: .source)
        } catch let error as MatchFileError {
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    private static func checkCosts(
        of connector: Connector, _ reference: CheckReference, _ enrichment: EnrichmentPlan,
        _ diagnostics: DiagnosticsCollector
    ) {
        guard let limit = enrichment.budget.cost, let location = reference.location,
            let other = connector.costs.first(where: { $0.currency != limit.currency })
        else { return }
        diagnostics.report(
            "'\(reference.name)' costs \(other.currency), and the budget is in \(limit.currency)",
            help: "set the 'cost' of its steps in \(limit.currency) under 'settings'", at: location)
    }

    /// Tokens, answers, pace and requests go by a connector's name: two of one name would share them.
    private static func checkNames(
        _ named: [(connector: Connector, reference: CheckReference)], _ diagnostics: DiagnosticsCollector
    ) {
        var first: [String: CheckReference] = [:]
        for (connector, reference) in named {
            if let other = first[connector.name] {
                diagnostics.report(.connectorIsThereTwice(connector.name, other, reference))
            } else {
                first[connector.name] = reference
            }
        }
    }

    var parts: Set<NormalForm.Part> { Set(connectors.flatMap(\.parts)).union([.sources]) }

    private var enricher: Enricher { Enricher(connectors: connectors, fetcher: fetcher, judgements: judgements) }

    /// Asks about everyone, and writes the matches that somebody has to judge. Who was not asked about by `deadline` stays
    /// unknown.
    func answers(
        to inquiries: [Inquiry], outcomesAlone: Bool = false, _ bar: ProgressBar, until deadline: Date? = nil
    ) async throws -> [OutsideAnswer] {
        let enricher = enricher
        let asking = Task {
            await enricher.answers(to: inquiries, outcomesAlone: outcomesAlone) {
                bar.show("asking about \(inquiries.count) companies", $0)
            }
        }
        let clock = deadline.map { deadline in
            Task {
                try await Task.sleep(for: .seconds(max(0, deadline.timeIntervalSinceNow)))
                asking.cancel()
            }
        }
        let answers = await asking.value
        clock?.cancel()
        do throws(CommandFailure) {
            try writeCandidates()
        } catch {
            bar.clear()
            throw error
        }
        return answers
    }

    /// Adds what this run came up with to the file of matches as it is now: somebody may have judged in it, or another run
    /// added to it, while this one was asking.
    private func writeCandidates() throws(CommandFailure) {
        guard judgements.hasProposals else { return }
        let lock: FileLock?
        do throws(FileLock.Holder) {
            lock = try FileLock(at: FileLock.path(for: matchesPath), patience: 10)
        } catch {
            throw CommandFailure(
                text: "\(matchesPath): another keur is writing it (\(error.text)); run again, the answers are kept",
                code: .source)
        }
        defer { withExtendedLifetime(lock) {} }
        do throws(MatchFileError) {
            guard judgements.merge(over: try MatchFile.read(matchesPath)) else { return }
            try MatchFile.write(judgements.entries, to: matchesPath)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    /// What would be asked; nothing is.
    func forecast(for inquiries: [Inquiry]) async -> Forecast { await enricher.forecast(for: inquiries) }

    /// What the reports say of the asking itself.
    func remarks(language: String) -> [String] {
        let names = connectors.map(\.name).joined(separator: ", ")
        let words = EnrichmentWording(language: language)
        return [words.asked(names, words.spent(fetcher.spending))] + troubles(language: language)
            + waiting(language: language)
    }

    /// That answers were not kept, or what was kept not read; empty when all went well.
    func troubles(language: String) -> [String] {
        let words = EnrichmentWording(language: language)
        return fetcher.storeTrouble.map { [words.trouble(in: answersPath, $0)] } ?? []
    }

    /// How many candidates by name somebody has to judge, and where; empty when there are none.
    func waiting(language: String) -> [String] {
        let open = judgements.entries.count { $0.verdict == .open }
        return open == 0 ? [] : [EnrichmentWording(language: language).waiting(open, in: matchesPath)]
    }

    var spending: Spending { fetcher.spending }
}

extension Diagnostic {
    fileprivate static func connectorIsThereTwice(
        _ name: String, _ first: CheckReference, _ second: CheckReference
    ) -> Diagnostic {
        first.name == second.name
            ? Diagnostic("'\(second.name)' is there twice", help: "remove one", at: second.location)
            : Diagnostic(
                "'\(first.name)' and '\(second.name)' both say 'connector: \(name)'",
                help: "give one of them another name", at: second.location)
    }

    fileprivate static func secretIsMissing(
        _ name: String, of connector: CheckReference, isFileNamed: Bool
    ) -> Diagnostic {
        let file = isFileNamed ? "the file that 'secrets' names" : "a file of secrets that the plan names"
        return Diagnostic(
            "'\(connector.name)' needs the secret \(name), which is not set",
            help: "put it into the environment or into \(file), or run with --offline", at: connector.location)
    }
}

extension AnswerStore {
    /// Deletes answers whose retention has ended: the plan's, or the connector's own where that is shorter.
    fileprivate func forget(_ connectors: [Connector], after seconds: Double) throws(StoreError) {
        for connector in connectors {
            let life = min(seconds, connector.retentionSeconds ?? seconds)
            try forget(connector.name, before: Date(timeIntervalSinceNow: -life))
        }
        // Of connectors that the plan no longer has, what was kept under its retention of then.
        try forget(allBut: connectors.map(\.name), endedBefore: Date())
    }
}
