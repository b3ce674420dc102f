/// The failures that nobody accepted, customer by customer: by check and then by place in the source.
///
/// Records that lead to no customer (without a key, or with one that no customer has) come last, each of them for itself.
struct CustomerOrder {
    /// Positions among the events.
    let failures: [Int]
    /// By check, the number of the record that it is about.
    private let recordOfCheck: [Int]

    /// `records` are the names of the records that the checks are about.
    init(_ events: [FindingEvent], records: [String]) {
        let names = Set(records).sorted()
        let recordOfCheck = records.map { record in names.firstIndex(of: record) ?? 0 }
        var order = StableOrder(count: events.count)
        order.sort { UInt64(events[$0].offset) }
        order.sort { UInt64(events[$0].customer) << 16 | UInt64(events[$0].check) }
        var failures: [Int] = order.positions.lazy.map { Int($0) }.filter {
            !events[$0].isUnknown && !events[$0].isWaived
        }
        let keyless = failures.firstIndex { events[$0].customer == FindingEvent.noCustomer } ?? failures.count
        failures[keyless...].sort { left, right in
            let (left, right) = (events[left], events[right])
            return (recordOfCheck[Int(left.check)], left.offset, left.check)
                < (recordOfCheck[Int(right.check)], right.offset, right.check)
        }
        self.failures = failures
        self.recordOfCheck = recordOfCheck
    }

    func areOfOneCustomer(_ one: FindingEvent, _ other: FindingEvent) -> Bool {
        guard one.customer == other.customer else { return false }
        return one.customer != FindingEvent.noCustomer
            || one.offset == other.offset && recordOfCheck[Int(one.check)] == recordOfCheck[Int(other.check)]
    }

    /// Where the failures by the check at `start` end, of the same customer.
    func endOfCheck(from start: Int, _ events: [FindingEvent]) -> Int {
        let first = events[failures[start]]
        var end = start + 1
        while end < failures.count, events[failures[end]].check == first.check,
            areOfOneCustomer(events[failures[end]], first)
        {
            end += 1
        }
        return end
    }
}
