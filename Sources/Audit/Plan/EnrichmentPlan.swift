public import Checks
public import Diagnostics
public import Enrichment

/// What to ask of the outside world: `enrich:` in a plan.
public struct EnrichmentPlan: Sendable {
    /// By precedence: names of connectors that ship, or paths of connector files.
    public var connectors: [CheckReference]
    /// By connector, what takes the place of its file's own.
    public var settings: [String: YAMLNode]
    /// A file of secrets, as the plan writes it.
    public var secrets: String?
    /// Where the plan names it.
    public var secretsLocation: SourceLocation?
    public var maximalAge: MaximalAge
    public var budget: Budget
    /// `http://host:port` through which all sources are asked; nil for that of the environment.
    public var proxy: String?
    /// PEM file with the roots to trust in place of the system's, as the plan writes it.
    public var rootsFile: String?
    /// For how many seconds answers are kept as evidence.
    public var retentionSeconds: Double
    /// Where answers are kept.
    public var answers: String
    /// Where matches by name wait for a judgement.
    public var matches: String

    static func decode(_ node: YAMLNode?, diagnostics: DiagnosticsCollector) -> EnrichmentPlan? {
        guard let node else { return nil }
        var reader = MappingReader(node, what: "enrich", diagnostics: diagnostics)
        let connectors = reader.texts("connectors").map { CheckReference(name: $0.text, location: $0.node.location) }
        let settings = reader.mapping("settings")
        let secrets = reader.text("secrets")
        let maximalAge = maximalAge(reader.value("max_age"), diagnostics)
        let budget = budget(reader.value("budget"), diagnostics)
        let proxy = reader.text("proxy")
        if let proxy, !isProxy(proxy.text) {
            diagnostics.report(
                "'\(proxy.text.contains("@") ? "…@…" : proxy.text)' is no proxy that a plan can name",
                help: "write it as http://host:port; one with a password belongs into the environment, as https_proxy",
                at: proxy.node.location)
        }
        let rootsFile = reader.text("ca_file")?.text
        let retention = reader.text("retention").flatMap { text, place -> Double? in
            let seconds = MaximalAge.seconds(text)
            if seconds == nil {
                diagnostics.report("'\(text)' is no length of time", help: "write it as 730d", at: place.location)
            }
            return seconds
        }
        let answers = reader.text("answers")?.text ?? ".keur/answers.sqlite"
        let matches = reader.text("matches")?.text ?? "matches.csv"
        reader.finish()
        if connectors.isEmpty {
            diagnostics.report(
                "'enrich' names no connectors", help: "'keur connectors list' shows those that ship", at: node.location)
        }
        let names = connectors.map(\.connectorName)
        for entry in settings where !names.contains(entry.key.text) {
            diagnostics.report(
                "there are settings for '\(entry.key.text)', which is none of the connectors here",
                help: didYouMean(entry.key.text, among: names), at: entry.keyLocation)
        }
        return EnrichmentPlan(
            connectors: connectors,
            settings: Dictionary(settings.map { ($0.key.text, $0.value) }) { $1 },
            secrets: secrets?.text,
            secretsLocation: secrets?.node.location,
            maximalAge: maximalAge,
            budget: budget,
            proxy: proxy?.text,
            rootsFile: rootsFile,
            retentionSeconds: retention ?? AnswerStore.usualRetention,
            answers: answers,
            matches: matches
        )
    }

    private static func isProxy(_ text: String) -> Bool {
        ["http://", "https://", "socks5h://"].contains { text.hasPrefix($0) && text.count > $0.count }
            && !text.contains("@")
    }

    private static func maximalAge(_ node: YAMLNode?, _ diagnostics: DiagnosticsCollector) -> MaximalAge {
        var age = MaximalAge()
        guard let node else { return age }
        var reader = MappingReader(node, what: "max_age", diagnostics: diagnostics)
        for part in NormalForm.Part.supplied {
            guard let (text, place) = reader.text(part.rawValue) else { continue }
            if let seconds = MaximalAge.seconds(text) {
                age[part] = seconds
            } else {
                diagnostics.report(
                    "'\(text)' is no length of time", help: "write it as 30d, 12h or 15m", at: place.location)
            }
        }
        reader.finish()
        return age
    }

    private static func budget(_ node: YAMLNode?, _ diagnostics: DiagnosticsCollector) -> Budget {
        var budget = Budget()
        guard let node else { return budget }
        var reader = MappingReader(node, what: "budget", diagnostics: diagnostics)
        budget.requests = reader.integer("requests", in: 0...Int(Int32.max))
        if let (text, place) = reader.text("cost") {
            budget.cost = Cost(text)
            if budget.cost == nil {
                diagnostics.report("'\(text)' is no amount", help: "write it as 50 EUR", at: place.location)
            }
        }
        reader.finish()
        return budget
    }
}

extension CheckReference {
    /// The name under which a plan's settings know the connector: the file's, without folder and ending.
    public var connectorName: String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return String(file.prefix { $0 != "." })
    }
}
