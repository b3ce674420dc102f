public import Checks
import Diagnostics
import Tables

extension Plan {
    /// The packs that an audit without a plan runs.
    public static let standardPacks = [
        "intake", "legal-entity", "identifiers", "address", "ap-channel", "po-requirements", "invoice-rules",
        "payment-terms", "credit", "dunning", "bank", "duplicates", "governance",
    ]

    /// Failing one of these ends an onboarding, unless the plan says otherwise: insolvency, sanctions, an entity that has
    /// ended, a VAT number that its country does not know. What can be mended by asking is not among them.
    public static let standardRejections: Set<String> = ["EX-01", "EX-17", "LE-10", "LE-11", "ID-04", "ID-12"]

    /// Whoever asks outside sources wants to know what they say.
    private static func defaultPacks(_ enrichment: EnrichmentPlan?) -> [String] {
        standardPacks + (enrichment == nil ? [] : ["outside-data", "group-risk"])
    }

    /// Reads a plan; every mistake goes to `diagnostics`, and what could be read is given back.
    ///
    /// `file` is the path as the user named it, for messages; `folder` the plan's, from which relative paths start.
    public static func decode(
        _ text: String,
        file: String,
        folder: String,
        diagnostics: DiagnosticsCollector
    ) -> Plan? {
        guard
            let root = YAMLParser.root(
                of: text, file: file, whenEmpty: "the plan is empty",
                help: "'keur map CUSTOMERS.csv' writes one to start from", diagnostics)
        else { return nil }
        var reader = MappingReader(root, what: "a plan", diagnostics: diagnostics)
        let name = reader.text("name")?.text ?? file
        let asOf = reader.text("as_of").flatMap { text, node in CalendarDate(iso: text, at: node, diagnostics) }
        let language = reader.choice("language", of: ["en": "en", "nl": "nl"]) ?? "en"
        let datasets = reader.mapping("datasets").compactMap { DatasetPlan.decode($0, diagnostics: diagnostics) }
        PlanNames(diagnostics: diagnostics).check(datasets)
        let scope = ScopePlan.decode(reader.value("scope"), diagnostics: diagnostics)
        let checks = reader.texts("checks").map { CheckReference(name: $0.text, location: $0.node.location) }
        let parameters = reader.mapping("params").compactMap { Parameter($0, diagnostics: diagnostics) }
        let reports = ReportsPlan.decode(reader.value("reports"), diagnostics: diagnostics)
        let failOn = reader.choice(
            "fail_on",
            of: [
                "blocker": Severity.blocker, "error": Severity.error, "warning": Severity.warning,
                "info": Severity.info,
            ]
        )
        let enrichment = EnrichmentPlan.decode(reader.value("enrich"), diagnostics: diagnostics)
        let history = historyFile(&reader)
        let waivers = WaiverPlan.decode(reader.value("waivers"), diagnostics: diagnostics)
        let rejections = OnboardingPlan.decode(reader.value("onboard"), diagnostics: diagnostics)
        let notifications = NotifyPlan.decode(reader.list("notify"), diagnostics: diagnostics)
        reader.finish()

        if !datasets.contains(where: { $0.name == "customers" }) {
            diagnostics.report(
                "the plan names no 'customers' dataset", help: "every audit starts from it", at: root.location)
        }
        return Plan(
            name: name,
            asOf: asOf,
            language: language,
            datasets: datasets,
            scope: scope,
            checks: checks.isEmpty ? defaultPacks(enrichment).map { CheckReference(name: $0) } : checks,
            parameters: parameters,
            reportsDirectory: reports.directory,
            reportFormats: reports.formats,
            reportsKept: reports.kept,
            failOn: failOn ?? .error,
            waivers: waivers,
            rejectingChecks: rejections.map { Set($0.map(\.id)) } ?? standardRejections,
            rejectionLocations: rejections ?? [],
            notifications: notifications,
            enrichment: enrichment,
            history: history == "none" ? nil : history,
            folder: folder
        )
    }

