import CEL
public import Checks
import Diagnostics
import HTTP

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
        let root: YAMLNode?
        do {
            root = try YAMLParser.parse(text, file: file)
        } catch {
            diagnostics.report(error)
            return nil
        }
        guard let root else {
            diagnostics.report(
                "the connector file is empty", help: "'keur connectors explain gleif' shows one",
                at: SourceLocation(file: file, line: 1, column: 1))
            return nil
        }
        var decoder = ConnectorDecoder(root.merged(with: overrides), diagnostics: diagnostics)
        return decoder.connector(documentedBaseURL: root.text(under: "base_url"))
    }
}

/// Reads one connector file, from the top to the mappings.
struct ConnectorDecoder {
    let diagnostics: DiagnosticsCollector
    private var reader: MappingReader
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
        let headers = templates(reader.mapping("headers"), "the header", in: environment)
        let steps = stepEntries.compactMap { step($0, in: whole) }
        if stepEntries.isEmpty {
            diagnostics.report("a connector needs at least one of 'steps'", at: reader.node.location)
        }
        var known = withMatch
        let definitions = definitionEntries.compactMap { entry -> Connector.Definition? in
            defer { known = known.adding([entry.key.text]) }
            guard let source = entry.source(diagnostics) else { return nil }
            return formula(source, nil, "'\(entry.key.text)'", in: known).map {
                Connector.Definition(name: entry.key.text, formula: $0)
            }
        }
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

    /// The exports that a plan can name, and what a row of each is.
    private mutating func files(
        readBy steps: [YAMLNode.Entry]
    ) -> [String: (file: ExportFile?, row: Formula?)] {
        let entries = reader.mapping("files")
        let read = steps.compactMap { $0.value.node(under: "file")?.text(under: "name") }
        for entry in entries where !read.contains(entry.key.text) {
            diagnostics.report(
                "no step reads the file '\(entry.key.text)'", help: didYouMean(entry.key.text, among: read),
                at: entry.keyLocation)
        }
        let rows = reader.mapping("rows")
        var exports: [String: (file: ExportFile?, row: Formula?)] = [:]
        for entry in entries {
            let source = entry.value.isNull ? nil : entry.source(diagnostics)
            exports[entry.key.text] = (source.map { ExportFile(path: Self.path($0.text, in: $0.node)) }, nil)
        }
        for entry in rows {
            guard exports[entry.key.text] != nil else {
                diagnostics.report(
                    "'\(entry.key.text)' is not among 'files'",
                    help: didYouMean(entry.key.text, among: exports.keys.sorted()), at: entry.keyLocation)
                continue
            }
            exports[entry.key.text]?.row = entry.source(diagnostics).flatMap {
                formula($0, nil, "'\(entry.key.text)'", in: environment.adding(["row"]))
            }
        }
        return exports
    }

    // MARK: What is no expression

    private func reportRepeated(_ entries: [YAMLNode.Entry]) {
        var seen: Set<String> = [
            "customer", "secret", "setting", "codes", "files", "match", "status", "body", "now", "uuid", "token",
        ]
        for entry in entries where !seen.insert(entry.key.text).inserted {
            diagnostics.report(
                "'\(entry.key.text)' has a meaning already", help: "give it another name", at: entry.keyLocation)
        }
    }

    private func check(url: (text: String, node: YAMLNode)) {
        let isSafe =
            url.text.hasPrefix("https://") || url.text.hasPrefix("http://127.0.0.1")
            || url.text.hasPrefix("http://localhost") || url.text.hasPrefix("http://[::1]")
        if !isSafe {
            diagnostics.report(
                "'\(url.text)' is not asked over a connection that is not encrypted",
                help: "write it with https; http is for this machine only", at: url.node.location)
        }
    }

    private mutating func settings() -> OutsideSettings {
        let entries = reader.mapping("settings")
        let values = entries.map { entry -> String in
            if entry.value.isNull { return "" }
            return entry.source(diagnostics)?.text ?? ""
        }
        let type = RecordType(
            name: "setting", fields: entries.map { RecordType.Field(name: $0.key.text, type: .string) })
        return OutsideSettings(recordType: type, values: values)
    }

