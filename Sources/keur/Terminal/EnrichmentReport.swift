import Checks
import Diagnostics
import Enrichment
import Foundation

/// What `keur enrich` prints.
struct EnrichmentReport {
    /// Customers of a forecast that are named.
    private static let named = 20

    private let words: EnrichmentWording
    private let outside: Outside

    init(_ words: EnrichmentWording, _ outside: Outside) {
        self.words = words
        self.outside = outside
    }

    /// How each source fared.
    func text(of answers: [OutsideAnswer], language: String) -> String {
        var outcomes: [String: [SourceOutcome.Kind: Int]] = [:]
        var reasons: [String: Int] = [:]
        for outcome in answers.lazy.flatMap(\.outcomes) {
            outcomes[outcome.connector, default: [:]][outcome.kind, default: 0] += 1
            if outcome.kind == .notKnown { reasons[outcome.reason, default: 0] += 1 }
        }
        let rows = outside.connectors.map { connector in
            let counts = SourceOutcome.Kind.allCases.map { String(outcomes[connector.name]?[$0] ?? 0) }
            let requests = outside.spending.requestsByConnector[connector.name] ?? 0
            return [connector.title.text(in: language)] + counts + [String(requests)]
        }
        var lines = [
            words.customers(answers.count, words.spent(outside.spending)),
            TextTable.text(words.outcomeHeadings, rows),
        ]
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append(words.notKnown(reason.printable, count))
        }
        return (lines + outside.troubles(language: language) + outside.waiting(language: language)).map { $0 + "\n" }
            .joined()
    }

    /// What would be asked, by source, and of whom first.
    func text(of forecast: Forecast, _ inquiries: [Inquiry]) -> String {
        let (certain, possible) = (forecast.certain, forecast.possible)
        let rows = outside.connectors.map { connector in
            [
                connector.name, String(certain.requestsByConnector[connector.name] ?? 0),
                String(possible.requestsByConnector[connector.name] ?? 0),
                Self.text(forecast.costs[connector.name] ?? [:]),
            ]
        }
        var lines = [
            words.forecast(words.spent(certain), words.spent(possible)),
            TextTable.text(words.forecastHeadings, rows),
        ]
        let asked = forecast.entities.filter { $0.certain.requests + $0.possible.requests > 0 }
        if !asked.isEmpty {
            let order = asked.prefix(Self.named).map { entity in
                [
                    inquiries[entity.index].subject["legal_name"].printable,
                    inquiries[entity.index].exposure.formatted(.number.precision(.fractionLength(0))),
                    String(entity.certain.requests), String(entity.possible.requests),
                ]
            }
            lines.append(TextTable.text(words.orderHeadings, order))
            if asked.count > Self.named { lines.append(words.more(asked.count - Self.named)) }
        }
        if outside.budget.isLimited {
            let (reached, all) = forecast.reach(of: outside.budget)
            lines.append(words.reach(reached, of: all))
        }
        lines += forecast.obstacles.map { "\(words.notAskable): \($0.printable)" }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func text(_ costs: [String: Double]) -> String {
        costs.sorted { $0.key < $1.key }.map {
            "\($0.value.formatted(.number.precision(.fractionLength(2)))) \($0.key)"
        }.joined(separator: ", ")
    }
}
