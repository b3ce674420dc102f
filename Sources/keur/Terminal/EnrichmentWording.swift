import Enrichment
import Foundation

/// What is said about asking outside sources, in the language of the plan.
struct EnrichmentWording {
    private let isDutch: Bool

    init(language: String) { isDutch = language == "nl" }

    private func text(_ english: String, _ dutch: String) -> String { isDutch ? dutch : english }

    func asked(_ names: String, _ spent: String) -> String {
        text("asked: \(names) (\(spent))", "gevraagd: \(names) (\(spent))")
    }

    /// E.g. `12 requests, about 3.50 EUR`.
    func spent(_ spending: Spending) -> String {
        let costs = spending.costs.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
            "\(text("about", "ongeveer")) \($0.value.formatted(.number.precision(.fractionLength(2)))) \($0.key)"
        }
        let count = spending.requests
        let requests =
            count == 1 ? text("1 request", "1 verzoek") : text("\(count) requests", "\(count) verzoeken")
        return ([requests] + costs).joined(separator: ", ")
    }

    func waiting(_ count: Int, in path: String) -> String {
        text(
            "\(path): \(count == 1 ? "1 candidate by name waits" : "\(count) candidates by name wait") for 'same' or 'not_same'",
            "\(path): \(count == 1 ? "1 kandidaat op naam wacht" : "\(count) kandidaten op naam wachten") op 'same' of 'not_same'"
        )
    }

    func trouble(in path: String, _ trouble: StoreTrouble) -> String {
        let unkept =
            trouble.unkept == 0
            ? text("what was kept could not be read", "wat bewaard was kon niet worden gelezen")
            : trouble.unkept == 1
                ? text("1 answer could not be kept", "1 antwoord kon niet worden bewaard")
                : text(
                    "\(trouble.unkept) answers could not be kept",
                    "\(trouble.unkept) antwoorden konden niet worden bewaard")
        return text(
            "\(path): \(unkept): \(trouble.reason); what costs money was no longer asked; check the file and its disk",
            "\(path): \(unkept): \(trouble.reason); wat geld kost is niet meer gevraagd; controleer het bestand en zijn schijf"
        )
    }

    func customers(_ count: Int, _ spent: String) -> String {
        count == 1
            ? text("asked about 1 customer: \(spent)", "gevraagd naar 1 klant: \(spent)")
            : text("asked about \(count) customers: \(spent)", "gevraagd naar \(count) klanten: \(spent)")
    }

    var outcomeHeadings: [String] {
        isDutch
            ? ["bron", "gevonden", "niet gevonden", "niet bekend", "kandidaten", "niet gevraagd", "verzoeken"]
            : ["source", "found", "not found", "not known", "candidates", "not asked", "requests"]
    }

    func notKnown(_ reason: String, _ count: Int) -> String {
        text("not known for \(count): \(reason)", "niet bekend bij \(count): \(reason)")
    }

    var forecastHeadings: [String] {
        isDutch ? ["bron", "verzoeken", "hoogstens nog", "kosten"] : ["source", "requests", "then up to", "cost"]
    }

    func forecast(_ certain: String, _ possible: String) -> String {
        text(
            "nothing was asked; a run would send \(certain), then up to \(possible) that depend on the answers",
            "er is niets gevraagd; een run stuurt \(certain), daarna hoogstens \(possible) die van de antwoorden afhangen"
        )
    }

    func reach(_ reached: Int, of all: Int) -> String {
        text(
            "the budget reaches \(reached) of the \(all) customers that need an answer",
            "het budget reikt tot \(reached) van de \(all) klanten over wie een antwoord nodig is")
    }

    var orderHeadings: [String] {
        isDutch
            ? ["klant", "openstaand", "verzoeken", "hoogstens nog"]
            : ["customer", "exposure", "requests", "then up to"]
    }

    func more(_ count: Int) -> String { text("… and \(count) more", "… en nog \(count)") }

    var notAskable: String { text("cannot be asked", "niet te vragen") }

    var noEnrichment: String {
        text(
            "the plan names no outside sources; add 'enrich: { connectors: [gleif] }', see 'keur connectors list'",
            "het plan noemt geen bronnen; voeg 'enrich: { connectors: [gleif] }' toe, zie 'keur connectors list'")
    }
}
