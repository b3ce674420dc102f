/// Looks for a company's name in many texts: which of them may hold it, at a glance.
///
/// A name that is compared in full takes some microseconds, and a ledger has a million of them. A text is worth comparing
/// when it has the first or the last letters of the words that tell which company it is.
public struct NameProbe: Sendable {
    /// How much of the name a text has to have.
    public enum Extent: Sendable {
        /// Something of every telling word, as another spelling of the whole name has.
        case everyWord
        /// Something of one of them: enough where the place is the same too.
        case anyWord
    }

    private struct Mark: Sendable {
        /// Letters, one to a byte, the last in the lowest.
        var letters: UInt32
        var mask: UInt32
        /// A bit for the word.
        var word: UInt32

        init(_ bytes: Substring.UTF8View, word: UInt32) {
            letters = bytes.reduce(0) { $0 << 8 | UInt32($1) }
            mask = bytes.count >= 4 ? .max : UInt32(1) << UInt32(8 * bytes.count) - 1
            self.word = word
        }
    }

    private let marks: [Mark]
    /// A bit for every word that has to be there.
    private let all: UInt32

    public init(_ name: CompanyName) {
        let telling = name.words.filter { $0.role == .core && $0.text.utf8.count > 2 }
        let words = (telling.isEmpty ? name.words : telling).prefix(16)
        let trading = name.tradeName.filter { $0.role == .core }.prefix(16)
        marks = (words + trading).enumerated().flatMap { index, word in
            [
                Mark(word.text.utf8.prefix(4), word: 1 << UInt32(index)),
                Mark(word.text.utf8.suffix(4), word: 1 << UInt32(index)),
            ]
        }
        // Of a name that was cut off, or that has another beside it, a part will do.
        all = name.mayBeCutOff || !trading.isEmpty ? 0 : (UInt32(1) << UInt32(words.count)) - 1
    }

    /// Whether the text is worth comparing; blanks and punctuation do not count, nor do case and accents.
    public func mayBeIn(_ text: UnsafeBufferPointer<UInt8>, _ extent: Extent) -> Bool {
        var seen: UInt32 = 0
        var found: UInt32 = 0
        let isRead = marks.withUnsafeBufferPointer { marks in
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte < 0x80 {
                    Self.see(byte &- 65 < 26 ? byte + 32 : byte, marks, &seen, &found)
                    continue
                }
                guard byte & 0xE0 == 0xC0, index < text.count, text[index] & 0xC0 == 0x80,
                    let letters = NameFolding.packed(UInt32(byte & 0x1F) << 6 | UInt32(text[index] & 0x3F))
                else { return false }
                index += 1
                var shift = letters > 0xFF_FFFF ? 24 : letters > 0xFFFF ? 16 : letters > 0xFF ? 8 : 0
                while shift >= 0 {
                    Self.see(UInt8(truncatingIfNeeded: letters >> UInt32(shift)), marks, &seen, &found)
                    shift -= 8
                }
            }
            return true
        }
        return isEnough(isRead ? found : words(in: String(decoding: text, as: UTF8.self)), extent)
    }

    private func isEnough(_ found: UInt32, _ extent: Extent) -> Bool {
        found != 0 && (extent == .anyWord || found & all == all)
    }

    private func words(in text: String) -> UInt32 {
        var seen: UInt32 = 0
        var found: UInt32 = 0
        marks.withUnsafeBufferPointer { marks in
            for scalar in text.unicodeScalars { NameFolding.fold(scalar) { Self.see($0, marks, &seen, &found) } }
        }
        return found
    }

    @inline(__always)
    private static func see(
        _ byte: UInt8, _ marks: UnsafeBufferPointer<Mark>, _ seen: inout UInt32, _ found: inout UInt32
    ) {
        guard byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 else { return }
        seen = seen << 8 | UInt32(byte)
        for mark in marks where seen & mark.mask == mark.letters { found |= mark.word }
    }
}
