public import Checks
public import Tables

/// A defect in one record, or a check that could not be evaluated on it: one row of the exception list.
public struct Finding: Sendable, Hashable {
    /// How the finding stands against earlier runs. Fixed ones are no findings any more.
    public enum Status: String, Sendable, CaseIterable {
        case new, open, reopened, waived
    }

    public enum Result: String, Sendable, CaseIterable {
        case fail
        /// The check's evaluation broke on this record; `message` says why.
        case unknown
    }

    /// Depends on the check and the record's key alone, so it is the same from run to run.
    public var id: String
    public var status: Status
    public var result: Result
    /// 0…100, from cash at risk, severity and overdue share.
    public var priority: Int
    public var severity: Severity
    public var checkID: String
    public var title: String
    /// A slug of the twelve DSO killers.
    public var cause: String
    /// The record's name, e.g. `customer` or `invoice`.
    public var record: String
    public var recordID: String
    public var customerID: String
    public var customerName: String
    /// The field where the fix goes; empty when the check names none.
    public var field: String
    /// The field's content as it stands in the source.
    public var value: String
    public var message: String
    public var fix: String
    public var owner: String
    public var cashAtRisk: Money
    public var firstSeen: CalendarDate
    public var runsOpen: Int
    /// Path of the source, as the plan writes it.
    public var source: String
    /// 1-based physical line on which the record starts.
    public var line: Int
    /// The value that would repair the field, where exactly one is known; else empty.
    public var suggestion: String

    public init(
        id: String, status: Status, result: Result, priority: Int, severity: Severity, checkID: String, title: String,
        cause: String, record: String, recordID: String, customerID: String, customerName: String, field: String,
        value: String, message: String, fix: String, owner: String, cashAtRisk: Money, firstSeen: CalendarDate,
        runsOpen: Int, source: String, line: Int, suggestion: String
    ) {
        self.id = id
        self.status = status
        self.result = result
        self.priority = priority
        self.severity = severity
        self.checkID = checkID
        self.title = title
        self.cause = cause
        self.record = record
        self.recordID = recordID
        self.customerID = customerID
        self.customerName = customerName
        self.field = field
        self.value = value
        self.message = message
        self.fix = fix
        self.owner = owner
        self.cashAtRisk = cashAtRisk
        self.firstSeen = firstSeen
        self.runsOpen = runsOpen
        self.source = source
        self.line = line
        self.suggestion = suggestion
    }
}
