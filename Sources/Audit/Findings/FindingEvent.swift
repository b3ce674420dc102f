/// A finding before it is put into words: 40 bytes for each, so that a million of them can be sorted in memory and the
/// texts made when a report asks for them.
struct FindingEvent: Sendable {
    /// Position among the compiled checks.
    var check: UInt16
    var isUnknown: Bool
    var priority: UInt8
    /// Physical line of the record, 1-based.
    var line: UInt32
    /// Where the record starts in its (decoded) source.
    var offset: Int
    /// Number of the customer's key; `noCustomer` for a record that leads to none.
    var customer: UInt32
    /// Accepted by a waiver.
    var isWaived = false
    /// In hundredths.
    var cash: Int64

    static let noCustomer = UInt32.max

    /// Most urgent first, what somebody accepted last; what is equally urgent comes in the order of checks and then of the source.
    static func isMoreUrgent(_ left: FindingEvent, _ right: FindingEvent) -> Bool {
        if left.isWaived != right.isWaived { return right.isWaived }
        if left.isUnknown != right.isUnknown { return right.isUnknown }
        if left.priority != right.priority { return left.priority > right.priority }
        if left.cash != right.cash { return left.cash > right.cash }
        if left.check != right.check { return left.check < right.check }
        return left.offset < right.offset
    }
}
