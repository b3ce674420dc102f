public import Checks
public import Tables

/// A finding of earlier runs that is gone: one row of `fixed.csv`.
public struct FixedFinding: Sendable, Hashable {
    public enum How: String, Sendable, CaseIterable {
        /// The record was looked at, and the check holds now or does not concern it any more.
        case fixed
        /// The record is no longer in the extract.
        case recordGone = "record_gone"
    }

    public var id: String
    public var how: How
    public var checkID: String
    public var title: String
    public var severity: Severity
    public var cause: String
    public var record: String
    public var recordID: String
    public var customerID: String
    public var customerName: String
    public var field: String
    public var owner: String
    /// What hung on it when it was last seen.
    public var cashAtRisk: Money
    public var firstSeen: CalendarDate
    /// The day of the run since which it was open; later than `firstSeen` for one that had come back.
    public var openSince: CalendarDate
    /// The day of the run that found it gone.
    public var goneOn: CalendarDate
    /// How many runs saw it since it was open.
    public var runsOpen: Int

    /// Days from `openSince` to `goneOn`; 0 where the clock was set back in between.
    public var daysOpen: Int { max(0, Int(goneOn.daysSinceEpoch - openSince.daysSinceEpoch)) }

    public init(
        id: String, how: How, checkID: String, title: String, severity: Severity, cause: String, record: String,
        recordID: String, customerID: String, customerName: String, field: String, owner: String, cashAtRisk: Money,
        firstSeen: CalendarDate, openSince: CalendarDate, goneOn: CalendarDate, runsOpen: Int
    ) {
        self.id = id
        self.how = how
        self.checkID = checkID
        self.title = title
        self.severity = severity
        self.cause = cause
        self.record = record
        self.recordID = recordID
        self.customerID = customerID
        self.customerName = customerName
        self.field = field
        self.owner = owner
        self.cashAtRisk = cashAtRisk
        self.firstSeen = firstSeen
        self.openSince = openSince
        self.goneOn = goneOn
        self.runsOpen = runsOpen
    }
}
