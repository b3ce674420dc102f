private import CRE2
import Synchronization

/// A regular expression in the syntax of RE2, matched in time linear in the text.
///
/// Source: language definition, section Regular Expressions; https://github.com/google/re2/wiki/Syntax.
public final class RegularExpression: Sendable {
    /// Why a pattern is none.
    public struct PatternError: Error, Hashable, Sendable {
        /// RE2's words, e.g. `missing ): (ab`.
        public let message: String

        /// Whether it took as long as the largest pattern to find out.
        var isTooLarge: Bool { message.hasPrefix("pattern too large") }
    }

    /// About as many instructions as RE2 has room for within the memory that a pattern is given.
    static let largestProgram = 350_000

    public let pattern: String
    /// Instructions that the pattern became: what matching costs at worst for each byte of a text.
    let programSize: Int
    /// RE2 objects do not change after they are compiled and may be used by several threads at once.
    private nonisolated(unsafe) let regex: OpaquePointer
    /// Made when they are first asked for.
    private let searching = AtomicLazyReference<Shortcut>()
    private let fitting = AtomicLazyReference<Shortcut>()

    public init(_ pattern: String) throws(PatternError) {
        var error = [CChar](repeating: 0, count: 256)
        func compile(_ pattern: String) -> OpaquePointer? {
            pattern.withBytes { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, &error, 256) }
            }
        }
        guard let compiled = compile(pattern) ?? pattern.withNamedGroupsOfOld.flatMap(compile) else {
            let text = error.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw PatternError(message: String(decoding: text, as: UTF8.self))
        }
        self.pattern = pattern
        regex = compiled
        programSize = Int(cre2_program_size(compiled))
    }

    deinit { cre2_free(regex) }

    /// Whether the pattern is found anywhere in the text.
    public func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matcher(isWhole: false).matches(text) }

    public func matches(_ text: String) -> Bool { text.withBytes(matches) }

    /// Whether the pattern fits the text from its beginning to its end.
    public func matchesWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool { matcher(isWhole: true).matches(text) }

    public func matchesWhole(_ text: String) -> Bool { text.withBytes(matchesWhole) }

    /// What the pattern's first group, or all of it where it has none, fits first in the text; nil when it is not found.
    public func extract(from text: String) -> String? {
        text.withBytes { bytes in
            var (start, length) = (0, 0)
            let isFound = bytes.withMemoryRebound(to: CChar.self) {
                cre2_extract(regex, $0.baseAddress, $0.count, &start, &length) != 0
            }
            return isFound ? String(decoding: bytes[start..<start + length], as: UTF8.self) : nil
        }
    }

    /// What answers for the pattern, for those who ask of many texts: the automaton where the pattern has one, else RE2.
    func matcher(isWhole: Bool) -> PatternMatcher {
        let shortcut =
            if isWhole {
                fitting.load() ?? fitting.storeIfNil(Shortcut(pattern, isWhole: true))
            } else {
                searching.load() ?? searching.storeIfNil(Shortcut(pattern, isWhole: false))
            }
        return PatternMatcher(expression: self, automaton: shortcut.automaton, isWhole: isWhole)
    }

    func askRE2(_ text: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
        text.withMemoryRebound(to: CChar.self) { text in
            isWhole
                ? cre2_matches_whole(regex, text.baseAddress, text.count)
                : cre2_matches(regex, text.baseAddress, text.count)
        } != 0
    }
}

/// A regular expression ready to be asked.
struct PatternMatcher: Sendable {
    fileprivate let expression: RegularExpression
    fileprivate let automaton: PatternAutomaton?
    fileprivate let isWhole: Bool

    @inline(__always)
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        automaton?.matches(text) ?? expression.askRE2(text, isWhole: isWhole)
    }
}

/// A pattern's automaton, if it is of the kind that has one.
private final class Shortcut: Sendable {
    let automaton: PatternAutomaton?

    init(_ pattern: String, isWhole: Bool) {
        automaton = PatternParser.parse(pattern).flatMap { parsed in
            PatternAutomaton(parsed.part, atStart: isWhole || parsed.atStart, atEnd: isWhole || parsed.atEnd)
        }
    }
}

extension String {
    /// The pattern with `(?P<name>` for `(?<name>`, which RE2 reads since 2023 only; nil when there is none.
    fileprivate var withNamedGroupsOfOld: String? {
        guard contains("(?<") else { return nil }
        var result: [UInt8] = []
        var (isEscaped, isClass) = (false, false)
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            result.append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "(") && !isClass && rest.starts(with: "?<".utf8) {
                rest.removeFirst()
                result.append(UInt8(ascii: "?"))
                // `(?<=` and `(?<!` look behind, which RE2 does not.
                if let name = rest.dropFirst().first, name != UInt8(ascii: "="), name != UInt8(ascii: "!") {
                    result.append(UInt8(ascii: "P"))
                }
            } else {
                isEscaped = byte == UInt8(ascii: "\\")
                isClass = byte == UInt8(ascii: "[") || isClass && byte != UInt8(ascii: "]")
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
