import Audit
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP

/// The outside sources of a plan, ready to be asked.
struct Outside {
    let connectors: [Connector]
    let budget: Budget
    private let fetcher: Fetcher
    private let judgements: Judgements
    private let matchesPath: String

    /// Reads the connectors, the secrets, the kept answers and the judgements. Mistakes in connector files go to `diagnostics`.
    init?(_ plan: Plan, isOffline: Bool, diagnostics: DiagnosticsCollector) throws {
        guard let enrichment = plan.enrichment else { return nil }
        connectors = enrichment.connectors.compactMap { reference in
            let connector = Places.connectorLibrary.connector(
                reference.name, from: plan.folder, at: reference.location,
                overrides: enrichment.settings[reference.connectorName], diagnostics: diagnostics)
            if let limit = enrichment.budget.cost, let location = reference.location,
                let other = connector?.costs.first(where: { $0.currency != limit.currency })
            {
                diagnostics.report(
                    "'\(reference.name)' costs \(other.currency), and the budget is in \(limit.currency)",
                    help: "set the 'cost' of its steps in \(limit.currency) under 'settings'", at: location)
            }
            return connector
        }
        guard diagnostics.all.isEmpty else { return nil }
        func path(_ path: String) -> String { OutputPath.resolve(path, in: plan.folder, isOverride: false) }
        matchesPath = path(enrichment.matches)
        budget = enrichment.budget
        let environment = ProcessInfo.processInfo.environment
        var options = Fetcher.Options()
        options.isOffline = isOffline
        options.maximalAge = enrichment.maximalAge
        options.budget = enrichment.budget
        options.language = plan.language
        do {
            let secrets = try Secrets(
                environment: environment, names: connectors.flatMap(\.secrets), file: enrichment.secrets.map(path))
            let store = try AnswerStore(path: path(enrichment.answers))
            if !isOffline { try store.forget(connectors, after: enrichment.retentionSeconds) }
            judgements = Judgements(try MatchFile.read(matchesPath))
            let client = HTTPClient(
                environment: environment, proxy: enrichment.proxy, caFile: enrichment.rootsFile.map(path))
            fetcher = Fetcher(client: client, store: store, secrets: secrets, options: options)
        } catch let error as SecretsError {
            throw CommandFailure(text: error.description, code: .usage)
        } catch let error as StoreError {
            throw CommandFailure(text: error.description, code: .source)
        } catch let error as MatchFileError {
            throw CommandFailure(text: error.description, code: .source)
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
        do throws(MatchFileError) {
            try MatchFile.write(judgements.entries, to: matchesPath)
        } catch {
            bar.clear()
            throw CommandFailure(text: error.description, code: .source)
        }
        return answers
    }

    /// What would be asked; nothing is.
    func forecast(for inquiries: [Inquiry]) async -> Forecast { await enricher.forecast(for: inquiries) }

    /// What the reports say of the asking itself.
    func remarks(language: String) -> [String] {
        let names = connectors.map(\.name).joined(separator: ", ")
        let words = EnrichmentWording(language: language)
        return [words.asked(names, words.spent(fetcher.spending))] + waiting(language: language)
    }

    /// How many candidates by name somebody has to judge, and where; empty when there are none.
    func waiting(language: String) -> [String] {
        let open = judgements.entries.count { $0.verdict == .open }
        return open == 0 ? [] : [EnrichmentWording(language: language).waiting(open, in: matchesPath)]
    }

    var spending: Spending { fetcher.spending }
}

extension AnswerStore {
    /// Deletes answers whose retention has ended: the plan's, or the connector's own where that is shorter.
    fileprivate func forget(_ connectors: [Connector], after seconds: Double) throws(StoreError) {
        for connector in connectors {
            let life = min(seconds, connector.retentionSeconds ?? seconds)
            try forget(connector.name, before: Date(timeIntervalSinceNow: -life))
        }
    }
}
