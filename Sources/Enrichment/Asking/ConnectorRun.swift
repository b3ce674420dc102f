import CEL
import Checks
import Foundation
import HTTP
import Identifiers

/// Asks one connector about one legal entity: its steps one after the other, then the mappings.
final class ConnectorRun {
    private enum StepResult {
        case value(Value)
        case failed(NotKnown)
    }

    private let connector: Connector
    private let subject: Subject
    private let fetcher: Fetcher
    private let judgements: Judgements
    /// Nothing is asked; what would be is noted.
    private let isPlanning: Bool
    private let now = Date()
    private var results: [String: StepResult] = [:]
    private var matched: Result<Value, NotKnown>?
    private var undecided: NotKnown?
    private var exchanges: [Exchange] = []
    private var planned: [PlannedRequest] = []

    init(
        _ connector: Connector,
        about subject: Subject,
        fetcher: Fetcher,
        judgements: Judgements,
        isPlanning: Bool = false
    ) {
        self.connector = connector
        self.subject = subject
        self.fetcher = fetcher
        self.judgements = judgements
        self.isPlanning = isPlanning
    }

    func answer() async -> ConnectorAnswer {
        var answer = ConnectorAnswer(connector: connector.name, parts: [:], exchanges: [], planned: [])
        guard isApplicable else {
            for part in connector.parts { answer.parts[part] = .notAsked }
            return answer
        }
        if let missing = connector.secrets.first(where: { fetcher.secrets[$0] == nil }), !fetcher.options.isOffline,
            !connector.isFromFilesAlone
        {
            let reason = "\(missing) is not set; put it into the environment or into the file of secrets"
            for part in connector.parts { answer.parts[part] = .notKnown(titled(reason)) }
            return answer
        }
        for step in connector.steps { await run(step) }
        let mapper = Mapper(
            connector: connector, activation: activation(), firstAskedAt: exchanges.map(\.askedAt).min())
        for (part, mapping) in connector.mappings {
            answer.parts[part] = mapper.part(part, mapping) { self.titled($0) }
            // What waits for a judgement is no failure of the source.
            if let undecided, case .notKnown(titled(undecided.reason)) = answer.parts[part] {
                answer.parts[part] = .undecided(undecided.reason)
            }
        }
        // A register that does not know the company cannot say that nothing happened to it.
        if case .notFound? = answer.parts[.register], case .known(let events)? = answer.parts[.events], events.isEmpty {
            answer.parts[.events] = .notFound
        }
        answer.exchanges = exchanges
        answer.planned = planned
        return answer
    }

    private func titled(_ reason: String) -> String { "\(connector.title.text(in: "en")): \(reason)" }

    private var isApplicable: Bool {
        guard connector.countries.isEmpty || connector.countries.contains(subject["country"]) else { return false }
        guard let condition = connector.condition else { return true }
        // No step has run yet: a match that the condition came by is none.
        defer { matched = nil }
        if case .success(.bool(true)) = condition.program.evaluate(activation()) { return true }
        return false
    }

    // MARK: Names

    private func activation(_ own: [String: Value] = [:], secrets: SecretRecord? = nil) -> Activation {
        Activation { [self] (name) throws(EvaluationError) in
            if let value = own[name] { return value }
            switch name {
            case "customer": return .record(subject)
            case "setting": return .record(connector.settings)
            case "codes": return connector.codes
            case "files": return connector.files
            case "secret": return .record(secrets ?? SecretRecord(names: connector.secrets, values: nil))
            case "now":
                // For the key of what is kept, a moment that is the same for the same request.
                let seconds = secrets?.isDated == true ? Int64(now.timeIntervalSince1970) : 0
                return Value.Timestamp(seconds: seconds).map { .timestamp($0) }
            case "uuid":
                return .string(
                    secrets?.isReal == true ? UUID().uuidString.lowercased() : "00000000-0000-4000-8000-000000000000")
            case "match": return try match()
            default: break
            }
            if let definition = connector.definitions.first(where: { $0.name == name }) {
                return try definition.formula.program.evaluate(activation()).get()
            }
            switch results[name] {
            case .value(let value): return value
            case .failed(let failure): throw EvaluationError(failure.reason, kind: .notKnown)
            case nil: return .null
            }
        }
    }

    // MARK: Steps

