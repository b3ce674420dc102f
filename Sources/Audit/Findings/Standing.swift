import Tables

/// How a finding stands against earlier runs. The one place that decides on a finding's status.
struct Standing: Sendable {
    private(set) var status: Finding.Status
    /// The day of the run that first saw it, ever.
    var firstSeen: CalendarDate
    /// How many runs in a row have seen it, this one included; runs that did not look do not count.
    var runsOpen: Int

    static func new(on day: CalendarDate) -> Standing { Standing(status: .new, firstSeen: day, runsOpen: 1) }

    /// Of a finding that the history knows.
    ///
    /// - Seen by an earlier run and not fixed since: open, also when its record was missing in between.
    /// - Fixed in between: reopened, and counted from one again.
    /// - So far only unknown, now a failure: new, because nobody was told before that it fails.
    init(_ known: KnownFinding, isUnknown: Bool, run: Int, on today: CalendarDate, day: (Int) -> CalendarDate) {
        if known.isUnknown, !isUnknown {
            self = .new(on: today)
        } else if known.closing == .fixed {
            self.init(status: .reopened, firstSeen: day(known.firstRun), runsOpen: 1)
        } else {
            self.init(
                status: .open, firstSeen: day(known.firstRun),
                runsOpen: run - known.opened - known.missed(before: run) + 1)
        }
    }

    /// The status that reports show: accepted is accepted, however long it has been open.
    func status(isWaived: Bool) -> Finding.Status { isWaived ? .waived : status }

    private init(status: Finding.Status, firstSeen: CalendarDate, runsOpen: Int) {
        self.status = status
        self.firstSeen = firstSeen
        self.runsOpen = runsOpen
    }
}
