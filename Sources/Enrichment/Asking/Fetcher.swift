import Checks
import Foundation
public import HTTP
import Synchronization

/// An answer with where it came from.
struct RawAnswer: Sendable {
    var status: Int
    var contentType: String
    var body: [UInt8]
    var askedAt: Date
    var isKept: Bool
}

/// Gets answers: from the store where one is recent enough, else from the source, within the budget. The only one that
/// talks to the network.
public final class Fetcher: Sendable {
    public struct Options: Sendable {
        /// Nothing is asked; answers of any age in the store count.
        public var isOffline = false
        public var maximalAge = MaximalAge()
        public var budget = Budget()

        public init() {}
    }

    let secrets: Secrets
    let options: Options
    private let courier: Courier
    private let store: AnswerStore?
    private let spent = Mutex(Spending())
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

    /// The kept answer, when it may still be used.
    func kept(_ key: String, now: Date) -> RawAnswer? {
        guard let entry = try? store?.entry(key) else { return nil }
        let age = now.timeIntervalSince(entry.askedAt)
        guard options.isOffline || (age >= -300 && age <= longestAge(entry.keep)) else { return nil }
        return RawAnswer(
            status: entry.status, contentType: entry.contentType, body: entry.body, askedAt: entry.askedAt, isKept: true
        )
    }

    private func longestAge(_ keep: String) -> Double {
        NormalForm.Part(rawValue: keep).map { options.maximalAge[$0] } ?? Double(keep) ?? 0
    }

    func keep(_ answer: RawAnswer, as keep: String, key: String, connector: String, step: String, request: ShownRequest)
    {
        guard !answer.isKept, let store else { return }
        let entry = AnswerStore.Entry(
            status: answer.status, contentType: answer.contentType, body: secrets.redacted(answer.body),
            askedAt: answer.askedAt, keep: keep)
        // What cannot be kept is asked again next time; the answer at hand counts all the same.
        try? store.keep(entry, key: key, connector: connector, step: step, request: request)
    }

    /// One request to the source; the same one that is already under way is waited for instead.
    func ask(
        _ request: HTTPRequest,
        key: String,
        of connector: Connector,
        cost: Cost?,
        repeatable: Bool
    ) async throws(NotKnown) -> RawAnswer {
        guard !options.isOffline else { throw NotKnown("not asked: this run is offline, and no answer was kept") }
        let result = await underWay.once(key) { [self] in
            guard spent.withLock({ $0.take(cost, within: options.budget) }) else {
                return .failure(NotKnown("not asked: the budget of this run is spent"))
            }
            return await send(request, of: connector, repeatable: repeatable)
        }
        return try result.get()
    }

    private func send(
        _ request: HTTPRequest,
        of connector: Connector,
        repeatable: Bool
    ) async -> Result<RawAnswer, NotKnown> {
        do throws(Courier.Failure) {
            let response = try await courier.send(
                request, on: connector.name, connector.manners, repeatable: repeatable)
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
            return .failure(NotKnown(secrets.redacted(error.description)))
        }
    }

    /// The token of a connector, from one login at a time; `renewing` is one that was refused.
    func token(
        for connector: Connector,
        renewing refused: String?,
        login: @escaping @Sendable () async -> Result<(token: String, life: Double), NotKnown>
    ) async throws(NotKnown) -> String {
        guard !options.isOffline else { throw NotKnown("not asked: this run is offline, and no answer was kept") }
        return try await tokens.token(for: connector.name, renewing: refused, login: login).get()
    }

    /// One request of a login, which is never kept.
    func logIn(_ request: HTTPRequest, of connector: Connector) async -> Result<RawAnswer, NotKnown> {
        await send(request, of: connector, repeatable: true)
    }
}

/// What a run may ask and spend.
public struct Budget: Sendable {
    /// Nil for any number.
    public var requests: Int?
    public var cost: Cost?

    public init(requests: Int? = nil, cost: Cost? = nil) {
        self.requests = requests
        self.cost = cost
    }
}

/// What a run asked and spent.
public struct Spending: Sendable {
    public private(set) var requests = 0
    /// By currency.
    public private(set) var costs: [String: Double] = [:]

    /// False, and nothing changes, when the budget does not allow it.
    mutating func take(_ cost: Cost?, within budget: Budget) -> Bool {
        if let limit = budget.requests, requests >= limit { return false }
        if let cost, let limit = budget.cost, cost.currency == limit.currency,
            costs[cost.currency, default: 0] + cost.amount > limit.amount + 1e-9
        {
            return false
        }
        requests += 1
        if let cost { costs[cost.currency, default: 0] += cost.amount }
        return true
    }
}

/// Requests under way by key, so that two customers of the same company are one request.
private actor UnderWay {
    private var tasks: [String: Task<Result<RawAnswer, NotKnown>, Never>] = [:]

    func once(
        _ key: String,
        _ work: @escaping @Sendable () async -> Result<RawAnswer, NotKnown>
    ) async -> Result<RawAnswer, NotKnown> {
        if let task = tasks[key] { return await task.value }
        let task = Task { await work() }
        tasks[key] = task
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        tasks[key] = nil
        return result
    }
}

/// Tokens by connector. They live in memory only, and are renewed a minute before they end.
private actor Tokens {
    private var known: [String: (token: String, until: Date)] = [:]
    private var logins: [String: Task<Result<(token: String, life: Double), NotKnown>, Never>] = [:]

    func token(
        for connector: String,
        renewing refused: String?,
        login: @escaping @Sendable () async -> Result<(token: String, life: Double), NotKnown>
    ) async -> Result<String, NotKnown> {
        if let (token, until) = known[connector], token != refused, until > Date() { return .success(token) }
        let task = logins[connector] ?? Task { await login() }
        logins[connector] = task
        let result = await task.value
        logins[connector] = nil
        if case .success(let (token, life)) = result {
            known[connector] = (token, Date(timeIntervalSinceNow: max(0, life - 60)))
        }
        return result.map(\.token)
    }
}
