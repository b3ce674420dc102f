/// What is looked at in an XML document before libxml2 reads it: its encoding, and how many attributes an element has.
///
/// libxml2 compares each attribute of an element with all before it, in 2.9 also to find the end of their list: one element with
/// 200,000 of them (2 MB) took 200 seconds. Up to its first mistake, a document is divided here as libxml2 divides it; behind a
/// mistake libxml2 stops.
struct XMLOutline {
    /// More than an element of any interface has.
    static let attributeLimit = 250

    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Why it is not read; nil when nothing is wrong.
    var objection: String? {
        let markup = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let first = markup.first(where: { ![9, 10, 13, 32].contains($0) }) else { return nil }
        guard first == UInt8(ascii: "<") else { return "it is not well-formed XML" }
        if let objection = encodingObjection(markup.startIndex) { return objection }
        return hasTooManyAttributes ? "it has an element with more than \(Self.attributeLimit) attributes" : nil
    }

    // MARK: Encoding

    /// Those in which the characters of markup are the bytes of ASCII, and these stand for nothing else.
    private static let encodings = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-", "iso_8859-", "latin1", "windows-125",
    ]

    private func encodingObjection(_ start: Int) -> String? {
        guard has("<?xml", at: start) else { return nil }
        let declaration = String(decoding: bytes[start..<end(of: "?>", from: start)].prefix(1000), as: UTF8.self)
        guard let name = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)/)?.output.1 else {
            return declaration.hasSuffix("?>") ? nil : "it is not well-formed XML"
        }
        return Self.encodings.contains { name.lowercased().hasPrefix($0) }
            ? nil : "its encoding \(name.prefix(40)) is not read"
    }

    // MARK: Attributes

    private var hasTooManyAttributes: Bool {
        var place = 0
        while let start = self.place(of: UInt8(ascii: "<"), from: place) {
            if has("<!--", at: start) {
                place = end(of: "-->", from: start + 4)
            } else if has("<![CDATA[", at: start) {
                place = end(of: "]]>", from: start + 9)
            } else if has("<?", at: start) {
                place = end(of: "?>", from: start + 2)
            } else {
                let (attributes, end) = tag(from: start + 1)
                if attributes > Self.attributeLimit { return true }
                place = end
            }
        }
        return false
    }

    /// How many quoted values stand in a tag, and where it ends.
    private func tag(from start: Int) -> (attributes: Int, end: Int) {
        var (attributes, place) = (0, start)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ">"): return (attributes, place + 1)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                attributes += 1
                guard let end = self.place(of: bytes[place], from: place + 1) else { return (attributes, bytes.count) }
                place = end + 1
            default: place += 1
            }
        }
        return (attributes, place)
    }

    private func place(of byte: UInt8, from start: Int) -> Int? {
        start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil
    }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    /// Behind the next `mark`; the end of the document when there is none.
    private func end(of mark: StaticString, from start: Int) -> Int {
        var start = start
        while let place = place(of: mark.utf8Start[0], from: start) {
            if has(mark, at: place) { return place + mark.utf8CodeUnitCount }
            start = place + 1
        }
        return bytes.count
    }
}
