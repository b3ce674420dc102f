import CEL
import Checks
import Foundation
import HTTP

/// How a step comes by its answer: from an export, from what is kept, from whoever asks the same, from the source.
extension ConnectorRun {
    /// The answer's content, or that of all its pages as a list; null when there is no such thing.
    func ask(_ step: Step, _ item: [String: Value]) async throws(NotKnown) -> Value {
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
    func look(_ lookup: FileLookup, _ step: Step, _ item: [String: Value]) throws(NotKnown) -> Value {
        let keys = lookup.keys(try evaluate(lookup.key, item))
        let (rows, modified) = try lookup.access.rows(keys)
        var answer = Value.null
        if !rows.isEmpty {
            var values: [Value] = []
            for row in rows {
                var value = Value.map(MapValue(row))
                if let shape = lookup.row { value = try evaluate(shape, [(FileLookup.row, value)]) }
                values.append(value)
            }
            let moment = Value.Timestamp(seconds: Int64(modified.timeIntervalSince1970)).map { Value.timestamp($0) }
            answer = try evaluate(
                lookup.answer,
                [(FileLookup.rows, .list(values)), (FileLookup.modified, moment ?? .null)]
                    + item.map { (Symbol($0), $1) })
        }
        note(
            step, lookup.shown(keys), status: 200, body: answer.jsonText, askedAt: modified, isKept: true)
        return answer
    }

    /// Nil when the source answers that there is no such thing.
    func askOnce(_ step: Step, _ item: [String: Value], url: String?) async throws(NotKnown) -> Value? {
        let shown = try build(
            step, item, url: url, secrets: SecretRecord(names: connector.secrets, values: nil), token: "***"
        ).shown
        let key = shown.key(of: step.name, of: connector.name)
        switch purpose {
        case .asking: break
        case .looking:
            if let (raw, content) = kept(key, step, item) {
                note(raw, shown, step)
                return content
            }
            isBrokenOff = true
            throw NotKnown("not asked yet")
        case .planning(let ages):
            let age = ages[KeptAges.Key(key)]
            if let age, fetcher.mayUse(age, now: now), let (raw, content) = kept(key, step, item) {
                note(raw, shown, step)
                return content
            }
            plan(step, key: KeptAges.Key(key), age)
            throw NotKnown("not asked yet")
        }
        if let other = await fetcher.outcome(ofOther: key) {
            let raw = try other.get()
            note(raw, shown, step)
            return try content(of: raw, step, item).get()
        }
        // Only now: whoever asked the same may have finished a moment ago.
        if let (raw, content) = kept(key, step, item) {
            note(raw, shown, step)
            await fetcher.finish(key, .success(raw))
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
    func askSource(
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
                    raw, as: keep(content, step, item), key: key, connector: connector, step: step.name,
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

    /// The kept answer, as far as it may be used and can still be understood.
    private func kept(
        _ key: String, _ step: Step, _ item: [String: Value]
    ) -> (raw: RawAnswer, content: Value?)? {
        guard let raw = fetcher.kept(key, now: now), case .success(let content) = content(of: raw, step, item) else {
            return nil
        }
        return (raw, content)
    }

    private func note(_ raw: RawAnswer?, _ request: ShownRequest, _ step: Step, reason: String = "") {
        note(
            step, request, status: raw?.status, body: raw.map { String(decoding: $0.body, as: UTF8.self) } ?? reason,
            askedAt: raw?.askedAt ?? now, isKept: raw?.isKept ?? false)
    }

    /// What an answer says: nil for "there is no such thing", a failure for anything that is no answer.
    func content(of raw: RawAnswer, _ step: Step, _ item: [String: Value]) -> Result<Value?, NotKnown> {
        let isFine = (200..<300).contains(raw.status)
        let body: Value
        switch step.format.read(raw.body) {
        case .success(let value): body = fetcher.redacted(value)
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
            if isNotFound {
                if let identity = step.identity { try confirm(identity, item, own, hasToTell: false) }
                return .success(nil)
            }
            if let failure = step.failure {
                let reason = try evaluate(failure, own).plainText
                if !reason.isEmpty { throw NotKnown(reason) }
            }
            guard isFine else { throw NotKnown(Self.words(ofStatus: raw.status)) }
            if let expected = step.expected, try !evaluate(expected, own).isTrue {
                throw NotKnown(NotKnown.undocumented)
            }
            if let identity = step.identity { try confirm(identity, item, own, hasToTell: true) }
            return .success(body)
        } catch {
            return .failure(error)
        }
    }

    /// What is told about another company is no answer, however it came about. That there is no such company can be said without
    /// repeating its number.
    private func confirm(
        _ identity: AnsweredIdentity,
        _ item: [String: Value],
        _ own: [String: Value],
        hasToTell: Bool
    ) throws(NotKnown) {
        let asked = try evaluate(identity.asked, item).plainText.identifierCharacters
        if asked.isEmpty { return }
        let told = try evaluate(identity.told, own)
        // A list without elements tells of nobody; anything else that is empty leaves open whom it is about.
        let answered = if case .list(let each) = told { each } else { [told] }
        for one in answered.map({ $0.plainText.identifierCharacters }) where one != asked {
            if !one.isEmpty { throw NotKnown("the answer is about another one than was asked") }
            if hasToTell { throw NotKnown("the answer does not say whom it is about") }
        }
    }

    static func words(ofStatus status: Int) -> String {
        switch status {
        case 401, 403: "access was refused (status \(status)); check the secrets and the contract"
        default: "it answered with status \(status)"
        }
    }

    /// How long the answer may be used again.
    func keep(_ content: Value?, _ step: Step, _ item: [String: Value]) -> String {
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
}

extension String {
    /// What identifiers are compared by: letters and digits, whatever stands between them.
    fileprivate var identifierCharacters: String { uppercased().filter { $0.isLetter || $0.isNumber } }
}
