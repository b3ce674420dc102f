public import CEL

/// The normal form of what registers and credit-data services tell: the same names whoever was asked.
///
/// Each part is a variable of checks. Reading a field that nobody could tell fails, so that the check's result is unknown.
public enum NormalForm {
    /// What checks can ask of the outside world.
    public enum Part: String, CaseIterable, Sendable {
        /// What a register says of the legal entity.
        case register
        /// Parents and children.
        case group
        /// Insolvency and other proceedings.
        case events
        /// Score, recommended limit, payment behaviour.
        case credit
        /// Whether and how it receives electronic invoices.
        case channel
        /// Entries of sanctions and other lists that may be the legal entity.
        case screening
        /// How each source answered. No source supplies it: it comes of asking.
        case sources

        /// The parts that sources supply.
        public static let supplied = allCases.filter { $0 != .sources }

        /// Whether it is any number of records rather than one.
        public var isList: Bool { [.events, .screening, .sources].contains(self) }
    }

    public static let evidence = type(
        "evidence",
        ("provider", .string), ("request_id", .string), ("asked_at", .timestamp), ("data_date", .timestamp),
        ("url", .string)
    )
    public static let name = type(
        "other_name", ("name", .string), ("kind", .string), ("from", .timestamp), ("to", .timestamp))
    public static let legalForm = type("legal_form", ("text", .string), ("elf", .string))
    public static let identifier = type("other_id", ("scheme", .string), ("value", .string))
    public static let address = type(
        "address",
        ("lines", .list(.string)), ("city", .string), ("postal_code", .string), ("region", .string),
        ("country", .string)
    )
    public static let match = type(
        "match_with_register", ("by", .string), ("strength", .double), ("candidates", .int))
    public static let relation = type(
        "relation",
        ("type", .string), ("percent", .double), ("percent_min", .double), ("percent_max", .double),
        ("since", .timestamp), ("until", .timestamp)
    )
    public static let entity = type(
        "entity",
        ("name", .string), ("country", .string), ("reg_number", .string), ("vat", .string), ("lei", .string),
        ("duns", .string), ("relation", .record("relation"))
    )
    public static let contradiction = type(
        "contradiction",
        ("field", .string), ("source", .string), ("value", .string), ("other_source", .string), ("other_value", .string)
    )
    public static let event = type(
        "event",
        ("kind", .string), ("effect", .string), ("is_open", .bool), ("date", .timestamp), ("date_kind", .string),
        ("court", .string), ("case_number", .string), ("trustee", .string), ("entity", .string), ("source", .string),
        ("url", .string), ("raw_code", .string)
    )
    /// `by` is number or name, which is shared by many; `text` is topics and lists for people.
    public static let hit = type(
        "screening_hit",
        ("name", .string), ("by", .string), ("score", .double), ("topics", .list(.string)), ("lists", .list(.string)),
        ("text", .string), ("id", .string), ("seen", .timestamp), ("source", .string), ("url", .string)
    )
    /// `outcome` is found, not found, not known or candidates. Whether it `answered` cannot be read of one that could not tell.
    public static let source = type(
        "asked_source",
        ("name", .string), ("title", .string), ("answered", .bool), ("outcome", .string), ("reason", .string))
    public static let payment = type(
        "payment_behaviour", ("dbt", .double), ("industry_dbt", .double), ("paydex", .double), ("trend", .string))

    public static let register = type(
        "register",
        ("found", .bool), ("source", .string), ("fetched_at", .timestamp), ("data_date", .timestamp),
        ("match", .record("match_with_register")), ("legal_name", .string),
        ("other_names", .list(.record("other_name"))),
        ("legal_form", .record("legal_form")), ("reg_number", .string), ("register", .string), ("vat", .string),
        ("vat_status", .string), ("lei", .string), ("lei_status", .string), ("duns", .string),
        ("other_ids", .list(.record("other_id"))), ("address", .record("address")), ("status", .string),
        ("status_text", .string), ("incorporated", .timestamp), ("dissolved", .timestamp),
        ("predecessor", .list(.record("entity"))), ("successor", .list(.record("entity"))),
        ("answers", .list(.record("register"))), ("contradictions", .list(.record("contradiction"))),
        ("evidence", .list(.record("evidence")))
    )
    public static let group = type(
        "group",
        ("found", .bool), ("source", .string), ("name", .string), ("direct_parent", .record("entity")),
        ("ultimate_parent", .record("entity")), ("children", .list(.record("entity"))), ("total_members", .int),
        ("no_parent_reason", .string), ("events", .list(.record("event"))), ("accounts", .int), ("exposure", .double),
        ("overdue", .double), ("credit_limit", .double), ("evidence", .list(.record("evidence")))
    )
    public static let credit = type(
        "credit",
        ("found", .bool), ("source", .string), ("score", .double), ("score_min", .double), ("score_max", .double),
        ("band", .string), ("limit", .double), ("currency", .string), ("pd", .double), ("as_of", .timestamp),
        ("payment", .record("payment_behaviour")), ("flags", .list(.string)), ("evidence", .list(.record("evidence")))
    )
    public static let channel = type(
        "channel",
        ("found", .bool), ("source", .string), ("network", .string), ("participant", .string), ("registered", .string),
        ("can_receive", .list(.string)), ("access_point", .string), ("checked_at", .timestamp),
        ("other_participants", .list(.string)), ("evidence", .list(.record("evidence")))
    )

    /// Every record type above; one object each, so that evaluation can tell them apart by identity.
    public static let recordTypes = [
        evidence, name, legalForm, identifier, address, match, relation, entity, contradiction, event, hit, source,
        payment, register, group, credit, channel,
    ]

    public static func recordType(named name: String) -> RecordType? { recordTypes.first { $0.name == name } }

    /// The record type of a part; of a list, that of one element.
    public static func recordType(of part: Part) -> RecordType {
        switch part {
        case .register: register
        case .group: group
        case .events: event
        case .credit: credit
        case .channel: channel
        case .screening: hit
        case .sources: source
        }
    }

    public static func variableType(of part: Part) -> CELType {
        part.isList ? .list(.record(recordType(of: part).name)) : .record(part.rawValue)
    }

    private static func type(_ name: String, _ fields: (String, CELType)...) -> RecordType {
        RecordType(name: name, fields: fields.map { RecordType.Field(name: $0.0, type: $0.1) })
    }
}