    private func run(_ step: Step) async {
        guard step.isAskable || step.lookup != nil else { return }
        if let condition = step.condition {
            switch condition.program.evaluate(activation()) {
            case .success(.bool(true)): break
            case .success: return
            case .failure(let error):
                results[step.name] = .failed(NotKnown(error.message))
                if isPlanning, step.lookup == nil, error.kind == .notKnown { plan(step, nil, key: nil) }
                return
            }
        }
        do throws(NotKnown) {
            if let (items, name) = step.each {
                var values: [Value] = []
                let all = try evaluate(items).elements
                guard all.count <= 100 else {
                    throw NotKnown("\(all.count) requests would be needed in step '\(step.name)'")
                }
                for item in all { values.append(try await ask(step, [name: item])) }
                results[step.name] = .value(.list(values.filter { !$0.isNothing }))
            } else {
                results[step.name] = .value(try await ask(step, [:]))
            }
        } catch {
            // Whatever the request is made of is not there yet.
            if isPlanning, step.lookup == nil, planned.last?.step != step.name { plan(step, nil, key: nil) }
            results[step.name] = .failed(error)
        }
    }

    private func plan(_ step: Step, _ request: ShownRequest?, key: String?) {
        planned.append(
            PlannedRequest(
                connector: connector.name, step: step.name, key: key, request: request, cost: step.cost,
                staleness: key.map { fetcher.staleness($0, now: now) } ?? 0))
    }

    private func evaluate(_ formula: Formula, _ own: [String: Value] = [:]) throws(NotKnown) -> Value {
        switch formula.program.evaluate(activation(own)) {
        case .success(let value): return value
        case .failure(let error):
            throw NotKnown(
                error.kind == .notKnown ? error.message : "the answer is not as it is documented: \(error.message)")
        }
    }

    /// The answer's content, or that of all its pages as a list; null when there is no such thing.
    private func ask(_ step: Step, _ item: [String: Value]) async throws(NotKnown) -> Value {
        if let lookup = step.lookup {
            let found = try look(lookup, step, item)
            return step.next == nil ? found : .list(found.elements)
        }
        var url: String?
        var pages: [Value] = []
        while true {
            guard let body = try await askOnce(step, item, url: url) else {
                return step.next == nil ? .null : .list(pages)
            }
            guard let next = step.next else { return body }
            pages.append(body)
            let link = try evaluate(next, item.merging(["body": body, "status": .int(200)]) { $1 }).plainText
            if link.isEmpty { return .list(pages) }
            guard pages.count < step.pageLimit else {
                throw NotKnown("the answer of step '\(step.name)' has more than \(step.pageLimit) pages")
            }
            url = try connector.followed(link)
        }
    }

    /// The answer from an export, which is shown as if its rows had been asked for.
    private func look(_ lookup: FileLookup, _ step: Step, _ item: [String: Value]) throws(NotKnown) -> Value {
        let keys = lookup.keys(try evaluate(lookup.key, item))
        let (rows, modified) = try lookup.file.rows(where: lookup.columns, are: keys).get()
        var values: [Value] = []
        for row in rows {
            let value = FileLookup.value(of: row)
            values.append(
                try lookup.row.map { (shape) throws(NotKnown) in try evaluate(shape, ["row": value]) } ?? value)
        }
        let moment = Value.Timestamp(seconds: Int64(modified.timeIntervalSince1970)).map { Value.timestamp($0) }
        let names = ["rows": .list(values), "modified": moment ?? .null]
        let answer = values.isEmpty ? Value.null : try evaluate(lookup.answer, item.merging(names) { $1 })
        let query = keys.map { key in zip(lookup.columns, key).map { "\($0) = \($1)" }.joined(separator: ", ") }
        exchanges.append(
            Exchange(
                step: step.name,
                request: ShownRequest(
                    method: "READ", url: lookup.file.path, headers: [], body: query.joined(separator: "\n")),
                status: 200, body: answer.jsonText, askedAt: modified, isKept: true))
        return answer
    }

