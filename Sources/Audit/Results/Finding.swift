public import Checks
public import Tables

/// What all findings of one check have in common, in the language of the run.
///
/// A class, so that a million findings share these texts without counting a reference to each of them.
public final class FindingKind: Sendable, Hashable {
    public let checkID: String
    public let title: String
    public let severity: Severity
    /// A slug of the twelve DSO killers.
    public let cause: String
    /// The record's name, e.g. `customer` or `invoice`.
    public let record: String
    /// The field where the fix goes; empty when the check names none.
    public let field: String
    public let fix: String
    public let owner: String
    /// Path of the source, as the plan writes it.
    public let source: String

    public init(
        checkID: String, title: String, severity: Severity, cause: String, record: String, field: String, fix: String,
        owner: String, source: String
    ) {
        self.checkID = checkID
        self.title = title
        self.severity = severity
        self.cause = cause
        self.record = record
        self.field = field
        self.fix = fix
        self.owner = owner
        self.source = source
    }

    private var texts: [String] { [checkID, title, severity.rawValue, cause, record, field, fix, owner, source] }

    public static func == (left: FindingKind, right: FindingKind) -> Bool {
        left === right || left.texts == right.texts
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(checkID) }
}

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

    public let kind: FindingKind
    /// Depends on the check and the record's key alone, so it is the same from run to run.
    public var id: String
    public var status: Status
    public var result: Result
    /// 0…100, from cash at risk, severity and overdue share.
    public var priority: Int
    public var recordID: String
    public var customerID: String
    public var customerName: String
    /// The field's content as it stands in the source.
    public var value: String
    public var message: String
    public var cashAtRisk: Money
    public var firstSeen: CalendarDate
    public var runsOpen: Int
    /// 1-based physical line on which the record starts.
    public var line: Int
    /// The value that would repair the field, where exactly one is known; else empty.
    public var suggestion: String

    public init(
        _ kind: FindingKind, id: String, status: Status, result: Result, priority: Int, recordID: String,
        customerID: String, customerName: String, value: String, message: String, cashAtRisk: Money,
        firstSeen: CalendarDate, runsOpen: Int, line: Int, suggestion: String
    ) {
        self.kind = kind
        self.id = id
        self.status = status
        self.result = result
        self.priority = priority
        self.recordID = recordID
        self.customerID = customerID
        self.customerName = customerName
        self.value = value
        self.message = message
        self.cashAtRisk = cashAtRisk
        self.firstSeen = firstSeen
        self.runsOpen = runsOpen
        self.line = line
        self.suggestion = suggestion
    }

    public var checkID: String { kind.checkID }
    public var title: String { kind.title }
    public var severity: Severity { kind.severity }
    public var cause: String { kind.cause }
    public var record: String { kind.record }
    public var field: String { kind.field }
    public var fix: String { kind.fix }
    public var owner: String { kind.owner }
    public var source: String { kind.source }
}
