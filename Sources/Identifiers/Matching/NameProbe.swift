/// Looks for a company's name in many texts: which of them may hold it, at a glance.
///
/// A name that is compared in full takes some microseconds, and a ledger has a million of them. A text is worth comparing
/// when it has the first or the last letters of one of the words that tell which company it is.
public struct NameProbe: Sendable {
    /// Letters of the marks, one to a byte, the last in the lowest.
    private let marks: [(letters: UInt32, mask: UInt32)]

    public init(_ name: CompanyName) {
        let telling = name.words.filter { $0.role == .core && $0.text.utf8.count > 2 }
        let words = telling.isEmpty ? name.words : telling
        let trading = name.tradeName.filter { $0.role == .core }
        marks = (words + trading).flatMap { [Self.mark($0.text.utf8.prefix(4)), Self.mark($0.text.utf8.suffix(4))] }
    }

    private static func mark(_ bytes: Substring.UTF8View) -> (letters: UInt32, mask: UInt32) {
        var letters: UInt32 = 0
        for byte in bytes { letters = letters << 8 | UInt32(byte) }
        return (letters, bytes.count >= 4 ? .max : UInt32(1) << UInt32(8 * bytes.count) - 1)
    }

    /// Whether the text is worth comparing; blanks and punctuation do not count, nor do case and accents.
    public func mayBeIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var seen: UInt32 = 0
        for byte in text {
            if byte >= 0x80 { return mayBeIn(String(decoding: text, as: UTF8.self)) }
            if see(byte &- 65 < 26 ? byte + 32 : byte, &seen) { return true }
        }
        return false
    }

    private func mayBeIn(_ text: String) -> Bool {
        var seen: UInt32 = 0
        var isFound = false
        for scalar in text.unicodeScalars {
            NameFolding.fold(scalar) { byte in
                if see(byte, &seen) { isFound = true }
            }
        }
        return isFound
    }

    @inline(__always)
    private func see(_ byte: UInt8, _ seen: inout UInt32) -> Bool {
        guard byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 else { return false }
        seen = seen << 8 | UInt32(byte)
        for mark in marks where seen & mark.mask == mark.letters { return true }
        return false
    }
}
