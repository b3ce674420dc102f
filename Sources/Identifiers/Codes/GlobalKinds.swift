/// Identifiers that are not a single country's register number.
enum GlobalKinds {
    static let all: [IdentifierKind] = [
        IdentifierKind(
            "lei", "LEI", form: "18 letters or digits and 2 check digits", source: "ISO 17442; ISO/IEC 7064, MOD 97-10",
            example: "506700GE1G29325QX363", shapes: ["******************##"], checkDigits: .last(2)
        ) { $0.count == 20 && $0.areLettersOrDigits(0..<18) && $0.areDigits(18..<20) && $0.mod97() == 1 },
        IdentifierKind(
            "iban", "IBAN", form: "country, 2 check digits, account", source: "ISO 13616; SWIFT IBAN registry",
            example: "NL91ABNA0417164300", checkDigits: .at(2..<4), shapesOf: IBANRules.shapes,
            check: IBANRules.isValid),
        IdentifierKind(
            "bic", "BIC", form: "8 or 11 characters", source: "ISO 9362", example: "ABNANL2A",
            shapes: ["@@@@@@**", "@@@@@@*****"]
        ) { code in
            (code.count == 8 || code.count == 11) && (0..<4).allSatisfy(code.isLetter)
                && code.areLettersOrDigits(6..<code.count)
                && CountryCodes.contains(code.bytes[4], code.bytes[5])
        },
        IdentifierKind(
            "gln", "GLN", form: "13 digits", source: "GS1 General Specifications", example: "4006381333931",
            shapes: ["#############"], checkDigits: .last(1)
        ) {
            $0.isDigits(13) && $0.passesGS1
        },
        IdentifierKind(
            "gtin14", "GTIN-14", form: "14 digits", source: "GS1 General Specifications", example: "10614141000415",
            shapes: ["##############"], checkDigits: .last(1)
        ) {
            $0.isDigits(14) && $0.passesGS1
        },
        IdentifierKind(
            "duns", "D-U-N-S number", form: "9 digits", source: "Dun & Bradstreet; no check digit any more",
            example: "150483782", shapes: ["#########"]
        ) {
            $0.isDigits(9)
        },
        IdentifierKind(
            "leitweg", "Leitweg-ID", country: "DE", keepsHyphens: true,
            form: "coarse part, optional fine part, 2 check digits, with hyphens",
            source: "KoSIT, Leitweg-ID format specification; ISO/IEC 7064, MOD 97-10", example: "991-33333TEST-33",
            checkDigits: .last(2),
            check: LeitwegRules.isValid),
        IdentifierKind(
            "eori", "EORI number", form: "country and up to 15 letters or digits",
            source: "Regulation (EU) 2015/2446, annex 12-01",
            example: "NL123456789"
        ) { code in
            (3...17).contains(code.count) && code.areLettersOrDigits(0..<code.count)
                && EuropeanUnion.grantsEORI(code[0], code[1])
        },
        IdentifierKind(
            "creditor-reference", "Creditor reference", form: "RF, 2 check digits, up to 21 letters or digits",
            source: "ISO 11649",
            example: "RF18539007547034", checkDigits: .at(2..<4)
        ) { (5...25).contains($0.count) && $0.hasPrefix("RF") && $0.areDigits(2..<4) && $0.mod97(rotation: 4) == 1 },
        IdentifierKind(
            "ogm-vcs", "Structured communication", country: "BE", dropsPlusSigns: true,
            form: "12 digits, +++nnn/nnnn/nnnnn+++",
            source: "Febelfin, modulo 97", example: "010806817183", shapes: ["############"], checkDigits: .last(2)
        ) { code in
            guard code.isDigits(12) else { return false }
            let remainder = code.number(0..<10) % 97
            return code.number(10..<12) == (remainder == 0 ? 97 : remainder)
        },
    ]
}

