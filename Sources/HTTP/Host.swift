/// What the requests to one host go by, whichever services ask there.
///
/// Shared by the services: the places for requests under way, as many as the most modest of them wants, and the breaker for a
/// host that says nothing at all. Of each service's own: its pace, the wait that it was asked for, and the breaker for one
/// that is answered with trouble, which may come of its key, its quota or its address.
actor Host {
    /// What came of a request.
    enum Outcome: Equatable {
        case succeeded, cancelled
        /// Of silence there was no answer, of anything else one that is none.
        case failed(String, isSilence: Bool)
        case asksToWait(seconds: Double)
    }

    /// One service on this host.
    private struct Service {
        var pace: Pace
        var breaker = Breaker()
        /// Whoever is next waits for the pace and for a place, the others for their turn.
        var turn = Queue(limit: 1)
    }

    private var services: [String: Service] = [:]
    private var places = Queue(limit: .max)
    private var breaker = Breaker()

    /// Waits for the service's pace and for a place. Throws without waiting when the host or the service was given up.
    func enter(_ name: String, _ manners: Courier.Manners) async throws(Courier.Failure) {
        places.limit = min(places.limit, manners.inFlight)
        if services[name] == nil { services[name] = Service(pace: Pace(manners)) }
        try throwIfGivenUp(name)
        if services[name]?.turn.take() == false {
            await withCheckedContinuation { services[name]?.turn.line.append($0) }
        }
        defer { services[name]?.turn.giveBack() }
        while true {
            try await waitForPace(of: name)
            if !places.take() { await withCheckedContinuation { places.line.append($0) } }
            do throws(Courier.Failure) {
                try throwIfGivenUp(name)
            } catch {
                places.giveBack()
                throw error
            }
            // While it waited for the place, it may have been asked to wait longer.
            if services[name]?.pace.take() == true { return }
            places.giveBack()
        }
    }

    /// Without a place, which others on this host may need.
    private func waitForPace(of name: String) async throws(Courier.Failure) {
        try throwIfGivenUp(name)
        while let delay = services[name]?.pace.delay() {
            do {
                try await Task.sleep(for: delay)
            } catch {
                throw .http(.cancelled)
            }
            try throwIfGivenUp(name)
        }
    }

    /// Takes note of what came of a request, and gives its place away.
    func leave(_ name: String, _ manners: Courier.Manners, after outcome: Outcome) {
        switch outcome {
        case .cancelled: break
        case .succeeded:
            breaker.succeeded()
            services[name]?.breaker.succeeded()
        case .failed(let reason, let isSilence):
            if isSilence { breaker.failed(reason, manners) } else { breaker.succeeded() }
            services[name]?.breaker.failed(reason, manners)
        case .asksToWait(let seconds):
            breaker.succeeded()
            let reason = Courier.Failure.asksToWait(seconds: seconds).description
            if seconds > manners.longestWaitSeconds {
                services[name]?.breaker.giveUp(reason)
            } else {
                services[name]?.pace.hold(for: seconds)
                services[name]?.breaker.failed(reason, manners)
            }
        }
        places.giveBack()
    }

    private func throwIfGivenUp(_ name: String) throws(Courier.Failure) {
        if let failure = breaker.failure ?? services[name]?.breaker.failure { throw failure }
    }
}

/// So many at a time; who waits longest is next.
struct Queue {
    /// May shrink: then places are not given away until few enough are taken.
    var limit: Int
    private var taken = 0
    /// Whoever did not get a place joins it, and has one when resumed.
    var line: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) { self.limit = limit }

    mutating func take() -> Bool {
        guard taken < limit else { return false }
        taken += 1
        return true
    }

    mutating func giveBack() {
        if taken > limit || line.isEmpty { taken -= 1 } else { line.removeFirst().resume() }
    }
}