    /// Nil when the source answers that there is no such thing.
    private func askOnce(_ step: Step, _ item: [String: Value], url: String?) async throws(NotKnown) -> Value? {
        let shown = try build(
            step, item, url: url, secrets: SecretRecord(names: connector.secrets, values: nil), token: "***")
        let key = ConnectorFunctions.sha256(
            [connector.name, step.name, shown.shown.method, shown.shown.url, shown.shown.body].joined(separator: "\n")
        ).hexText
        if let kept = fetcher.kept(key, now: now), case .success(let content) = content(of: kept, step, item) {
            note(kept, shown.shown, step)
            return content
        }
        if isPlanning {
            plan(step, shown.shown, key: key)
            throw NotKnown("not asked yet")
        }
        if let other = await fetcher.outcome(ofOther: key) {
            let raw = try other.get()
            note(raw, shown.shown, step)
            return try content(of: raw, step, item).get()
        }
        // Whoever asked the same has finished since the look into the store.
        if let kept = fetcher.kept(key, now: now), case .success(let content) = content(of: kept, step, item) {
            note(kept, shown.shown, step)
            await fetcher.finish(key, .success(kept))
            return content
        }
        do throws(NotKnown) {
            let dated = try build(
                step, item, url: url, secrets: SecretRecord(names: connector.secrets, values: nil, isDated: true),
                token: "***")
            let (raw, content) = try await askSource(step, item, url: url, key: key, shown: dated.shown)
            await fetcher.finish(key, .success(raw))
            return content
        } catch {
            await fetcher.finish(key, .failure(error))
            throw error
        }
    }

    /// Asks until there is an answer that can be understood, which is kept.
    private func askSource(
        _ step: Step,
        _ item: [String: Value],
        url: String?,
        key: String,
        shown: ShownRequest
    ) async throws(NotKnown) -> (raw: RawAnswer, content: Value?) {
        var pause = connector.manners.firstPauseSeconds * 2
        var refusedToken: String?
        for attempt in 0..<3 {
            let token = try await token(renewing: refusedToken)
            let built = try build(
                step, item, url: url, secrets: SecretRecord(names: connector.secrets, values: fetcher.secrets),
                token: token)
            let raw: RawAnswer
            do throws(NotKnown) {
                raw = try await fetcher.ask(
                    built.request, of: connector, cost: step.cost, repeatable: step.isRepeatable)
            } catch {
                note(nil, shown, step, reason: error.reason)
                throw error
            }
            note(raw, shown, step)
            if raw.status == 401, connector.authentication.login != nil, refusedToken == nil {
                refusedToken = token
                continue
            }
            switch content(of: raw, step, item) {
            case .success(let content):
                fetcher.keep(
                    raw, as: keep(content, step, item), key: key, connector: connector.name, step: step.name,
                    request: shown)
                return (raw, content)
            case .failure(let failure):
                guard step.transient.contains(failure.reason), attempt < 2, step.isRepeatable else { throw failure }
                do {
                    try await Task.sleep(for: .seconds(pause))
                } catch {
                    throw NotKnown("cancelled")
                }
                pause *= 2
            }
        }
        throw NotKnown("access was refused again and again")
    }

    private func note(_ raw: RawAnswer?, _ request: ShownRequest, _ step: Step, reason: String = "") {
        exchanges.append(
            Exchange(
                step: step.name,
                request: request,
                status: raw?.status,
                body: raw.map { String(decoding: $0.body, as: UTF8.self) } ?? reason,
                askedAt: raw?.askedAt ?? now,
                isKept: raw?.isKept ?? false
            )
        )
    }

    /// What an answer says: nil for "there is no such thing", a failure for anything that is no answer.
    private func content(of raw: RawAnswer, _ step: Step, _ item: [String: Value]) -> Result<Value?, NotKnown> {
        let isFine = (200..<300).contains(raw.status)
        let body: Value
        switch step.format.read(raw.body) {
        case .success(let value): body = value
        case .failure(let failure):
            if isFine {
                let type = raw.contentType.isEmpty ? "" : " (it came as \(raw.contentType.prefix(60)))"
                return .failure(NotKnown("the answer cannot be read: \(failure.reason)\(type)"))
            }
            body = .null
        }
        let own = item.merging(["status": .int(Int64(raw.status)), "body": body]) { $1 }
        do throws(NotKnown) {
            let isNotFound =
                if let notFound = step.notFound { try evaluate(notFound, own).isTrue } else { raw.status == 404 }
            if isNotFound { return .success(nil) }
            if let failure = step.failure {
                let reason = try evaluate(failure, own).plainText
                if !reason.isEmpty { throw NotKnown(reason) }
            }
            guard isFine else { throw NotKnown(Self.words(ofStatus: raw.status)) }
            if let expected = step.expected, try !evaluate(expected, own).isTrue {
                throw NotKnown("the answer is not as it is documented")
            }
            return .success(body)
        } catch {
            return .failure(error)
        }
    }

    private static func words(ofStatus status: Int) -> String {
        switch status {
        case 401, 403: "access was refused (status \(status)); check the secrets and the contract"
        default: "it answered with status \(status)"
        }
    }