enum IBANRules {
    /// Check digits, and the length and classes of characters that the country's registry entry gives. Check digits within the
    /// account number, which some banks keep, are not asked for.
    @Sendable static func isValid(_ code: Code) -> Bool {
        guard code.count >= 15, code.count <= 34, code.isLetter(0), code.isLetter(1), code.areDigits(2..<4),
            structure.withUnsafeBufferPointer({ $0[slot(code[0], code[1])].fits(code) })
        else { return false }
        // ISO/IEC 7064 gives 98 less a remainder: 02 to 98. 00, 01 and 99 have the remainders of 97, 98 and 02.
        return (2...98).contains(code.number(2..<4)) && code.mod97(rotation: 4) == 1
    }

    /// The form of the account numbers of the country that the code begins with; none when it has no IBANs.
    @Sendable static func shapes(_ code: Code) -> [String] {
        guard code.count >= 2, code.isLetter(0), code.isLetter(1) else { return [] }
        let country = String(decoding: code.slice(0..<2).bytes, as: UTF8.self)
        guard IBANStructures.byCountry[country] != nil else { return [] }
        let classes = structure[slot(code[0], code[1])].classes.map { byte -> Character in
            switch byte {
            case UInt8(ascii: "n"): "#"
            case UInt8(ascii: "a"): "@"
            default: "*"
            }
        }
        return [country + "##" + String(classes)]
    }

    private static func slot(_ first: UInt8, _ second: UInt8) -> Int { Int(first - 65) * 26 + Int(second - 65) }

    private static let structure: [Structure] = {
        var table = [Structure](repeating: Structure(classes: []), count: 26 * 26)
        for (country, text) in IBANStructures.byCountry {
            let letters = Array(country.utf8)
            table[slot(letters[0], letters[1])] = Structure(text)
        }
        return table
    }()

    private struct Structure {
        /// `n`, `a` or `c` for each character behind the check digits.
        var classes: [UInt8]

        init(classes: [UInt8]) {
            self.classes = classes
        }

        init(_ text: String) {
            classes = []
            var length = 0
            for byte in text.utf8 {
                if byte &- 48 < 10 {
                    length = length * 10 + Int(byte - 48)
                } else {
                    classes += [UInt8](repeating: byte, count: length)
                    length = 0
                }
            }
        }

        func fits(_ code: Code) -> Bool {
            guard !classes.isEmpty, code.count == classes.count + 4 else { return false }
            for index in classes.indices {
                switch classes[index] {
                case UInt8(ascii: "n"): if !code.isDigit(index + 4) { return false }
                case UInt8(ascii: "a"): if !code.isLetter(index + 4) { return false }
                default: if !code.isDigit(index + 4), !code.isLetter(index + 4) { return false }
                }
            }
            return true
        }
    }
}

enum LeitwegRules {
    /// The coarse part begins with a state (01 to 16) or the federation (99).
    @Sendable static func isValid(_ code: Code) -> Bool {
        guard (5...46).contains(code.count) else { return false }
        var parts: [Range<Int>] = []
        var start = 0
        for index in 0...code.count where index == code.count || code[index] == UInt8(ascii: "-") {
            parts.append(start..<index)
            start = index + 1
        }
        guard parts.count == 2 || parts.count == 3, let check = parts.last, check.count == 2, code.areDigits(check),
            (2...12).contains(parts[0].count), code.areDigits(parts[0])
        else { return false }
        let region = code.number(0..<2)
        guard (1...16).contains(region) || region == 99 else { return false }
        if parts.count == 3, !(1...30).contains(parts[1].count) || !code.areLettersOrDigits(parts[1]) { return false }
        var remainder = 0
        for index in 0..<code.count where code[index] != UInt8(ascii: "-") {
            remainder =
                code.isDigit(index)
                ? (remainder * 10 + code.digit(index)) % 97 : (remainder * 100 + Int(code[index] - 55)) % 97
        }
        return remainder == 1
    }
}
