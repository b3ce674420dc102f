public import Tables

/// An exception that somebody accepted until a day: one line of the waivers file.
public struct Waiver: Sendable, Hashable {
    /// Which finding, or which check on which record.
    public enum Target: Sendable, Hashable {
        case finding(id: String)
        case record(id: String, check: String)
    }

    public var target: Target
    public var reason: String
    public var approver: String
    /// The last day on which it holds.
    public var expires: CalendarDate
    /// 1-based physical line in the waivers file.
    public var line: Int

    public init(target: Target, reason: String, approver: String, expires: CalendarDate, line: Int) {
        self.target = target
        self.reason = reason
        self.approver = approver
        self.expires = expires
        self.line = line
    }

    /// The id of the check whose finding is accepted.
    public var checkID: String {
        switch target {
        case .finding(let id): FindingID.check(of: id) ?? id
        case .record(_, let check): check
        }
    }

    /// `expires` is the last day that it holds on; the day is the audit's `today`, never the clock's.
    public func isActive(on day: CalendarDate) -> Bool { day <= expires }

    /// Whether approver and owner of the fix are one: compared without letter case and blanks.
    public static func isSamePerson(_ approver: String, _ owner: String) -> Bool {
        func folded(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        return folded(approver) == folded(owner)
    }
}
