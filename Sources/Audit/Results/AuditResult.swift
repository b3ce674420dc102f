public import Checks
public import Tables

/// Everything a run found out; what reports are made of.
///
/// All amounts in totals are in `currency`. Findings come most urgent first and are rendered when they are asked for,
/// so that a million of them need not be in memory at once.
public struct AuditResult: Sendable {
    public var plan: PlanSummary
    public var datasets: [DatasetSummary]
    public var scope: ScopeSummary
    public var findings: FindingList
    /// One for each check, in the order of packs and checks.
    public var coverage: [CheckCoverage]
    public var totals: Totals
    /// What the user should know about the run itself: guessed encodings, checks that could not run, and the like.
    public var remarks: [String]
    /// Groups with several accounts or a proceeding, as outside sources know them; the largest exposure first.
    public var families: [Family] = []
    /// What was found before and is gone, most cash first; nil without a history.
    public var fixed: [FixedFinding]?
    /// How it went over the last runs; nil without a history.
    public var course: HistoryCourse?
    /// What the history needs to know of how the findings came about; nil in a result that no audit gave.
    var trail: AuditTrail?
    /// Nil when the plan names no waivers.
    public var waivers: WaiverOutcome?
    /// The statuses that the run was asked to raise the alarm for; nil for all.
    public var only: Set<Finding.Status>?
    /// Known debt, which raises no alarm; nil without a baseline.
    public var baseline: Baseline?

    public init(
        plan: PlanSummary, datasets: [DatasetSummary], scope: ScopeSummary, findings: FindingList,
        coverage: [CheckCoverage], totals: Totals, remarks: [String], waivers: WaiverOutcome? = nil
    ) {
        self.plan = plan
        self.datasets = datasets
        self.scope = scope
        self.findings = findings
        self.coverage = coverage
        self.totals = totals
        self.remarks = remarks
        self.waivers = waivers
    }
}

/// What was asked for.
public struct PlanSummary: Sendable {
    public var name: String
    public var asOf: CalendarDate
    /// `en` or `nl`.
    public var language: String
    public var toolVersion: String
    public var failOn: Severity

    public init(name: String, asOf: CalendarDate, language: String, toolVersion: String, failOn: Severity) {
        self.name = name
        self.asOf = asOf
        self.language = language
        self.toolVersion = toolVersion
        self.failOn = failOn
    }
}

/// What was read: rows in = rows audited + rows quarantined.
public struct DatasetSummary: Sendable {
    public struct Quarantined: Sendable {
        /// 1-based physical line on which the record starts.
        public var line: Int
        /// A reason such as `too-few-fields`.
        public var reason: String

        public init(line: Int, reason: String) {
            self.line = line
            self.reason = reason
        }
    }

    public var name: String
    public var source: String
    public var rowsRead: Int
    public var rowsAudited: Int
    public var rowsQuarantined: Int
    /// The first of the quarantined records; `rowsQuarantined` counts them all.
    public var quarantined: [Quarantined]
    /// E.g. `utf-8`, `windows-1252 (guessed)`.
    public var encoding: String
    /// E.g. `,`, `tab`.
    public var delimiter: String
    /// Standard fields that the extract lacks and a check asked for.
    public var missingFields: [String]

    public init(
        name: String, source: String, rowsRead: Int, rowsAudited: Int, rowsQuarantined: Int,
        quarantined: [Quarantined], encoding: String, delimiter: String, missingFields: [String]
    ) {
        self.name = name
        self.source = source
        self.rowsRead = rowsRead
        self.rowsAudited = rowsAudited
        self.rowsQuarantined = rowsQuarantined
        self.quarantined = quarantined
        self.encoding = encoding
        self.delimiter = delimiter
        self.missingFields = missingFields
    }
}

/// Which customers were looked at.
public struct ScopeSummary: Sendable {
    /// In words, e.g. `the 50 largest by open_amount`; empty for all customers.
    public var description: String
    public var customersInScope: Int
    public var customersInTotal: Int
    /// Those for whom the scope's condition could not be evaluated: they are left out.
    public var customersUndecided: Int

    public init(description: String, customersInScope: Int, customersInTotal: Int, customersUndecided: Int = 0) {
        self.description = description
        self.customersInScope = customersInScope
        self.customersInTotal = customersInTotal
        self.customersUndecided = customersUndecided
    }
}

