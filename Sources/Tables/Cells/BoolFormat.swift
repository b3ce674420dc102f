/// How a column says yes and no.
public struct BoolFormat: Hashable, Sendable {
    private let trueTexts: Set<String>
    private let falseTexts: Set<String>
    /// The texts of at most eight ASCII letters, each in one word, so that a cell is compared without a `String`.
    private let trueWords: [UInt64]
    private let falseWords: [UInt64]
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
        trueWords = trueTexts.compactMap { Self.word(Array(Self.folded($0).utf8)) }
        falseWords = falseTexts.compactMap { Self.word(Array(Self.folded($0).utf8)) }
        blank = self.falseTexts.contains("") ? false : self.trueTexts.contains("") ? true : nil
    }

    /// Nil when the cell says neither.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
        let text = cell.trimmedCell
        if text.isEmpty { return blank }
        if let word = Self.word(text) {
            return trueWords.contains(word) ? true : falseWords.contains(word) ? false : nil
        }
        guard text.count <= 64 else { return nil }
        let folded = Self.folded(String(decoding: text, as: UTF8.self))
        return trueTexts.contains(folded) ? true : falseTexts.contains(folded) ? false : nil
    }

    /// Nil when the text says neither.
    public func parse(_ text: String) -> Bool? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    private static func folded(_ text: String) -> String { text.trimmingWhiteSpace.lowercased() }

    /// The bytes in lower case, the first one lowest. Nil unless they are 1 to 8 ASCII characters.
    @inline(__always)
    private static func word(_ text: some Collection<UInt8>) -> UInt64? {
        guard (1...8).contains(text.count) else { return nil }
        var word: UInt64 = 0
        for byte in text.reversed() {
            guard byte < 0x80 else { return nil }
            let isUpperCase = byte &- UInt8(ascii: "A") < 26
            word = word << 8 | UInt64(isUpperCase ? byte | 0x20 : byte)
        }
        return word
    }
}
