import CEL
import Checks
import Synchronization

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
    /// Entities that are looked up at the same time: more than any source has in flight, so that a place is filled while other
    /// answers are read and kept. Each source's own limits hold besides.
    private static let width = 256

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
        await ConnectorRun(connector, about: subject, fetcher: fetcher, judgements: judgements).answer()
    }

    /// The answers in the order of the inquiries. Entities with the largest exposure are asked about first; then their parents,
    /// for events only. `progress` is called with what was done so far, 0…1, from any thread.
    public func answers(
        to inquiries: [Inquiry],
        progress: (@Sendable (Double) -> Void)? = nil
    ) async -> [OutsideAnswer] {
        var answers = [OutsideAnswer](repeating: OutsideAnswer(), count: inquiries.count)
        let isShort = fetcher.options.budget.isLimited && !fetcher.options.isOffline
        var forecast = isShort ? await self.forecast(for: inquiries) : Forecast(byExposure: inquiries)
        let done = Mutex(0)
        while !Task.isCancelled, let wave = forecast.nextWave(within: fetcher.options.budget, after: fetcher.spending) {
            let own = await ask(wave.map { inquiries[$0].subject }, connectors) {
                let count = done.withLock { done in
                    done += 1
                    return done
                }
                progress?(0.8 * Double(count) / Double(max(1, inquiries.count)))
            }
            for (position, index) in wave.enumerated() { answers[index] = own[position] }
        }
        await addEventsOfParents(to: &answers) { progress?(0.8 + $0 * 0.2) }
        return answers
    }

    /// What would be asked, of whom, in which order, and what it costs; nothing is.
    public func forecast(for inquiries: [Inquiry]) async -> Forecast {
        var answers: [[ConnectorAnswer]] = []
        for inquiry in inquiries {
            var own: [ConnectorAnswer] = []
            for connector in connectors { own.append(await plan(connector, about: inquiry.subject)) }
            answers.append(own)
        }
        let telling = connectors.filter { $0.parts.contains(.events) }
        for index in answers.indices {
            for parent in OutsideAnswer(answers[index], connectors).record(.group)?.parents ?? [] {
                for connector in telling { answers[index].append(await plan(connector, about: parent.subject)) }
            }
        }
        return Forecast(inquiries, answers)
    }

    private func plan(_ connector: Connector, about subject: Subject) async -> ConnectorAnswer {
        await ConnectorRun(connector, about: subject, fetcher: fetcher, judgements: judgements, isPlanning: true)
            .answer()
    }

    private func ask(
        _ subjects: [Subject],
        _ connectors: [Connector],
        oneIsDone: @escaping @Sendable () -> Void
    ) async -> [OutsideAnswer] {
        await withTaskGroup(of: (Int, OutsideAnswer).self) { group in
            var answers = [OutsideAnswer](repeating: OutsideAnswer(), count: subjects.count)
            var next = 0
            func start() {
                guard next < subjects.count else { return }
                let (index, subject) = (next, subjects[next])
                group.addTask { (index, await answer(about: subject, connectors)) }
                next += 1
            }
            for _ in 0..<Self.width { start() }
            for await (index, answer) in group {
                answers[index] = answer
                oneIsDone()
                if !Task.isCancelled { start() }
            }
            return answers
        }
    }

    private func answer(about subject: Subject, _ connectors: [Connector]) async -> OutsideAnswer {
        let answers = await withTaskGroup(of: (Int, ConnectorAnswer).self) { group in
            for (index, connector) in connectors.enumerated() {
                group.addTask {
                    (index, await Self.ask(connector, about: subject, fetcher: fetcher, judgements: judgements))
                }
            }
            var answers = [ConnectorAnswer?](repeating: nil, count: connectors.count)
            for await (index, answer) in group { answers[index] = answer }
            return answers.compactMap(\.self)
        }
        return OutsideAnswer(answers, connectors)
    }

    // MARK: Parents

    /// A customer whose parent is insolvent soon is itself: the parents' events stand in the group.
    private func addEventsOfParents(
        to answers: inout [OutsideAnswer],
        progress: @escaping @Sendable (Double) -> Void
    ) async {
        let telling = connectors.filter { $0.parts.contains(.events) }
        let parents = answers.map { $0.record(.group)?.parents ?? [] }
        let subjects = Array(Set(parents.flatMap { $0.map(\.subject) })).sorted { $0.order < $1.order }
        guard !telling.isEmpty, !subjects.isEmpty else { return }
        let done = Mutex(0)
        let found = await ask(subjects, telling) {
            let count = done.withLock { done in
                done += 1
                return done
            }
            progress(Double(count) / Double(subjects.count))
        }
        let bySubject = Dictionary(zip(subjects, found)) { first, _ in first }
        for index in answers.indices where !parents[index].isEmpty {
            var events: [OutsideRecord] = []
            var failures: [OutsideAnswer.Failure] = []
            for parent in parents[index] {
                guard let answer = bySubject[parent.subject] else { continue }
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
