/// Where in a code its check digits stand.
enum CheckDigits: Sendable {
    case none
    case last(Int)
    case at(Range<Int>)

    /// The places in a code of so many characters; nil when it has none there.
    func range(in count: Int) -> Range<Int>? {
        switch self {
        case .none: nil
        case .last(let digits): digits <= count ? count - digits..<count : nil
        case .at(let range): range.upperBound <= count ? range : nil
        }
    }
}

/// A kind of identifier: what it looks like, how it is checked, and where the rule comes from.
public final class IdentifierKind: Sendable {
    /// As in test vectors and on the command line, e.g. `vat-nl`.
    public let code: String
    public let name: String
    /// ISO 3166-1 alpha-2; nil for identifiers that are not a country's.
    public let country: String?
    /// The form in words.
    public let form: String
    /// The published rule.
    public let source: String
    /// A well-formed value in normal form, not of any company known to us.
    public let example: String

    /// Letters that may stand before the code; they are part of the normal form.
    let prefix: StaticString
    /// Other spellings of the prefix, which the normal form replaces.
    let otherPrefixes: [StaticString]
    let isPrefixKept: Bool
    private let prefixMark: PrefixMark
    private let otherPrefixMarks: [PrefixMark]
    private let alphabet: CodeAlphabet
    /// Shorter codes get zeros in front up to this length, but no more than `maximumPadding` of them.
    let paddedLength: Int
    let maximumPadding: Int
    let keepsHyphens: Bool
    /// The forms of the code (without prefix): `#` a digit, `@` a letter, `*` either, anything else itself. None where the rule
    /// cannot be put that way.
    private let shapes: [String]
    /// The forms where they depend on the code itself.
    private let shapesOf: (@Sendable (Code) -> [String])?
    let checkDigits: CheckDigits
    let check: @Sendable (Code) -> Bool

    init(
        _ code: String,
        _ name: String,
        country: String? = nil,
        prefix: StaticString = "",
        otherPrefixes: [StaticString] = [],
        isPrefixKept: Bool = true,
        paddedLength: Int = 0,
        maximumPadding: Int = 0,
        keepsHyphens: Bool = false,
        // Plus signs stand around it, as on Belgian payment slips.
        dropsPlusSigns: Bool = false,
        form: String,
        source: String,
        example: String,
        shapes: [String] = [],
        checkDigits: CheckDigits = .none,
        shapesOf: (@Sendable (Code) -> [String])? = nil,
        check: @escaping @Sendable (Code) -> Bool
    ) {
        self.code = code
        self.name = name
        self.country = country
        self.form = form
        self.source = source
        self.example = example
        self.prefix = prefix
        prefixMark = PrefixMark(prefix)
        otherPrefixMarks = otherPrefixes.map { PrefixMark($0) }
        alphabet = keepsHyphens ? .withHyphens : dropsPlusSigns ? .withoutPlusSigns : .plain
        self.otherPrefixes = otherPrefixes
        self.isPrefixKept = isPrefixKept
        self.paddedLength = paddedLength
        self.maximumPadding = maximumPadding
        self.keepsHyphens = keepsHyphens
        self.shapes = shapes
        self.shapesOf = shapesOf
        self.checkDigits = checkDigits
        self.check = check
    }

    /// Whether the text is well formed and passes the check digits, however people write it: blanks, dots, hyphens and slashes
    /// between, small letters, the country's letters in front or not. Never whether it was issued.
    public func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        withCode(of: text) { $0.map(check) ?? false }
    }

    public func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isValid($0) }
    }

    /// The text in normal form: capitals, no separators, with the country's letters; nil when it is not valid.
    public func normalized(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            withCode(of: bytes) { code in
                guard let code, check(code) else { return nil }
                return (isPrefixKept ? prefix.description : "") + String(decoding: code.bytes, as: UTF8.self)
            }
        }
    }

    /// The forms that a code of the kind may have.
    func shapes(of code: Code) -> [String] { shapesOf?(code) ?? shapes }

    /// Longer texts are no identifier of any kind.
    private static let capacity = 64

    /// Calls `body` with the text's code, or with nil when the text cannot be one.
    @inline(__always)
    func withCode<Result>(of text: UnsafeBufferPointer<UInt8>, _ body: (Code?) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity) { memory in
            guard let start = memory.baseAddress, var count = alphabet.copy(text, to: start, capacity: Self.capacity)
            else { return body(nil) }
            let prefixCount = prefixMark.matches(start, count) ? prefixMark.count : otherPrefix(start, count)
            let missing = paddedLength - (count - prefixCount)
            if missing > 0, missing <= maximumPadding, count > prefixCount, paddedLength <= Self.capacity - prefixCount
            {
                for index in stride(from: count - 1, through: prefixCount, by: -1) {
                    start[index + missing] = start[index]
                }
                for index in prefixCount..<prefixCount + missing { start[index] = 48 }
                count += missing
            }
            return body(Code(bytes: UnsafeBufferPointer(start: start + prefixCount, count: count - prefixCount)))
        }
    }

    private func otherPrefix(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        for mark in otherPrefixMarks where mark.matches(start, count) { return mark.count }
        return 0
    }
}

/// A prefix as a word of memory, compared at once.
struct PrefixMark: Sendable {
    let count: Int
    private let bits: UInt64
    private let mask: UInt64

    init(_ prefix: StaticString) {
        count = min(8, prefix.utf8CodeUnitCount)
        var bits: UInt64 = 0
        for index in 0..<count { bits |= UInt64(prefix.utf8Start[index]) << UInt64(8 * index) }
        self.bits = bits
        mask = count == 8 ? .max : 1 << UInt64(8 * count) - 1
    }

    /// At least 8 bytes can be read at `start`, whatever stands behind the first `available`.
    @inline(__always)
    func matches(_ start: UnsafePointer<UInt8>, _ available: Int) -> Bool {
        guard count > 0, available >= count else { return false }
        let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        return word & mask == bits
    }
}

/// What becomes of each byte of a text on the way to a code: capitals, separators dropped.
final class CodeAlphabet: Sendable {
    private static let dropped: UInt8 = 0
    private static let foreign: UInt8 = 0xFF

    private nonisolated(unsafe) let table: UnsafeMutablePointer<UInt8>

    init(keepsHyphens: Bool, dropsPlusSigns: Bool) {
        table = .allocate(capacity: 256)
        for byte in UInt8.min...UInt8.max {
            table[Int(byte)] =
                switch byte {
                case 0x80...: Self.foreign
                case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\t"): Self.dropped
                case UInt8(ascii: "-"): keepsHyphens ? byte : Self.dropped
                case UInt8(ascii: "+"): dropsPlusSigns ? Self.dropped : byte
                case 0: Self.foreign
                case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
                default: byte
                }
        }
    }

    deinit { table.deallocate() }

    static let plain = CodeAlphabet(keepsHyphens: false, dropsPlusSigns: false)
    static let withHyphens = CodeAlphabet(keepsHyphens: true, dropsPlusSigns: false)
    static let withoutPlusSigns = CodeAlphabet(keepsHyphens: false, dropsPlusSigns: true)

    /// How many bytes the code has; nil when it is too long, or not in ASCII.
    @inline(__always)
    func copy(
        _ text: UnsafeBufferPointer<UInt8>,
        to start: UnsafeMutablePointer<UInt8>,
        capacity: Int
    ) -> Int? {
        var count = 0
        for byte in text {
            let mapped = table[Int(byte)]
            if mapped == Self.dropped { continue }
            guard count < capacity, mapped != Self.foreign else { return nil }
            start[count] = mapped
            count += 1
        }
        return count
    }
}
