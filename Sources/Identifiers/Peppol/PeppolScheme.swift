/// A scheme of electronic addresses: who numbers the participants.
///
/// Source: OpenPEPPOL code list of participant identifier schemes v9.7; EN 16931 code list of electronic address schemes.
public struct PeppolScheme: Sendable {
    /// Where a scheme may be used.
    public enum Network: String, Sendable, CaseIterable {
        /// On the Peppol network, and as an electronic address of EN 16931.
        case peppol = "Peppol"
        /// As an electronic address of EN 16931 only.
        case en16931 = "EN 16931"
    }

    /// Of OpenPEPPOL's list of participant identifier schemes.
    public static let version = "9.7"

    public let code: String
    public let name: String
    /// ISO 3166-1 alpha-2; empty when the scheme is no single country's.
    public let country: String
    /// The kind whose rule the value follows; nil when only the general form counts.
    public let kind: String?
    public let network: Network
    /// No longer accepted on the network: a record that carries it is stale.
    public let isRetired: Bool

    /// A scheme of the Peppol network, in use or retired.
    public static func scheme(_ code: String) -> PeppolScheme? {
        byCode[code].flatMap { $0.network == .peppol ? $0 : nil }
    }

    /// Whether EN 16931 knows a scheme for electronic addresses (BT-34, BT-49), and it is in use.
    public static func isElectronicAddressScheme(_ code: String) -> Bool {
        byCode[code].map { !$0.isRetired } ?? false
    }

