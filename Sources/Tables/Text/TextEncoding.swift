/// The encodings in which customer extracts come.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case isoLatin1 = "iso-8859-1"
    case isoLatin9 = "iso-8859-15"

    /// Reads a name as people write it, e.g. `UTF8`, `cp1252` or `Latin-1`. `utf-16` alone is little endian.
    public init?(name: String) {
        let folded = name.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let encoding = Self.names[folded] else { return nil }
        self = encoding
    }

    private static let names: [String: TextEncoding] = [
        "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "ascii": .utf8, "usascii": .utf8,
        "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "unicode": .utf16LittleEndian,
        "utf16be": .utf16BigEndian,
        "windows1252": .windows1252, "cp1252": .windows1252, "ansi": .windows1252, "win1252": .windows1252,
        "iso88591": .isoLatin1, "latin1": .isoLatin1, "l1": .isoLatin1,
        "iso885915": .isoLatin9, "latin9": .isoLatin9, "l9": .isoLatin9,
    ]

    /// The byte-order mark of this encoding, where it has one.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1252, .isoLatin1, .isoLatin9: []
        }
    }
}
