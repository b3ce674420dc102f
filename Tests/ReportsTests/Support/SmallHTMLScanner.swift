/// Finds the tags of a page as a browser's tokenizer would: strict enough to see where data broke out of its place.
enum SmallHTMLScanner {
    struct Tag {
        var name: String
        var attributes: [String]
    }

    struct Malformed: Error {
        var near: String
    }

    static func tags(_ page: String) throws -> [Tag] {
        let bytes = Array(page.utf8)
        var tags: [Tag] = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            guard index < bytes.count, isLetter(bytes[index]) || "/!".utf8.contains(bytes[index]) else {
                throw Malformed(near: text(bytes[open..<min(open + 40, bytes.count)]))
            }
            let isClosing = bytes[index] == UInt8(ascii: "/")
            var tag = Tag(name: word(bytes, &index), attributes: [])
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                skipBlanks(bytes, &index)
                if bytes[index] == UInt8(ascii: "/") {
                    index += 1
                } else if bytes[index] != UInt8(ascii: ">") {
                    tag.attributes.append(try attribute(bytes, &index))
                }
            }
            index += 1
            tags.append(tag)
            // Raw text: nothing in it is a tag until its own end.
            if !isClosing, ["script", "style"].contains(tag.name) {
                let end = Array("</\(tag.name)".utf8)
                while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
            }
        }
        return tags.map { Tag(name: $0.name.trimmingPrefix("/").lowercased(), attributes: $0.attributes) }
    }

    private static func attribute(_ bytes: [UInt8], _ index: inout Int) throws -> String {
        let name = word(bytes, &index)
        guard !name.isEmpty else {
            throw Malformed(near: text(bytes[max(0, index - 40)..<min(index + 40, bytes.count)]))
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return name }
        guard bytes[index + 1] == UInt8(ascii: "\""),
            let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: "\""))
        else { throw Malformed(near: text(bytes[index..<min(index + 40, bytes.count)])) }
        index = end + 1
        guard index < bytes.count, " \n/>".utf8.contains(bytes[index]) else {
            throw Malformed(near: text(bytes[max(0, index - 40)..<min(index + 40, bytes.count)]))
        }
        return name
    }

    private static func word(_ bytes: [UInt8], _ index: inout Int) -> String {
        let start = index
        while index < bytes.count, !" \n\t=>\"".utf8.contains(bytes[index]),
            index == start || bytes[index] != UInt8(ascii: "/")
        {
            index += 1
        }
        return text(bytes[start..<index])
    }

    private static func skipBlanks(_ bytes: [UInt8], _ index: inout Int) {
        while index < bytes.count, " \n\t".utf8.contains(bytes[index]) { index += 1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
