import CEL
import Checks
import Foundation
public import HTTP
import Synchronization

/// An answer with where it came from.
struct RawAnswer: Sendable {
    var status: Int
    var contentType: String
    /// With secrets blotted out, so that nothing made of it can show one.
    var body: [UInt8]
    var askedAt: Date
    var isKept: Bool
}

/// Why answers could not be kept, or what was kept not read.
public struct StoreTrouble: Sendable {
    /// The first.
    public let reason: String
    /// Answers that will have to be asked again.
    public internal(set) var unkept = 0
}

/// Gets answers: from the store where one is recent enough, else from the source, within the budget. The only one that
/// talks to the network.
public final class Fetcher: Sendable {
    public struct Options: Sendable {
        /// Nothing is asked; answers of any age in the store count.
        public var isOffline = false
        public var maximalAge = MaximalAge()
        public var budget = Budget()
        /// For how long answers are kept as evidence, unless their connector allows less.
        public var retentionSeconds = AnswerStore.usualRetention
        /// Of reasons why a source could not tell.
        public var language = "en"

        public init() {}
    }

    let secrets: Secrets
    let options: Options
    private let courier: Courier
    private let store: AnswerStore?
    private let spent = Mutex(Spending())
    /// Requests that connectors with a daily quota had answered today before this run, by name.
    private let answeredBefore = Mutex<[String: Int]>([:])
    private let trouble = Mutex<StoreTrouble?>(nil)
    private let underWay = UnderWay()
    private let tokens = Tokens()

    public init(client: HTTPClient, store: AnswerStore?, secrets: Secrets, options: Options = Options()) {
        courier = Courier(client: client)
        self.store = store
        self.secrets = secrets
        self.options = options
    }

    /// What was asked of the network so far.
    public var spending: Spending { spent.withLock { $0 } }

    // MARK: What was kept

    /// The kept answer, when it may still be used.
    func kept(_ key: String, now: Date) -> RawAnswer? {
        guard let entry = fromStore({ try $0.entry(key, now: now) }) else { return nil }
        guard mayUse(KeptAges.Age(askedAt: entry.askedAt, keep: entry.keep), now: now) else { return nil }
        return RawAnswer(
            status: entry.status, contentType: entry.contentType, body: entry.body, askedAt: entry.askedAt, isKept: true
        )
    }

    /// How old all that was kept is; nothing when it cannot be read.
    func keptAges() -> KeptAges { fromStore { try $0.ages(now: Date()) } ?? KeptAges() }

    /// Nil, too, when the store is in trouble, of which note is taken.
    private func fromStore<Found>(_ read: (AnswerStore) throws -> Found?) -> Found? {
        guard let store else { return nil }
        do {
            return try read(store)
        } catch {
            noteTrouble(error)
            return nil
        }
    }

    private func noteTrouble(_ error: any Error, unkept: Int = 0) {
        trouble.withLock { trouble in
            if trouble == nil { trouble = StoreTrouble(reason: StoreError.reason(of: error)) }
            trouble?.unkept += unkept
        }
    }

    /// What went wrong with the answers kept in this run; nil when nothing did.
    public var storeTrouble: StoreTrouble? { trouble.withLock { $0 } }

    func mayUse(_ age: KeptAges.Age, now: Date) -> Bool {
        let seconds = now.timeIntervalSince(age.askedAt)
        return options.isOffline || (seconds >= -300 && seconds <= longestAge(age.keep))
    }

    /// How long ago a request was answered, as a multiple of the age that its answer may have; at most 10, which also
    /// stands for never.
    func staleness(_ age: KeptAges.Age?, now: Date) -> Double {
        guard let age else { return 10 }
        return min(10, max(0, now.timeIntervalSince(age.askedAt)) / max(1, longestAge(age.keep)))
    }

    private func longestAge(_ keep: String) -> Double {
        NormalForm.Part(rawValue: keep).map { options.maximalAge[$0] } ?? Double(keep) ?? 0
    }

    func keep(
        _ answer: RawAnswer, as keep: String, key: String, connector: Connector, step: String, request: ShownRequest
    ) {
        guard !answer.isKept, let store else { return }
        let entry = AnswerStore.Entry(
            status: answer.status, contentType: answer.contentType, body: answer.body, askedAt: answer.askedAt,
            keep: keep)
        let life = min(options.retentionSeconds, connector.retentionSeconds ?? options.retentionSeconds)
        // What cannot be kept is asked again next time; the answer at hand counts all the same.
        do {
            try store.keep(
                entry, until: answer.askedAt.addingTimeInterval(life), key: key, connector: connector.name, step: step,
                request: request)
        } catch {
            noteTrouble(error, unkept: 1)
        }
    }

    // MARK: Asking

    /// Whoever asks a question first asks it for all others too. Nil for the first, who has to `finish`.
    func outcome(ofOther key: String) async -> Result<RawAnswer, NotKnown>? { await underWay.claim(key) }

    func finish(_ key: String, _ outcome: Result<RawAnswer, NotKnown>) async { await underWay.finish(key, outcome) }

    /// One request to the source.
    func ask(
        _ request: HTTPRequest,
        of connector: Connector,
        cost: Cost?,
        repeatable: Bool
    ) async throws(NotKnown) -> RawAnswer {
        try requireNetwork()
        let meter = Courier.Meter(
            take: { self.refusal(of: connector, cost)?.reason },
            giveBack: { self.spent.withLock { $0.giveBack(cost, of: connector.name) } })
        var answer = try await send(request, of: connector, repeatable: repeatable, meter).get()
        answer.body = tokens.blots.applied(to: secrets.redacted(answer.body))
        answer.contentType = redacted(answer.contentType)
        return answer
    }

