/// A word of the language, with its place.
struct Token {
    enum Kind: Equatable {
        case identifier(String)
        /// `` `content-type` ``, after a dot only.
        case quotedIdentifier(String)
        /// The digits as written, without a sign, e.g. `0x1F`.
        case int(String)
        case uint(String)
        case double(String)
        case string(String)
        case bytes([UInt8])
        /// An operator or a bracket.
        case symbol(String)
        case end
    }

    var kind: Kind
    /// Unicode scalars from the start of the source.
    var offset: Int
    /// The first scalar behind it.
    var end: Int

    /// As it may be named in a message.
    var text: String {
        switch kind {
        case .identifier(let name): name
        case .quotedIdentifier(let name): "`\(name)`"
        case .int(let digits), .uint(let digits), .double(let digits): digits
        case .string: "a text"
        case .bytes: "bytes"
        case .symbol(let symbol): symbol
        case .end: "the end"
        }
    }
}
