/// A text in all the ways in which services write it: as it is, percent encoded, as XML or as JSON, one inside the other, and
/// each character in its own way.
///
/// Which characters are escaped, and how, differs from service to service: `+` comes back as `%2B`, `%2b`, `\u002B`, `&#43;` or
/// `&#x2b;`, and JSON shown in JSON has a backslash more. Writing out all the forms to look for misses one; comparing
/// character by character does not.
struct Spelling: Sendable {
    /// Escapes inside escapes are followed so far.
    private static let deepest = 16

    private struct Character: Sendable {
        let utf8: [UInt8]
        let utf16: [UInt16]
        let scalar: UInt32
        /// What stands for it behind a backslash.
        let short: UInt8?
        /// What stands for it between `&` and `;`.
        let entity: [UInt8]?

        init(_ scalar: Unicode.Scalar) {
            utf8 = Array(String(scalar).utf8)
            utf16 = Array(String(scalar).utf16)
            self.scalar = scalar.value
            short = Self.shorts[scalar]
            entity = Self.entities[scalar].map { Array($0.utf8) }
        }

        private static let shorts: [Unicode.Scalar: UInt8] = [
            "\"": 0x22, "/": 0x2F, "'": 0x27, "\u{8}": 0x62, "\u{C}": 0x66, "\n": 0x6E, "\r": 0x72, "\t": 0x74,
        ]
        private static let entities: [Unicode.Scalar: String] = [
            "&": "amp;", "<": "lt;", ">": "gt;", "\"": "quot;", "'": "apos;",
        ]
    }

    private let characters: [Character]

    /// `text` is not empty.
    init(of text: String) {
        var characters: [Character] = []
        // Any number of backslashes is as good as one: each escaping doubles them.
        for scalar in text.unicodeScalars where scalar != "\\" || characters.last?.utf8 != [Self.backslash] {
            characters.append(Character(scalar))
        }
        self.characters = characters
    }

    /// With what it can begin, in any spelling.
    var firstBytes: [UInt8] {
        guard let first = characters.first else { return [] }
        return Array(first.utf8.prefix(1)) + [Self.backslash, Self.percent, Self.ampersand, Self.plus]
    }

    /// Where it ends when it stands at `start`; nil when it does not.
    func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? { end(in: bytes, from: start, after: 0) }

    /// The same for what is left after so many characters.
    private func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, after count: Int) -> Int? {
        var place = start
        for index in count..<characters.count {
            let character = characters[index]
            let plain = Self.end(of: character.utf8, in: bytes, from: place)
            let escaped = Self.escaped(character, bytes, place)
            // `%25` is a percent sign, or the three characters themselves.
            if let plain, let escaped, let end = end(in: bytes, from: escaped, after: index + 1) {
                return max(end, self.end(in: bytes, from: plain, after: index + 1) ?? end)
            }
            guard let next = plain ?? escaped else { return nil }
            place = next
        }
        return place
    }

    // MARK: One character

    private static let backslash = UInt8(ascii: "\\")
    private static let percent = UInt8(ascii: "%")
    private static let ampersand = UInt8(ascii: "&")
    private static let plus = UInt8(ascii: "+")

    private static func end(of text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start + text.count <= bytes.count else { return nil }
        for index in text.indices where bytes[start + index] != text[index] { return nil }
        return start + text.count
    }

    private static func escaped(_ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case backslash: return behindBackslashes(one, bytes, start)
        case percent: return percentEncoded(one, bytes, start)
        case ampersand: return reference(one, bytes, start)
        // Forms write a space so.
        case plus: return one.scalar == 0x20 ? start + 1 : nil
        default: return nil
        }
    }

    /// The end of a text that may stand there any number of times, or not at all.
    private static func end(ofAny text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        for _ in 0..<deepest {
            guard let next = end(of: text, in: bytes, from: place) else { break }
            place = next
        }
        return place
    }

    /// `\u002B`, `\/`, `\\\"`.
    private static func behindBackslashes(
        _ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Int? {
        let place = end(ofAny: [backslash], in: bytes, from: start)
        // Its own escape is another one.
        if one.utf8 == [backslash] { return unit(one.utf16[0], bytes, place) ?? place }
        if place < bytes.count, bytes[place] == one.short { return place + 1 }
        var end = start
        for unit in one.utf16 {
            let place = Self.end(ofAny: [backslash], in: bytes, from: end)
            guard place > end, let next = Self.unit(unit, bytes, place) else { return nil }
            end = next
        }
        return end
    }

    /// `u002B`.
    private static func unit(_ unit: UInt16, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start + 5 <= bytes.count, bytes[start] == UInt8(ascii: "u") else { return nil }
        var number = 0
        for place in start + 1..<start + 5 {
            guard let digit = digit(bytes[place], radix: 16) else { return nil }
            number = number * 16 + digit
        }
        return number == Int(unit) ? start + 5 : nil
    }

    /// `%2B`, `%2b`, and encoded once more `%252B`.
    private static func percentEncoded(
        _ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Int? {
        var place = start
        for byte in one.utf8 {
            guard place < bytes.count, bytes[place] == percent else { return nil }
            place += 1
            if byte != percent { place = end(ofAny: Array("25".utf8), in: bytes, from: place) }
            guard place + 2 <= bytes.count, let high = digit(bytes[place], radix: 16),
                let low = digit(bytes[place + 1], radix: 16), high * 16 + low == Int(byte)
            else { return nil }
            place += 2
        }
        return place
    }

    /// `&#43;`, `&#x2B;`, `&lt;`, and escaped once more `&amp;lt;`.
    private static func reference(_ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let again = Array("amp;".utf8)
        let place = end(ofAny: again, in: bytes, from: start + 1)
        if let end = numbered(one.scalar, bytes, place) { return end }
        if one.entity == again { return place > start + 1 ? place : nil }
        return one.entity.flatMap { end(of: $0, in: bytes, from: place) }
    }

    /// `#43;`, `#x2B;`.
    private static func numbered(_ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = bytes[start + 1] | 0x20 == UInt8(ascii: "x")
        let first = start + (isHexadecimal ? 2 : 1)
        var (place, number) = (first, 0)
        while place < bytes.count, place - first < deepest,
            let digit = digit(bytes[place], radix: isHexadecimal ? 16 : 10)
        {
            number = min(number * (isHexadecimal ? 16 : 10) + digit, 1 << 32)
            place += 1
        }
        guard place > first, place < bytes.count, bytes[place] == UInt8(ascii: ";"), number == Int(scalar) else {
            return nil
        }
        return place + 1
    }

    private static func digit(_ byte: UInt8, radix: Int) -> Int? {
        let digit: Int? =
            switch byte {
            case 0x30...0x39: Int(byte) - 0x30
            case 0x41...0x46: Int(byte) - 0x41 + 10
            case 0x61...0x66: Int(byte) - 0x61 + 10
            default: nil
            }
        return digit.flatMap { $0 < radix ? $0 : nil }
    }
}
