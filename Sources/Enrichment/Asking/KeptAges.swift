import Foundation

/// How old the kept answers are, all of them read in one go: a plan looks at a million requests.
struct KeptAges: Sendable {
    /// The first half of a request's key: enough to count by.
    struct Key: Hashable, Sendable {
        private let bits: UInt64

        /// Takes the hexadecimal digits of a SHA-256.
        init(_ digits: String) { bits = UInt64(digits.prefix(16), radix: 16) ?? 0 }
    }

    struct Age: Sendable {
        var askedAt: Date
        /// The kind of datum, or a number of seconds.
        var keep: String
    }

    private var ages: [Key: Age] = [:]

    subscript(key: Key) -> Age? {
        get { ages[key] }
        set { ages[key] = newValue }
    }
}
