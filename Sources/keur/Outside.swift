import Audit
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP

/// The outside sources of a plan, ready to be asked.
struct Outside {
    let connectors: [Connector]
    private let fetcher: Fetcher
    private let judgements: Judgements
    private let matchesPath: String

    /// Reads the connectors, the secrets, the kept answers and the judgements. Mistakes in connector files go to `diagnostics`.
    init?(_ plan: Plan, isOffline: Bool, diagnostics: DiagnosticsCollector) throws {
        guard let enrichment = plan.enrichment else { return nil }
        connectors = enrichment.connectors.compactMap { reference in
            Places.connectorLibrary.connector(
                reference.name, from: plan.folder, at: reference.location,
                overrides: enrichment.settings[reference.connectorName], diagnostics: diagnostics)
        }
        guard diagnostics.all.isEmpty else { return nil }
        func path(_ path: String) -> String { OutputPath.resolve(path, in: plan.folder, isOverride: false) }
        matchesPath = path(enrichment.matches)
        let environment = ProcessInfo.processInfo.environment
        var options = Fetcher.Options()
        options.isOffline = isOffline
        options.maximalAge = enrichment.maximalAge
        options.budget = enrichment.budget
        do {
            let secrets = try Secrets(environment: environment, file: enrichment.secrets.map(path))
            let store = try AnswerStore(path: path(enrichment.answers))
            judgements = Judgements(try MatchFile.read(matchesPath))
            fetcher = Fetcher(
                client: HTTPClient(environment: environment), store: store, secrets: secrets, options: options)
        } catch let error as SecretsError {
            throw CommandFailure(text: error.description, code: .usage)
        } catch let error as StoreError {
            throw CommandFailure(text: error.description, code: .source)
        } catch let error as MatchFileError {
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    var parts: Set<NormalForm.Part> { Set(connectors.flatMap(\.parts)) }

    /// Asks about everyone, and writes the matches that somebody has to judge.
    func answers(to inquiries: [Inquiry], _ bar: ProgressBar) async throws -> [OutsideAnswer] {
        let enricher = Enricher(connectors: connectors, fetcher: fetcher, judgements: judgements)
        let answers = await enricher.answers(to: inquiries) {
            bar.show("asking about \(inquiries.count) companies", $0)
        }
        do throws(MatchFileError) {
            try MatchFile.write(judgements.entries, to: matchesPath)
        } catch {
            bar.clear()
            throw CommandFailure(text: error.description, code: .source)
        }
        return answers
    }

    /// What the reports say of the asking itself.
    func remarks(language: String) -> [String] {
        let names = connectors.map(\.name).joined(separator: ", ")
        let isDutch = language == "nl"
        var remarks = [isDutch ? "gevraagd: \(names) (\(summary))" : "asked: \(names) (\(summary))"]
        let open = judgements.entries.count { $0.verdict == .open }
        if open > 0 {
            remarks.append(
                isDutch
                    ? "\(matchesPath): \(open) kandidaten op naam wachten op 'same' of 'not_same'"
                    : "\(matchesPath): \(open) candidates by name wait for 'same' or 'not_same'")
        }
        return remarks
    }

    /// What was asked and spent, in words.
    var summary: String {
        let spending = fetcher.spending
        let costs = spending.costs.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
            "about \($0.value.formatted(.number.precision(.fractionLength(2)))) \($0.key)"
        }
        return (["\(spending.requests) requests"] + costs).joined(separator: ", ")
    }
}
