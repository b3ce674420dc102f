/// Ways to look at a header: as a key to compare by, and as a name for checks.
enum HeaderName {
    /// Letters and digits only, lower case, without accents: `USt-IdNr.` and `UST_IDNR` are one key. Composed and
    /// decomposed accents give the same key.
    static func key(_ header: String, spellingOutUmlauts: Bool = false) -> String {
        if header.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(header) }
        var key = String.UnicodeScalarView()
        for scalar in header.unicodeScalars {
            append(scalar, to: &key, spellingOutUmlauts: spellingOutUmlauts)
        }
        return String(key)
    }

    /// Nearly all names are ASCII, and those of all fields are made keys of before a file is read.
    private static func asciiKey(_ header: String) -> String {
        String(unsafeUninitializedCapacity: header.utf8.count) { key in
            var count = 0
            for byte in header.utf8 {
                let lower = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
                guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= lower || UInt8(ascii: "0")...UInt8(ascii: "9") ~= lower
                else { continue }
                key[count] = lower
                count += 1
            }
            return count
        }
    }

    /// A name that an expression can use, e.g. `ons_debiteurnr` for `Ons debiteurnr.`; nil when the header has no
    /// Latin letter or digit.
    static func snakeCase(_ header: String) -> String? {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func endWord() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        let scalars = Array(header.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if isMark(scalar) { continue }
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                endWord()
                continue
            }
            if index > 0, startsWord(scalar, after: scalars[index - 1], before: scalars.dropFirst(index + 1).first) {
                endWord()
            }
            append(scalar, to: &word, spellingOutUmlauts: false)
        }
        endWord()
        let name = words.joined(separator: "_").unicodeScalars.filter { $0.isASCII }
        guard let first = name.first(where: { $0 != "_" }) else { return nil }
        let text = String(String.UnicodeScalarView(name))
        if ("0"..."9").contains(first) { return "column_" + text }
        return reservedWords.contains(text) ? text + "_" : text
    }

    /// `legalName`, `VATNumber` and `legal name` are two words each; `NAME1` and `KvK` are one.
    private static func startsWord(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar?
    ) -> Bool {
        guard scalar.properties.isUppercase else { return false }
        if previous.properties.isLowercase { return next?.properties.isAlphabetic == true }
        return previous.properties.isUppercase && next?.properties.isLowercase == true
    }

    private static func append(
        _ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView, spellingOutUmlauts: Bool
    ) {
        if isMark(scalar) { return }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            if lower.isASCII {
                if ("a"..."z").contains(lower) || ("0"..."9").contains(lower) { key.append(lower) }
            } else if let base = baseLetters[lower] {
                key.append(contentsOf: base.unicodeScalars)
                if spellingOutUmlauts, umlauts.contains(lower) { key.append("e") }
            } else if lower.properties.isAlphabetic {
                key.append(lower)
            }
        }
    }

    /// A combining accent, as in decomposed text.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { ("\u{300}"..."\u{36F}").contains(scalar) }

    private static let umlauts: Set<Unicode.Scalar> = ["ä", "ö", "ü"]

    /// The accented Latin letters of Europe's languages, by what is left without the accent.
    private static let baseLetters: [Unicode.Scalar: String] = {
        let groups = [
            ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"),
            ("o", "òóôõöøōŏő"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var letters: [Unicode.Scalar: String] = [:]
        for (base, accented) in groups {
            for scalar in accented.unicodeScalars { letters[scalar] = base }
        }
        return letters
    }()

    /// Words that CEL keeps for itself.
    private static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while",
    ]
}