    /// How long the answer may be used again.
    private func keep(_ content: Value?, _ step: Step, _ item: [String: Value]) -> String {
        guard let content else { return "\(step.lifeWhenNotFound)" }
        if let (condition, seconds) = step.lifeIf,
            (try? evaluate(condition, item.merging(["body": content, "status": .int(200)]) { $1 }).isTrue) == true
        {
            return "\(seconds)"
        }
        return switch step.life {
        case .part(let part): part.rawValue
        case .seconds(let seconds): "\(seconds)"
        }
    }

    // MARK: Requests

    private func build(
        _ step: Step,
        _ item: [String: Value],
        url: String?,
        secrets: SecretRecord,
        token: String
    ) throws(NotKnown) -> BuiltRequest {
        let builder = RequestBuilder(
            activation: activation(item.merging(["token": .string(token)]) { $1 }, secrets: secrets))
        let authentication = connector.authentication
        var address = if let url { url } else { try builder.url(step.url, base: connector.baseURL) }
        if step.mayLeaveHost {
            try connector.requireEncryption(address)
        } else {
            try connector.requireOwnHost(address)
        }
        let query = try (url == nil ? builder.query(step.query) : []) + builder.query(authentication.query)
        if !query.isEmpty { address += (address.contains("?") ? "&" : "?") + query.joined(separator: "&") }
        var headers =
            try builder.headers(connector.headers) + builder.headers(step.headers)
            + builder.headers(authentication.headers)
        if let basic = authentication.basic {
            headers.append(("Authorization", secrets.isReal ? try builder.basic(basic) : "Basic ***"))
        }
        let body = try step.body.map { (body) throws(NotKnown) in try builder.body(body) }
        headers.addContentType(body?.type)
        var request = HTTPRequest(
            step.method, address, headers: headers, body: body.map { Array($0.text.utf8) }, limits: connector.limits,
            trust: connector.trust)
        if request.method == .post, request.body == nil { request.body = [] }
        return BuiltRequest(
            request: request,
            shown: ShownRequest(
                method: step.method.rawValue, url: address, headers: headers.map { "\($0.name): \($0.value)" },
                body: body?.text ?? ""))
    }

    private func token(renewing refused: String?) async throws(NotKnown) -> String {
        guard let login = connector.authentication.login else { return "" }
        let builder = RequestBuilder(
            activation: activation(secrets: SecretRecord(names: connector.secrets, values: fetcher.secrets)))
        let address = try builder.url(login.url, base: connector.baseURL)
        var headers = try builder.headers(connector.headers) + builder.headers(login.headers)
        if let basic = login.basic { headers.append(("Authorization", try builder.basic(basic))) }
        let body = try login.body.map { (body) throws(NotKnown) in try builder.body(body) }
        headers.addContentType(body?.type)
        let request = HTTPRequest(
            .post, address, headers: headers, body: Array((body?.text ?? "").utf8), limits: connector.limits,
            trust: connector.trust)
        let (connector, fetcher) = (connector, fetcher)
        return try await fetcher.token(for: connector, renewing: refused) {
            await fetcher.logIn(request, of: connector).flatMap { login.token(in: $0) }
        }
    }

    // MARK: Matching by name

    /// The one candidate that is surely the customer: `{key, name, strength, candidates}`; null when there is none.
    private func match() throws(EvaluationError) -> Value {
        if let matched {
            switch matched {
            case .success(let value): return value
            case .failure(let failure): throw EvaluationError(failure.reason, kind: .notKnown)
            }
        }
        guard let matching = connector.matching else { return .null }
        // What candidates come from may itself be defined over the match, which then is not there yet.
        matched = .success(.null)
        let result: Result<Value, NotKnown>
        do throws(NotKnown) {
            result = .success(try pick(matching))
        } catch {
            result = .failure(error)
        }
        if case .failure(let failure) = result, failure.isUndecided { undecided = failure }
        matched = result
        return try match()
    }

    private func pick(_ matching: Matching) throws(NotKnown) -> Value {
        var candidates: [MatchCandidate] = []
        for item in try evaluate(matching.items).elements {
            func text(_ formula: Formula) throws(NotKnown) -> String {
                try evaluate(formula, [matching.item: item]).plainText
            }
            var places: [String: String] = [:]
            for place in matching.places { places[place.field] = try text(place.formula) }
            let (key, name) = (try text(matching.key), try text(matching.name))
            if !key.isEmpty, !candidates.contains(where: { $0.key == key && $0.name == name }) {
                candidates.append(MatchCandidate(key: key, name: name, places: places))
            }
        }
        return try judgements.pick(candidates, for: subject, connector: connector.name)
    }
}

