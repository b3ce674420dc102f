import Mustache

/// Text as it may stand in an element or in a quoted attribute.
///
/// Works on bytes: in Swift `"` with a combining mark behind it is one `Character`, which a character-wise escape
/// takes for something else than a quote, and a browser does not. Control characters become their pictures
/// (U+2400…), as HTML allows none of them.
package enum HTMLText {
    package static func append(_ text: String, to buffer: inout ByteBuffer) {
        text.withUTF8Bytes { bytes in
            for byte in bytes { appendEscaped(byte, to: &buffer) }
        }
    }

    /// As `append`, with characters that one cannot see shown as marks such as `U+202E`; for cells of the data.
    package static func appendVisibly(_ text: String, to buffer: inout ByteBuffer) {
        for scalar in text.unicodeScalars {
            if let mark = mark(for: scalar.value) {
                buffer.append("<i class=\"cp\">")
                buffer.append(mark)
                buffer.append("</i>")
                if scalar == "\n" { buffer.append("\n") }
            } else {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    appendEscaped(byte, to: &buffer)
                }
            }
        }
    }

    static func escaped(_ text: String) -> String {
        var buffer = ByteBuffer(capacity: text.utf8.count + 64)
        append(text, to: &buffer)
        return buffer.text
    }

    /// The first `limit` characters, and how many there are when that is not all. Counts scalars: a character may be
    /// a megabyte of combining marks.
    static func clipped(_ text: String, to limit: Int) -> (text: String, total: Int?) {
        guard text.utf8.count > limit else { return (text, nil) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return (text, nil) }
        return (String(scalars[..<end]), scalars.count)
    }

    /// U+FFFD for the embeddings, overrides and isolates of the bidirectional algorithm: what one of them does would
    /// reach into our own words beside the name.
    static func withoutDirectionControls(_ text: String) -> String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool {
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    @inline(__always)
    private static func appendEscaped(_ byte: UInt8, to buffer: inout ByteBuffer) {
        switch byte {
        case UInt8(ascii: "<"): buffer.append("&lt;")
        case UInt8(ascii: ">"): buffer.append("&gt;")
        case UInt8(ascii: "&"): buffer.append("&amp;")
        case UInt8(ascii: "\""): buffer.append("&quot;")
        case UInt8(ascii: "'"): buffer.append("&#39;")
        case 0x09, 0x0A: buffer.append(byte)
        case 0x00..<0x20, 0x7F:
            buffer.append(UInt8(0xE2))
            buffer.append(UInt8(0x90))
            buffer.append(byte == 0x7F ? 0xA1 : 0x80 + byte)
        default: buffer.append(byte)
        }
    }

    private static func mark(for scalar: UInt32) -> String? {
        switch scalar {
        case 0x09: "TAB"
        case 0x0A: "LF"
        case 0x0D: "CR"
        case 0x00: "NUL"
        case 0xA0: "NBSP"
        case 0x01..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xE0000...0xE007F:
            "U+" + String(repeating: "0", count: max(0, 4 - String(scalar, radix: 16).count))
                + String(scalar, radix: 16, uppercase: true)
        default: nil
        }
    }
}

/// Makes mustache escape as `HTMLText` does.
struct KeurHTML: MustacheContentType {
    static let name = "KEUR"

    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
