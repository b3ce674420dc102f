import CEL
import Checks
import Foundation
import HTTP
import Identifiers

/// Asks one connector about one legal entity: its steps one after the other, then the mappings.
final class ConnectorRun: VariableSource {
    enum Purpose {
        case asking
        /// From exports and from what is kept alone: where a request is due, the run breaks off.
        case looking
        /// Nothing is asked; what would be is noted.
        case planning(KeptAges)
    }

    private enum StepResult {
        case value(Value)
        case failed(NotKnown)
    }

    let connector: Connector
    let subject: Subject
    let fetcher: Fetcher
    let judgements: Judgements
    let purpose: Purpose
    /// Whether requests and answers are shown afterwards.
    let keepsExchanges: Bool
    let now = Date()
    private let customer: Value
    private(set) lazy var evaluator = Evaluator(self)
    /// By the position of the step.
    private var results: [StepResult?]
    /// What names of `let` turned out to be, by their position, until something changes that they depend on.
    private var definitions: [Result<Value, EvaluationError>?]
    var matched: Result<Value, NotKnown>?
    var undecided: NotKnown?
    private(set) var exchanges: [Exchange] = []
    private var firstAskedAt: Date?
    private var wasAnswered = false
    /// Whether a request is due, in a run that does not ask.
    var isBrokenOff = false
    private var planned: [PlannedRequest] = []
    private var plannedLast: Step?

    init(
        _ connector: Connector,
        about subject: Subject,
        fetcher: Fetcher,
        judgements: Judgements,
        purpose: Purpose = .asking,
        keepsExchanges: Bool = false
    ) {
        self.connector = connector
        self.subject = subject
        self.fetcher = fetcher
        self.judgements = judgements
        self.purpose = purpose
        self.keepsExchanges = keepsExchanges
        customer = .record(subject)
        results = Array(repeating: nil, count: connector.steps.count)
        definitions = Array(repeating: nil, count: connector.definitions.count)
    }

