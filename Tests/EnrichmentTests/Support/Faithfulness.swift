import CEL
import Checks
import Enrichment

/// Whether an answer that came about under bad conditions says nothing but what the whole one says.
enum Faithfulness {
    /// When it was asked, and by what: differs each time.
    private static let varying: Set<String> = ["fetched_at", "checked_at", "data_date", "evidence"]

    /// The first thing in `part` that is neither as in `whole` nor marked as not known; nil when there is none.
    static func lie(in part: ConnectorAnswer.Part?, about whole: ConnectorAnswer.Part?, named name: String) -> String? {
        switch (part, whole) {
        case (.notKnown, _), (.notAsked, .notAsked), (.notFound, .notFound), (nil, nil): return nil
        case (.known(let records), .known(let wholeRecords)):
            guard records.count == wholeRecords.count else {
                return "\(name): \(records.count) records instead of \(wholeRecords.count)"
            }
            return zip(records, wholeRecords).lazy.compactMap { lie(in: $0, about: $1, named: name) }.first
        default: return "\(name): \(word(part)) instead of \(word(whole))"
        }
    }

    private static func lie(in record: OutsideRecord, about whole: OutsideRecord, named name: String) -> String? {
        for field in record.recordType.fields.map(\.name)
        where !varying.contains(field) {
            let path = "\(name).\(field)"
            if record.reason(field) != nil { continue }
            if let own = record.record(field) {
                let other = whole.record(field) ?? OutsideRecord(own.recordType)
                if let lie = lie(in: own, about: other, named: path) { return lie }
                continue
            }
            let (own, others) = (record.records(field), whole.records(field))
            if !own.isEmpty, own.count == others.count {
                if let lie = zip(own, others).lazy.compactMap({ lie(in: $0, about: $1, named: path) }).first {
                    return lie
                }
                continue
            }
            let (told, truth) = (record[field]?.jsonText, whole[field]?.jsonText)
            if told != truth { return "\(path): \(told ?? "absent") instead of \(truth ?? "absent")" }
        }
        return nil
    }

    /// The outcome as cases name it; `none` is the answer that nothing happened.
    static func word(_ part: ConnectorAnswer.Part?) -> String {
        switch part {
        case .known(let records): records.isEmpty ? "none" : "found"
        case .notFound: "not found"
        case .notKnown: "not known"
        case .undecided: "candidates"
        case .notAsked, nil: "not asked"
        }
    }
}