    /// The scheme by which businesses of a country have to be addressed on the network; nil where several will do.
    ///
    /// Source: for Belgium, the rules for electronic invoices between businesses since 2026: the enterprise number, no longer the
    /// VAT number.
    public static func required(in country: String) -> PeppolScheme? {
        country == "BE" ? byCode["0208"] : nil
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    private static func scheme(_ code: String, _ name: String, _ country: String = "", _ kind: String? = nil)
        -> PeppolScheme
    {
        PeppolScheme(code: code, name: name, country: country, kind: kind, network: .peppol, isRetired: false)
    }

    static let all: [PeppolScheme] =
        [
            scheme("0002", "SIRENE", "FR"), scheme("0007", "Organisationsnummer", "SE", "orgnr-se"),
            scheme("0009", "SIRET", "FR", "siret"),
            scheme("0060", "D-U-N-S", "", "duns"), scheme("0088", "GLN", "", "gln"), scheme("0096", "P-nummer", "DK"),
            scheme("0097", "EDIFORUM", "IT"), scheme("0106", "KvK", "NL", "kvk"), scheme("0130", "EU directorates"),
            scheme("0135", "SIA", "IT"), scheme("0142", "SECETI", "IT"), scheme("0147", "Teikoku Databank", "JP"),
            scheme("0151", "ABN", "AU"), scheme("0154", "CDI", "FR"), scheme("0158", "IČO", "SK"),
            scheme("0170", "Teikoku", "JP"),
            scheme("0177", "Odette"), scheme("0183", "UID", "CH", "uid"), scheme("0184", "CVR", "DK", "cvr"),
            scheme("0188", "Corporate number", "JP"),
            scheme("0190", "OIN", "NL"), scheme("0191", "Registrikood", "EE"),
            scheme("0192", "Organisasjonsnummer", "NO", "orgnr-no"),
            scheme("0194", "KOIOS"), scheme("0195", "UEN", "SG"), scheme("0196", "Kennitala", "IS"),
            scheme("0198", "ERSTORG", "DK"),
            scheme("0199", "LEI", "", "lei"), scheme("0200", "Juridinių asmenų kodas", "LT"),
            scheme("0201", "Codice univoco IPA", "IT"),
            scheme("0202", "PEC", "IT"), scheme("0203", "eDelivery", "SE"),
            scheme("0204", "Leitweg-ID", "DE", "leitweg"), scheme("0205", "CODDEST", "IT"),
            scheme("0208", "Enterprise number", "BE", "enterprise"), scheme("0209", "GS1 identification keys"),
            scheme("0210", "Codice fiscale", "IT"),
            scheme("0211", "Partita IVA", "IT", "piva"), scheme("0216", "OVTcode", "FI"),
            scheme("0217", "KvK establishment", "NL"),
            scheme("0218", "Registration number", "LV"), scheme("0221", "Registered number", "JP"),
            scheme("0225", "FRCTC electronic address", "FR"),
            scheme("0230", "National e-invoicing framework", "MY"), scheme("0235", "TIN", "AE"),
            scheme("0240", "Register of legal persons", "FR"),
            scheme("9910", "VAT number", "HU", "vat-hu"), scheme("9913", "Business registers network"),
            scheme("9914", "UID", "AT", "vat-at"),
            scheme("9915", "Government code", "AT"), scheme("9918", "SWIFT IBAN", "", "iban"),
            scheme("9919", "Company register", "AT"),
            scheme("9920", "NIF", "ES", "vat-es"), scheme("9922", "VAT number", "AD"),
            scheme("9923", "VAT number", "AL"), scheme("9924", "VAT number", "BA"),
            scheme("9925", "VAT number", "BE", "vat-be"), scheme("9926", "VAT number", "BG", "vat-bg"),
            scheme("9927", "VAT number", "CH", "vat-ch"),
            scheme("9928", "VAT number", "CY", "vat-cy"), scheme("9929", "VAT number", "CZ", "vat-cz"),
            scheme("9930", "VAT number", "DE", "vat-de"),
            scheme("9931", "VAT number", "EE", "vat-ee"), scheme("9932", "VAT number", "GB", "vat-gb"),
            scheme("9933", "VAT number", "GR", "vat-el"),
            scheme("9934", "VAT number", "HR", "vat-hr"), scheme("9935", "VAT number", "IE", "vat-ie"),
            scheme("9936", "VAT number", "LI"),
            scheme("9937", "VAT number", "LT", "vat-lt"), scheme("9938", "VAT number", "LU", "vat-lu"),
            scheme("9939", "VAT number", "LV", "vat-lv"),
            scheme("9940", "VAT number", "MC"), scheme("9941", "VAT number", "ME"), scheme("9942", "VAT number", "MK"),
            scheme("9943", "VAT number", "MT", "vat-mt"),
            scheme("9944", "VAT number", "NL", "vat-nl"), scheme("9945", "VAT number", "PL", "vat-pl"),
            scheme("9946", "VAT number", "PT", "vat-pt"),
            scheme("9947", "VAT number", "RO", "vat-ro"), scheme("9948", "VAT number", "RS"),
            scheme("9949", "VAT number", "SI", "vat-si"),
            scheme("9950", "VAT number", "SK", "vat-sk"), scheme("9951", "VAT number", "SM"),
            scheme("9952", "VAT number", "TR"), scheme("9953", "VAT number", "VA"),
            scheme("9957", "VAT number", "FR", "vat-fr"), scheme("9959", "EIN", "US"),
        ]
        + [
            ("0037", "FI"), ("0193", "BE"), ("0212", "FI"), ("0213", "FI"), ("0215", "FI"), ("9901", "DK"),
            ("9902", "DK"), ("9904", "DK"),
            ("9905", "DK"), ("9906", "IT"), ("9907", "IT"), ("9908", "NO"), ("9909", "NO"), ("9912", ""),
            ("9916", "AT"), ("9917", "IS"),
            ("9921", "IT"), ("9954", "NL"), ("9955", "SE"), ("9956", "BE"), ("9958", "DE"),
        ].map {
            PeppolScheme(code: $0.0, name: "retired", country: $0.1, kind: nil, network: .peppol, isRetired: true)
        }
        + [
            ("EM", "E-mail address"), ("AN", "O.F.T.P. (ODETTE)"), ("AQ", "X.400 address"), ("AS", "AS2 exchange"),
            ("AU", "File Transfer Protocol"),
        ].map {
            PeppolScheme(code: $0.0, name: $0.1, country: "", kind: nil, network: .en16931, isRetired: false)
        }
}

/// `0106:12345678`: a scheme and a value.
public enum PeppolID {
    /// Whether the scheme is known and in use, and the value follows its rule.
    public static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count > 5, text.count <= 135, text[4] == UInt8(ascii: ":"),
            let scheme = PeppolScheme.scheme(String(decoding: text[..<4], as: UTF8.self)), !scheme.isRetired
        else { return false }
        let value = UnsafeBufferPointer(rebasing: text[5...])
        if let kind = scheme.kind.flatMap(Identifiers.kind) { return kind.isValid(value) }
        switch scheme.code {
        case "0002": return Identifiers.isSiren(value) || Identifiers.isSiret(value)
        case "0190": return value.count == 20 && value.allSatisfy { $0 &- 48 < 10 }
        case "0225": return value.count >= 9 && Identifiers.isSiren(UnsafeBufferPointer(rebasing: value[..<9]))
        default: return value.allSatisfy { $0 > 32 && $0 < 127 }
        }
    }

    /// The part before the colon; empty when there is none.
    public static func scheme(of text: String) -> String {
        text.firstIndex(of: ":").map { String(text[..<$0]) } ?? ""
    }

    /// The part behind the colon, or the whole.
    public static func value(of text: String) -> String {
        text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
    }
}
