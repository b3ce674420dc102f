import CEL
import Foundation

/// Blots secrets out, however they are written: a service that shows what it was sent shows it escaped, or as the Base64 of
/// a Basic header.
struct Blots: Sendable {
    /// Shorter ones would blot out words; nobody gives out keys of that size.
    private static let shortest = 6

    /// Longest first, so that what contains another goes as a whole.
    private let needles: [[UInt8]]

    init(_ secrets: some Sequence<String>) {
        let forms = secrets.filter { $0.utf8.count >= Self.shortest }.flatMap(Self.forms)
        needles = Set(forms).map { Array($0.utf8) }.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
        }
    }

    private static func forms(of secret: String) -> [String] {
        let encoded = (0..<3).map { Self.base64(of: secret, after: $0) }.filter { $0.utf8.count >= shortest }
        let plain = [secret, RequestBuilder.escaped(secret), RequestBuilder.escapedForXML(secret)] + encoded
        // A service that shows the JSON it was sent in JSON escapes it once more.
        let once = plain.flatMap(inJSON)
        return plain + once + once.flatMap(inJSON)
    }

    private static func inJSON(_ text: String) -> [String] {
        let escaped = String(Value.string(text).jsonText.dropFirst().dropLast())
        return [escaped, escaped.replacing("/", with: "\\/")]
    }

    /// The part of the Base64 that depends on the secret alone, when so many bytes modulo 3 stand before it.
    private static func base64(of secret: String, after offset: Int) -> String {
        let bytes = [UInt8](repeating: 0, count: offset) + Array(secret.utf8)
        let whole = Data(bytes).base64EncodedString().utf8.filter { $0 != UInt8(ascii: "=") }
        let end = bytes.count % 3 == 0 ? whole.count : whole.count - 1
        return String(decoding: whole[(offset == 0 ? 0 : offset + 1)..<max(offset + 1, end)], as: UTF8.self)
    }

    func applied(to text: String) -> String { String(decoding: applied(to: Array(text.utf8)), as: UTF8.self) }

    func applied(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for needle in needles {
            while let start = Self.place(of: needle, in: bytes) {
                bytes.replaceSubrange(start..<start + needle.count, with: "***".utf8)
            }
        }
        return bytes
    }

    private static func place(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { haystack in
            needle.withUnsafeBytes { needle in
                guard let base = haystack.baseAddress, let sought = needle.baseAddress else { return nil }
                var start = 0
                while start + needle.count <= haystack.count {
                    let rest = haystack.count - needle.count - start + 1
                    guard let first = memchr(base + start, Int32(needle[0]), rest) else { return nil }
                    start = UnsafeRawPointer(first) - base
                    if memcmp(first, sought, needle.count) == 0 { return start }
                    start += 1
                }
                return nil
            }
        }
    }
}
