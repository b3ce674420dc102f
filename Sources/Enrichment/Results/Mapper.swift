import CEL
import Checks
import Foundation

/// Turns a connector's answers into the normal form.
struct Mapper {
    private let connector: Connector
    private typealias Own = [(symbol: Symbol, value: Value)]

    private let evaluator: Evaluator
    private let askedAt: Value?
    /// The same for every part.
    private var evidence: (record: OutsideRecord, list: Value)?

    init(connector: Connector, evaluator: Evaluator, firstAskedAt: Date?) {
        self.connector = connector
        self.evaluator = evaluator
        askedAt = firstAskedAt.flatMap { Value.Timestamp(seconds: Int64($0.timeIntervalSince1970)) }.map {
            .timestamp($0)
        }
    }

    mutating func part(
        _ part: NormalForm.Part, _ mapping: Mapping, titled: (String) -> String
    ) -> ConnectorAnswer.Part {
        switch mapping {
        case .value: return .notFound
        case .list(let lists):
            let possible = lists.filter { isInPosition($0.premise) }
            if possible.isEmpty { return .notAsked }
            switch records(possible, [], titled) {
            case .success(let records):
                let all = records.map { sourced($0) }
                return .known(part == .events ? EventStatus.settled(all) : all)
            case .failure(let failure): return .notKnown(titled(failure.reason))
            }
        case .record(let mapping):
            guard isInPosition(mapping.premise) else { return .notAsked }
            var draft = draft(mapping, [], titled)
            guard case .bool(true)? = draft["found"] else {
                return OutsideRecord(draft).reason("found").map { .notKnown($0) } ?? .notFound
            }
            draft["source"] = .string(connector.name)
            if part == .register { draft["fetched_at"] = askedAt }
            if part == .channel { draft["checked_at"] = askedAt }
            let evidence = evidence ?? makeEvidence(titled)
            self.evidence = evidence
            draft["evidence"] = evidence.list
            if part == .register, draft["data_date"] == nil { draft["data_date"] = evidence.record["data_date"] }
            return .known([OutsideRecord(draft)])
        }
    }

    /// Whether a part can be told at all; a premise that fails leaves that to the part.
    private func isInPosition(_ premise: Formula?) -> Bool {
        guard let premise else { return true }
        if case .success(.bool(false)) = evaluator.evaluate(premise.program) { return false }
        return true
    }

    private func sourced(_ event: OutsideRecord) -> OutsideRecord {
        var event = event
        if event["source"] == nil { event["source"] = .string(connector.name) }
        return event
    }

    private func makeEvidence(_ titled: (String) -> String) -> (record: OutsideRecord, list: Value) {
        var evidence = draft(connector.evidence, [], titled)
        evidence["provider"] = .string(connector.shownTitle)
        evidence["asked_at"] = askedAt
        let record = OutsideRecord(evidence)
        return (record, .list([.record(record)]))
    }

    /// A field whose expression fails is one that nobody can tell.
    private func draft(
        _ mapping: RecordMapping,
        _ own: Own,
        _ titled: (String) -> String
    ) -> OutsideRecord.Draft {
        var draft = OutsideRecord.Draft(mapping.type)
        func fail(_ reason: String, _ place: Int) {
            draft.errors[place] = EvaluationError(titled(reason), kind: .notKnown)
        }
        for (field, place) in zip(mapping.fields, mapping.places) {
            switch field.mapping {
            case .value(let formula):
                switch evaluator.evaluate(formula.program, own: own) {
                case .success(let value): draft.values[place] = value.normal(mapping.type.fields[place].type)
                case .failure(let error): fail(Self.reason(error), place)
                }
            case .record(let inner):
                let part = self.draft(inner, own, titled)
                if !part.isEmpty { draft.values[place] = .record(OutsideRecord(part)) }
            case .list(let lists):
                switch records(lists, own, titled) {
                case .success(let records): draft.values[place] = .list(records.map { .record($0) })
                case .failure(let failure): fail(failure.reason, place)
                }
            }
        }
        return draft
    }

    private func records(
        _ lists: [ListMapping],
        _ own: Own,
        _ titled: (String) -> String
    ) -> Result<[OutsideRecord], NotKnown> {
        var records: [OutsideRecord] = []
        for list in lists {
            switch evaluator.evaluate(list.items.program, own: own) {
            case .failure(let error): return .failure(NotKnown(Self.reason(error)))
            case .success(let items):
                for item in items.elements {
                    let inner = [(symbol: list.symbol, value: item)] + own
                    switch list.condition.map({ evaluator.evaluate($0.program, own: inner) }) {
                    case .success(.bool(true)), nil: break
                    case .success: continue
                    case .failure(let error): return .failure(NotKnown(Self.reason(error)))
                    }
                    let record = draft(list.record, inner, titled)
                    if !record.isEmpty { records.append(OutsideRecord(record)) }
                }
            }
        }
        return .success(records)
    }

    private static func reason(_ error: EvaluationError) -> String {
        NotKnown(error, failing: NotKnown.undocumented).reason
    }
}

extension Value {
    /// The value as a field of the normal form; nil when there is nothing that could stand there.
    fileprivate func normal(_ type: CELType) -> Value? {
        switch type {
        case .string:
            let text = plainText.trimmed
            return text.isEmpty ? nil : .string(text)
        case .double: return plainNumber.map { .double($0) }
        case .int: return plainNumber.flatMap { Int64(exactly: $0) }.map { .int($0) }
        case .bool:
            guard case .bool = self else { return nil }
            return self
        case .timestamp:
            if case .timestamp = self { return self }
            return LooseDate.read(plainText).map { .timestamp($0) }
        case .list(.string):
            let texts = elements.compactMap { $0.normal(.string) }
            return texts.isEmpty ? nil : .list(texts)
        default: return nil
        }
    }
}

/// Which proceedings are still open: an end, an annulment or a correction clears what was opened in the same case.
enum EventStatus {
    private static let opening: Set<String> = ["opened", "extended", "petition"]
    private static let closing: Set<String> = ["closed", "annulled", "converted", "entered-in-error", "dismissed"]

    /// The events with `is_open` set where the source did not say it. Events of one case are those with the same number, or of
    /// the same kind where there is none; the last that opens or closes decides.
    static func settled(_ events: [OutsideRecord]) -> [OutsideRecord] {
        var last: [String: (date: Int64, index: Int, isOpen: Bool)] = [:]
        for (index, event) in events.enumerated() {
            let effect = event.text("effect")
            let isOpen = opening.contains(effect)
            guard isOpen || closing.contains(effect) else { continue }
            var date = Int64.min
            if case .timestamp(let moment)? = event["date"] { date = moment.seconds }
            let known = last[event.caseKey]
            // On one day, what closes comes after what opens.
            let isLater = known.map { date > $0.date || (date == $0.date && (!isOpen || $0.isOpen)) } ?? true
            if isLater { last[event.caseKey] = (date, index, isOpen) }
        }
        return events.map { event in
            guard event["is_open"] == nil else { return event }
            var event = event
            let effect = event.text("effect")
            event["is_open"] = .bool(opening.contains(effect) && last[event.caseKey]?.isOpen == true)
            return event
        }
    }
}

extension OutsideRecord {
    fileprivate var caseKey: String {
        text("case_number").isEmpty ? "kind:\(text("kind"))" : "case:\(text("case_number"))"
    }
}
