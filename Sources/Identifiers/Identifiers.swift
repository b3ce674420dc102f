/// What keur knows of identifiers. All functions are pure; none tells whether a number was issued.
public enum Identifiers {
    /// Every kind, VAT numbers first.
    public static let all: [IdentifierKind] = VATKinds.all + GlobalKinds.all + CompanyNumberKinds.all

    private static let byCode: [String: IdentifierKind] = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    public static func kind(_ code: String) -> IdentifierKind? { byCode[code] }

    public typealias Text = UnsafeBufferPointer<UInt8>

    // MARK: VAT numbers and company numbers

    private static let vatByPrefix: [UInt16: IdentifierKind] = Dictionary(
        all.filter { $0.code.hasPrefix("vat-") }.flatMap { kind -> [(UInt16, IdentifierKind)] in
            let code = String(kind.code.dropFirst(4)).uppercased()
            return code == "EL" ? [(pair("EL"), kind)] : [(pair(code), kind)]
        },
        uniquingKeysWith: { first, _ in first }
    )

    /// The kind of a country's VAT numbers (ISO code, or EL for Greece).
    public static func vatKind(ofCountry country: String) -> IdentifierKind? {
        country.utf8.count == 2 ? vatByPrefix[pair(country == "GR" ? "EL" : country)] : nil
    }

    /// The kinds of number by which a country's register knows a company; none where keur has no rule.
    public static func companyNumberKinds(ofCountry country: String) -> [IdentifierKind] {
        (registerKinds[country] ?? []).compactMap { byCode[$0] }
    }

    /// A VAT number with its country's letters in front.
    public static func isVat(_ text: Text) -> Bool {
        guard let prefix = letters(text), let kind = vatByPrefix[prefix] else { return false }
        return kind.isValid(text)
    }

    /// A VAT number of an ISO country, with or without its letters (EL for Greece).
    public static func isVat(_ text: Text, country: Text) -> Bool {
        guard country.count == 2 else { return false }
        var code = UInt16(country[0]) << 8 | UInt16(country[1])
        if code == pair("GR") { code = pair("EL") }
        guard let kind = vatByPrefix[code] else { return false }
        return kind.isValid(text)
    }

    /// The number by which the country's register knows a company; for countries without a rule here, any text with a digit.
    public static func isCompanyNumber(_ text: Text, country: Text) -> Bool {
        let country = String(decoding: country, as: UTF8.self)
        guard let codes = registerKinds[country] else { return text.contains { $0 &- 48 < 10 } }
        return codes.contains { byCode[$0]?.isValid(text) == true } || GermanRegister.isEntry(text, country: country)
    }

    /// The country whose register number a text rather is: not valid in `country`, and valid by its check digit in exactly one other.
    public static func otherCountry(ofCompanyNumber text: String, than country: String) -> String? {
        let own = companyNumberKinds(ofCountry: country)
        guard !own.isEmpty, !own.contains(where: { $0.isValid(text) }) else { return nil }
        let others = registerKinds.filter { other, codes in
            other != country && codes.contains { byCode[$0].map { $0.hasProof && $0.isValid(text) } == true }
        }
        return others.count == 1 ? others.first?.key : nil
    }

    private static let registerKinds: [String: [String]] = [
        "NL": ["kvk"], "BE": ["enterprise"], "FR": ["siren", "siret"], "GB": ["crn"], "NO": ["orgnr-no"], "DK": ["cvr"],
        "SE": ["orgnr-se"], "FI": ["ytunnus"], "CH": ["uid"], "PL": ["krs", "regon", "nip"], "CZ": ["ico"],
        "ES": ["cif", "nif"],
        "DE": [], "PT": ["vat-pt"], "HR": ["vat-hr"],
    ]

    // MARK: By kind, for the hot path

    private static let lei = required("lei")
    private static let iban = required("iban")
    private static let bic = required("bic")
    private static let gln = required("gln")
    private static let duns = required("duns")
    private static let leitweg = required("leitweg")
    private static let siren = required("siren")
    private static let siret = required("siret")
    private static let eori = required("eori")
    private static let creditorReference = required("creditor-reference")

    public static func isLei(_ text: Text) -> Bool { lei.isValid(text) }
    public static func isIban(_ text: Text) -> Bool { iban.isValid(text) }
    public static func isBic(_ text: Text) -> Bool { bic.isValid(text) }
    public static func isGln(_ text: Text) -> Bool { gln.isValid(text) }
    public static func isDuns(_ text: Text) -> Bool { duns.isValid(text) }
    public static func isLeitwegID(_ text: Text) -> Bool { leitweg.isValid(text) }
    public static func isSiren(_ text: Text) -> Bool { siren.isValid(text) }
    public static func isSiret(_ text: Text) -> Bool { siret.isValid(text) }
    public static func isEori(_ text: Text) -> Bool { eori.isValid(text) }
    public static func isCreditorReference(_ text: Text) -> Bool { creditorReference.isValid(text) }

    // MARK: Code lists

    /// ISO 3166-1 alpha-2, in capitals.
    public static func isCountry(_ text: Text) -> Bool { text.count == 2 && CountryCodes.contains(text[0], text[1]) }

    /// ISO 4217, in capitals.
    public static func isCurrency(_ text: Text) -> Bool {
        text.count == 3 && CodeLists.currencies.contains(String(decoding: text, as: UTF8.self))
    }

    /// ISO 639-1, in any letter case.
    public static func isLanguage(_ text: Text) -> Bool {
        text.count == 2 && CodeLists.languages.contains(String(decoding: text, as: UTF8.self).lowercased())
    }

    public static func isEUCountry(_ text: Text) -> Bool {
        EuropeanUnion.members.contains(String(decoding: text, as: UTF8.self))
    }

    public static func isEEACountry(_ text: Text) -> Bool {
        EuropeanUnion.economicArea.contains(String(decoding: text, as: UTF8.self))
    }

    // MARK: Details

    private static func required(_ code: String) -> IdentifierKind {
        guard let kind = byCode[code] else { preconditionFailure("the table of kinds has '\(code)'") }
        return kind
    }

    private static func pair(_ code: String) -> UInt16 { code.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

    /// The first two letters, in capitals, blanks before them passed over.
    private static func letters(_ text: Text) -> UInt16? {
        var pair: UInt16 = 0
        var count = 0
        for byte in text where byte != UInt8(ascii: " ") {
            let letter = byte & 0xDF
            guard letter &- 65 < 26 else { return nil }
            pair = pair << 8 | UInt16(letter)
            count += 1
            if count == 2 { return pair }
        }
        return nil
    }
}

/// Entries of the German commercial register: a register's letters and a number, usually with the court.
enum GermanRegister {
    static func isEntry(_ text: UnsafeBufferPointer<UInt8>, country: String) -> Bool {
        guard country == "DE" else { return false }
        let capitals = String(decoding: text, as: UTF8.self).uppercased()
        guard let register = ["HRA", "HRB", "GNR", "GSR", "PR", "VR"].first(where: { capitals.contains($0) }),
            let place = capitals.range(of: register)
        else { return false }
        return capitals[place.upperBound...].contains { $0.isASCII && $0.isNumber }
    }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