    private func redacted(_ text: String) -> String { tokens.blots.applied(to: secrets.redacted(text)) }

    /// What reading an answer made of it, without secrets and tokens.
    func redacted(_ value: Value) -> Value { tokens.blots.applied(to: secrets.redacted(value)) }

    private func requireNetwork() throws(NotKnown) {
        if options.isOffline { throw NotKnown("not asked: this run is offline, and no answer was kept") }
    }

    /// Why no more may be asked; nil when one more may, which then is taken.
    private func refusal(of connector: Connector, _ cost: Cost?) -> NotKnown? {
        let before = connector.requestsPerDay == nil ? 0 : answeredToday(by: connector)
        if storeTrouble != nil, cost != nil || connector.requestsPerDay != nil {
            return NotKnown(
                "not asked: answers cannot be kept or read, and each request costs money or part of a quota")
        }
        return spent.withLock { spent in
            if let quota = connector.requestsPerDay,
                before + spent.requestsByConnector[connector.name, default: 0] >= quota
            {
                return NotKnown(
                    "not asked: it allows \(quota) requests a day, and they are used up; the rest can follow tomorrow")
            }
            return spent.take(cost, of: connector.name, within: options.budget)
                ? nil : NotKnown("not asked: the budget of this run is spent")
        }
    }

    /// Days are those of UTC. What an earlier run asked counts by what is kept of it.
    private func answeredToday(by connector: Connector, now: Date = Date()) -> Int {
        let midnight = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
        return answeredBefore.withLock { before in
            let count = before[connector.name] ?? fromStore { try $0.count(of: connector.name, since: midnight) } ?? 0
            before[connector.name] = count
            return count
        }
    }

    private func send(
        _ request: HTTPRequest,
        of connector: Connector,
        repeatable: Bool,
        _ meter: Courier.Meter? = nil
    ) async -> Result<RawAnswer, NotKnown> {
        do throws(Courier.Failure) {
            let response = try await courier.send(
                request, on: connector.name, connector.manners, repeatable: repeatable, meter: meter)
            return .success(
                RawAnswer(
                    status: response.status,
                    contentType: response.header("content-type") ?? "",
                    body: response.body,
                    askedAt: Date(),
                    isKept: false
                )
            )
        } catch {
            // Blotted out first: of a secret that is cut in two, a part would stay.
            return .failure(NotKnown(String(redacted(error.description).prefix(300))))
        }
    }

    /// The token of a connector, from one login at a time; `renewing` is one that was refused.
    func token(
        for connector: Connector,
        renewing refused: String?,
        login: @escaping @Sendable () async -> Result<(token: String, life: Double), NotKnown>
    ) async throws(NotKnown) -> String {
        try requireNetwork()
        return try await tokens.token(for: connector.name, renewing: refused, login: login).get()
    }

    /// One request of a login, which is never kept.
    func logIn(_ request: HTTPRequest, of connector: Connector) async -> Result<RawAnswer, NotKnown> {
        await send(request, of: connector, repeatable: true)
    }
}

/// Questions under way by key, so that two accounts of the same company are one request.
private actor UnderWay {
    private var waiting: [String: [CheckedContinuation<Result<RawAnswer, NotKnown>, Never>]] = [:]

    func claim(_ key: String) async -> Result<RawAnswer, NotKnown>? {
        guard waiting[key] != nil else {
            waiting[key] = []
            return nil
        }
        return await withCheckedContinuation { waiting[key]?.append($0) }
    }

    func finish(_ key: String, _ outcome: Result<RawAnswer, NotKnown>) {
        for other in waiting.removeValue(forKey: key) ?? [] { other.resume(returning: outcome) }
    }
}

/// Tokens by connector. They live in memory only, and are renewed a minute before they end.
private actor Tokens {
    private var known: [String: (token: String, until: Date)] = [:]
    /// Who was refused is not let in by asking again, but locked out by asking often.
    private var refused: [String: NotKnown] = [:]
    private var logins: [String: Task<Result<(token: String, life: Double), NotKnown>, Never>] = [:]
    /// Of all that this run had: an answer that is late shows the one before.
    private var seen: Set<String> = []
    private let latest = Mutex(Blots([]))

    nonisolated var blots: Blots { latest.withLock { $0 } }

    func token(
        for connector: String,
        renewing refused: String?,
        login: @escaping @Sendable () async -> Result<(token: String, life: Double), NotKnown>
    ) async -> Result<String, NotKnown> {
        if let (token, until) = known[connector], token != refused, until > Date() { return .success(token) }
        if let refusal = self.refused[connector] { return .failure(refusal) }
        let task = logins[connector] ?? Task { await login() }
        logins[connector] = task
        let result = await task.value
        logins[connector] = nil
        if case .success(let (token, life)) = result {
            known[connector] = (token, Date(timeIntervalSinceNow: max(0, life - 60)))
            seen.insert(token)
            let blots = Blots(seen)
            latest.withLock { $0 = blots }
        }
        if case .failure(let failure) = result, failure.isRefusal { self.refused[connector] = failure }
        return result.map(\.token)
    }
}