    /// Tables of codes: what a source writes, and what that is in the normal form.
    private mutating func codes() -> Value {
        let tables = reader.mapping("codes").map { table -> (key: Value, value: Value) in
            var texts = MappingReader(table.value, what: "'\(table.key.text)'", diagnostics: diagnostics)
            guard case .mapping(let entries) = table.value.content else { return (.string(table.key.text), .null) }
            let rows = entries.map { row in
                (key: Value.string(row.key.text), value: Value.string(texts.text(row.key.text)?.text ?? ""))
            }
            return (.string(table.key.text), map(rows, at: table))
        }
        return (try? MapValue(tables)).map { .map($0) } ?? .null
    }

    private func map(_ rows: [(key: Value, value: Value)], at table: YAMLNode.Entry) -> Value {
        do throws(EvaluationError) {
            return .map(try MapValue(rows))
        } catch {
            diagnostics.report("'\(table.key.text)': \(error.message)", at: table.keyLocation)
            return .null
        }
    }

    /// A path starts from the file that names it, be it the connector's or the plan.
    private static func path(_ text: String, in node: YAMLNode) -> String {
        let folder = node.location.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return text.hasPrefix("/") || folder.isEmpty ? text : folder.joined(separator: "/") + "/" + text
    }

    private mutating func path(_ key: String) -> String? { reader.text(key).map { Self.path($0.text, in: $0.node) } }

    private mutating func retention() -> Double? {
        guard let (text, node) = reader.text("retention") else { return nil }
        let seconds = MaximalAge.seconds(text)
        if seconds == nil {
            diagnostics.report("'\(text)' is no length of time", help: "write it as 180d", at: node.location)
        }
        return seconds
    }

    private mutating func connection() -> (
        manners: Courier.Manners, perDay: Int?, limits: HTTPRequest.Limits, trust: HTTPRequest.Trust
    ) {
        var manners = Courier.Manners()
        var perDay: Int?
        var limits = HTTPRequest.Limits()
        if let node = reader.value("rate") {
            var rate = MappingReader(node, what: "rate", diagnostics: diagnostics)
            perDay = rate.integer("per_day", in: 1...10_000_000)
            manners.perSecond = rate.number("per_second", in: 0.001...10_000)
            manners.burst = rate.integer("burst", in: 1...10_000) ?? 1
            manners.inFlight = rate.integer("in_flight", in: 1...200) ?? manners.inFlight
            manners.attempts = rate.integer("attempts", in: 1...10) ?? manners.attempts
            manners.firstPauseSeconds = rate.number("first_pause", in: 0...60) ?? manners.firstPauseSeconds
            manners.longestWaitSeconds = rate.number("longest_wait", in: 0...3600) ?? manners.longestWaitSeconds
            manners.resetHeader = rate.text("reset_header")?.text
            rate.finish()
        }
        if let node = reader.value("timeout") {
            var timeout = MappingReader(node, what: "timeout", diagnostics: diagnostics)
            limits.connectSeconds = timeout.number("connect", in: 0.01...600) ?? limits.connectSeconds
            limits.totalSeconds = timeout.number("total", in: 0.01...3600) ?? limits.totalSeconds
            timeout.finish()
        }
        if let megabytes = reader.integer("largest_answer_mb", in: 1...1024) { limits.bodyBytes = megabytes << 20 }
        let trust = HTTPRequest.Trust(
            caFile: path("ca_file"),
            certificateFile: path("certificate_file"),
            keyFile: path("key_file")
        )
        return (manners, perDay, limits, trust)
    }

    // MARK: Expressions

    func formula(_ source: SourceText, _ wanted: CELType?, _ what: String, in environment: Environment) -> Formula? {
        diagnostics.expression(source, wanted, what, in: environment).map { Formula($0, in: environment) }
    }

    func templates(
        _ entries: [YAMLNode.Entry],
        _ what: String,
        in environment: Environment
    ) -> [(name: String, value: CompiledTemplate)] {
        entries.compactMap { entry in
            guard let source = entry.source(diagnostics) else { return nil }
            return diagnostics.template(source, "\(what) '\(entry.key.text)'", in: environment).map {
                (entry.key.text, $0)
            }
        }
    }

    // MARK: Who is asking

    private func authentication(_ node: YAMLNode?) -> Authentication {
        guard let node, !node.isText("none") else { return Authentication() }
        var reader = MappingReader(node, what: "auth", diagnostics: diagnostics)
        var authentication = Authentication()
        let login = reader.value("login").flatMap { self.login($0) }
        let environment = login == nil ? self.environment : self.environment.adding(["token"], of: .string)
        authentication.headers = templates(reader.mapping("header"), "the header", in: environment)
        authentication.query = templates(reader.mapping("query"), "the parameter", in: environment)
        authentication.basic = self.basic(reader.value("basic"))
        authentication.login = login
        reader.finish()
        return authentication
    }