    /// `none` alone switches the history off; a word that means as much would become the name of a file.
    private static func historyFile(_ reader: inout MappingReader) -> String {
        guard let (text, node) = reader.text("history") else { return defaultHistory }
        guard case .scalar(let scalar) = node.content, !text.isEmpty,
            !scalar.isPlain || !["false", "true", "no", "yes", "off", "on"].contains(text.lowercased())
        else {
            reader.diagnostics.report(
                "'\(text)' is no file for the history",
                help: "name one, leave the line out for \(defaultHistory), or write 'none' to remember nothing",
                at: node.location)
            return defaultHistory
        }
        return text
    }

    /// A plan for a customer file alone: the standard packs, mapping by header.
    public static func forCustomers(at path: String) -> Plan {
        let customers = DatasetPlan(
            name: "customers",
            nameLocation: nil,
            source: path,
            record: "customer",
            key: nil,
            fields: [],
            links: [],
            options: CSVOptions()
        )
        return Plan(
            name: path,
            asOf: nil,
            language: "en",
            datasets: [customers],
            scope: .everyone,
            checks: standardPacks.map { CheckReference(name: $0) },
            parameters: [],
            reportsDirectory: "reports",
            reportFormats: ReportsPlan.defaultFormats,
            failOn: .error,
            waivers: nil,
            enrichment: nil,
            history: nil,
            folder: ""
        )
    }

    /// A plan for a prospect when there is none: the standard packs, and no customers yet.
    public static var forProspects: Plan {
        var plan = forCustomers(at: "")
        plan.datasets = []
        return plan
    }
}

struct ReportsPlan {
    static let defaultFormats = ["csv", "html"]
    var directory = "reports"
    var formats = Self.defaultFormats
    var kept: Int?

    static func decode(_ node: YAMLNode?, diagnostics: DiagnosticsCollector) -> ReportsPlan {
        guard let node else { return ReportsPlan() }
        var reader = MappingReader(node, what: "reports", diagnostics: diagnostics)
        var plan = ReportsPlan()
        if let directory = reader.text("directory")?.text { plan.directory = directory }
        let formats = reader.texts("formats")
        plan.kept = reader.integer("keep", in: 1...100_000)
        reader.finish()
        let known = ["csv", "html", "json"]
        for (text, node) in formats where !known.contains(text) {
            diagnostics.report(
                "'\(text)' is no report format",
                help: didYouMean(text, among: known) ?? "it is one of \(known.joined(separator: ", "))",
                at: node.location
            )
        }
        if !formats.isEmpty { plan.formats = formats.map(\.text) }
        return plan
    }
}

/// What a plan says of onboarding.
enum OnboardingPlan {
    /// The checks that no new customer may fail; nil when the plan does not say.
    static func decode(
        _ node: YAMLNode?,
        diagnostics: DiagnosticsCollector
    ) -> [(id: String, location: SourceLocation)]? {
        guard let node else { return nil }
        var reader = MappingReader(node, what: "onboard", diagnostics: diagnostics)
        let isSaid = reader.value("reject") != nil
        let checks = reader.texts("reject").map { (id: $0.text, location: $0.node.location) }
        reader.finish()
        return isSaid ? checks : nil
    }
}

extension ScopePlan {
    static func decode(_ node: YAMLNode?, diagnostics: DiagnosticsCollector) -> ScopePlan {
        guard let node else { return .everyone }
        var reader = MappingReader(node, what: "scope", diagnostics: diagnostics)
        let condition = reader.text("where").map { SourceText(text: $0.text, node: $0.node) }
        let top = reader.integer("top", in: 1...Int(Int32.max))
        let measure = reader.text("by").map { SourceText(text: $0.text, node: $0.node) }
        reader.finish()
        if measure != nil, top == nil {
            diagnostics.report(
                "'by' says how to rank customers, but 'top' does not say how many to keep",
                help: "add e.g. 'top: 50'",
                at: node.location
            )
        }
        return ScopePlan(condition: condition, top: top, measure: measure, location: node.location)
    }
}

extension CalendarDate {
    init?(iso text: String, at node: YAMLNode, _ diagnostics: DiagnosticsCollector) {
        guard let date = CalendarDate(iso: text) else {
            diagnostics.report("'\(text)' is no date", help: "write it as 2026-09-30", at: node.location)
            return nil
        }
        self = date
    }
}
