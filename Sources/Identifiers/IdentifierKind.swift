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
public struct IdentifierKind: Sendable {
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
    /// Shorter codes get zeros in front up to this length, but no more than `maximumPadding` of them.
    let paddedLength: Int
    let maximumPadding: Int
    let keepsHyphens: Bool
    /// Plus signs stand around it, as on Belgian payment slips.
    let dropsPlusSigns: Bool
    /// The forms of the code (without prefix): `#` a digit, `@` a letter, `*` either, anything else itself. None where the rule
    /// cannot be put that way.
    let shapes: [String]
    /// The forms where they depend on the code itself.
    let shapesOf: (@Sendable (Code) -> [String])?
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
        self.otherPrefixes = otherPrefixes
        self.isPrefixKept = isPrefixKept
        self.paddedLength = paddedLength
        self.maximumPadding = maximumPadding
        self.keepsHyphens = keepsHyphens
        self.dropsPlusSigns = dropsPlusSigns
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

    /// Longer texts are no identifier of any kind.
    private static let capacity = 64

    /// Calls `body` with the text's code, or with nil when the text cannot be one.
    func withCode<Result>(of text: UnsafeBufferPointer<UInt8>, _ body: (Code?) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity) { memory in
            var count = 0
            for byte in text {
                if isSeparator(byte) { continue }
                guard count < Self.capacity, byte < 0x80 else { return body(nil) }
                memory[count] = byte &- 97 < 26 ? byte - 32 : byte
                count += 1
            }
            let compact = Code(bytes: UnsafeBufferPointer(rebasing: memory[..<count]))
            var start = 0
            for candidate in [prefix] + otherPrefixes where start == 0 && candidate.utf8CodeUnitCount > 0 {
                if compact.hasPrefix(candidate) { start = candidate.utf8CodeUnitCount }
            }
            let missing = paddedLength - (count - start)
            if missing > 0, missing <= maximumPadding, count > start, paddedLength <= Self.capacity - start {
                for index in stride(from: count - 1, through: start, by: -1) { memory[index + missing] = memory[index] }
                for index in start..<start + missing { memory[index] = 48 }
                count += missing
            }
            return body(Code(bytes: UnsafeBufferPointer(rebasing: memory[start..<count])))
        }
    }

    private func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\t"): true
        case UInt8(ascii: "-"): !keepsHyphens
        case UInt8(ascii: "+"): dropsPlusSigns
        default: false
        }
    }
}