    private func basic(_ node: YAMLNode?) -> (user: CompiledTemplate, password: CompiledTemplate)? {
        guard let node else { return nil }
        var reader = MappingReader(node, what: "basic", diagnostics: diagnostics)
        func part(_ key: String) -> CompiledTemplate? {
            reader.source(key).flatMap { diagnostics.template($0, "'\(key)'", in: environment) }
        }
        let (user, password) = (part("user"), part("password"))
        reader.finish()
        return user.map { ($0, password ?? CompiledTemplate(parts: [])) }
    }

    private func login(_ node: YAMLNode) -> Authentication.Login? {
        var reader = MappingReader(node, what: "login", diagnostics: diagnostics)
        let url = reader.requiredText("post").flatMap {
            diagnostics.template(SourceText(text: $0.text, node: $0.node), "'post'", in: environment)
        }
        let headers = templates(reader.mapping("headers"), "the header", in: environment)
        let basic = self.basic(reader.value("basic"))
        let body = self.body(&reader, in: environment)
        let answer = environment.withAnswer
        let token = reader.source("token").flatMap { formula($0, .string, "'token'", in: answer) }
        let life = reader.source("seconds").flatMap { formula($0, .double, "'seconds'", in: answer) }
        reader.finish()
        guard let url, let token, let life else {
            diagnostics.report("a login needs 'post', 'token' and 'seconds'", at: node.location)
            return nil
        }
        return Authentication.Login(url: url, headers: headers, basic: basic, body: body, token: token, life: life)
    }

    func body(_ reader: inout MappingReader, in environment: Environment) -> BodyTemplate? {
        let json = reader.value("json").map { BodyTemplate.json(self.json($0, in: environment)) }
        let form = reader.mapping("form")
        let xml = reader.source("xml").flatMap { diagnostics.template($0, "'xml'", in: environment) }
        if let json { return json }
        if !form.isEmpty { return .form(templates(form, "the field", in: environment)) }
        return xml.map { .xml($0) }
    }

    private func json(_ node: YAMLNode, in environment: Environment) -> JSONTemplate {
        switch node.content {
        case .mapping(let entries):
            return .object(entries.map { (name: $0.key.text, value: json($0.value, in: environment)) })
        case .sequence(let items): return .array(items.map { json($0, in: environment) })
        case .scalar(let scalar):
            let source = SourceText(text: scalar.text, node: node)
            return .value(diagnostics.template(source, "the body", in: environment) ?? CompiledTemplate(parts: []))
        }
    }

    // MARK: Mappings

    private mutating func mappings(in environment: Environment) -> [NormalForm.Part: Mapping] {
        var mappings: [NormalForm.Part: Mapping] = [:]
        for part in NormalForm.Part.supplied {
            guard let node = reader.value(part.rawValue) else { continue }
            let type = NormalForm.recordType(of: part)
            if part == .events {
                mappings[part] = .list(lists(node, type, in: environment))
            } else {
                let record = record(node, type, in: environment)
                if !record.fields.contains(where: { $0.name == "found" }) {
                    diagnostics.report(
                        "'found' is missing", help: "say when the answers mean that there is such an entity",
                        at: node.location)
                }
                mappings[part] = .record(record)
            }
        }
        if mappings.isEmpty {
            let parts = NormalForm.Part.supplied.map(\.rawValue).joined(separator: ", ")
            diagnostics.report(
                "the connector supplies nothing", help: "map the answers to \(parts)", at: reader.node.location)
        }
        return mappings
    }

    private func matching(_ node: YAMLNode, in environment: Environment) -> Matching? {
        var reader = MappingReader(node, what: "match", diagnostics: diagnostics)
        let items = reader.source("for").flatMap { formula($0, .list(.dyn), "'for'", in: environment) }
        let item = reader.text("as")?.text ?? "item"
        let inner = environment.adding([item])
        let key = reader.source("key").flatMap { formula($0, nil, "'key'", in: inner) }
        let name = reader.source("name").flatMap { formula($0, nil, "'name'", in: inner) }
        let places = ["postcode", "street", "city"].compactMap { place in
            reader.source(place).flatMap { formula($0, nil, "'\(place)'", in: inner) }.map {
                (field: place, formula: $0)
            }
        }
        reader.finish()
        guard let items, let key, let name else {
            diagnostics.report("a match needs 'for', 'key' and 'name'", at: node.location)
            return nil
        }
        return Matching(items: items, item: item, key: key, name: name, places: places)
    }

