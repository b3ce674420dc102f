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
    /// What the customer owes in all, in hundredths; nil where the record is not the customer itself.
    var openAmount: OpenAmount

    /// An optional amount in eight bytes.
    struct OpenAmount: Sendable {
        private let hundredths: Int64

        static let unknown = OpenAmount(.min)

        init(_ hundredths: Int64) { self.hundredths = hundredths }

        var value: Int64? { hundredths == .min ? nil : hundredths }
    }

    static let noCustomer = UInt32.max
}

extension [FindingEvent] {
    /// Most urgent first, what somebody accepted last; what is equally urgent comes in the order of checks and then of the source.
    func mostUrgentFirst() -> [FindingEvent] {
        var order = StableOrder(count: count)
        order.sort { UInt64(self[$0].offset) }
        order.sort { UInt64(self[$0].check) }
        order.sort { UInt64(Int64.max - self[$0].cash) }
        order.sort {
            (self[$0].isWaived ? 0x200 : 0) + (self[$0].isUnknown ? 0x100 : 0) + UInt64(UInt8.max - self[$0].priority)
        }
        return order.positions.map { self[Int($0)] }
    }
}
