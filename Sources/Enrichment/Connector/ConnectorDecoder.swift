import CEL
public import Checks
import Diagnostics

extension Connector {
    /// Reads and compiles a connector file; every mistake goes to `diagnostics`.
    ///
    /// `overrides` is what a plan says under `settings:` for the connector: its values take the place of the file's.
    public static func decode(
        _ text: String,
        file: String,
        overrides: YAMLNode? = nil,
        diagnostics: DiagnosticsCollector
    ) -> Connector? {
        guard
            let root = YAMLParser.root(
                of: text, file: file, whenEmpty: "the connector file is empty",
                help: "'keur connectors explain gleif' shows one", diagnostics)
        else { return nil }
        var decoder = ConnectorDecoder(root.merged(with: overrides), diagnostics: diagnostics)
        decoder.reportUnknownSettings(of: overrides, in: root)
        return decoder.connector(documentedBaseURL: root.text(under: "base_url"))
    }
}

/// Reads one connector file, from the top to the mappings.
struct ConnectorDecoder {
    let diagnostics: DiagnosticsCollector
    var reader: MappingReader
    private let before: Int
    /// What every expression may name; then also the steps; then also what is defined over them.
    private(set) var environment: Environment
    /// By name: the file that the plan names, and what a row of it is.
    private(set) var exports: [String: (file: ExportFile?, row: Formula?)] = [:]

    init(_ root: YAMLNode, diagnostics: DiagnosticsCollector) {
        self.diagnostics = diagnostics
        before = diagnostics.all.count
        reader = MappingReader(root, what: "a connector file", diagnostics: diagnostics)
        environment = Environment()
    }

    mutating func connector(documentedBaseURL: String) -> Connector? {
        let name = reader.requiredText("connector")?.text ?? ""
        let title = reader.localized("title")
        let documentation = reader.text("documentation")?.text ?? ""
        let baseURL = reader.requiredText("base_url")
        let countries = reader.texts("countries").map(\.text)
        let secrets = reader.texts("secrets").map(\.text)
        let settings = self.settings()
        let codes = self.codes()
        let connection = self.connection()
        let retention = self.retention()
        environment = ConnectorEnvironment(secrets: secrets, settings: settings.recordType).base

        let stepEntries = reader.mapping("steps")
        exports = self.files(readBy: stepEntries)
        let definitionEntries = reader.mapping("let")
        let matchNode = reader.value("match")
        let names = stepEntries.map(\.key.text)
        reportRepeated(stepEntries + definitionEntries)
        let withSteps = environment.adding(names)
        let withMatch = matchNode == nil ? withSteps : withSteps.adding(["match"])
        let whole = withMatch.adding(definitionEntries.map(\.key.text))

        // Before anything is asked, what is defined over the customer alone can be named.
        let defined = environment.adding(definitionEntries.map(\.key.text))
        let condition = reader.source("when").flatMap { formula($0, .bool, "'when'", in: defined) }
        let authentication = self.authentication(reader.value("auth"))
        let headers = templates(reader.mapping("headers"), "the header", in: environment.withRequest)
        let steps = self.steps(stepEntries, in: whole)
        let definitions = self.definitions(definitionEntries, in: withMatch)
        let matching = matchNode.flatMap { self.matching($0, in: withSteps.adding(definitionEntries.map(\.key.text))) }
        let mappings = self.mappings(in: whole)
        let evidence = reader.value("evidence").map { record($0, NormalForm.evidence, in: whole) }
        reader.finish()
        if let baseURL { check(url: baseURL) }
        guard diagnostics.all.count == before, let baseURL else { return nil }
        return Connector(
            name: name,
            title: title?.text ?? LocalizedText(name),
            documentation: documentation,
            countries: countries,
            baseURL: baseURL.text.withoutSlash,
            documentedBaseURL: documentedBaseURL.withoutSlash,
            manners: connection.manners,
            requestsPerDay: connection.perDay,
            limits: connection.limits,
            trust: connection.trust,
            retentionSeconds: retention,
            secrets: secrets,
            settings: settings,
            codes: codes,
            fileNames: exports.keys.sorted(),
            files: FileLookup.value(of: exports.compactMapValues { $0.file?.path }),
            authentication: authentication,
            headers: headers,
            condition: condition,
            steps: steps,
            definitions: definitions,
            matching: matching,
            mappings: mappings,
            evidence: evidence ?? RecordMapping(type: NormalForm.evidence, fields: [])
        )
    }

    private func steps(_ entries: [YAMLNode.Entry], in environment: Environment) -> [Step] {
        if entries.isEmpty {
            diagnostics.report("a connector needs at least one of 'steps'", at: reader.node.location)
        }
        return entries.compactMap { step($0, in: environment) }
    }

    /// Each sees those above it.
    private func definitions(_ entries: [YAMLNode.Entry], in environment: Environment) -> [Connector.Definition] {
        var known = environment
        return entries.compactMap { entry in
            defer { known = known.adding([entry.key.text]) }
            guard let source = entry.source(diagnostics) else { return nil }
            return formula(source, nil, "'\(entry.key.text)'", in: known).map {
                Connector.Definition(name: entry.key.text, formula: $0)
            }
        }
    }

    /// A setting that the file does not have is none that anything would read.
    fileprivate func reportUnknownSettings(of overrides: YAMLNode?, in root: YAMLNode) {
        let known = root.node(under: "settings")?.keys ?? []
        guard case .mapping(let entries)? = overrides?.node(under: "settings")?.content else { return }
        for entry in entries where !known.contains(entry.key.text) {
            diagnostics.report(
                "'\(entry.key.text)' is none of the settings of '\(root.text(under: "connector"))'",
                help: didYouMean(entry.key.text, among: known), at: entry.keyLocation)
        }
    }

    private func reportRepeated(_ entries: [YAMLNode.Entry]) {
        var seen: Set<String> = [
            "customer", "secret", "setting", "codes", "files", "match", "status", "body", "now", "uuid", "token",
        ]
        for entry in entries where !seen.insert(entry.key.text).inserted {
            diagnostics.report(
                "'\(entry.key.text)' has a meaning already", help: "give it another name", at: entry.keyLocation)
        }
    }
}

extension String {
    var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
