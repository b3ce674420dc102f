/// Gives up after so many failures in a row, for the rest of the run.
struct Breaker {
    /// In a row, each as often as it may be sent: whoever is asked by many at once must not fail all of them first.
    private static let requestsBeforeGivingUp = 5.0

    private var failuresInARow = 0
    /// A question that may be sent four times has failed by a quarter when it failed once.
    private var requestsInARow = 0.0
    /// Set once it has given up.
    private(set) var failure: Courier.Failure?

    mutating func succeeded() { (failuresInARow, requestsInARow) = (0, 0) }

    mutating func failed(_ reason: String, _ manners: Courier.Manners) {
        failuresInARow += 1
        requestsInARow += 1 / Double(manners.attempts)
        guard failure == nil, requestsInARow > Self.requestsBeforeGivingUp - 1e-6 else { return }
        failure = .gaveUp(after: failuresInARow, reason: reason)
    }

    /// At once, because the service said so itself.
    mutating func giveUp(_ reason: String) {
        if failure == nil { failure = .gaveUp(after: 1, reason: reason) }
    }
}
