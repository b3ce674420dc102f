import CEL
import Checks

/// What an audit says of itself, in the language of its plan: reasons in the coverage, and remarks.
struct AuditWording: Sendable {
    private let isDutch: Bool

    init(language: String) { isDutch = language == "nl" }

    private func text(_ english: String, _ dutch: String) -> String { isDutch ? dutch : english }

    private func records(_ count: Int) -> String { count == 1 ? "1 record" : "\(count) records" }

    func notSupplied(_ names: [String]) -> String {
        let list = names.map { $0 + (origin(of: $0).map { " (\($0))" } ?? "") }.joined(separator: ", ")
        return text("not supplied: \(list)", "niet geleverd: \(list)")
    }

    /// Where a name comes from that no extract has.
    private func origin(of name: String) -> String? {
        if name == PreviousRecord.name { return text("an earlier run", "een eerdere run") }
        return NormalForm.Part(rawValue: name) == nil ? nil : text("outside data", "gegevens van buiten")
    }

    func evaluationFailed(_ count: Int) -> String {
        text("the evaluation failed on \(records(count))", "de evaluatie mislukte bij \(records(count))")
    }

    /// Why a check that takes too much has no results, with the place of what takes most.
    func stopped(_ check: CompiledCheck, _ reason: StepBudget.Reason) -> String {
        let place = check.costliestPlace
        switch reason {
        case .check(let limit):
            let steps = CostEstimate.grouped(limit)
            return text(
                "stopped, because it takes more than \(steps) steps over all records (\(place))",
                "gestopt, omdat het over alle records meer dan \(steps) stappen kost (\(place))")
        case .run(let limit):
            let steps = CostEstimate.grouped(limit)
            return text(
                "stopped, because it and the checks before it take more than \(steps) steps over all records (\(place))",
                "gestopt, omdat het en de controles ervoor over alle records meer dan \(steps) stappen kosten (\(place))"
            )
        }
    }

    /// The same as a remark, with what to do.
    func remarkOnStopped(_ check: CompiledCheck, _ reason: StepBudget.Reason) -> String {
        let help: String
        switch reason {
        case .check:
            help = text(
                "run through fewer elements for each record, or let 'when' leave more records out",
                "doorloop per record minder elementen, of laat 'when' meer records weg")
        case .run:
            help = text(
                "make the checks before it cheaper, or run it in a plan of its own",
                "maak de controles ervoor goedkoper, of gebruik een eigen plan")
        }
        return "\(check.check.id): \(stopped(check, reason)); \(help)"
    }

    func notEvaluated(_ why: String) -> String {
        text("The check could not be evaluated: \(why)", "De check kon niet worden uitgevoerd: \(why)")
    }

    func notKnown(_ why: String) -> String { text("Not known: \(why)", "Niet bekend: \(why)") }

    func notAsked(_ count: Int) -> String {
        text("no outside source was asked about \(records(count))", "over \(records(count)) is geen bron gevraagd")
    }

    func notSeenBefore(_ count: Int) -> String {
        text(
            "no earlier run has the values of \(records(count))",
            "geen eerdere run heeft de waarden van \(records(count))")
    }

    func undecided(_ count: Int) -> String {
        text(
            "on \(records(count)) a match by name waits for a judgement",
            "bij \(records(count)) wacht een overeenkomst op naam op een oordeel")
    }

    /// Why sources could not tell, the most frequent reasons first.
    func notKnown(_ reasons: [String: Int]) -> String {
        // One record may have several, one for each source.
        var counts: [String: Int] = [:]
        for (all, count) in reasons {
            var own: [String] = []
            for part in all.split(separator: "; ").map(String.init) {
                // Every reason begins with its source; what does not says what to do about the one before.
                if let last = own.last, !part.contains(": ") {
                    own[own.count - 1] = "\(last); \(part)"
                } else {
                    own.append(part)
                }
            }
            for reason in own { counts[reason, default: 0] += count }
        }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        var parts = sorted.prefix(3).map { "\($0.key) (\($0.value))" }
        if sorted.count > 3 { parts.append("…") }
        return text("not known: ", "niet bekend: ") + parts.joined(separator: "; ")
    }

    func notRead(_ source: String, dataset: String) -> String {
        text(
            "\(source): not read, because no check asks for \(dataset)",
            "\(source): niet gelezen, omdat geen controle \(dataset) nodig heeft"
        )
    }

    func warning(_ source: String, _ what: String, count: Int) -> String {
        text("\(source): \(what), \(count == 1 ? "once" : "\(count) times")", "\(source): \(what), \(count) keer")
    }

    func keysAreMissing(_ source: String, count: Int) -> String {
        text(
            "\(source): \(records(count)) \(count == 1 ? "has" : "have") no key, or one that another record has too",
            "\(source): \(records(count)) \(count == 1 ? "heeft" : "hebben") geen sleutel, of die van een ander record"
        )
    }

    func undecidedScope(_ selection: ScopeSelection, in source: String) -> [String] {
        guard let line = selection.firstUndecidedLine else { return [] }
        let count = selection.undecided
        return [
            text(
                "\(source): the scope could not be evaluated for \(records(count)), which \(count == 1 ? "is" : "are") left out;"
                    + " the first stands on line \(line)",
                "\(source): de scope kon voor \(records(count)) niet worden bepaald; \(count == 1 ? "dat is" : "die zijn")"
                    + " weggelaten, het eerste op regel \(line)")
        ]
    }

    func noWaivers(_ file: String) -> String {
        text(
            "\(file): there is no such file yet, so nothing is waived",
            "\(file): dat bestand is er nog niet; niets is geaccepteerd")
    }

    func largest(_ count: Int, by measure: String) -> String {
        count == 1
            ? text("the largest by \(measure)", "de grootste naar \(measure)")
            : text("the \(count) largest by \(measure)", "de \(count) grootste naar \(measure)")
    }

    func matching(_ condition: String) -> String { text("where \(condition)", "waarbij \(condition)") }
}
