public import CEL
public import Checks
import Identifiers

/// What outside sources say of one legal entity, all connectors put together.
public struct OutsideAnswer: Sendable {
    enum State: Sendable {
        case record(OutsideRecord)
        /// With why some source could not tell.
        case list([OutsideRecord], failures: [Failure])
    }

    /// Why a source could not tell a part.
    struct Failure: Sendable {
        var connector: Connector
        var reason: String
        /// It found companies that somebody has to judge.
        var isUndecided: Bool
    }

    /// Of the parts that somebody was asked for.
    private var states: [(part: NormalForm.Part, state: State)] = []
    /// How each source fared, by precedence.
    public private(set) var outcomes: [SourceOutcome] = []

    /// An entity that nobody was asked about.
    public init() {}

    /// `answers` in the order of precedence; `connectors` are theirs.
    init(_ answers: [ConnectorAnswer], _ connectors: [Connector]) {
        outcomes = zip(answers, connectors).map { SourceOutcome($0, $1) }
        for part in NormalForm.Part.supplied {
            let told = zip(answers, connectors).compactMap { answer, connector in
                answer.parts[part].map { (part: $0, connector: connector) }
            }
            let state = part.isList ? Self.list(told) : Self.record(part, told)
            if let state { states.append((part, state)) }
        }
    }

    private subscript(part: NormalForm.Part) -> State? { states.first { $0.part == part }?.state }

    /// How the sources fared, and no more; with who the parents are, if it matters what is told of them.
    func outcomesAlone(withParents keepsParents: Bool) -> OutsideAnswer {
        var answer = OutsideAnswer()
        answer.outcomes = outcomes
        if keepsParents, let group = record(.group) {
            var draft = OutsideRecord.Draft(group.recordType)
            for field in ["direct_parent", "ultimate_parent"] { draft[field] = group[field] }
            if !draft.isEmpty { answer.states = [(.group, .record(OutsideRecord(draft)))] }
        }
        return answer
    }

    /// The part as checks see it. Throws when nobody was asked for it.
    public func value(of part: NormalForm.Part) throws(EvaluationError) -> Value {
        switch self[part] {
        case nil where part == .sources && outcomes.contains { $0.kind != .notAsked }:
            return .list(sources.map { .record($0) })
        case .record(let record): return .record(record)
        case .list(let records, let failures):
            // Who cannot tell may know of one more: a stand-in of which nothing can be read says so.
            let type = NormalForm.recordType(of: part)
            let unknown = failures.error.map { [OutsideRecord(type, unavailable: $0)] } ?? []
            return .list((records + unknown).map { .record($0) })
        case nil:
            throw EvaluationError("no source was asked for '\(part.rawValue)'", kind: .notSupplied)
        }
    }

    /// The merged record of a part that is one; nil when nobody was asked.
    public func record(_ part: NormalForm.Part) -> OutsideRecord? {
        if case .record(let record)? = self[part] { record } else { nil }
    }

    /// What is told of a part that is a list.
    public func records(_ part: NormalForm.Part) -> [OutsideRecord] {
        if case .list(let records, _)? = self[part] { records } else { [] }
    }

    public var events: [OutsideRecord] { records(.events) }

    /// Why some source could not tell the events.
    var eventFailures: [Failure] {
        if case .list(_, let failures)? = self[.events] { failures } else { [] }
    }

