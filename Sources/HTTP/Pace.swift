/// A token bucket, and until when the service asked to be left alone.
struct Pace {
    /// Nil for no limit.
    private let perSecond: Double?
    private let burst: Double
    private var tokens: Double
    private var filledAt = ContinuousClock.now
    private var heldUntil = ContinuousClock.now

    init(_ manners: Courier.Manners) {
        perSecond = manners.perSecond
        burst = Double(manners.burst)
        tokens = burst
    }

    /// How long until a request may go out; nil for now.
    mutating func delay() -> Duration? {
        let now = ContinuousClock.now
        if heldUntil > now { return heldUntil - now }
        guard let perSecond else { return nil }
        tokens = min(burst, tokens + (now - filledAt) / .seconds(1) * perSecond)
        filledAt = now
        return tokens >= 1 ? nil : .seconds((1 - tokens) / perSecond)
    }

    /// False when it is not time yet.
    mutating func take() -> Bool {
        guard delay() == nil else { return false }
        if perSecond != nil { tokens -= 1 }
        return true
    }

    mutating func hold(for seconds: Double) { heldUntil = max(heldUntil, .now + .seconds(seconds)) }
}
