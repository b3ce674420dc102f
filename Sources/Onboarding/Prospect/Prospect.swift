public import Audit
public import Diagnostics
import Tables

/// A company that wants to become a customer: what is known of it, and who said so.
public struct Prospect: Sendable {
    /// Where a value comes from.
    public enum Origin: Sendable, Hashable {
        case flag
        /// A JSON or YAML form, by its path.
        case form(String)
        /// The buyer of an invoice, by its path.
        case invoice(String)
        /// Answered at the terminal.
        case answer
    }

    public struct Value: Sendable, Hashable {
        public var text: String
        public var origin: Origin
    }

    public private(set) var values: [String: Value] = [:]

    public init() {}

    /// Empty where nothing is known.
    public subscript(field: String) -> String { values[field]?.text ?? "" }

    public func has(_ field: String) -> Bool { !self[field].isEmpty }

    /// Whether a field says yes; nil when it says nothing, or neither.
    public func flag(_ field: String) -> Bool? { BoolFormat.standard.parse(self[field]) }

    /// Sets a field; a blank text takes it away.
    public mutating func set(_ field: String, _ text: String, from origin: Origin) {
        var text = text.trimmingCharacters
        // What people type as a country is a code whose letter case nobody means.
        if field == "country", text.utf8.count == 2 { text = text.uppercased() }
        values[field] = text.isEmpty ? nil : Value(text: text, origin: origin)
    }

    /// As checks see it: what a prospect is expected to tell is blank where it is not known, what only a customer can have is
    /// not supplied.
    public var record: ProspectRecord {
        var texts = values.mapValues(\.text)
        for field in ProspectFields.expected where texts[field] == nil { texts[field] = "" }
        return ProspectRecord(texts)
    }
}

/// Which fields of the customers dataset a prospect may have.
public enum ProspectFields {
    /// What a prospect, or whoever brings it in, can tell. Balances, limits, blocks, reviews and terms are ours to decide; they
    /// count when they are given.
    static let expected: Set<String> = [
        "legal_name", "trading_name", "legal_form", "country", "region", "postcode", "city", "street", "po_box",
        "registration_number", "registration_authority", "vat_number", "lei", "duns", "gln", "siret", "siren",
        "public_body",
        "ap_channel", "ap_email", "peppol_id", "edi_partner", "portal_name", "portal_supplier_id",
        "codice_destinatario", "pec",
        "ap_contact_name", "ap_contact_phone", "po_required", "po_required_from", "po_format", "po_number_default",
        "po_valid_from", "po_valid_until", "po_line_reference_required", "buyer_reference", "leitweg_id", "cost_centre",
        "cost_centre_required", "contract_number", "project_reference", "delivery_note_required",
        "attachments_required",
        "invoice_format", "invoice_language", "invoice_currency", "one_po_per_invoice", "invoice_cutoff_day",
        "tax_treatment", "exemption_reason", "payment_method", "iban", "bic", "mandate_reference",
    ]

    /// The field that a name stands for: its own name, or a header under which ledgers have it. `own` are fields of the plan's
    /// own.
    public static func field(named name: String, own: [String]) -> Result<String, Diagnostic> {
        if own.contains(name) { return .success(name) }
        let mapping = HeaderMapping(header: [name], dataset: "customers")
        if let column = mapping.columns.first { return .success(column.field) }
        let known = StandardFields.fields(of: "customers").map(\.name) + own
        return .failure(
            Diagnostic(
                "a customer has no field '\(name)'",
                help: didYouMean(name, among: known) ?? "docs/fields.md lists them"))
    }
}

extension String {
    /// Without blanks at either end.
    var trimmingCharacters: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
