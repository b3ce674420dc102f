/// What is known about the encoding of a text.
///
/// In this order: what was declared; a byte-order mark; NULs at every other byte, which is UTF-16; UTF-8 if the text is
/// well-formed, and also if it is damaged but holds well-formed sequences of several bytes, which no other encoding
/// would by chance; else Windows-1252.
struct DetectedEncoding: Hashable {
    var encoding: TextEncoding
    var isGuessed = false
    var byteOrderMarkLength = 0
    /// Only ASCII was seen so far, but the text goes on.
    var isProvisional = false

    /// How much of a text is looked at before it is read as a whole.
    static let sampleBytes = 1 << 20

    init(declared: TextEncoding, _ bytes: UnsafeBufferPointer<UInt8>) {
        encoding = declared
        let mark = declared.byteOrderMark
        byteOrderMarkLength = !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        for marked in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian]
        where bytes.starts(with: marked.byteOrderMark) {
            self.init(encoding: marked, byteOrderMarkLength: marked.byteOrderMark.count)
            return
        }
        if let wide = Self.wideEncoding(UnsafeBufferPointer(rebasing: bytes.prefix(64 * 1024))) {
            self.init(encoding: wide, isGuessed: true)
            return
        }
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(Self.sampleBytes))
        let isWhole = sample.count == bytes.count
        switch MultiByteText(sample, isCut: !isWhole) {
        case .ascii: self.init(encoding: .utf8, isProvisional: !isWhole)
        case .wellFormed, .damaged: self.init(encoding: .utf8)
        case .foreign: self.init(completely: bytes)
        }
    }

    /// Looks at the whole text, as is necessary once a byte was seen that is not UTF-8.
    init(completely bytes: UnsafeBufferPointer<UInt8>) {
        let isForeign = MultiByteText(bytes, isCut: false) == .foreign
        self.init(encoding: isForeign ? .windows1252 : .utf8, isGuessed: isForeign)
    }

    private init(
        encoding: TextEncoding, isGuessed: Bool = false, byteOrderMarkLength: Int = 0, isProvisional: Bool = false
    ) {
        self.encoding = encoding
        self.isGuessed = isGuessed
        self.byteOrderMarkLength = byteOrderMarkLength
        self.isProvisional = isProvisional
    }

    /// UTF-16 without a byte-order mark, by the NULs that are one half of each Latin letter, digit and delimiter: most
    /// characters have one, or at least some have, and every line feed among them.
    private static func wideEncoding(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
        let pairs = sample.count / 2
        var nuls = (first: 0, second: 0)
        var lineFeeds = (first: 0, second: 0)
        var pairedLineFeeds = (first: 0, second: 0)
        for pair in 0..<pairs {
            let (first, second) = (sample[2 * pair], sample[2 * pair + 1])
            if first == 0 { nuls.first += 1 }
            if second == 0 { nuls.second += 1 }
            if first == ASCII.lineFeed {
                lineFeeds.first += 1
                if second == 0 { pairedLineFeeds.first += 1 }
            }
            if second == ASCII.lineFeed {
                lineFeeds.second += 1
                if first == 0 { pairedLineFeeds.second += 1 }
            }
        }
        func fits(_ nuls: Int, others: Int, lineFeeds: Int, paired: Int) -> Bool {
            guard nuls > 0, others * 8 <= nuls else { return false }
            return nuls * 5 >= pairs * 3 || nuls * 20 >= pairs && lineFeeds > 0 && paired == lineFeeds
        }
        if fits(nuls.second, others: nuls.first, lineFeeds: lineFeeds.first, paired: pairedLineFeeds.first) {
            return .utf16LittleEndian
        }
        if fits(nuls.first, others: nuls.second, lineFeeds: lineFeeds.second, paired: pairedLineFeeds.second) {
            return .utf16BigEndian
        }
        return nil
    }
}

/// What the bytes of 0x80 and above in a text look like.
private enum MultiByteText {
    /// There are none.
    case ascii
    case wellFormed
    /// Some are well-formed UTF-8, some are not.
    case damaged
    /// None is well-formed UTF-8.
    case foreign

    init(_ bytes: UnsafeBufferPointer<UInt8>, isCut: Bool) {
        guard let text = bytes.baseAddress else {
            self = .ascii
            return
        }
        var hasWellFormed = false
        var hasForeign = false
        var at = 0
        while at < bytes.count, !(hasWellFormed && hasForeign) {
            at = firstNonASCII(text, from: at, to: bytes.count)
            guard at < bytes.count else { break }
            let length = UTF8Check.sequenceLength(text, at: at, end: bytes.count)
            if length > 0 {
                hasWellFormed = true
            } else if !isCut || at + 4 <= bytes.count {
                hasForeign = true
            }
            at += max(1, length)
        }
        self =
            switch (hasWellFormed, hasForeign) {
            case (false, false): .ascii
            case (true, false): .wellFormed
            case (true, true): .damaged
            case (false, true): .foreign
            }
    }
}

/// The index of the first byte of 0x80 or above, or `end`.
func firstNonASCII(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    let raw = UnsafeRawPointer(text)
    while at + 8 <= end, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { at += 8 }
    while at < end, text[at] < 0x80 { at += 1 }
    return at
}