    private func record(_ node: YAMLNode, _ type: RecordType, in environment: Environment) -> RecordMapping {
        var reader = MappingReader(node, what: type.name, diagnostics: diagnostics)
        let fields = type.fields.compactMap { field -> (name: String, mapping: Mapping)? in
            guard let node = reader.value(field.name) else { return nil }
            return mapping(node, field, in: environment).map { (field.name, $0) }
        }
        reader.finish()
        return RecordMapping(type: type, fields: fields)
    }

    private func mapping(_ node: YAMLNode, _ field: RecordType.Field, in environment: Environment) -> Mapping? {
        switch field.type {
        case .record(let name):
            guard let type = NormalForm.recordType(named: name) else { return nil }
            return .record(record(node, type, in: environment))
        case .list(.record(let name)):
            guard let type = NormalForm.recordType(named: name) else { return nil }
            return .list(lists(node, type, in: environment))
        default:
            guard case .scalar(let scalar) = node.content else {
                diagnostics.report("'\(field.name)' should be an expression, not \(node.kind)", at: node.location)
                return nil
            }
            return formula(SourceText(text: scalar.text, node: node), nil, "'\(field.name)'", in: environment).map {
                .value($0)
            }
        }
    }

    /// One block, or a list of blocks, each with `for`, `as` and fields; without `for` it gives one record.
    private func lists(_ node: YAMLNode, _ type: RecordType, in environment: Environment) -> [ListMapping] {
        if case .sequence(let items) = node.content { return items.flatMap { lists($0, type, in: environment) } }
        guard case .mapping(let entries) = node.content else {
            diagnostics.report("'\(type.name)' should be a mapping with 'for', not \(node.kind)", at: node.location)
            return []
        }
        var reader = MappingReader(node, what: type.name, diagnostics: diagnostics)
        let premise = reader.source("if").flatMap { formula($0, .bool, "'if'", in: environment) }
        let source = reader.source("for")
        let item = reader.text("as")?.text ?? "item"
        let inner = environment.adding([item])
        let items = source.flatMap { formula($0, .list(.dyn), "'for'", in: environment) }
        let condition = reader.source("when").flatMap { formula($0, .bool, "'when'", in: inner) }
        let keys: Set<String> = ["if", "for", "as", "when"]
        let rest = YAMLNode(
            content: .mapping(entries.filter { !keys.contains($0.key.text) }), location: node.location)
        if source == nil { diagnostics.report("'for' is missing", help: "give the list of items", at: node.location) }
        let record = record(rest, type, in: inner)
        guard let items else { return [] }
        return [ListMapping(premise: premise, items: items, item: item, condition: condition, record: record)]
    }
}

extension YAMLNode.Entry {
    /// The value as a text with its place; anything else is reported.
    func source(_ diagnostics: DiagnosticsCollector) -> SourceText? {
        guard case .scalar(let scalar) = value.content else {
            diagnostics.report("'\(key.text)' should be a text, not \(value.kind)", at: value.location)
            return nil
        }
        return SourceText(text: scalar.text, node: value)
    }
}

extension String {
    var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}

extension YAMLNode {
    func node(under key: String) -> YAMLNode? {
        if case .mapping(let entries) = content { entries.first { $0.key.text == key }?.value } else { nil }
    }

    func text(under key: String) -> String {
        if case .scalar(let scalar)? = node(under: key)?.content { scalar.text } else { "" }
    }

    func isText(_ text: String) -> Bool {
        if case .scalar(let scalar) = content { scalar.text == text } else { false }
    }

    /// Mappings are merged key by key, anything else is replaced.
    func merged(with other: YAMLNode?) -> YAMLNode {
        guard let other else { return self }
        guard case .mapping(let own) = content, case .mapping(let others) = other.content else { return other }
        let merged = own.map { entry -> Entry in
            guard let override = others.first(where: { $0.key.text == entry.key.text }) else { return entry }
            return Entry(
                key: entry.key, keyLocation: override.keyLocation, value: entry.value.merged(with: override.value))
        }
        let added = others.filter { other in !own.contains { $0.key.text == other.key.text } }
        return YAMLNode(content: .mapping(merged + added), location: location)
    }
}
