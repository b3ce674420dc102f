/// VAT identification numbers of the European Union, Northern Ireland, Great Britain, Switzerland and Norway.
///
/// Source of the forms: Directive 2006/112/EC, article 215, and the Commission's VIES pages; of the check digits: the national
/// administrations' rules as gathered by public validation libraries. Where an administration does not promise its check digit,
/// a failing number is a warning rather than proof.
enum VATKinds {
    static let all: [IdentifierKind] = [
        vat("AT", "U and 8 digits", "U13585627", ["U########"], .last(1), austria),
        vat("BE", "10 digits, the first 0 or 1", "0428759497", ["##########"], .last(2), padded: 10, belgium),
        vat("BG", "9 or 10 digits", "175074752", ["#########", "##########"], .last(1), bulgaria),
        vat("CY", "8 digits and a letter", "10259033P", ["########@"], .last(1), cyprus),
        vat("CZ", "8 to 10 digits", "25123891", ["########", "#########", "##########"], .last(1), czechia),
        vat("DE", "9 digits", "136695976", ["#########"], .last(1)) {
            $0.isDigits(9) && $0[0] != 48 && $0.passesMod11And10
        },
        vat("DK", "8 digits", "13585628", ["########"], .last(1), CompanyNumberRules.denmark),
        vat("EE", "9 digits", "100931558", ["#########"], .last(1), estonia),
        IdentifierKind(
            "vat-el", "VAT number of Greece", country: "GR", prefix: "EL", otherPrefixes: ["GR"], paddedLength: 9,
            maximumPadding: 1, form: "EL and 9 digits", source: source, example: "EL094259216", shapes: ["#########"],
            checkDigits: .last(1), check: greece),
        vat(
            "ES", "9 characters, letters first and last or one of them", "B58378431", ["*#######*"], .last(1),
            SpanishRules.nif),
        vat("FI", "8 digits", "20774740", ["########"], .last(1), CompanyNumberRules.finland),
        vat("FR", "2 characters and the SIREN", "40303265045", ["**#########"], .at(0..<2), france),
        vat("HR", "11 digits", "33392005961", ["###########"], .last(1)) { $0.isDigits(11) && $0.passesMod11And10 },
        vat("HU", "8 digits", "12892312", ["########"], .last(1), hungary),
        vat("IE", "7 digits and one or two letters", "6433435F", ["#*#####@", "#*#####@@"], .at(7..<8), ireland),
        vat("IT", "11 digits", "00743110157", ["###########"], .last(1), italy),
        vat("LT", "9 or 12 digits", "119511515", ["#########", "############"], .last(1), lithuania),
        vat("LU", "8 digits", "15027442", ["########"], .last(2)) {
            $0.isDigits(8) && $0.number(0..<6) % 89 == $0.number(6..<8)
        },
        vat("LV", "11 digits", "40003521600", ["###########"], .last(1), latvia),
        vat("MT", "8 digits", "11679112", ["########"], .last(2)) {
            $0.isDigits(8) && $0[0] != 48 && $0.weighted([3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
        },
        vat("NL", "9 digits, B, 2 digits", "004495445B01", ["#########B##"], .at(8..<9), netherlands),
        vat("PL", "10 digits", "8567346215", ["##########"], .last(1), CompanyNumberRules.polandNIP),
        vat("PT", "9 digits", "501964843", ["#########"], .last(1), portugal),
        vat("RO", "2 to 10 digits", "18547290", (2...10).map { String(repeating: "#", count: $0) }, .last(1), romania),
        vat("SE", "12 digits, the last 01", "123456789701", ["##########01"], .at(9..<10)) {
            $0.isDigits(12) && $0.number(10..<12) == 1 && $0.slice(0..<10).passesLuhn
        },
        vat("SI", "8 digits", "50223054", ["########"], .last(1), slovenia),
        vat("SK", "10 digits", "2022749619", ["##########"], .last(1), slovakia),
        vat(
            "XI", "9 or 12 digits, or GD or HA and 3", "980780684", ["#########", "############", "GD###", "HA###"],
            .at(7..<9), britain),
        vat(
            "GB", "9 or 12 digits, or GD or HA and 3", "980780684", ["#########", "############", "GD###", "HA###"],
            .at(7..<9), britain),
        IdentifierKind(
            "vat-ch", "VAT number of Switzerland", country: "CH", form: "CHE, 9 digits and MWST, TVA, IVA or TPV",
            source: source,
            example: "CHE107787577IVA",
            shapes: ["CHE#########MWST", "CHE#########TVA", "CHE#########IVA", "CHE#########TPV"],
            checkDigits: .at(11..<12), check: switzerland),
        vat("NO", "9 digits and MVA", "995525828MVA", ["#########MVA"], .at(8..<9)) {
            $0.count == 12 && $0.slice(9..<12).hasPrefix("MVA") && CompanyNumberRules.norway($0.slice(0..<9))
        },
    ]

    private static let source = "national rule of the VAT number; VIES for its form"

    private static func vat(
        _ country: StaticString,
        _ form: String,
        _ example: String,
        _ shapes: [String],
        _ checkDigits: CheckDigits,
        padded: Int = 0,
        _ check: @escaping @Sendable (Code) -> Bool
    ) -> IdentifierKind {
        IdentifierKind(
            "vat-\(country.description.lowercased())", "VAT number of \(country)", country: country.description,
            prefix: country,
            paddedLength: padded, maximumPadding: padded > 0 ? 1 : 0, form: "\(country) and \(form)", source: source,
            example: country.description + example, shapes: shapes, checkDigits: checkDigits, check: check)
    }

    @Sendable private static func austria(_ code: Code) -> Bool {
        guard code.count == 9, code[0] == UInt8(ascii: "U"), code.areDigits(1..<9) else { return false }
        var sum = 4
        for index in 1..<8 {
            let product = code.digit(index) * (index % 2 == 0 ? 2 : 1)
            sum += product / 10 + product % 10
        }
        return (10 - sum % 10) % 10 == code.digit(8)
    }

    @Sendable static func belgium(_ code: Code) -> Bool {
        guard code.isDigits(10), code.digit(0) <= 1, code.number(0..<8) > 0 else { return false }
        return (code.number(0..<8) + code.number(8..<10)) % 97 == 0
    }

    @Sendable private static func bulgaria(_ code: Code) -> Bool {
        if code.isDigits(9) {
            var check = code.weighted([1, 2, 3, 4, 5, 6, 7, 8]) % 11
            if check == 10 { check = code.weighted([3, 4, 5, 6, 7, 8, 9, 10]) % 11 }
            return check % 10 == code.digit(8)
        }
        guard code.isDigits(10) else { return false }
        let other = (11 - code.weighted([4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        let foreigner = code.weighted([21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
        return other == code.digit(9) || foreigner == code.digit(9) || bulgarianPerson(code)
    }

    private static func bulgarianPerson(_ code: Code) -> Bool {
        let month = code.number(2..<4)
        let century = month > 40 ? 2000 : month > 20 ? 1800 : 1900
        return Code.isDay(year: century + code.number(0..<2), month: month % 20, day: code.number(4..<6))
            && code.weighted([2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == code.digit(9)
    }

    @Sendable private static func cyprus(_ code: Code) -> Bool {
        guard code.count == 9, code.areDigits(0..<8), code.isLetter(8), !code.hasPrefix("12") else { return false }
        let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        var sum = 0
        for index in 0..<8 { sum += index % 2 == 0 ? odd[code.digit(index)] : code.digit(index) }
        return sum % 26 == Int(code[8] - 65)
    }

    @Sendable private static func czechia(_ code: Code) -> Bool {
        if code.isDigits(8) { return CompanyNumberRules.czechia(code) && code[0] != UInt8(ascii: "9") }
        if code.isDigits(9), code.digit(0) == 6 {
            let check = code.weighted([8, 7, 6, 5, 4, 3, 2], from: 1) % 11
            return (8 - (10 - check + 11) % 11 + 10) % 10 == code.digit(8)
        }
        return birthNumber(code)
    }

    /// The birth number of Czechs and Slovaks: 9 digits up to 1953, 10 with a check since.
    private static func birthNumber(_ code: Code) -> Bool {
        guard code.isDigits(9) || code.isDigits(10) else { return false }
        var year = 1900 + code.number(0..<2)
        if code.count == 9 {
            if year >= 1980 { year -= 100 }
            guard year <= 1953 else { return false }
        } else if year < 1954 {
            year += 100
        }
        let month = code.number(2..<4) % 50 % 20
        guard Code.isDay(year: year, month: month, day: code.number(4..<6)) else { return false }
        guard code.count == 10 else { return true }
        return code.number(0..<9) % 11 % 10 == code.digit(9)
    }

    @Sendable private static func estonia(_ code: Code) -> Bool {
        code.isDigits(9) && code.weighted([3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    }

    @Sendable private static func greece(_ code: Code) -> Bool {
        guard code.isDigits(9) else { return false }
        return code.weighted([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == code.digit(8)
    }

    @Sendable private static func france(_ code: Code) -> Bool {
        guard code.count == 11, code.areDigits(2..<11), code.areLettersOrDigits(0..<2) else { return false }
        // Bodies of Monaco have 000 where a SIREN would begin: a VAT number, but no SIREN.
        if code.number(2..<5) != 0, !code.slice(2..<11).passesLuhn { return false }
        let siren = code.number(2..<11)
        if code.areDigits(0..<2) { return (siren * 100 + 12) % 97 == code.number(0..<2) }
        guard let first = alphabetPlace(code[0]), let second = alphabetPlace(code[1]) else { return false }
        let key = code.isDigit(0) ? first * 24 + second - 10 : first * 34 + second - 100
        return (siren + 1 + key / 11) % 11 == key % 11
    }

    /// Place in the alphabet of French keys: digits and capitals without I and O.
    private static func alphabetPlace(_ byte: UInt8) -> Int? {
        switch byte {
        case 48...57: Int(byte - 48)
        case UInt8(ascii: "I"), UInt8(ascii: "O"): nil
        case ..<UInt8(ascii: "I"): Int(byte - 55)
        case ..<UInt8(ascii: "O"): Int(byte - 56)
        default: Int(byte - 57)
        }
    }

    @Sendable private static func hungary(_ code: Code) -> Bool {
        code.isDigits(8) && code.weighted([9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
    }

    @Sendable private static func ireland(_ code: Code) -> Bool {
        guard code.count == 8 || code.count == 9, code.isDigit(0), code.areDigits(2..<7), code.isLetter(7) else {
            return false
        }
        func place(_ letter: UInt8) -> Int? {
            letter == UInt8(ascii: "W") ? 0 : (65...86).contains(letter) ? Int(letter - 64) : nil
        }
        var sum = 0
        if code.isDigit(1) {
            sum = code.weighted([8, 7, 6, 5, 4, 3, 2])
            if code.count == 9 {
                guard let second = place(code[8]) else { return false }
                sum += 9 * second
            }
        } else {
            // The old form: a letter, + or * in second place, and the first digit counted last.
            guard code.count == 8, code.isLetter(1) || code[1] == UInt8(ascii: "+") || code[1] == UInt8(ascii: "*")
            else {
                return false
            }
            sum = code.weighted([7, 6, 5, 4, 3], from: 2) + 2 * code.digit(0)
        }
        return place(code[7]) == sum % 23
    }

    @Sendable static func italy(_ code: Code) -> Bool {
        guard code.isDigits(11), code.number(0..<7) > 0, code.passesLuhn else { return false }
        let office = code.number(7..<10)
        return (1...100).contains(office) || [120, 121, 888, 999].contains(office)
    }

    @Sendable private static func lithuania(_ code: Code) -> Bool {
        guard code.isDigits(9) && code.digit(7) == 1 || code.isDigits(12) && code.digit(10) == 1 else { return false }
        let last = code.count - 1
        func sum(_ shift: Int) -> Int { (0..<last).reduce(0) { $0 + (1 + ($1 + shift) % 9) * code.digit($1) } }
        var check = sum(0) % 11
        if check == 10 { check = sum(2) % 11 }
        return check % 10 == code.digit(last)
    }

    @Sendable private static func latvia(_ code: Code) -> Bool {
        guard code.isDigits(11) else { return false }
        if code.digit(0) > 3 { return code.weighted([9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3 }
        let isAnonymous = code.hasPrefix("32")
        let year = 1800 + code.digit(6) * 100 + code.number(4..<6)
        guard isAnonymous || Code.isDay(year: year, month: code.number(2..<4), day: code.number(0..<2)) else {
            return false
        }
        return (1 + code.weighted([10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == code.digit(10)
    }

    /// Legal entities pass the eleven-test on their nine digits; sole traders have had numbers since 2020 that pass modulo 97 as
    /// a whole instead.
    @Sendable private static func netherlands(_ code: Code) -> Bool {
        guard code.count == 12, code.areDigits(0..<9), code[9] == UInt8(ascii: "B"), code.areDigits(10..<12),
            code.number(10..<12) > 0, code.number(0..<9) > 0
        else { return false }
        if CompanyNumberRules.elevenTest(code.slice(0..<9)) { return true }
        // N = 23 and L = 21 stand before the digits, B = 11 between them.
        let front = (2321 * 1_000_000_000 + code.number(0..<9)) % 97
        return (front * 10_000 + 1100 + code.number(10..<12)) % 97 == 1
    }

    @Sendable private static func portugal(_ code: Code) -> Bool {
        guard code.isDigits(9), code[0] != 48 else { return false }
        let check = 11 - code.weighted([9, 8, 7, 6, 5, 4, 3, 2]) % 11
        return (check > 9 ? 0 : check) == code.digit(8)
    }

    @Sendable private static func romania(_ code: Code) -> Bool {
        guard (2...10).contains(code.count), code.areDigits(0..<code.count), code[0] != 48 else { return false }
        let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2]
        let digits = code.count - 1
        var sum = 0
        for index in 0..<digits { sum += weights[9 - digits + index] * code.digit(index) }
        return 10 * sum % 11 % 10 == code.digit(digits)
    }

    @Sendable private static func slovenia(_ code: Code) -> Bool {
        guard code.isDigits(8), code[0] != 48 else { return false }
        let check = 11 - code.weighted([8, 7, 6, 5, 4, 3, 2]) % 11
        return check != 11 && (check == 10 ? 0 : check) == code.digit(7)
    }

    @Sendable private static func slovakia(_ code: Code) -> Bool {
        guard code.isDigits(10) else { return false }
        if code[0] != 48, [2, 3, 4, 7, 8, 9].contains(code.digit(2)), code.number(0..<10) % 11 == 0 { return true }
        return birthNumber(code)
    }

    @Sendable private static func britain(_ code: Code) -> Bool {
        if code.count == 5, code.areDigits(2..<5) {
            if code.hasPrefix("GD") { return code.number(2..<5) < 500 }
            return code.hasPrefix("HA") && code.number(2..<5) >= 500
        }
        guard code.isDigits(9) || code.isDigits(12), code.number(0..<9) > 0 else { return false }
        let check = code.weighted([8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
        return check == 0 || (code.number(0..<3) >= 100 && (check == 42 || check == 55))
    }

    @Sendable private static func switzerland(_ code: Code) -> Bool {
        guard code.count == 15 || code.count == 16, CompanyNumberRules.switzerland(code.slice(0..<12)) else {
            return false
        }
        let suffix = code.slice(12..<code.count)
        return suffix.count == 4
            ? suffix.hasPrefix("MWST") : suffix.hasPrefix("TVA") || suffix.hasPrefix("IVA") || suffix.hasPrefix("TPV")
    }
}
