import CEL
import Checks
import Diagnostics

extension ConnectorAnswer {
    /// Whether any part is not known.
    public var isNotKnown: Bool {
        parts.values.contains {
            switch $0 {
            case .notKnown, .undecided: true
            default: false
            }
        }
    }

    /// Whether a field of some part is not known, though the part is.
    package var isPartlyNotKnown: Bool {
        parts.values.contains { part in
            if case .known(let records) = part { records.contains { $0.hasReasons } } else { false }
        }
    }

    /// The parts in the normal form, as JSON: `{"register": {"outcome": "found", "value": {…}}, …}`.
    public var jsonText: String {
        let members = NormalForm.Part.supplied.compactMap { part in
            parts[part].map { "\"\(part.rawValue)\": \($0.jsonText(of: part))" }
        }
        return "{\(members.joined(separator: ", ").escapedForTerminals)}\n"
    }

    /// The same for people: one line for each value, whatever a source has put into it.
    public var readableText: String {
        var text = ""
        for part in NormalForm.Part.supplied {
            switch parts[part] {
            case nil: continue
            case .notAsked: text += "\(part.rawValue): not asked\n"
            case .notFound: text += "\(part.rawValue): not found\n"
            case .notKnown(let reason): text += "\(part.rawValue): not known: \(reason.printable)\n"
            case .undecided(let reason): text += "\(part.rawValue): candidates: \(reason.printable)\n"
            case .known(let records):
                if records.isEmpty { text += "\(part.rawValue): none\n" }
                for record in records {
                    text += "\(part.rawValue):\n"
                    record.describe(to: &text, indent: "  ")
                }
            }
        }
        return text
    }
}

extension ConnectorAnswer.Part {
    fileprivate func jsonText(of part: NormalForm.Part) -> String {
        switch self {
        case .notAsked: return #"{"outcome": "not asked"}"#
        case .notFound: return #"{"outcome": "not found"}"#
        case .notKnown(let reason): return #"{"outcome": "not known", "reason": \#(Value.string(reason).jsonText)}"#
        case .undecided(let reason): return #"{"outcome": "candidates", "reason": \#(Value.string(reason).jsonText)}"#
        case .known(let records):
            let values = records.map { Value.record($0) }
            let value = part.isList ? Value.list(values) : values.first ?? .null
            return #"{"outcome": "found", "value": \#(value.jsonText)}"#
        }
    }
}

extension OutsideRecord {
    fileprivate var hasReasons: Bool {
        recordType.fields.contains { field in
            reason(field.name) != nil || record(field.name)?.hasReasons == true
                || records(field.name).contains { $0.hasReasons }
        }
    }

    fileprivate func describe(to text: inout String, indent: String) {
        for field in recordType.fields {
            if let reason = reason(field.name) { text += "\(indent)\(field.name): not known: \(reason.printable)\n" }
            guard let value = self[field.name] else { continue }
            switch value {
            case .record(let record as OutsideRecord):
                text += "\(indent)\(field.name):\n"
                record.describe(to: &text, indent: indent + "  ")
            case .list(let items):
                for item in items {
                    if case .record(let record as OutsideRecord) = item {
                        text += "\(indent)\(field.name):\n"
                        record.describe(to: &text, indent: indent + "  ")
                    } else {
                        text += "\(indent)\(field.name): \(item.plainText.printable)\n"
                    }
                }
            case .timestamp(let moment):
                let full = moment.description
                text += "\(indent)\(field.name): \(full.hasSuffix("T00:00:00Z") ? String(full.prefix(10)) : full)\n"
            default: text += "\(indent)\(field.name): \(value.plainText.printable)\n"
            }
        }
    }
}

extension String {
    /// JSON in which nothing stands as it is that a terminal would obey; such characters occur in texts alone.
    fileprivate var escapedForTerminals: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isObeyed {
                let code = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
