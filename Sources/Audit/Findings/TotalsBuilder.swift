import CEL
import Checks
import Tables

/// Adds findings up by cause, owner and customer.
struct TotalsBuilder: Sendable {
    private let checks: [CompiledCheck]
    private let renderer: FindingRenderer
    /// By check, looked at for every finding: its severity, and whether it is about customers.
    private let severities: [Severity]
    private let areAboutCustomers: [Bool]

    init(checks: [CompiledCheck], renderer: FindingRenderer) {
        self.checks = checks
        self.renderer = renderer
        severities = checks.map(\.check.severity)
        areAboutCustomers = checks.map { $0.check.record == "customer" }
    }

    private struct CustomerTotal {
        var event: FindingEvent
        var findings: Int
        var worst: Severity
        var cash: Int64
    }

    func totals(_ events: [FindingEvent], _ audited: Audited) -> (totals: Totals, currency: String) {
        let currency = audited.currencies.count == 1 ? audited.currencies.first ?? "" : dominantCurrency(audited)
        func money(_ hundredths: Int64) -> Money { Money(hundredths: hundredths, currency: currency) }
        var causes = GroupTotals(checks.map(\.check.cause))
        var owners = GroupTotals(checks.map(\.check.owner))
        var countsByCheck = [Int](repeating: 0, count: checks.count)
        var customers: [CustomerTotal] = []
        var total: Int64 = 0
        var blocked: [FindingEvent] = []
        let order = CustomerOrder(events, records: checks.map(\.check.record))
        let failures = order.failures
        var start = 0
        while start < failures.count {
            let first = events[failures[start]]
            var worst = Severity.info
            var largest: Int64 = 0
            var end = start
            while end < failures.count, order.areOfOneCustomer(events[failures[end]], first) {
                let check = Int(events[failures[end]].check)
                let next = order.endOfCheck(from: end, events)
                let cash = cash(of: failures[end..<next], events)
                causes.add(findings: next - end, cash: cash, ofCheck: check)
                owners.add(findings: next - end, cash: cash, ofCheck: check)
                countsByCheck[check] += next - end
                largest = max(largest, cash)
                worst = max(worst, severities[check])
                end = next
            }
            let isCustomer = first.customer != FindingEvent.noCustomer || isOnCustomer(first)
            causes.finish(isCustomer: isCustomer)
            owners.finish(isCustomer: isCustomer)
            total = total.addingSaturated(largest)
            if isCustomer {
                if worst >= .error { addBlockedRecords(failures[start..<end], events, to: &blocked) }
                customers.append(CustomerTotal(event: first, findings: end - start, worst: worst, cash: largest))
            }
            start = end
        }
        var bySeverity: [Severity: Int] = [:]
        for (check, count) in countsByCheck.enumerated() where count > 0 {
            bySeverity[severities[check], default: 0] += count
        }
        var ranking = StableOrder(count: customers.count)
        ranking.sort { UInt64(customers[$0].event.offset) }
        ranking.sort { UInt64(Int.max - customers[$0].findings) }
        ranking.sort { UInt64(Int64.max - customers[$0].cash) }
        let totals = Totals(
            bySeverity: bySeverity,
            unknownFindings: events.count(where: \.isUnknown),
            customers: audited.customers,
            invoiceReadyCustomers: max(0, audited.customers - blocked.count),
            openAmount: money(audited.openAmount),
            invoiceReadyOpenAmount: money(max(0, audited.openAmount.subtractingSaturated(openAmount(of: blocked)))),
            cashAtRisk: money(total),
            byCause: causes.all(money),
            byOwner: owners.all(money),
            topCustomers: ranking.positions.prefix(100).map { customer(customers[Int($0)], money) },
            mixedCurrencies: audited.currencies.count > 1 ? audited.currencies.sorted() : []
        )
        return (totals, currency)
    }

    private func isOnCustomer(_ event: FindingEvent) -> Bool { areAboutCustomers[Int(event.check)] }

    /// Adds an event for each record that a customer's failures keep from being invoice-ready: several where records share its
    /// key, and the first one where only its invoices and the like failed.
    private func addBlockedRecords(
        _ failures: ArraySlice<Int>, _ events: [FindingEvent], to blocked: inout [FindingEvent]
    ) {
        let start = blocked.count
        var others: Set<Int> = []
        var elsewhere: FindingEvent?
        for position in failures where severities[Int(events[position].check)] >= .error {
            let event = events[position]
            guard isOnCustomer(event) else {
                elsewhere = elsewhere ?? event
                continue
            }
            // Nearly always all are of one record.
            if blocked.count == start {
                blocked.append(event)
            } else if event.offset != blocked[start].offset, others.insert(event.offset).inserted {
                blocked.append(event)
            }
        }
        if blocked.count == start, let elsewhere { blocked.append(elsewhere) }
    }

    /// Cash at risk by one check of one customer.
    private func cash(of failures: ArraySlice<Int>, _ events: [FindingEvent]) -> Int64 {
        guard let first = failures.first else { return 0 }
        let isAboutCustomers = isOnCustomer(events[first])
        return failures.dropFirst().reduce(events[first].cash) {
            CashAtRisk.ofOneCheck($0, events[$1].cash, isAboutCustomers: isAboutCustomers)
        }
    }

    /// Mixed amounts are added as if they were one currency; the euro, if it is among them, gives the name.
    private func dominantCurrency(_ audited: Audited) -> String {
        audited.currencies.contains("EUR") ? "EUR" : audited.currencies.sorted().first ?? ""
    }

    /// Where only the customer's invoices failed, its record has to be read again, so all cores do it.
    private func openAmount(of events: [FindingEvent]) -> Int64 {
        concurrentMap(count: events.count / 1024 + 1) { slice in
            events[slice * 1024..<min(events.count, (slice + 1) * 1024)].reduce(Int64(0)) {
                $0.addingSaturated(openAmount(of: $1))
            }
        }.reduce(0) { $0.addingSaturated($1) }
    }

    private func openAmount(of event: FindingEvent) -> Int64 {
        if let known = event.openAmount.value { return known }
        guard let customer = renderer.customer(of: event), let field = customer.dataset.fieldIndex("open_amount") else {
            return 0
        }
        return Money.hundredths(customer.value(at: field)?.number ?? 0)
    }

    private func customer(_ total: CustomerTotal, _ money: (Int64) -> Money) -> Totals.Customer {
        let record = renderer.customer(of: total.event)
        func text(_ field: String) -> String { record?.dataset.fieldIndex(field).map { record?.text($0) ?? "" } ?? "" }
        return Totals.Customer(
            id: text("customer_id"),
            name: text("legal_name"),
            findings: total.findings,
            worst: total.worst,
            openAmount: money(openAmount(of: total.event)),
            cashAtRisk: money(total.cash)
        )
    }
}