    /// Nil from a run that was broken off.
    func answer() async -> ConnectorAnswer? {
        var answer = ConnectorAnswer(connector: connector.name, parts: [:], exchanges: [], planned: [])
        do throws(NotKnown) {
            guard try isApplicable() else {
                for part in connector.parts { answer.parts[part] = .notAsked }
                return answer
            }
        } catch {
            for part in connector.parts { answer.parts[part] = .notKnown(titled(error.reason)) }
            return answer
        }
        if !isPlanning, !fetcher.options.isOffline, let missing = connector.missing(in: fetcher.secrets).first {
            let reason = "\(missing) is not set; put it into the environment or into the file of secrets"
            for part in connector.parts { answer.parts[part] = .notKnown(titled(reason)) }
            return answer
        }
        for index in connector.steps.indices {
            await run(index)
            if isBrokenOff { return nil }
        }
        var mapper = Mapper(connector: connector, evaluator: evaluator, firstAskedAt: firstAskedAt)
        // A plan needs to know who the parents are, and why nothing is asked where nothing is.
        for (part, mapping) in connector.mappings where !isPlanning || planned.isEmpty || part == .group {
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
        answer.wasAnswered = wasAnswered
        answer.planned = planned
        return answer
    }

    /// As it is reported: in the language of the plan, behind the source's name.
    func titled(_ reason: String) -> String { "\(connector.title.text(in: language)): \(worded(reason))" }

    private func worded(_ reason: String) -> String { ReasonText.text(reason, in: language) }

    private var language: String { fetcher.options.language }

    /// Whether there is anything to ask it about this one. Throws where nobody can tell: whom a connector fails to make out is not
    /// somebody whom it does not concern.
    func isApplicable() throws(NotKnown) -> Bool {
        guard connector.countries.isEmpty || connector.countries.contains(subject["country"]) else { return false }
        guard let condition = connector.condition else { return true }
        // No step has run yet: a match that the condition came by is none.
        defer { setMatch(nil) }
        switch evaluator.evaluate(condition.program) {
        case .success(let value): return value.isTrue
        case .failure(let error):
            throw NotKnown(error, failing: "whether there is anything to ask cannot be told")
        }
    }

    // MARK: Names

    func activation(_ own: [String: Value] = [:], secrets: SecretRecord? = nil) -> Activation {
        // Whoever evaluates holds the run.
        Activation { [unowned self] (name) throws(EvaluationError) in
            if !own.isEmpty, let value = own[name] { return value }
            return try value(of: Symbol(name), secrets)
        }
    }

    func value(of symbol: Symbol) throws(EvaluationError) -> Value? { try value(of: symbol, nil) }

    /// Names that nothing stands behind yet are null.
    private func value(of symbol: Symbol, _ secrets: SecretRecord?) throws(EvaluationError) -> Value? {
        switch connector.names[symbol] {
        case .step(let index):
            switch results[index] {
            case .value(let value): return value
            case .failed(let failure): throw EvaluationError(failure.reason, kind: .notKnown)
            case nil: return .null
            }
        case .definition(let index):
            if let known = definitions[index] { return try known.get() }
            let value = evaluator.evaluate(connector.definitions[index].formula.program)
            definitions[index] = value
            return try value.get()
        case .customer: return customer
        case .setting: return .record(connector.settings)
        case .codes: return connector.codes
        case .files: return connector.files
        case .secret:
            if secrets?.isWithheld == true {
                throw EvaluationError(
                    "refused to send a secret to another host than the base URL's", kind: .notKnown)
            }
            return .record(secrets ?? SecretRecord(names: connector.secrets, values: nil))
        case .now:
            // For the key of what is kept, a moment that is the same for the same request.
            let seconds = secrets?.isDated == true ? Int64(now.timeIntervalSince1970) : 0
            return Value.Timestamp(seconds: seconds).map { .timestamp($0) }
        case .uuid:
            return .string(
                secrets?.isReal == true ? UUID().uuidString.lowercased() : "00000000-0000-4000-8000-000000000000")
        case .match: return try match()
        case nil: return .null
        }
    }

    /// With nil, there is none yet. What was defined over another is forgotten.
    func setMatch(_ result: Result<Value, NotKnown>?) {
        matched = result
        for index in connector.names.definitionsOnMatch { definitions[index] = nil }
    }

    private func set(_ result: StepResult, of step: Int) {
        results[step] = result
        for index in connector.names.definitionsOnStep[step] { definitions[index] = nil }
    }

    // MARK: Steps

    private func run(_ index: Int) async {
        let step = connector.steps[index]
        guard step.isAskable || step.lookup != nil else { return }
        if let condition = step.condition {
            switch evaluator.evaluate(condition.program) {
            case .success(.bool(true)): break
            case .success: return
            case .failure(let error):
                set(.failed(NotKnown(error.message)), of: index)
                if isPlanning, step.lookup == nil, error.kind == .notKnown { plan(step) }
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
                var unasked: NotKnown?
                for item in all {
                    do throws(NotKnown) {
                        values.append(try await ask(step, [name: item]))
                    } catch {
                        // A plan counts them all.
                        guard isPlanning else { throw error }
                        unasked = unasked ?? error
                    }
                }
                if let unasked { throw unasked }
                set(.value(.list(values.filter { !$0.isNothing })), of: index)
            } else {
                set(.value(try await ask(step, [:])), of: index)
            }
        } catch {
            // Whatever the request is made of is not there yet.
            if isPlanning, step.lookup == nil, plannedLast !== step { plan(step) }
            set(.failed(error), of: index)
        }
    }

    private var isPlanning: Bool { if case .planning = purpose { true } else { false } }

    /// `body` is made only where somebody will look at it.
    func note(
        _ step: Step, _ request: @autoclosure () -> ShownRequest, status: Int?, body: @autoclosure () -> String,
        askedAt: Date, isKept: Bool
    ) {
        firstAskedAt = min(firstAskedAt ?? askedAt, askedAt)
        if status != nil { wasAnswered = true }
        guard keepsExchanges else { return }
        exchanges.append(
            Exchange(
                step: step.name, request: request(), status: status, body: body(), askedAt: askedAt, isKept: isKept))
    }

    /// Without a key for what depends on answers that are not there yet.
    func plan(_ step: Step, key: KeptAges.Key? = nil, _ age: KeptAges.Age? = nil) {
        plannedLast = step
        planned.append(
            PlannedRequest(
                connector: connector.name, key: key, cost: step.cost,
                staleness: key == nil ? 0 : fetcher.staleness(age, now: now)))
    }

    func evaluate(_ formula: Formula, _ own: [String: Value]) throws(NotKnown) -> Value {
        try evaluate(formula, own.map { (Symbol($0), $1) })
    }

    func evaluate(_ formula: Formula, _ own: [(symbol: Symbol, value: Value)] = []) throws(NotKnown) -> Value {
        switch evaluator.evaluate(formula.program, own: own) {
        case .success(let value): return value
        case .failure(let error): throw NotKnown(error, failing: NotKnown.undocumented)
        }
    }
}
