public import Foundation
import GRDB
public import Tables

/// A run as the history has it.
public struct RecordedRun: Sendable, Hashable {
    /// From 1, without gaps.
    public var number: Int
    public var startedAt: Date
    public var seconds: Double
    public var asOf: CalendarDate
    /// The plan's name.
    public var plan: String
    /// In words; empty for all customers.
    public var scope: String
    public var toolVersion: String
    /// In scope.
    public var customers: Int
    public var invoiceReadyCustomers: Int
    /// Those that fail; what could not be evaluated does not count.
    public var findings: Int
    /// Each customer once.
    public var cashAtRisk: Money
    public var new: Int
    public var reopened: Int
    public var fixed: Int
    /// Findings whose record is no longer in the extract.
    public var gone: Int
    /// Findings that stay open because this run did not look at them.
    public var notLookedAt: Int

    public init(
        number: Int, startedAt: Date, seconds: Double, asOf: CalendarDate, plan: String, scope: String,
        toolVersion: String, customers: Int, invoiceReadyCustomers: Int, findings: Int, cashAtRisk: Money, new: Int,
        reopened: Int, fixed: Int, gone: Int, notLookedAt: Int
    ) {
        self.number = number
        self.startedAt = startedAt
        self.seconds = seconds
        self.asOf = asOf
        self.plan = plan
        self.scope = scope
        self.toolVersion = toolVersion
        self.customers = customers
        self.invoiceReadyCustomers = invoiceReadyCustomers
        self.findings = findings
        self.cashAtRisk = cashAtRisk
        self.new = new
        self.reopened = reopened
        self.fixed = fixed
        self.gone = gone
        self.notLookedAt = notLookedAt
    }

    fileprivate init(_ row: Row) {
        number = row["id"]
        startedAt = Date(timeIntervalSince1970: row["started_at"])
        seconds = row["seconds"]
        asOf = CalendarDate(daysSinceEpoch: row["as_of"])
        plan = row["plan"]
        scope = row["scope"]
        toolVersion = row["tool_version"]
        customers = row["customers"]
        invoiceReadyCustomers = row["ready_customers"]
        findings = row["findings"]
        cashAtRisk = Money(hundredths: row["cash"], currency: row["currency"])
        new = row["new"]
        reopened = row["reopened"]
        fixed = row["fixed"]
        gone = row["gone"]
        notLookedAt = row["not_looked_at"]
    }
}

extension HistoryStore {
    /// The runs, first to last; the last `limit` of them where one is given.
    public func runs(last limit: Int? = nil) throws(HistoryError) -> [RecordedRun] {
        try read { try RecordedRun.all($0, last: limit) }
    }
}

extension RecordedRun {
    static func all(_ database: Database, last limit: Int? = nil) throws -> [RecordedRun] {
        try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [limit ?? -1])
            .map { RecordedRun($0) }.reversed()
    }
}
