import CEL
import Checks

/// A legal entity to be looked up, and what is at stake.
public struct Inquiry: Sendable {
    public var subject: Subject
    /// Decides who comes first when the budget is short.
    public var exposure: Double

    public init(subject: Subject, exposure: Double) {
        self.subject = subject
        self.exposure = exposure
    }
}

/// Asks outside sources about legal entities.
public struct Enricher: Sendable {
    /// By precedence.
    private let connectors: [Connector]
    private let fetcher: Fetcher
    private let judgements: Judgements
    public init(connectors: [Connector], fetcher: Fetcher, judgements: Judgements = Judgements()) {
        self.connectors = connectors
        self.fetcher = fetcher
        self.judgements = judgements
    }

    /// One connector about one entity.
    public static func ask(
        _ connector: Connector,
        about subject: Subject,
        fetcher: Fetcher,
        judgements: Judgements = Judgements()
    ) async -> ConnectorAnswer {
        await answer(
            ConnectorRun(
                connector, about: subject, fetcher: fetcher, judgements: judgements, keepsExchanges: true))
    }

    private static func answer(_ run: ConnectorRun) async -> ConnectorAnswer {
        // Runs that may ask, and those that plan, come to their end.
        await run.answer() ?? ConnectorAnswer(connector: run.connector.name, parts: [:], exchanges: [], planned: [])
    }

    /// The answers in the order of the inquiries. Entities with the largest exposure are asked about first; then their parents,
    /// for events only. `progress` is called with what was done so far, 0…1, from any thread.
    /// With `outcomesAlone` of each answer no more is kept than how its sources fared.
    public func answers(
        to inquiries: [Inquiry],
        outcomesAlone: Bool = false,
        progress: (@Sendable (Double) -> Void)? = nil
    ) async -> [OutsideAnswer] {
        var answers = [OutsideAnswer](repeating: OutsideAnswer(), count: inquiries.count)
        let isShort = fetcher.options.budget.isLimited && !fetcher.options.isOffline
        var forecast = isShort ? await self.forecast(for: inquiries) : Forecast(byExposure: inquiries)
        let telling = connectors.filter { $0.parts.contains(.events) }
        var done = 0
        while !Task.isCancelled, let wave = forecast.nextWave(within: fetcher.options.budget, after: fetcher.spending) {
            await ask(wave.map { inquiries[$0].subject }, connectors) { position, answer in
                answers[wave[position]] = outcomesAlone ? answer.outcomesAlone(withParents: !telling.isEmpty) : answer
                done += 1
                progress?(0.8 * Double(done) / Double(max(1, inquiries.count)))
            }
        }
        await addEventsOfParents(to: &answers, telling) { progress?(0.8 + $0 * 0.2) }
        return answers
    }

    /// What would be asked, of whom, in which order, and what it costs; nothing is.
    public func forecast(for inquiries: [Inquiry]) async -> Forecast {
        let telling = connectors.filter { $0.parts.contains(.events) }
        let ages = fetcher.keptAges()
        let plans = await inPieces(of: inquiries.count) { index in
            var (plan, parents) = await plan(inquiries[index].subject, connectors, ages)
            if telling.isEmpty { return plan }
            for parent in parents {
                let more = await self.plan(parent, telling, ages).plan
                plan.requests += more.requests
                plan.obstacles += more.obstacles
            }
            return plan
        }
        return Forecast(inquiries, plans)
    }

    private func plan(
        _ subject: Subject,
        _ connectors: [Connector],
        _ ages: KeptAges
    ) async -> (plan: Forecast.Plan, parents: [Subject]) {
        var plan = Forecast.Plan()
        var answers: [ConnectorAnswer] = []
        for connector in connectors {
            let answer = await Self.answer(
                ConnectorRun(
                    connector, about: subject, fetcher: fetcher, judgements: judgements, purpose: .planning(ages)))
            plan.requests += answer.planned
            if answer.planned.isEmpty {
                for case .notKnown(let reason) in answer.parts.values { plan.obstacles.append(reason) }
            }
            answers.append(answer)
        }
        let hasGroup = answers.contains { if case .known? = $0.parts[.group] { true } else { false } }
        return (plan, hasGroup ? OutsideAnswer(answers, connectors).parents : [])
    }

