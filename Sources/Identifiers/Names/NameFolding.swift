import Foundation

/// Letters without case, accents and script: what is left of a name when people type it on another keyboard.
///
/// Sources: Unicode canonical decomposition for Latin letters with accents; ELOT 743 for Greek, ISO 9 with the usual digraphs
/// (zh, kh, shch) for Cyrillic.
enum NameFolding {
    /// Calls `body` with the bytes of each folded scalar: small ASCII letters and digits, or the scalar's own bytes.
    @inline(__always)
    static func fold(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        if scalar.value < 0x80 {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            body(byte &- 65 < 26 ? byte + 32 : byte)
        } else {
            for byte in foreign(scalar) { body(byte) }
        }
    }

    /// One to four folded letters of a Latin scalar below U+0300, the last in the lowest byte; nil where there are none.
    @inline(__always)
    static func packed(_ value: UInt32) -> UInt32? {
        let letters = value < 0x300 ? packedLatin[Int(value)] : 0
        return letters == 0 ? nil : letters
    }

    private static let packedLatin: [UInt32] = (0..<0x300).map { value in
        let letters = value < 0x80 ? [] : latin[value - 0x80]
        return letters.count > 4 ? 0 : letters.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func foreign(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch Int(scalar.value) {
        case let value where value < 0x300: latin[value - 0x80]
        case let value where value < 0x530: greekAndCyrillic[value - 0x300]
        case let value where value < 0x1F00: others[value - 0x530]
        default: Array(String(scalar).lowercased().utf8)
        }
    }

    // In parts, so that a short run over Latin names does not wait for the rest.
    private static let latin = table(0x80..<0x300)
    private static let greekAndCyrillic = table(0x300..<0x530)
    /// Covers Latin Extended Additional.
    private static let others = table(0x530..<0x1F00)

    private static func table(_ range: Range<UInt32>) -> [[UInt8]] {
        range.map { value in Unicode.Scalar(value).map(folded) ?? [] }
    }

    private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
        if (0x300..<0x370).contains(scalar.value) { return [] }
        let small = String(scalar).lowercased()
        var result: [UInt8] = []
        for part in small.unicodeScalars {
            if let spelled = spelled[part] {
                result += Array(spelled.utf8)
                continue
            }
            for piece in String(part).decomposedStringWithCanonicalMapping.unicodeScalars {
                if (0x300..<0x370).contains(piece.value) { continue }
                result += spelled[piece].map { Array($0.utf8) } ?? Array(String(piece).utf8)
            }
        }
        return result
    }

    private static let spelled: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [
            "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ĳ": "ij",
            "ŋ": "n", "ſ": "s", "\u{A0}": " ", "\u{AD}": "", "·": "", "ª": "a", "º": "o",
            "й": "y", "ё": "e", "ї": "yi",
        ]
        for (letters, latin) in [
            ("α", "a"), ("β", "v"), ("γ", "g"), ("δ", "d"), ("ε", "e"), ("ζ", "z"), ("η", "i"), ("θ", "th"),
            ("ι", "i"), ("κ", "k"), ("λ", "l"), ("μ", "m"), ("ν", "n"), ("ξ", "x"), ("ο", "o"), ("π", "p"),
            ("ρ", "r"), ("σς", "s"), ("τ", "t"), ("υ", "y"), ("φ", "f"), ("χ", "ch"), ("ψ", "ps"), ("ω", "o"),
            ("а", "a"), ("б", "b"), ("в", "v"), ("гґ", "g"), ("д", "d"), ("е", "e"), ("ж", "zh"), ("з", "z"),
            ("иі", "i"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"), ("р", "r"),
            ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"),
            ("щ", "shch"), ("ъь", ""), ("ы", "y"), ("э", "e"), ("ю", "yu"), ("я", "ya"), ("є", "ye"), ("ђ", "dj"),
            ("ј", "j"), ("љ", "lj"), ("њ", "nj"), ("ћ", "c"), ("џ", "dz"),
        ] {
            for letter in letters.unicodeScalars { table[letter] = latin }
        }
        return table
    }()
}
