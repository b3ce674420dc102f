/// A set of ASCII characters.
struct CharacterSet128: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    init(_ range: ClosedRange<UInt8>) { insert(range) }

    mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range where byte < 128 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
    }

    mutating func formUnion(_ other: CharacterSet128) {
        low |= other.low
        high |= other.high
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte - 64)) & 1 != 0
    }

    static let digits = CharacterSet128(UInt8(ascii: "0")...UInt8(ascii: "9"))
    static let words: CharacterSet128 = {
        var set = digits
        set.insert(UInt8(ascii: "A")...UInt8(ascii: "Z"))
        set.insert(UInt8(ascii: "a")...UInt8(ascii: "z"))
        set.insert(UInt8(ascii: "_")...UInt8(ascii: "_"))
        return set
    }()
    static let spaces: CharacterSet128 = {
        var set = CharacterSet128(UInt8(ascii: " ")...UInt8(ascii: " "))
        set.insert(9...10)
        set.insert(12...13)
        return set
    }()
}

/// A pattern's parts, as far as `PatternAutomaton` takes them.
indirect enum PatternPart {
    case character(CharacterSet128)
    case sequence([PatternPart])
    case choice([PatternPart])
    /// `most` is nil for any number.
    case repetition(PatternPart, least: Int, most: Int?)
}

/// Reads the part of RE2's syntax that codes and numbers are described in: ASCII characters and classes of them, groups, choices,
/// repetitions, and anchors at the ends. Whatever else a pattern holds is left to RE2, so that there is one judge of what it means.
///
/// Source: https://github.com/google/re2/wiki/Syntax. Only patterns that RE2 has compiled are given to it.
struct PatternParser {
    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The whole pattern; nil when it goes beyond what is read here.
    static func parse(_ pattern: String) -> (part: PatternPart, atStart: Bool, atEnd: Bool)? {
        var bytes = Array(pattern.utf8)
        let atStart = bytes.first == UInt8(ascii: "^")
        if atStart { bytes.removeFirst() }
        let backslashes = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        let atEnd = bytes.last == UInt8(ascii: "$") && backslashes % 2 == 0
        if atEnd { bytes.removeLast() }
        var parser = PatternParser(bytes)
        guard let part = parser.choice(), parser.at == bytes.count else { return nil }
        // An anchor belongs to its alternative alone.
        if case .choice = part, atStart || atEnd { return nil }
        return (part, atStart, atEnd)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func choice() -> PatternPart? {
        var alternatives: [PatternPart] = []
        repeat {
            guard let alternative = sequence() else { return nil }
            alternatives.append(alternative)
        } while take("|")
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    private mutating func sequence() -> PatternPart? {
        var parts: [PatternPart] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "|"), bytes[at] != UInt8(ascii: ")") {
            guard let part = atom(), let repeated = repetition(of: part) else { return nil }
            parts.append(repeated)
        }
        return .sequence(parts)
    }

    private mutating func atom() -> PatternPart? {
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "("):
            if take("?"), !take(":") { return nil }
            guard let inner = choice(), take(")") else { return nil }
            return inner
        case UInt8(ascii: "["): return characterClass().map { .character($0) }
        case UInt8(ascii: "\\"): return escape().map { .character($0) }
        // `.` takes characters of several bytes too; a brace that begins no repetition stands for itself, or not.
        case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"), 128...:
            return nil
        default: return .character(CharacterSet128(byte...byte))
        }
    }

    private mutating func repetition(of part: PatternPart) -> PatternPart? {
        let repeated: PatternPart
        if take("?") {
            repeated = .repetition(part, least: 0, most: 1)
        } else if take("*") {
            repeated = .repetition(part, least: 0, most: nil)
        } else if take("+") {
            repeated = .repetition(part, least: 1, most: nil)
        } else if take("{") {
            guard let least = number() else { return nil }
            var most: Int? = least
            if take(",") { most = number() }
            guard take("}"), most ?? least >= least else { return nil }
            repeated = .repetition(part, least: least, most: most)
        } else {
            return part
        }
        // `?` behind it means as few as possible, which changes what is found but not whether.
        _ = take("?")
        let follows = at < bytes.count ? bytes[at] : 0
        return "?*+{".utf8.contains(follows) ? nil : repeated
    }

    private mutating func number() -> Int? {
        var value = 0
        let start = at
        while at < bytes.count, bytes[at] &- 48 < 10, value < 10_000 {
            value = value * 10 + Int(bytes[at] - 48)
            at += 1
        }
        return at > start ? value : nil
    }

    /// A character behind a backslash.
    private mutating func escape() -> CharacterSet128? {
        guard at < bytes.count else { return nil }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "d"): return .digits
        case UInt8(ascii: "w"): return .words
        case UInt8(ascii: "s"): return .spaces
        default:
            let isLetterOrDigit = CharacterSet128.words.contains(byte) && byte != UInt8(ascii: "_")
            return isLetterOrDigit || byte >= 128 ? nil : CharacterSet128(byte...byte)
        }
    }

    private mutating func characterClass() -> CharacterSet128? {
        var set = CharacterSet128()
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "]"), at > start {
                at += 1
                return set
            }
            // `[^…]` takes characters of several bytes; `[:alpha:]` and the like are rare.
            if byte == UInt8(ascii: "^") && at == start || byte == UInt8(ascii: "[") || byte >= 128 { return nil }
            at += 1
            if byte == UInt8(ascii: "\\") {
                guard let escaped = escape() else { return nil }
                set.formUnion(escaped)
                // Whether a hyphen behind it begins a range is for RE2 to say.
                if at < bytes.count, bytes[at] == UInt8(ascii: "-"), at + 1 < bytes.count,
                    bytes[at + 1] != UInt8(ascii: "]")
                {
                    return nil
                }
                continue
            }
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "-"), bytes[at + 1] != UInt8(ascii: "]") else {
                set.insert(byte...byte)
                continue
            }
            let last = bytes[at + 1]
            guard last < 128, last >= byte, last != UInt8(ascii: "\\"), last != UInt8(ascii: "[") else { return nil }
            set.insert(byte...last)
            at += 2
        }
        return nil
    }
}