/// How a check went over all records it looks at. `records` is the sum of the four results.
public struct CheckCoverage: Sendable {
    public var checkID: String
    public var pack: String
    public var title: String
    public var severity: Severity
    public var cause: String
    public var owner: String
    public var records: Int
    public var pass: Int
    public var fail: Int
    public var notApplicable: Int
    public var unknown: Int
    /// Among the unknown: results that an outside source would have decided which could not tell.
    public var notKnown = 0
    /// Those of them that stand in the list of findings.
    public var notKnownFindings = 0
    /// Among those that fail: accepted by a waiver. They count neither for `failedAsAWhole` nor for the cash at risk.
    public var waived: Int
    /// Why results are unknown; empty when none is.
    public var reason: String
    /// More records failed, without the accepted ones, than the check tolerates.
    public var failedAsAWhole: Bool
    public var cashAtRisk: Money
    /// Where the rule comes from, e.g. `EN 16931 BT-13`.
    public var references: [String]

    public init(
        checkID: String, pack: String, title: String, severity: Severity, cause: String, owner: String, records: Int,
        pass: Int, fail: Int, notApplicable: Int, unknown: Int, reason: String, failedAsAWhole: Bool,
        cashAtRisk: Money, references: [String] = [], waived: Int = 0
    ) {
        self.checkID = checkID
        self.pack = pack
        self.title = title
        self.severity = severity
        self.cause = cause
        self.owner = owner
        self.records = records
        self.pass = pass
        self.fail = fail
        self.notApplicable = notApplicable
        self.unknown = unknown
        self.waived = waived
        self.reason = reason
        self.failedAsAWhole = failedAsAWhole
        self.cashAtRisk = cashAtRisk
        self.references = references
    }
}

/// The figures for the board.
///
/// Cash at risk of a group (a cause, an owner, the whole) counts each customer once, with the largest amount that one of
/// its findings in the group puts at risk: two defects on one account do not double the money.
public struct Totals: Sendable {
    public struct Group: Sendable {
        /// The cause's slug, or the owner, as the checks write it.
        public var name: String
        public var findings: Int
        public var customers: Int
        public var cashAtRisk: Money

        public init(name: String, findings: Int, customers: Int, cashAtRisk: Money) {
            self.name = name
            self.findings = findings
            self.customers = customers
            self.cashAtRisk = cashAtRisk
        }
    }

    public struct Customer: Sendable {
        public var id: String
        public var name: String
        public var findings: Int
        public var worst: Severity
        public var openAmount: Money
        public var cashAtRisk: Money

        public init(
            id: String, name: String, findings: Int, worst: Severity, openAmount: Money, cashAtRisk: Money
        ) {
            self.id = id
            self.name = name
            self.findings = findings
            self.worst = worst
            self.openAmount = openAmount
            self.cashAtRisk = cashAtRisk
        }
    }

    /// Findings with result fail, by severity; evaluation failures are in `unknownFindings`.
    public var bySeverity: [Severity: Int]
    public var unknownFindings: Int
    public var customers: Int
    /// Customers without a blocker or an error.
    public var invoiceReadyCustomers: Int
    public var openAmount: Money
    public var invoiceReadyOpenAmount: Money
    public var cashAtRisk: Money
    /// Most cash first.
    public var byCause: [Group]
    public var byOwner: [Group]
    /// The customers with the most cash at risk, at most 100; most cash first.
    public var topCustomers: [Customer]
    /// Amounts were in several currencies and were added as if they were one; the codes met, sorted.
    public var mixedCurrencies: [String]

    public init(
        bySeverity: [Severity: Int], unknownFindings: Int, customers: Int, invoiceReadyCustomers: Int,
        openAmount: Money, invoiceReadyOpenAmount: Money, cashAtRisk: Money, byCause: [Group], byOwner: [Group],
        topCustomers: [Customer], mixedCurrencies: [String]
    ) {
        self.bySeverity = bySeverity
        self.unknownFindings = unknownFindings
        self.customers = customers
        self.invoiceReadyCustomers = invoiceReadyCustomers
        self.openAmount = openAmount
        self.invoiceReadyOpenAmount = invoiceReadyOpenAmount
        self.cashAtRisk = cashAtRisk
        self.byCause = byCause
        self.byOwner = byOwner
        self.topCustomers = topCustomers
        self.mixedCurrencies = mixedCurrencies
    }
}
