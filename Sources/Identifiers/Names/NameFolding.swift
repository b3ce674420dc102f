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

    private static func foreign(_ scalar: Unicode.Scalar) -> [UInt8] {
        let value = Int(scalar.value)
        if value < table.count { return table[value] }
        return Array(String(scalar).lowercased().utf8)
    }

    /// Covers Latin, Greek and Cyrillic, and Latin Extended Additional.
    private static let table: [[UInt8]] = (0..<0x1F00).map { value in
        guard value >= 0x80, let scalar = Unicode.Scalar(value) else { return [] }
        let small = String(scalar).lowercased()
        if (0x300..<0x370).contains(value) { return [] }
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
