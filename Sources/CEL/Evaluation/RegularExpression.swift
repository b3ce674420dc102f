import CRE2

/// A regular expression in RE2's syntax, compiled once: matching takes time linear in the text, whatever the pattern.
///
/// Matching is by bytes of UTF-8 and may happen on several threads at once.
public final class RegularExpression: Sendable {
    public struct Malformed: Error, Hashable, Sendable {
        /// RE2's words, e.g. `missing ]: [a-z`.
        public var reason: String
    }

    private nonisolated(unsafe) let handle: OpaquePointer

    public init(_ pattern: String) throws(Malformed) {
        var reason = [CChar](repeating: 0, count: 256)
        var pattern = pattern
        let handle = pattern.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                keur_re2_compile($0.baseAddress, $0.count, &reason, reason.count)
            }
        }
        guard let handle else {
            let text = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw Malformed(reason: String(decoding: text, as: UTF8.self))
        }
        self.handle = handle
    }

    deinit { keur_re2_free(handle) }

    /// Whether the pattern is found anywhere in the text.
    public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { keur_re2_find(handle, $0.baseAddress, $0.count) }
    }

    /// Whether the pattern fits the text from beginning to end.
    public func matchesWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { keur_re2_match_whole(handle, $0.baseAddress, $0.count) }
    }

    public func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }
}
