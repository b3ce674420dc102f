import Foundation
import Synchronization

/// Sends requests to services the way each of them wants to be asked: at its pace, not too many at once, again after a
/// passing trouble, and not at all any more once it is evidently down.
///
/// Services on one host share its places and its death, see `Host`; a service that speaks with several hosts has a pace with
/// each. Source of the waiting times: exponential backoff with full jitter.
public final class Courier: Sendable {
    /// How a service wants to be asked.
    public struct Manners: Sendable, Hashable {
        /// Requests a second on average; nil for as fast as it answers.
        public var perSecond: Double?
        /// Requests that may go out at once after a pause.
        public var burst = 1
        /// Requests under way at the same time.
        public var inFlight = 4
        /// How often one request is sent at most.
        public var attempts = 4
        /// The longest wait that a service may ask for before its answer counts as missing.
        public var longestWaitSeconds = 60.0
        /// Of the first pause before asking again; it doubles each time.
        public var firstPauseSeconds = 0.5
        /// A header with the moment, in seconds since 1970, from which requests are welcome again.
        public var resetHeader: String?

        public init(perSecond: Double? = nil) { self.perSecond = perSecond }
    }

    /// Counts requests as they are sent: one that is sent again is one more.
    public struct Meter: Sendable {
        /// Counts one that is about to be sent; why it may not be, when it may not.
        let take: @Sendable () -> String?
        /// What was counted was not sent after all.
        let giveBack: @Sendable () -> Void

        public init(take: @escaping @Sendable () -> String?, giveBack: @escaping @Sendable () -> Void) {
            self.take = take
            self.giveBack = giveBack
        }
    }

    /// Why there is no answer to work with.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        case http(HTTPError)
        case asksToWait(seconds: Double)
        /// Nothing was sent: the service is evidently down, or does not want to be asked in this run.
        case gaveUp(after: Int, reason: String)
        /// The meter does not allow it.
        case notAllowed(String)

        public var description: String {
            switch self {
            case .http(let error): error.description
            case .asksToWait(let seconds): "it is busy and asks to wait \(Int(seconds.rounded(.up))) s"
            case .gaveUp(1, let reason): "not asked any more: \(reason)"
            case .gaveUp(let count, let reason): "not asked any more after \(count) failures in a row: \(reason)"
            case .notAllowed(let reason): reason
            }
        }
    }

    private let client: HTTPClient
    private let hosts = Mutex<[Origin: Host]>([:])

    public init(client: HTTPClient) { self.client = client }

    /// The answer, whatever its status; one that says "later" only when asking again did not help.
    ///
    /// `service` is who has these manners. A request that is not `repeatable` is sent once. Where `meter` does not allow to send
    /// it again, what came of it before is the outcome.
    public func send(
        _ request: HTTPRequest,
        on service: String,
        _ manners: Manners,
        repeatable: Bool,
        meter: Meter? = nil
    ) async throws(Failure) -> HTTPResponse {
        let host = try host(of: request.url)
        var (request, manners) = (request, manners)
        request.mayBeResent = repeatable
        manners.attempts = repeatable ? max(1, manners.attempts) : 1
        var failure = Failure.http(.cancelled)
        var last: HTTPResponse?
        for attempt in 0..<manners.attempts {
            if attempt > 0 { try await pause(before: attempt, manners) }
            if let reason = meter?.take() {
                guard attempt > 0 else { throw .notAllowed(reason) }
                break
            }
            do throws(Failure) {
                try await host.enter(service, manners)
            } catch {
                meter?.giveBack()
                throw error
            }
            let result = await attemptOnce(request)
            if case .failure(let error) = result, error.isUnsent { meter?.giveBack() }
            let outcome = Self.outcome(of: result, manners)
            // In one step: whoever waits for the place has to know what came of the request that had it.
            await host.leave(service, manners, after: outcome)
            switch result {
            case .success(let response):
                if outcome == .succeeded { return response }
                last = response
                if case .asksToWait(let seconds) = outcome, seconds > manners.longestWaitSeconds {
                    throw .asksToWait(seconds: seconds)
                }
            case .failure(let error):
                failure = .http(error)
                last = nil
                guard error.isTransient else { throw failure }
            }
        }
        guard let last else { throw failure }
        return last
    }

    private func host(of url: String) throws(Failure) -> Host {
        let origin: Origin
        do throws(HTTPError) {
            origin = try Origin(url)
        } catch {
            throw .http(error)
        }
        return hosts.withLock { hosts in
            if let known = hosts[origin] { return known }
            let new = Host()
            hosts[origin] = new
            return new
        }
    }

    private static func outcome(of result: Result<HTTPResponse, HTTPError>, _ manners: Manners) -> Host.Outcome {
        switch result {
        case .success(let response):
            guard meansLater(response.status) else { return .succeeded }
            return wait(askedBy: response, manners).map { .asksToWait(seconds: $0) }
                ?? .failed("it answered with status \(response.status)", isSilence: false)
        case .failure(.cancelled): return .cancelled
        case .failure(let error): return .failed(error.description, isSilence: error.isSilence)
        }
    }

    private func attemptOnce(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPError> {
        do throws(HTTPError) {
            return .success(try await client.send(request))
        } catch {
            return .failure(error)
        }
    }

    private func pause(before attempt: Int, _ manners: Manners) async throws(Failure) {
        let longest = min(20, manners.firstPauseSeconds * Double(1 << (attempt - 1)))
        do {
            try await Task.sleep(for: .seconds(Double.random(in: 0...longest)))
        } catch {
            throw .http(.cancelled)
        }
    }

    /// Statuses after which the same request may succeed.
    public static func meansLater(_ status: Int) -> Bool { [408, 425, 429, 500, 502, 503, 504].contains(status) }

    /// Seconds that an answer asks to wait: `Retry-After` in both of its forms, or the service's own header.
    static func wait(askedBy response: HTTPResponse, _ manners: Manners, now: Date = Date()) -> Double? {
        if let text = response.header("retry-after") {
            if let seconds = Double(text) { return bounded(seconds) }
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "GMT")
            formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
            return formatter.date(from: text).flatMap { bounded($0.timeIntervalSince(now)) }
        }
        guard response.status == 429, let name = manners.resetHeader,
            let reset = response.header(name.lowercased()).flatMap(Double.init)
        else { return nil }
        return bounded(reset - now.timeIntervalSince1970)
    }

    /// A service may write any number: what is none asks for nothing, and thirty years are as good as for ever.
    private static func bounded(_ seconds: Double) -> Double? {
        seconds.isFinite ? min(max(0, seconds), 1e9) : nil
    }
}
