extension TextEncoding {
    /// Writes the bytes of `source` from `start` on, which are in this encoding, as UTF-8. What cannot be decoded becomes
    /// U+FFFD, and so tells that the record which it is in is damaged.
    func transcode(_ source: SourceBytes, from start: Int, path: String) throws(SourceError) -> SourceBytes {
        let step = 1 << 20
        let all = UnsafeBufferPointer(start: source.start, count: source.count)
        var writer = try ByteWriter(reserving: source.count + source.count / 8 + 4 * step, path: path)
        var at = start
        while at < all.count {
            var next = min(at + step, all.count)
            if isWide, next < all.count, unit(all, next - 2) & 0xFC00 == 0xD800 { next = min(next + 2, all.count) }
            let slice = UnsafeBufferPointer(rebasing: all[at..<next])
            // A byte becomes at most three bytes, and so do two bytes of UTF-16.
            let target = try writer.makeRoom(for: 3 * slice.count + 3)
            writer.advance(isWide ? transcodeWide(slice, to: target) : transcodeNarrow(slice, to: target))
            source.release(from: at, to: next)
            at = next
        }
        return try writer.finish()
    }

    var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt16 {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return self == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }

    /// Returns how many bytes were written.
    private func transcodeWide(
        _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var output = target
        var index = 0
        while index + 1 < bytes.count {
            let first = UInt32(unit(bytes, index))
            index += 2
            if first < 0x80 {
                output.pointee = UInt8(truncatingIfNeeded: first)
                output += 1
            } else if first & 0xF800 != 0xD800 {
                output += write(first, to: output)
            } else if first & 0xFC00 == 0xD800, index + 1 < bytes.count, unit(bytes, index) & 0xFC00 == 0xDC00 {
                let second = UInt32(unit(bytes, index))
                index += 2
                output += write(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF, to: output)
            } else {
                output += write(0xFFFD, to: output)
            }
        }
        if index < bytes.count { output += write(0xFFFD, to: output) }
        return output - target
    }

    private func transcodeNarrow(
        _ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var output = target
        for byte in bytes {
            if byte < 0x80 {
                output.pointee = byte
                output += 1
            } else {
                output += write(scalar(of: byte), to: output)
            }
        }
        return output - target
    }

    /// What a byte of 0x80 or above means.
    ///
    /// Source: the mapping tables of the Unicode Consortium, CP1252.TXT and 8859-15.TXT. ISO-8859-1 is Unicode's first
    /// 256 code points.
    private func scalar(of byte: UInt8) -> UInt32 {
        switch self {
        case .windows1252 where byte < 0xA0: Self.windows1252Specials[Int(byte) - 0x80]
        case .isoLatin9: Self.isoLatin9Specials[byte] ?? UInt32(byte)
        default: UInt32(byte)
        }
    }

    /// 0x80…0x9F; five of them are not assigned.
    private static let windows1252Specials: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    private static let isoLatin9Specials: [UInt8: UInt32] = [
        0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
    ]
}

/// Writes a scalar as UTF-8 and returns its length.
private func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    func put(_ index: Int, _ value: UInt32) { output[index] = UInt8(truncatingIfNeeded: value) }
    switch scalar {
    case ..<0x80:
        put(0, scalar)
        return 1
    case ..<0x800:
        put(0, 0xC0 | scalar >> 6)
        put(1, 0x80 | scalar & 0x3F)
        return 2
    case ..<0x10000:
        put(0, 0xE0 | scalar >> 12)
        put(1, 0x80 | scalar >> 6 & 0x3F)
        put(2, 0x80 | scalar & 0x3F)
        return 3
    default:
        put(0, 0xF0 | scalar >> 18)
        put(1, 0x80 | scalar >> 12 & 0x3F)
        put(2, 0x80 | scalar >> 6 & 0x3F)
        put(3, 0x80 | scalar & 0x3F)
        return 4
    }
}
