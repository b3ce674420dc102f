import CEL
import Checks
import Foundation
import HTTP
import Identifiers

/// Asks one connector about one legal entity: its steps one after the other, then the mappings.
final class ConnectorRun {
    private enum StepResult {
        case value(Value)
        case failed(NotKnown)
    }

    let connector: Connector
    let subject: Subject
    let fetcher: Fetcher
    let judgements: Judgements
    /// Nothing is asked; what would be is noted.
    let isPlanning: Bool
    let now = Date()
    private var results: [String: StepResult] = [:]
    var matched: Result<Value, NotKnown>?
    var undecided: NotKnown?
    var exchanges: [Exchange] = []
    private var planned: [PlannedRequest] = []

    init(
        _ connector: Connector,
        about subject: Subject,
        fetcher: Fetcher,
        judgements: Judgements,
        isPlanning: Bool = false
    ) {
        self.connector = connector
        self.subject = subject
        self.fetcher = fetcher
        self.judgements = judgements
        self.isPlanning = isPlanning
    }

    func answer() async -> ConnectorAnswer {
        var answer = ConnectorAnswer(connector: connector.name, parts: [:], exchanges: [], planned: [])
        guard isApplicable else {
            for part in connector.parts { answer.parts[part] = .notAsked }
            return answer
        }
        if !isPlanning, !fetcher.options.isOffline, let missing = connector.missing(in: fetcher.secrets).first {
            let reason = "\(missing) is not set; put it into the environment or into the file of secrets"
            for part in connector.parts { answer.parts[part] = .notKnown(titled(reason)) }
            return answer
        }
        for step in connector.steps { await run(step) }
        let mapper = Mapper(
            connector: connector, activation: activation(), firstAskedAt: exchanges.map(\.askedAt).min())
        for (part, mapping) in connector.mappings {
            answer.parts[part] = mapper.part(part, mapping) { self.titled($0) }
            // What waits for a judgement is no failure of the source.
            if let undecided, case .notKnown(titled(undecided.reason)) = answer.parts[part] {
                answer.parts[part] = .undecided(worded(undecided.reason))
            }
        }
        // A register that does not know the company cannot say that nothing happened to it.
        if case .notFound? = answer.parts[.register], case .known(let events)? = answer.parts[.events], events.isEmpty {
            answer.parts[.events] = .notFound
        }
        answer.exchanges = exchanges
        answer.planned = planned
        return answer
    }

    /// As it is reported: in the language of the plan, behind the source's name.
    private func titled(_ reason: String) -> String { "\(connector.title.text(in: language)): \(worded(reason))" }

    private func worded(_ reason: String) -> String { ReasonText.text(reason, in: language) }

    private var language: String { fetcher.options.language }

    private var isApplicable: Bool {
        guard connector.countries.isEmpty || connector.countries.contains(subject["country"]) else { return false }
        guard let condition = connector.condition else { return true }
        // No step has run yet: a match that the condition came by is none.
        defer { matched = nil }
        if case .success(.bool(true)) = condition.program.evaluate(activation()) { return true }
        return false
    }

    // MARK: Names

    func activation(_ own: [String: Value] = [:], secrets: SecretRecord? = nil) -> Activation {
        Activation { [self] (name) throws(EvaluationError) in
            if let value = own[name] { return value }
            switch name {
            case "customer": return .record(subject)
            case "setting": return .record(connector.settings)
            case "codes": return connector.codes
            case "files": return connector.files
            case "secret": return .record(secrets ?? SecretRecord(names: connector.secrets, values: nil))
            case "now":
                // For the key of what is kept, a moment that is the same for the same request.
                let seconds = secrets?.isDated == true ? Int64(now.timeIntervalSince1970) : 0
                return Value.Timestamp(seconds: seconds).map { .timestamp($0) }
            case "uuid":
                return .string(
                    secrets?.isReal == true ? UUID().uuidString.lowercased() : "00000000-0000-4000-8000-000000000000")
            case "match": return try match()
            default: break
            }
            if let definition = connector.definitions.first(where: { $0.name == name }) {
                return try definition.formula.program.evaluate(activation()).get()
            }
            switch results[name] {
            case .value(let value): return value
            case .failed(let failure): throw EvaluationError(failure.reason, kind: .notKnown)
            case nil: return .null
            }
        }
    }

    // MARK: Steps

    private func run(_ step: Step) async {
        guard step.isAskable || step.lookup != nil else { return }
        if let condition = step.condition {
            switch condition.program.evaluate(activation()) {
            case .success(.bool(true)): break
            case .success: return
            case .failure(let error):
                results[step.name] = .failed(NotKnown(error.message))
                if isPlanning, step.lookup == nil, error.kind == .notKnown { plan(step, nil, key: nil) }
                return
            }
        }
        do throws(NotKnown) {
            if let (items, name) = step.each {
                var values: [Value] = []
                let all = try evaluate(items).elements
                guard all.count <= 100 else {
                    throw NotKnown("\(all.count) requests would be needed in step '\(step.name)'")
                }
                for item in all { values.append(try await ask(step, [name: item])) }
                results[step.name] = .value(.list(values.filter { !$0.isNothing }))
            } else {
                results[step.name] = .value(try await ask(step, [:]))
            }
        } catch {
            // Whatever the request is made of is not there yet.
            if isPlanning, step.lookup == nil, planned.last?.step != step.name { plan(step, nil, key: nil) }
            results[step.name] = .failed(error)
        }
    }

    func plan(_ step: Step, _ request: ShownRequest?, key: String?) {
        planned.append(
            PlannedRequest(
                connector: connector.name, step: step.name, key: key, request: request, cost: step.cost,
                staleness: key.map { fetcher.staleness($0, now: now) } ?? 0))
    }

    func evaluate(_ formula: Formula, _ own: [String: Value] = [:]) throws(NotKnown) -> Value {
        switch formula.program.evaluate(activation(own)) {
        case .success(let value): return value
        case .failure(let error):
            throw NotKnown(
                error.kind == .notKnown ? error.message : "the answer is not as it is documented: \(error.message)")
        }
    }
}
