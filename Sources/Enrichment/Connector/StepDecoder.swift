import CEL
public import Checks
import Diagnostics
import HTTP

extension ConnectorDecoder {
    func step(_ entry: YAMLNode.Entry, in environment: Environment) -> Step? {
        var reader = MappingReader(entry.value, what: "step '\(entry.key.text)'", diagnostics: diagnostics)
        let condition = reader.source("when").flatMap { formula($0, .bool, "'when'", in: environment) }
        let eachSource = reader.source("each")
        let item = reader.text("as")?.text ?? "item"
        let items = eachSource.flatMap { formula($0, .list(.dyn), "'each'", in: environment) }
        let asking = items == nil ? environment : environment.adding([item])
        let file = reader.value("file")
        let request = self.request(&reader, hasFile: file != nil, in: asking.withRequest)
        let format = reader.choice("format", of: ["json": Step.Format.json, "xml": .xml, "text": .text])
        let answer = asking.withAnswer
        let reading = self.reading(&reader, entry, isAsked: request.url != nil, asking: asking, answer: answer)
        let next = reader.source("next").flatMap { formula($0, .string, "'next'", in: answer) }
        let pageLimit = reader.integer("pages", in: 1...10_000)
        let life = self.life(&reader, "keep")
        let lifeWhenNotFound = reader.text("keep_not_found").flatMap { seconds($0) }
        let lifeIf = self.lifeIf(reader.value("keep_if"), in: answer)
        let cost = reader.text("cost").flatMap { self.cost($0) }
        let isRepeatable = reader.choice("repeatable", of: ["true": true, "false": false])
        let mayLeaveHost = reader.choice("other_host", of: ["true": true, "false": false])
        reader.finish()
        guard request.url != nil || file != nil else { return nil }
        return Step(
            name: entry.key.text,
            condition: condition,
            lookup: file.flatMap { lookup($0, in: asking) },
            isAskable: request.url != nil,
            method: request.method,
            url: request.url ?? CompiledTemplate(parts: []),
            mayLeaveHost: mayLeaveHost ?? false,
            query: request.query,
            headers: request.headers,
            body: request.body,
            format: format ?? .json,
            isRepeatable: isRepeatable ?? (request.method == .get),
            notFound: reading.notFound,
            failure: reading.failure,
            transient: reading.transient,
            expected: reading.expected,
            identity: reading.identity,
            each: items.map { ($0, item) },
            next: next,
            pageLimit: pageLimit ?? 20,
            life: life,
            lifeWhenNotFound: lifeWhenNotFound ?? 86_400,
            lifeIf: lifeIf,
            cost: cost
        )
    }

    /// What is sent; without `url`, nothing is.
    private struct Request {
        let method: HTTPRequest.Method
        let url: CompiledTemplate?
        let query: [(name: String, value: CompiledTemplate)]
        let headers: [(name: String, value: CompiledTemplate)]
        let body: BodyTemplate?
    }

    private func request(_ reader: inout MappingReader, hasFile: Bool, in environment: Environment) -> Request {
        let (get, post) = (reader.source("get"), reader.source("post"))
        if get != nil && post != nil || get == nil && post == nil && !hasFile {
            diagnostics.report("a step asks with either 'get' or 'post'", at: reader.node.location)
        }
        let what = get == nil ? "'post'" : "'get'"
        return Request(
            method: post == nil ? .get : .post,
            url: (get ?? post).flatMap { diagnostics.template($0, what, in: environment) },
            query: templates(reader.mapping("query"), "the parameter", in: environment),
            headers: templates(reader.mapping("headers"), "the header", in: environment),
            body: body(&reader, in: environment))
    }

    /// How an answer is told from one that is none.
    private struct Reading {
        let notFound: Formula?
        let failure: Formula?
        let transient: Set<String>
        let expected: Formula?
        let identity: AnsweredIdentity?
    }

    private func reading(
        _ reader: inout MappingReader,
        _ entry: YAMLNode.Entry,
        isAsked: Bool,
        asking: Environment,
        answer: Environment
    ) -> Reading {
        let about = reader.value("about")
        if about == nil, isAsked {
            diagnostics.report(
                "'about' is missing in step '\(entry.key.text)'",
                help: "write about: { asked: number, told: body.number }, or about: none if answers repeat none",
                at: entry.value.location)
        }
        return Reading(
            notFound: reader.source("not_found").flatMap { formula($0, .bool, "'not_found'", in: answer) },
            failure: reader.source("failed").flatMap { formula($0, .string, "'failed'", in: answer) },
            transient: Set(reader.texts("transient").map(\.text)),
            expected: reader.source("expect").flatMap { formula($0, .bool, "'expect'", in: answer) },
            identity: about.flatMap { identity($0, asking: asking, answer: answer) })
    }

