/// Gives up after so many failures in a row, for the rest of the run.
struct Breaker {
    /// In a row, each as often as it may be sent: whoever is asked by many at once must not fail all of them first.
    private static let requestsBeforeGivingUp = 5

    private var failuresInARow = 0
    /// Set once it has given up.
    private(set) var failure: Courier.Failure?

    mutating func succeeded() { failuresInARow = 0 }

    mutating func failed(_ reason: String, _ manners: Courier.Manners) {
        failuresInARow += 1
        guard failure == nil, failuresInARow >= Self.requestsBeforeGivingUp * manners.attempts else { return }
        failure = .gaveUp(after: failuresInARow, reason: reason)
    }

    /// At once, because the service said so itself.
    mutating func giveUp(_ reason: String) {
        if failure == nil { failure = .gaveUp(after: 1, reason: reason) }
    }
}
