/// Numbers that national registers give to companies and their sites.
enum CompanyNumberKinds {
    static let all: [IdentifierKind] = [
        IdentifierKind(
            "rsin", "RSIN", country: "NL", paddedLength: 9, maximumPadding: 8, form: "9 digits",
            source: "Belastingdienst, eleven-test",
            example: "004495445", shapes: ["#########"], checkDigits: .last(1), check: CompanyNumberRules.elevenTest),
        IdentifierKind(
            "kvk", "KvK number", country: "NL", form: "8 digits", source: "Kamer van Koophandel; no check digit",
            example: "12345678", shapes: ["########"]
        ) { $0.isDigits(8) },
        IdentifierKind(
            "siren", "SIREN", country: "FR", form: "9 digits", source: "INSEE, Luhn", example: "732829320",
            shapes: ["#########"], checkDigits: .last(1)
        ) { $0.isDigits(9) && $0.passesLuhn },
        IdentifierKind(
            "siret", "SIRET", country: "FR", form: "14 digits, the SIREN first",
            source: "INSEE, Luhn; La Poste by digit sum",
            example: "73282932000074", shapes: ["##############"], checkDigits: .last(1),
            check: CompanyNumberRules.siret),
        IdentifierKind(
            "enterprise", "Enterprise number", country: "BE", prefix: "BE", isPrefixKept: false, paddedLength: 10,
            maximumPadding: 1,
            form: "10 digits, the first 0 or 1", source: "Crossroads Bank for Enterprises, modulo 97",
            example: "0403019261", shapes: ["##########"], checkDigits: .last(2),
            check: VATKinds.belgium),
        IdentifierKind(
            "orgnr-no", "Organisation number", country: "NO", form: "9 digits",
            source: "Brønnøysundregistrene, modulo 11",
            example: "988077917", shapes: ["#########"], checkDigits: .last(1), check: CompanyNumberRules.norway),
        IdentifierKind(
            "cvr", "CVR number", country: "DK", prefix: "DK", isPrefixKept: false, form: "8 digits",
            source: "Erhvervsstyrelsen, modulo 11", example: "13585628", shapes: ["########"], checkDigits: .last(1),
            check: CompanyNumberRules.denmark),
        IdentifierKind(
            "orgnr-se", "Organisation number", country: "SE", form: "10 digits", source: "Bolagsverket, Luhn",
            example: "1234567897", shapes: ["##########"], checkDigits: .last(1)
        ) { $0.isDigits(10) && $0.passesLuhn },
        IdentifierKind(
            "ytunnus", "Business ID (Y-tunnus)", country: "FI", prefix: "FI", isPrefixKept: false,
            form: "7 digits and a check digit",
            source: "PRH, modulo 11", example: "20774740", shapes: ["########"], checkDigits: .last(1),
            check: CompanyNumberRules.finland),
        IdentifierKind(
            "uid", "UID", country: "CH", form: "CHE and 9 digits", source: "Federal Statistical Office, modulo 11",
            example: "CHE100155212", shapes: ["CHE#########"], checkDigits: .last(1),
            check: CompanyNumberRules.switzerland),
        IdentifierKind(
            "nip", "NIP", country: "PL", prefix: "PL", isPrefixKept: false, form: "10 digits",
            source: "Polish tax office, modulo 11",
            example: "8567346215", shapes: ["##########"], checkDigits: .last(1), check: CompanyNumberRules.polandNIP),
        IdentifierKind(
            "regon", "REGON", country: "PL", form: "9 or 14 digits", source: "Statistics Poland, modulo 11",
            example: "192598184", shapes: ["#########", "##############"], checkDigits: .last(1),
            check: CompanyNumberRules.polandREGON),
        IdentifierKind(
            "krs", "KRS number", country: "PL", form: "10 digits", source: "Polish court register; no check digit",
            example: "0000127206", shapes: ["##########"]
        ) { $0.isDigits(10) },
        IdentifierKind(
            "ico", "IČO", country: "CZ", paddedLength: 8, maximumPadding: 1, form: "8 digits",
            source: "Czech Statistical Office, modulo 11",
            example: "25123891", shapes: ["########"], checkDigits: .last(1), check: CompanyNumberRules.czechia),
        IdentifierKind(
            "cif", "NIF of a company", country: "ES", prefix: "ES", isPrefixKept: false,
            form: "a letter, 7 digits, a digit or letter",
            source: "Orden EHA/451/2008", example: "J99216582", shapes: ["@#######*"], checkDigits: .last(1),
            check: SpanishRules.cif),
        IdentifierKind(
            "nif", "NIF", country: "ES", prefix: "ES", isPrefixKept: false, form: "9 characters",
            source: "Royal Decree 1065/2007",
            example: "54362315K", shapes: ["*#######*"], checkDigits: .last(1), check: SpanishRules.nif),
        IdentifierKind(
            "piva", "Partita IVA", country: "IT", prefix: "IT", isPrefixKept: false, form: "11 digits",
            source: "Agenzia delle Entrate, Luhn",
            example: "00743110157", shapes: ["###########"], checkDigits: .last(1), check: VATKinds.italy),
        IdentifierKind(
            "crn", "Company number", country: "GB", paddedLength: 8, maximumPadding: 3,
            form: "8 digits, or 2 letters and 6 digits", source: "Companies House; no check digit", example: "OC301540",
            shapes: ["########", "@*######", "@*#####@", "#######@"]
        ) { code in
            guard code.count == 8 else { return false }
            let isRegister = code.areDigits(0..<2) || (code.isLetter(0) && (code.isLetter(1) || code.isDigit(1)))
            guard isRegister, code.areDigits(2..<5) else { return false }
            // Societies keep the letters of their own registers at the end: IP00525R, SP2059RS, RS007CUS.
            let isSociety =
                code.hasPrefix("IP") || code.hasPrefix("SP") || code.hasPrefix("NP") || code.hasPrefix("RS")
                || code.hasPrefix("SO")
            let digits = (5..<8).prefix { code.isDigit($0) }.count
            return digits >= (isSociety ? 0 : 2) && (5 + digits..<8).allSatisfy { code.isLetter($0) }
        },
    ]
}