    /// Nil for `none`.
    private func identity(_ node: YAMLNode, asking: Environment, answer: Environment) -> AnsweredIdentity? {
        if node.isText("none") { return nil }
        var reader = MappingReader(node, what: "about", diagnostics: diagnostics)
        let (askedSource, toldSource) = (reader.source("asked"), reader.source("told"))
        reader.finish()
        guard let askedSource, let toldSource else {
            diagnostics.report("'about' needs 'asked' and 'told', or is none", at: node.location)
            return nil
        }
        let asked = formula(askedSource, nil, "'asked'", in: asking)
        let told = formula(toldSource, nil, "'told'", in: answer)
        guard let asked, let told else { return nil }
        return AnsweredIdentity(asked: asked, told: told)
    }

    /// Nil when the plan names no file for it.
    private func lookup(_ node: YAMLNode, in environment: Environment) -> FileLookup? {
        var reader = MappingReader(node, what: "file", diagnostics: diagnostics)
        let name = reader.requiredText("name")
        let columns = reader.texts("key").map(\.text)
        let (of, answered) = (reader.source("of"), reader.source("answer"))
        reader.finish()
        guard let name, let of, let answered, !columns.isEmpty else {
            diagnostics.report("a file needs 'name', 'key', 'of' and 'answer'", at: node.location)
            return nil
        }
        let key = formula(of, nil, "'of'", in: environment)
        let inner = environment.adding(["rows"], of: .list(.dyn)).adding(["modified"], of: .timestamp)
        let answer = formula(answered, nil, "'answer'", in: inner)
        guard let export = exports[name.text] else {
            diagnostics.report(
                "'\(name.text)' is not among 'files'", help: didYouMean(name.text, among: exports.keys.sorted()),
                at: name.node.location)
            return nil
        }
        guard let key, let answer else { return nil }
        return export.file.map {
            FileLookup(file: $0, columns: columns, key: key, row: export.row, answer: answer)
        }
    }

    /// A kind of datum, for which the plan has a maximal age, or a time such as `12h`.
    private func life(_ reader: inout MappingReader, _ key: String) -> Step.Life {
        guard let (text, node) = reader.text(key) else { return .part(.register) }
        if let part = NormalForm.Part.supplied.first(where: { $0.rawValue == text }) { return .part(part) }
        return .seconds(seconds((text, node)) ?? 0)
    }

    private func lifeIf(_ node: YAMLNode?, in environment: Environment) -> (condition: Formula, seconds: Double)? {
        guard let node else { return nil }
        var reader = MappingReader(node, what: "keep_if", diagnostics: diagnostics)
        let condition = reader.source("when").flatMap { formula($0, .bool, "'when'", in: environment) }
        let life = reader.text("for").flatMap { seconds($0) }
        reader.finish()
        guard let condition, let life else {
            diagnostics.report("'keep_if' needs 'when' and 'for'", at: node.location)
            return nil
        }
        return (condition, life)
    }

    private func seconds(_ entry: (text: String, node: YAMLNode)) -> Double? {
        guard let seconds = MaximalAge.seconds(entry.text) else {
            diagnostics.report(
                "'\(entry.text)' is no length of time", help: "write it as 30d, 12h, 15m or 0s", at: entry.node.location
            )
            return nil
        }
        return seconds
    }

    private func cost(_ entry: (text: String, node: YAMLNode)) -> Cost? {
        guard let cost = Cost(entry.text) else {
            diagnostics.report("'\(entry.text)' is no amount", help: "write it as 0.02 EUR", at: entry.node.location)
            return nil
        }
        return cost
    }
}

extension Cost {
    /// Reads `0.02 EUR`.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let amount = Double(words[0]), amount >= 0, amount.isFinite, words[1].count == 3 else {
            return nil
        }
        self.init(amount: amount, currency: String(words[1]))
    }
}

/// How old an answer may be, by the kind of datum.
public struct MaximalAge: Sendable {
    private var seconds: [NormalForm.Part: Double] = [
        .register: 7 * 86_400, .group: 30 * 86_400, .events: 86_400, .credit: 30 * 86_400, .channel: 86_400,
        .screening: 86_400,
    ]

    public init() {}

    public subscript(part: NormalForm.Part) -> Double {
        get { seconds[part] ?? 0 }
        set { seconds[part] = newValue }
    }

    /// Reads `30d`, `12h`, `15m` or `20s`.
    public static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["d": 86_400, "h": 3600, "m": 60, "s": 1]
        guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()), number >= 0,
            number.isFinite
        else { return nil }
        return number * unit
    }
}

extension MappingReader {
    mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let (text, node) = text(key) else { return nil }
        guard let number = Double(text), range.contains(number) else {
            diagnostics.report(
                "'\(key)' should be a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'",
                at: node.location)
            return nil
        }
        return number
    }
}
