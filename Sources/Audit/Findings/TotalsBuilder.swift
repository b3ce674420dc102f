import CEL
import Checks
import Tables

/// Adds findings up by cause, owner and customer.
struct TotalsBuilder: Sendable {
    let world: World
    let checks: [CompiledCheck]
    let renderer: FindingRenderer

    private struct Group {
        var findings = 0
        var customers = 0
        var cash: Int64 = 0
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
        let failures = events.filter { !$0.isUnknown && !$0.isWaived }
        var bySeverity: [Severity: Int] = [:]
        for event in failures { bySeverity[checks[Int(event.check)].check.severity, default: 0] += 1 }
        var byCause: [String: Group] = [:]
        var byOwner: [String: Group] = [:]
        var customers: [CustomerTotal] = []
        var total: Int64 = 0
        var blocked: [FindingEvent] = []
        let sorted = failures.sorted { ($0.customer, $0.check, $0.offset) < ($1.customer, $1.check, $1.offset) }
        var start = 0
        while start < sorted.count {
            var end = start
            while end < sorted.count, sorted[end].customer == sorted[start].customer { end += 1 }
            let own = sorted[start..<end]
            let cash = cashByCheck(own)
            add(own, cash, to: &byCause) { $0.cause }
            add(own, cash, to: &byOwner) { $0.owner }
            if own[start].customer != FindingEvent.noCustomer, let first = own.first {
                let largest = cash.map(\.cash).max() ?? 0
                let worst = own.map { checks[Int($0.check)].check.severity }.max() ?? .info
                total = total.addingSaturated(largest)
                if worst >= .error {
                    blocked.append(first)
                }
                customers.append(CustomerTotal(event: first, findings: own.count, worst: worst, cash: largest))
            }
            start = end
        }
        let blockedAmount = openAmount(of: blocked)
        customers.sort { ($1.cash, $1.findings, $0.event.offset) < ($0.cash, $0.findings, $1.event.offset) }
        let totals = Totals(
            bySeverity: bySeverity,
            unknownFindings: events.count(where: \.isUnknown),
            customers: audited.customers,
            invoiceReadyCustomers: max(0, audited.customers - blocked.count),
            openAmount: money(audited.openAmount),
            invoiceReadyOpenAmount: money(max(0, audited.openAmount - blockedAmount)),
            cashAtRisk: money(total),
            byCause: groups(byCause, money),
            byOwner: groups(byOwner, money),
            topCustomers: customers.prefix(100).map { customer($0, money) },
            mixedCurrencies: audited.currencies.count > 1 ? audited.currencies.sorted() : []
        )
        return (totals, currency)
    }

    /// Mixed amounts are added as if they were one currency; the euro, if it is among them, gives the name.
    private func dominantCurrency(_ audited: Audited) -> String {
        audited.currencies.contains("EUR") ? "EUR" : audited.currencies.sorted().first ?? ""
    }

    /// Cash at risk of one customer by check: findings on its own record count once, those on its invoices and the like add up.
    private func cashByCheck(_ events: ArraySlice<FindingEvent>) -> [(check: Check, cash: Int64)] {
        var result: [(index: UInt16, check: Check, cash: Int64)] = []
        for event in events {
            let check = checks[Int(event.check)].check
            if result.last?.index == event.check {
                let before = result[result.count - 1].cash
                result[result.count - 1].cash =
                    check.record == "customer" ? max(before, event.cash) : before.addingSaturated(event.cash)
            } else {
                result.append((event.check, check, event.cash))
            }
        }
        return result.map { ($0.check, $0.cash) }
    }

    private func add(
        _ events: ArraySlice<FindingEvent>,
        _ cash: [(check: Check, cash: Int64)],
        to groups: inout [String: Group],
        by name: (Check) -> String
    ) {
        for event in events { groups[name(checks[Int(event.check)].check), default: Group()].findings += 1 }
        var largest: [String: Int64] = [:]
        for (check, cash) in cash { largest[name(check)] = max(largest[name(check)] ?? 0, cash) }
        for (name, cash) in largest {
            groups[name, default: Group()].customers += 1
            groups[name, default: Group()].cash = groups[name, default: Group()].cash.addingSaturated(cash)
        }
    }

    private func groups(_ groups: [String: Group], _ money: (Int64) -> Money) -> [Totals.Group] {
        groups.sorted { ($1.value.cash, $1.value.findings, $0.key) < ($0.value.cash, $0.value.findings, $1.key) }.map {
            Totals.Group(name: $0, findings: $1.findings, customers: $1.customers, cashAtRisk: money($1.cash))
        }
    }

    private func record(of event: FindingEvent) -> StoredRecord? {
        guard let dataset = world.dataset(ofRecord: checks[Int(event.check)].check.record) else { return nil }
        return renderer.customer(of: dataset.record(at: event.offset, in: world), in: dataset)
    }

    /// Each customer's record has to be read again, so all cores do it.
    private func openAmount(of events: [FindingEvent]) -> Int64 {
        concurrentMap(count: events.count / 1024 + 1) { slice in
            events[slice * 1024..<min(events.count, (slice + 1) * 1024)].reduce(Int64(0)) {
                $0.addingSaturated(openAmount(of: $1))
            }
        }.reduce(0) { $0.addingSaturated($1) }
    }

    private func openAmount(of event: FindingEvent) -> Int64 {
        guard let customer = record(of: event), let field = customer.dataset.fieldIndex("open_amount") else { return 0 }
        return Money.hundredths(customer.value(at: field)?.number ?? 0)
    }

    private func customer(_ total: CustomerTotal, _ money: (Int64) -> Money) -> Totals.Customer {
        let record = record(of: total.event)
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

extension Int64 {
    /// The sum, or the largest number when it is beyond that.
    func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
