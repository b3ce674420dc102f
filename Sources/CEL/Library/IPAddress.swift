/// An Internet address, or a network by its address and prefix length.
///
/// Source: RFC 4291 and RFC 5952 (IPv6 text), and what Go's `net/netip` takes, which cel-go builds on.
struct IPAddress: Hashable, Sendable {
    /// 4 bytes, or 16.
    let bytes: [UInt8]

    enum ParseError: Error {
        case malformed, zone, mappedIPv4
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) throws(ParseError) {
        if text.utf8.contains(UInt8(ascii: "%")) { throw .zone }
        if text.utf8.contains(UInt8(ascii: ":")) {
            bytes = try Self.version6(text)
        } else {
            bytes = try Self.version4(text[...])
        }
    }

    var family: Int64 { bytes.count == 4 ? 4 : 6 }

    /// The IPv4 address within an IPv6 address of the form `::ffff:c0a8:1`.
    var unmapped: IPAddress {
        let isMapped =
            bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? IPAddress(bytes: Array(bytes[12...])) : self
    }

    /// The address with all bits behind the first `prefixLength` cleared.
    func masked(_ prefixLength: Int) -> IPAddress {
        IPAddress(
            bytes: bytes.enumerated().map { index, byte in
                let bits = min(8, max(0, prefixLength - index * 8))
                return byte & UInt8(truncatingIfNeeded: 0xFF00 >> bits)
            }
        )
    }

    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
    }

    var isMulticast: Bool { bytes.count == 4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }

    var isLinkLocalMulticast: Bool {
        bytes.count == 4 ? bytes[..<3] == [224, 0, 0] : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
    }

    var isLinkLocalUnicast: Bool {
        bytes.count == 4 ? bytes[..<2] == [169, 254] : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }

    var isGlobalUnicast: Bool {
        !isUnspecified && bytes != [255, 255, 255, 255] && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }

    private static func version4(_ text: Substring) throws(ParseError) -> [UInt8] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { throw .malformed }
        var bytes: [UInt8] = []
        for part in parts {
            guard part.utf8.allSatisfy({ (48...57).contains($0) }), part == "0" || part.utf8.first != 48,
                let byte = UInt8(part)
            else { throw .malformed }
            bytes.append(byte)
        }
        return bytes
    }

    private static func version6(_ text: String) throws(ParseError) -> [UInt8] {
        let halves = text.split("::")
        guard halves.count <= 2 else { throw .malformed }
        var groups: [[UInt8]] = []
        for half in halves {
            var bytes: [UInt8] = []
            let parts = half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if part.contains(".") {
                    guard index == parts.count - 1, half.endIndex == text.endIndex else { throw .malformed }
                    bytes += try version4(part)
                    continue
                }
                guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0 != 43 && $0 != 45 }),
                    let group = UInt16(part, radix: 16)
                else { throw .malformed }
                bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
            }
            groups.append(bytes)
        }
        let count = groups.reduce(0) { $0 + $1.count }
        guard halves.count == 2 ? count <= 14 : count == 16 else { throw .malformed }
        let bytes = groups[0] + [UInt8](repeating: 0, count: 16 - count) + (groups.count == 2 ? groups[1] : [])
        if text.contains("."), IPAddress(bytes: bytes).unmapped.bytes.count == 4 { throw .mappedIPv4 }
        return bytes
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical text.
    var description: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let mapped = unmapped
        if mapped.bytes.count == 4 { return "::ffff:\(mapped)" }
        let groups = (0..<8).map { Int(bytes[$0 * 2]) << 8 | Int(bytes[$0 * 2 + 1]) }
        // The longest run of zeros, of at least two groups, the first of equals.
        var longest = 0..<0
        var start = 0
        while start < 8 {
            let end = groups[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > max(1, longest.count) { longest = start..<end }
            start = max(end, start + 1)
        }
        let text = { (range: Range<Int>) in range.map { String(groups[$0], radix: 16) }.joined(separator: ":") }
        return longest.isEmpty ? text(0..<8) : text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
    }
}

extension String {
    /// The parts between separators.
    fileprivate func split(_ separator: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}