    /// Hands over the answers as they come.
    private func ask(
        _ subjects: [Subject],
        _ connectors: [Connector],
        take: (Int, OutsideAnswer) -> Void
    ) async {
        await Asking(connectors: connectors, fetcher: fetcher, judgements: judgements).ask(about: subjects, take: take)
    }

    // MARK: Parents

    /// A customer whose parent is insolvent soon is itself: the parents' events stand in the group.
    private func addEventsOfParents(
        to answers: inout [OutsideAnswer],
        _ telling: [Connector],
        progress: (Double) -> Void
    ) async {
        guard !telling.isEmpty else { return }
        let parents = answers.map { $0.record(.group)?.parents ?? [] }
        let subjects = Set(parents.flatMap { $0.map(\.subject) }).map { (subject: $0, order: $0.order) }
            .sorted { $0.order < $1.order }.map(\.subject)
        guard !subjects.isEmpty else { return }
        var bySubject: [Subject: OutsideAnswer] = [:]
        await ask(subjects, telling) { position, answer in
            bySubject[subjects[position]] = answer
            progress(Double(bySubject.count) / Double(subjects.count))
        }
        for index in answers.indices where !parents[index].isEmpty {
            var events: [OutsideRecord] = []
            var failures: [OutsideAnswer.Failure] = []
            for parent in parents[index] {
                guard let answer = bySubject[parent.subject] else {
                    failures += telling.compactMap { unasked($0, about: parent.subject) }
                    continue
                }
                events += answer.events.map { event in
                    var event = event
                    event["entity"] = .string(parent.name)
                    return event
                }
                failures += answer.eventFailures
            }
            let unknown = failures.error.map { [OutsideRecord(NormalForm.event, unavailable: $0)] } ?? []
            answers[index].updateGroup { $0["events"] = .list((events + unknown).map { .record($0) }) }
            answers[index].addFailures(ofParents: failures)
        }
    }
}

extension Enricher {
    /// That nobody was asked is no answer; nil from a source that has nothing to tell about this one.
    private func unasked(_ connector: Connector, about subject: Subject) -> OutsideAnswer.Failure? {
        let run = ConnectorRun(
            connector, about: subject, fetcher: fetcher, judgements: judgements, purpose: .looking)
        let reason: NotKnown
        do throws(NotKnown) {
            guard try run.isApplicable() else { return nil }
            reason = NotKnown("not asked: the time for asking was over")
        } catch {
            reason = error
        }
        return OutsideAnswer.Failure(connector: connector, reason: run.titled(reason.reason), isUndecided: false)
    }
}

extension OutsideAnswer {
    /// The direct and the ultimate parent, as far as something identifies them.
    public var parents: [Subject] { record(.group)?.parents.map(\.subject) ?? [] }
}

extension OutsideRecord {
    /// Direct and ultimate parent of a group's record, each once, as far as something identifies them.
    fileprivate var parents: [(name: String, subject: Subject)] {
        var parents: [(name: String, subject: Subject)] = []
        for field in ["direct_parent", "ultimate_parent"] {
            guard let parent = record(field) else { continue }
            let subject = Subject([
                "legal_name": parent.text("name"), "country": parent.text("country"),
                "registration_number": parent.text("reg_number"), "lei": parent.text("lei"),
                "duns": parent.text("duns"),
            ])
            if !parent.text("name").isEmpty, !parents.contains(where: { $0.subject == subject }) {
                parents.append((parent.text("name"), subject))
            }
        }
        return parents
    }
}

extension Subject {
    fileprivate var order: String { Self.fields.map { self[$0] }.joined(separator: "\u{1}") }
}
