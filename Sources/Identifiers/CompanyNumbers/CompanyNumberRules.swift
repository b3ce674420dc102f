/// Check rules that a company number and a VAT number of the same country share.
enum CompanyNumberRules {
    /// The Dutch eleven-test: weights 9 to 2 and −1.
    @Sendable static func elevenTest(_ code: Code) -> Bool {
        code.isDigits(9) && code.number(0..<9) > 0 && code.weighted([9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
    }

    @Sendable static func denmark(_ code: Code) -> Bool {
        code.isDigits(8) && code[0] != 48 && code.weighted([2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    }

    @Sendable static func finland(_ code: Code) -> Bool {
        code.isDigits(8) && code.weighted([7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0
    }

    @Sendable static func norway(_ code: Code) -> Bool {
        code.isDigits(9) && code.weighted([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    }

    @Sendable static func polandNIP(_ code: Code) -> Bool {
        code.isDigits(10) && code.weighted([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == code.digit(9)
    }

    @Sendable static func polandREGON(_ code: Code) -> Bool {
        func passes(_ weights: [Int]) -> Bool { code.weighted(weights) % 11 % 10 == code.digit(weights.count) }
        if code.isDigits(9) { return passes([8, 9, 2, 3, 4, 5, 6, 7]) }
        guard code.isDigits(14) else { return false }
        return passes([8, 9, 2, 3, 4, 5, 6, 7]) && passes([2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8])
    }

    @Sendable static func czechia(_ code: Code) -> Bool {
        guard code.isDigits(8) else { return false }
        let check = (11 - code.weighted([8, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return (check == 0 ? 1 : check) % 10 == code.digit(7)
    }

    @Sendable static func switzerland(_ code: Code) -> Bool {
        guard code.count == 12, code.hasPrefix("CHE"), code.areDigits(3..<12) else { return false }
        let check = (11 - code.weighted([5, 4, 3, 2, 7, 6, 5, 4], from: 3) % 11) % 11
        return check == code.digit(11)
    }

    /// Establishments of La Poste (SIREN 356000000) follow a rule of their own: a digit sum divisible by 5, besides the head
    /// office, which passes Luhn.
    @Sendable static func siret(_ code: Code) -> Bool {
        guard code.isDigits(14), code.slice(0..<9).passesLuhn else { return false }
        if code.number(0..<9) == 356_000_000, code.number(9..<14) != 48 {
            return (0..<14).reduce(0) { $0 + code.digit($1) } % 5 == 0
        }
        return code.passesLuhn
    }
}

/// Spanish tax numbers.
///
/// Source: Royal Decree 1065/2007, articles 19 to 26, and Orden EHA/451/2008.
enum SpanishRules {
    private static let personLetters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"
    private static let companyLetters: StaticString = "JABCDEFGHI"

    /// A person's or a company's.
    @Sendable static func nif(_ code: Code) -> Bool {
        guard code.count == 9, code.areDigits(1..<8) else { return false }
        switch code[0] {
        case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"): return code[8] == personLetter(code.number(1..<8))
        case UInt8(ascii: "X")...UInt8(ascii: "Z"):
            return code[8] == personLetter(Int(code[0] - UInt8(ascii: "X")) * 10_000_000 + code.number(1..<8))
        case 48...57: return code[8] == personLetter(code.number(0..<8))
        default: return cif(code)
        }
    }

    @Sendable static func cif(_ code: Code) -> Bool {
        guard code.count == 9, code.areDigits(1..<8), isCompanyForm(code[0]) else { return false }
        var sum = 0
        for index in 1..<8 {
            let digit = code.digit(index)
            sum += index % 2 == 1 ? digit * 2 / 10 + digit * 2 % 10 : digit
        }
        let check = (10 - sum % 10) % 10
        return code[8] == UInt8(48 + check) || code[8] == companyLetters.utf8Start[check]
    }

    private static func isCompanyForm(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "J"), UInt8(ascii: "N"),
            UInt8(ascii: "P")...UInt8(ascii: "S"),
            UInt8(ascii: "U")...UInt8(ascii: "W"):
            true
        default: false
        }
    }

    private static func personLetter(_ number: Int) -> UInt8 { personLetters.utf8Start[number % 23] }
}
