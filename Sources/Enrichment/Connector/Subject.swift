public import CEL

/// A legal entity that is looked up: what connectors may see of a customer's record.
///
/// Only what identifies a company stands here, so that nothing else can leave the machine: no contacts, amounts or notes.
public struct Subject: RecordValue, Hashable {
    /// Names of fields of the customers dataset.
    public static let fields = [
        "legal_name", "trading_name", "legal_form", "country", "region", "postcode", "city", "street",
        "registration_number", "registration_authority", "vat_number", "lei", "duns", "gln", "siret", "siren",
        "peppol_id",
    ]

    static let type = RecordType(
        name: "customer", fields: fields.map { RecordType.Field(name: $0, type: .string) })

    private let values: [String]

    /// `values` by field; blanks at either end do not count.
    public init(_ values: [String: String]) {
        self.init { values[Self.fields[$0]] ?? "" }
    }

    /// `text` gives the field at a position of `fields`.
    public init(text: (Int) -> String) {
        values = Self.fields.indices.map { text($0).trimmed }
    }

    public var recordType: RecordType { Self.type }

    public func value(at fieldIndex: Int) -> Value? {
        values[fieldIndex].isEmpty ? nil : .string(values[fieldIndex])
    }

    public func isMalformed(at fieldIndex: Int) -> Bool { false }

    public subscript(field: String) -> String { Self.fields.firstIndex(of: field).map { values[$0] } ?? "" }

    public static func == (left: Subject, right: Subject) -> Bool { left.values == right.values }

    public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmed: String {
        // Nothing to do for nearly all: an ASCII character that is no blank at either end.
        if let first = unicodeScalars.first, let last = unicodeScalars.last, "!"..."~" ~= first, "!"..."~" ~= last {
            return String(self)
        }
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
