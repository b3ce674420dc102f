/// A text in all the ways in which services write it: as it is, percent encoded, as XML or as JSON, one inside the other, and
/// each character in its own way.
///
/// Which characters are escaped, and how, differs from service to service: `+` comes back as `%2B`, `%2b`, `\u002B`, `&#43;` or
/// `&#x2b;`, and JSON shown in JSON has a backslash more. Writing out all the forms to look for misses one; comparing
/// character by character does not.
struct Spelling: Sendable {
    /// Escapes inside escapes are followed so far; backslashes, which double each time, to their end.
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
            short = UInt8(exactly: scalar.value).flatMap { byte in Self.shorts.first { $0.key == byte }?.value }
            entity = UInt8(exactly: scalar.value).flatMap { byte in Self.entities.first { $0.key == byte }?.value }
        }

        static let shorts: [(key: UInt8, value: UInt8)] = [
            (0x22, 0x22), (0x2F, 0x2F), (0x27, 0x27), (0x08, 0x62), (0x0C, 0x66), (0x0A, 0x6E), (0x0D, 0x72),
            (0x09, 0x74),
        ]
        static let entities: [(key: UInt8, value: [UInt8])] = [
            ("&", "amp;"), ("<", "lt;"), (">", "gt;"), ("\"", "quot;"), ("'", "apos;"),
        ].map { (key: UInt8(ascii: $0 as Unicode.Scalar), value: Array(($1 as String).utf8)) }
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

    /// As it is.
    var firstByte: UInt8? { characters.first?.utf8[0] }

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
    private static let encodedAgain = Array("25".utf8)
    private static let escapedAgain = Array("amp;".utf8)

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

    private static func end(ofBackslashesFrom start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var place = start
        while place < bytes.count, bytes[place] == backslash { place += 1 }
        return place
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
        let place = end(ofBackslashesFrom: start, in: bytes)
        // Its own escape is another one.
        if one.utf8 == [backslash] { return unit(bytes, place).flatMap { $0.unit == 0x5C ? $0.end : nil } ?? place }
        if place < bytes.count, bytes[place] == one.short { return place + 1 }
        var end = start
        for unit in one.utf16 {
            let place = Self.end(ofBackslashesFrom: end, in: bytes)
            guard place > end, let next = Self.unit(bytes, place), next.unit == unit else { return nil }
            end = next.end
        }
        return end
    }

    /// `%2B`, `%2b`, and encoded once more `%252B`.
    private static func percentEncoded(
        _ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> Int? {
        var place = start
        for byte in one.utf8 {
            guard place < bytes.count, bytes[place] == percent else { return nil }
            place += 1
            if byte != percent { place = end(ofAny: encodedAgain, in: bytes, from: place) }
            guard number(bytes, place, digits: 2) == Int(byte) else { return nil }
            place += 2
        }
        return place
    }

    /// `&#43;`, `&#x2B;`, `&lt;`, and escaped once more `&amp;lt;`.
    private static func reference(_ one: Character, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let place = end(ofAny: escapedAgain, in: bytes, from: start + 1)
        if let (scalar, end) = numbered(bytes, place) { return scalar == Int(one.scalar) ? end : nil }
        if one.entity == escapedAgain { return place > start + 1 ? place : nil }
        return one.entity.flatMap { end(of: $0, in: bytes, from: place) }
    }

    // MARK: Reading escapes

    static func beginsEscape(_ byte: UInt8) -> Bool { [backslash, percent, ampersand, plus].contains(byte) }

    /// With what a text begins whose first character is escaped here; nil where nothing is, and for what escapes themselves
    /// begin with. A row of backslashes is looked at once, from its start.
    static func firstByte(ofEscapeIn bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt8? {
        switch bytes[start] {
        case backslash:
            if start > 0, bytes[start - 1] == backslash { return nil }
            let place = end(ofBackslashesFrom: start, in: bytes)
            if let (unit, _) = unit(bytes, place) { return firstByte(of: unit) }
            return place < bytes.count ? Character.shorts.first { $0.value == bytes[place] }?.key : nil
        case percent:
            return number(bytes, end(ofAny: encodedAgain, in: bytes, from: start + 1), digits: 2).map { UInt8($0) }
        case ampersand:
            let place = end(ofAny: escapedAgain, in: bytes, from: start + 1)
            if let (scalar, _) = numbered(bytes, place) {
                return UInt32(exactly: scalar).flatMap(Unicode.Scalar.init).flatMap { String($0).utf8.first }
            }
            return Character.entities.first { end(of: $0.value, in: bytes, from: place) != nil }?.key
        case plus: return 0x20
        default: return nil
        }
    }

    private static func firstByte(of unit: UInt16) -> UInt8? {
        // The first half of a pair: of the scalar it has all bits that the first byte has.
        if 0xD800..<0xDC00 ~= unit { return UInt8(0xF0 | ((UInt32(unit) - 0xD800 + 0x40) >> 8)) }
        return Unicode.Scalar(unit).flatMap { String($0).utf8.first }
    }

    /// `u002B`.
    private static func unit(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (unit: UInt16, end: Int)? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "u"), let number = number(bytes, start + 1, digits: 4)
        else { return nil }
        return (UInt16(number), start + 5)
    }

    /// `#43;`, `#x2B;`.
    private static func numbered(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
    ) -> (scalar: Int, end: Int)? {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
        let radix = bytes[start + 1] | 0x20 == UInt8(ascii: "x") ? 16 : 10
        let first = start + (radix == 16 ? 2 : 1)
        var (place, number) = (first, 0)
        while place < bytes.count, place - first < deepest, let digit = digit(bytes[place]), digit < radix {
            number = min(number * radix + digit, 1 << 32)
            place += 1
        }
        guard place > first, place < bytes.count, bytes[place] == UInt8(ascii: ";") else { return nil }
        return (number, place + 1)
    }

    /// Of hexadecimal digits.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, digits: Int) -> Int? {
        guard start + digits <= bytes.count else { return nil }
        var number = 0
        for place in start..<start + digits {
            guard let digit = digit(bytes[place]) else { return nil }
            number = number * 16 + digit
        }
        return number
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x41 + 10
        case 0x61...0x66: Int(byte) - 0x61 + 10
        default: nil
        }
    }
}