/// The secrets that a connector names, or marks in their place.
struct SecretRecord: RecordValue {
    let recordType: RecordType
    private let names: [String]
    private let values: Secrets?
    /// Whether the request around them is of a certain time.
    let isDated: Bool

    init(names: [String], values: Secrets?, isDated: Bool = false) {
        recordType = RecordType(name: "secret", fields: names.map { RecordType.Field(name: $0, type: .string) })
        self.names = names
        self.values = values
        self.isDated = isDated || values != nil
    }

    var isReal: Bool { values != nil }

    func value(at fieldIndex: Int) -> Value? {
        guard let values else { return .string("***") }
        return values[names[fieldIndex]].map { .string($0) }
    }

    func isMalformed(at fieldIndex: Int) -> Bool { false }
}

extension Step.Format {
    func read(_ bytes: [UInt8]) -> Result<Value, NotKnown> {
        switch self {
        case .json:
            do throws(JSONError) {
                return .success(try Value(json: bytes))
            } catch {
                return .failure(NotKnown("it is not JSON, \(error.message) at byte \(error.offset)"))
            }
        case .xml:
            do throws(XMLAnswer.Failure) {
                return .success(try XMLAnswer.read(bytes))
            } catch {
                return .failure(NotKnown(error.message))
            }
        case .text: return .success(.string(String(decoding: bytes, as: UTF8.self)))
        }
    }
}

extension Authentication.Login {
    func token(in raw: RawAnswer) -> Result<(token: String, life: Double), NotKnown> {
        guard (200..<300).contains(raw.status) else {
            return .failure(NotKnown("the login was refused (status \(raw.status)); check the secrets"))
        }
        guard case .success(let body) = Step.Format.json.read(raw.body) else {
            return .failure(NotKnown("the answer to the login cannot be read"))
        }
        let activation = Activation(["body": body, "status": .int(Int64(raw.status))])
        guard case .success(.string(let token)) = self.token.program.evaluate(activation), !token.isEmpty else {
            return .failure(NotKnown("the answer to the login has no token"))
        }
        guard case .success(let value) = life.program.evaluate(activation), let seconds = value.plainNumber else {
            return .failure(NotKnown("the answer to the login does not tell how long the token lives"))
        }
        return .success((token, seconds))
    }
}

extension Connector {
    /// Whether a step would take the bytes for a whole answer of its format.
    package func canRead(_ body: [UInt8], ofStep name: String) -> Bool {
        guard let step = steps.first(where: { $0.name == name }) else { return false }
        guard case .success = step.format.read(body) else { return false }
        return true
    }

    private static func origin(of url: String) -> Substring {
        let start = url.range(of: "://")?.upperBound ?? url.startIndex
        return url[..<(url[start...].firstIndex { "/?#".contains($0) } ?? url.endIndex)]
    }

    func requireOwnHost(_ url: String) throws(NotKnown) {
        guard Self.origin(of: url).lowercased() == Self.origin(of: baseURL).lowercased() else {
            throw NotKnown("refused to ask another host than \(Self.origin(of: baseURL))")
        }
    }

    /// Another host may be one that an answer names: it does not get to point at this machine, unless the plan does so too.
    fileprivate func requireEncryption(_ url: String) throws(NotKnown) {
        let pointsHere = ([baseURL] + settings.values).contains { $0.hasPrefix("http://") }
        guard url.hasPrefix("https://") || pointsHere else {
            throw NotKnown("refused to ask \(Self.origin(of: url)) over a connection that is not encrypted")
        }
    }

    /// The URL of a next page. A link to the documented base leads to wherever the base now is.
    func followed(_ link: String) throws(NotKnown) -> String {
        if link.hasPrefix(documentedBaseURL) { return baseURL + link.dropFirst(documentedBaseURL.count) }
        return RequestBuilder.absolute(link, base: baseURL)
    }
}

extension [(name: String, value: String)] {
    fileprivate mutating func addContentType(_ type: String?) {
        if let type, !contains(where: { $0.name.lowercased() == "content-type" }) { append(("Content-Type", type)) }
    }
}

extension Value {
    var isTrue: Bool { if case .bool(true) = self { true } else { false } }

    /// The elements of a list; none of null, and anything else as the only one.
    var elements: [Value] {
        switch self {
        case .list(let items): items
        case .null, .optional(nil): []
        default: [self]
        }
    }
}
