import Identifiers

/// A datum without which the customer cannot be taken on, or with which more can be found out; and for whom it matters.
struct Requirement: Sendable {
    let field: String
    /// Any of these will do instead.
    let alternatives: [String]
    /// Without it the account cannot be opened. What is not is asked at the terminal, and missed nowhere.
    let isBlocking: Bool
    let matters: @Sendable (Prospect) -> Bool

    init(
        _ field: String,
        or alternatives: [String] = [],
        isBlocking: Bool = true,
        when matters: @escaping @Sendable (Prospect) -> Bool = { _ in true }
    ) {
        self.field = field
        self.alternatives = alternatives
        self.isBlocking = isBlocking
        self.matters = matters
    }

    func isMet(by prospect: Prospect) -> Bool {
        prospect.has(field) || alternatives.contains { prospect.has($0) }
    }

    /// In the order in which a conversation asks for them: who, where, how the invoice travels, what must be on it.
    static let all: [Requirement] = [
        Requirement("country"),
        Requirement("legal_name"),
        Requirement("public_body", isBlocking: false) { ["DE", "FR"].contains($0["country"]) },
        Requirement("registration_number", or: ["siren", "siret"]) {
            publicRegisters.contains($0["country"]) && $0.flag("public_body") != true
        },
        Requirement("siret") { $0["country"] == "FR" && $0.flag("public_body") == true },
        Requirement("vat_number", or: ["registration_number", "siren", "siret", "lei", "duns"]) {
            !publicRegisters.contains($0["country"]) && $0.flag("public_body") != true
        },
        Requirement("vat_number") { ["K", "AE"].contains($0["tax_treatment"]) },
        Requirement("vat_number", isBlocking: false) {
            let country = $0["country"]
            return Identifiers.vatKind(ofCountry: country) != nil && $0.flag("public_body") != true
        },
        Requirement("street", or: ["po_box"]),
        Requirement("postcode") { Postcodes.isKnown(country: $0["country"]) },
        Requirement("city"),
        Requirement("leitweg_id") { $0["country"] == "DE" && $0.flag("public_body") == true },
        Requirement("ap_channel"),
        Requirement("peppol_id") { $0["ap_channel"] == "peppol" },
        Requirement("ap_email") { $0["ap_channel"] == "email" },
        Requirement("portal_name") { $0["ap_channel"] == "portal" },
        Requirement("portal_supplier_id") { $0["ap_channel"] == "portal" },
        Requirement("edi_partner") { $0["ap_channel"] == "edi" },
        Requirement("gln") { $0["ap_channel"] == "edi" },
        Requirement("codice_destinatario", or: ["pec", "peppol_id"]) {
            $0["country"] == "IT" && ["", "platform"].contains($0["ap_channel"])
        },
        Requirement("po_required"),
        Requirement("po_format") { $0.flag("po_required") == true },
        Requirement("po_number_default", or: ["buyer_reference"]) { $0.flag("po_required") == true },
        Requirement("cost_centre") { $0.flag("cost_centre_required") == true },
        Requirement("iban") { $0["payment_method"] == "direct_debit" },
        Requirement("mandate_reference") { $0["payment_method"] == "direct_debit" },
    ]

    /// Countries in which every company has a number in a register that anybody may look into.
    private static let publicRegisters: Set<String> = ["NL", "BE", "FR", "GB", "DK", "NO", "SE", "FI", "CZ", "CH"]
}