    /// Why some source could not tell something, all in one; nil when all that were asked could.
    public var notKnownReason: String? {
        let reasons = outcomes.filter { $0.kind == .notKnown }.map(\.reason)
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    private var sources: [OutsideRecord] {
        outcomes.filter { $0.kind != .notAsked }.map { outcome in
            var source = OutsideRecord(NormalForm.source)
            source["name"] = .string(outcome.connector)
            source["title"] = .string(outcome.title)
            source["outcome"] = .string(outcome.kind.rawValue)
            source["reason"] = .string(outcome.reason)
            if outcome.kind == .notKnown {
                source.setReason(notKnownReason, of: "answered")
            } else {
                source["answered"] = .bool(true)
            }
            return source
        }
    }

    /// Changes the group's record, where there is one.
    public mutating func updateGroup(_ change: (inout OutsideRecord.Draft) -> Void) {
        guard let index = states.firstIndex(where: { $0.part == .group }),
            case .record(var record) = states[index].state
        else { return }
        record.update(change)
        states[index].state = .record(record)
    }

    /// A source that could not tell the parents' events did not answer, whatever it said of the entity itself.
    mutating func addFailures(ofParents failures: [Failure]) {
        for failure in failures {
            guard let index = outcomes.firstIndex(where: { $0.connector == failure.connector.name }),
                outcomes[index].kind != .notKnown
            else { continue }
            outcomes[index].kind = failure.isUndecided ? .candidates : .notKnown
            outcomes[index].reason = failure.reason
        }
    }

    // MARK: Merging

    private static func list(_ told: [(part: ConnectorAnswer.Part, connector: Connector)]) -> State? {
        var all: [OutsideRecord] = []
        var toldBefore: Set<EventKey> = []
        var failures: [Failure] = []
        var wasAsked = false
        for (part, connector) in told {
            switch part {
            case .notAsked, .notFound: continue
            case .notKnown(let reason):
                failures.append(Failure(connector: connector, reason: reason, isUndecided: false))
            case .undecided(let reason):
                failures.append(Failure(connector: connector, reason: reason, isUndecided: true))
            case .known(let records):
                let keys = records.map { EventKey($0) }
                all += zip(records, keys).filter { !($1.map(toldBefore.contains) ?? false) }.map(\.0)
                toldBefore.formUnion(keys.compactMap(\.self))
            }
            wasAsked = true
        }
        return wasAsked ? .list(all, failures: failures) : nil
    }

    /// Each field from the first that tells it. A field that only a source supplies which could not tell is not known.
    private static func record(
        _ part: NormalForm.Part,
        _ told: [(part: ConnectorAnswer.Part, connector: Connector)]
    ) -> State? {
        let type = NormalForm.recordType(of: part)
        var found: [OutsideRecord] = []
        var failures: [Failure] = []
        var wasAsked = false
        for (answer, connector) in told {
            switch answer {
            case .notAsked: continue
            case .notFound: break
            case .known(let records): found += records
            case .notKnown(let reason):
                failures.append(Failure(connector: connector, reason: reason, isUndecided: false))
            case .undecided(let reason):
                failures.append(Failure(connector: connector, reason: reason, isUndecided: true))
            }
            wasAsked = true
        }
        guard wasAsked else { return nil }
        func error(_ field: String) -> EvaluationError? {
            failures.isEmpty ? nil : failures.filter { $0.connector.fields(of: part).contains(field) }.error
        }
        if found.isEmpty, let whole = failures.error {
            var unknown = OutsideRecord(type, unavailable: whole)
            for field in type.fields.map(\.name) where field != "found" { unknown.setError(error(field), of: field) }
            return .record(unknown)
        }
        if found.count == 1, failures.isEmpty { return .record(part == .register ? found[0].asOnlyAnswer : found[0]) }
        var merged = OutsideRecord.Draft(type)
        guard !found.isEmpty else {
            merged["found"] = .bool(false)
            return .record(OutsideRecord(merged))
        }
        for place in type.fields.indices {
            if let value = found.lazy.compactMap({ $0.value(at: place) }).first {
                merged.values[place] = value
            } else {
                merged.errors[place] =
                    found.lazy.compactMap { $0.error(at: place) }.first ?? error(type.fields[place].name)
            }
        }
        merged["found"] = .bool(true)
        merged["evidence"] = .list(found.flatMap { $0.records("evidence") }.map { .record($0) })
        if part == .register {
            // Of who could not tell, the name alone can be read.
            let unknown = failures.compactMap { failure in
                [failure].error.map { error in
                    var answer = OutsideRecord(type, unavailable: error)
                    answer["source"] = .string(failure.connector.name)
                    return answer
                }
            }
            merged["answers"] = .list((found + unknown).map { .record($0) })
            merged["contradictions"] = .list(contradictions(found).map { .record($0) })
        }
        return .record(OutsideRecord(merged))
    }

    /// Where one source says something else than one before it.
    private static func contradictions(_ found: [OutsideRecord]) -> [OutsideRecord] {
        let comparisons: [(field: String, agree: (String, String) -> Bool)] = [
            ("legal_name", { NameComparison.isSame($0, $1) }),
            ("status", { $0 == $1 || $0 == "unknown" || $1 == "unknown" }),
            ("reg_number", { $0.comparable == $1.comparable }),
            ("vat", { $0.comparable == $1.comparable }),
            ("lei", { $0.comparable == $1.comparable }),
        ]
        var contradictions: [OutsideRecord] = []
        guard found.count > 1 else { return [] }
        for (field, agree) in comparisons {
            guard let first = found.first(where: { !$0.text(field).isEmpty }) else { continue }
            for other in found where !other.text(field).isEmpty && !agree(first.text(field), other.text(field)) {
                var contradiction = OutsideRecord(NormalForm.contradiction)
                contradiction["field"] = .string(field)
                contradiction["source"] = .string(first.text("source"))
                contradiction["value"] = .string(first.text(field))
                contradiction["other_source"] = .string(other.text("source"))
                contradiction["other_value"] = .string(other.text(field))
                contradictions.append(contradiction)
            }
        }
        return contradictions
    }
}

extension [OutsideAnswer.Failure] {
    /// What reading fails with; nil when there is no failure. A source that failed weighs more than one that waits for a judgement.
    var error: EvaluationError? {
        let outages = filter { !$0.isUndecided }
        if outages.isEmpty {
            return isEmpty
                ? nil : EvaluationError("found by name only: somebody has to judge the match", kind: .undecided)
        }
        var reasons: [String] = []
        for failure in outages where !reasons.contains(failure.reason) { reasons.append(failure.reason) }
        return EvaluationError(reasons.joined(separator: "; "), kind: .notKnown)
    }
}

extension Connector {
    /// The fields of a part that it supplies when it can.
    fileprivate func fields(of part: NormalForm.Part) -> Set<String> {
        guard case .record(let record)? = mappings[part] else { return [] }
        return Set(record.fields.map(\.name))
    }
}

/// What makes two sources' events one and the same.
private struct EventKey: Hashable {
    private let caseNumber: String
    private let kind: String
    private let effect: String
    private let date: Value.Timestamp?

    /// Nil for an event without a case number, which is like no other.
    init?(_ event: OutsideRecord) {
        caseNumber = event.text("case_number")
        if caseNumber.isEmpty { return nil }
        kind = event.text("kind")
        effect = event.text("effect")
        if case .timestamp(let moment)? = event["date"] { date = moment } else { date = nil }
    }
}

extension String {
    /// Letters and digits alone, leading zeros apart: issuers differ in how they write numbers.
    fileprivate var comparable: String {
        String(
            uppercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }.drop {
                $0 == "0"
            })
    }
}
