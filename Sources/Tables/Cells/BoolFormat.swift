/// How a column says yes and no.
public struct BoolFormat: Hashable, Sendable {
    private let trueTexts: Set<String>
    private let falseTexts: Set<String>
    private let shortTexts: ShortTexts
    private let blank: Bool?

    /// yes/no, ja/nee/nein, oui/non, true/false, 1/0 and their like, in any letter case; not X, which must be declared.
    public static let standard = BoolFormat(
        trueTexts: [
            "yes", "true", "1", "y", "ja", "j", "t", "oui", "o", "si", "s", "sí", "wahr", "waar", "vrai", "on", "-1",
        ],
        falseTexts: ["no", "false", "0", "n", "nee", "nein", "f", "non", "falsch", "onwaar", "faux", "off"])

    /// Only these texts, in any letter case and without white space around them. An empty text among them declares what a
    /// blank cell means.
    public init(trueTexts: [String], falseTexts: [String]) {
        self.trueTexts = Set(trueTexts.map(Self.folded))
        self.falseTexts = Set(falseTexts.map(Self.folded))
        shortTexts = ShortTexts(trueTexts: self.trueTexts, falseTexts: self.falseTexts)
        blank = self.falseTexts.contains("") ? false : self.trueTexts.contains("") ? true : nil
    }

    /// Nil when the cell says neither.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        if let found = shortTexts[cell] { return found }
        let text = cell.trimmedCell
        if text.isEmpty { return blank }
        guard text.count <= 64 else { return nil }
        let folded = Self.folded(String(decoding: text, as: UTF8.self))
        return trueTexts.contains(folded) ? true : falseTexts.contains(folded) ? false : nil
    }

    /// Nil when the text says neither.
    public func parse(_ text: String) -> Bool? { withUTF8(text) { parse($0) } }

    private static func folded(_ text: String) -> String { text.trimmingWhiteSpace.lowercased() }
}

/// Texts of one to eight ASCII characters and what they say, so that the usual cell is looked up without a `String`.
private struct ShortTexts: Hashable, Sendable {
    /// A hash table with open addressing: each text in one word, 0 for an empty place.
    private let words: [UInt64]
    private let values: [Bool]

    init(trueTexts: Set<String>, falseTexts: Set<String>) {
        var size = 16
        while size < 4 * (trueTexts.count + falseTexts.count) { size *= 2 }
        var words = [UInt64](repeating: 0, count: size)
        var values = [Bool](repeating: false, count: size)
        for (text, value) in falseTexts.sorted().map({ ($0, false) }) + trueTexts.sorted().map({ ($0, true) }) {
            let word = withUTF8(text, Self.word)
            if word == 0 { continue }
            var place = Self.place(of: word, in: size)
            while words[place] != 0, words[place] != word { place = (place + 1) % size }
            (words[place], values[place]) = (word, value)
        }
        self.words = words
        self.values = values
    }

    @inline(__always)
    subscript(cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        let word = Self.word(cell)
        guard word != 0 else { return nil }
        var place = Self.place(of: word, in: words.count)
        while words[place] != word {
            if words[place] == 0 { return nil }
            place = (place &+ 1) & (words.count - 1)
        }
        return values[place]
    }

    @inline(__always)
    private static func place(of word: UInt64, in size: Int) -> Int {
        Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
    }

    /// The bytes with letters in lower case, 0 unless they are 1 to 8 ASCII characters.
    @inline(__always)
    private static func word(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard text.count <= 8 else { return 0 }
        var word: UInt64 = 0
        for byte in text {
            guard byte < 0x80 else { return 0 }
            word = word << 8 | UInt64(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
        }
        return word
    }
}

private func withUTF8<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
}
