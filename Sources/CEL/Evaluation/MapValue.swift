/// A map in order of insertion. Keys are bools, ints, uints and texts; numbers of any type that are equal are one key.
public struct MapValue: Sendable {
    /// A key as it is compared: numbers on one line, texts by their bytes.
    enum Key: Hashable, Sendable {
        case bool(Bool)
        case integer(Int64)
        /// Beyond an Int64.
        case large(UInt64)
        case text([UInt8])

        /// Nil for what cannot be a key, and for doubles that equal no whole number.
        init?(_ value: Value) {
            switch value {
            case .bool(let flag): self = .bool(flag)
            case .int(let number): self = .integer(number)
            case .uint(let number): self = Int64(exactly: number).map { .integer($0) } ?? .large(number)
            case .double(let number):
                if let integer = Int64(exactly: number) {
                    self = .integer(integer)
                } else if let large = UInt64(exactly: number) {
                    self = .large(large)
                } else {
                    return nil
                }
            case .string(let text): self = .text(Array(text.utf8))
            default: return nil
            }
        }
    }

    public private(set) var entries: [(key: Value, value: Value)] = []
    private var positions: [Key: Int] = [:]

    public init() {}

    public var count: Int { entries.count }

    public subscript(key: Value) -> Value? {
        Key(key).flatMap { positions[$0] }.map { entries[$0].value }
    }

    /// The value under a text; the way `m.f` reads it.
    public subscript(field: String) -> Value? {
        positions[.text(Array(field.utf8))].map { entries[$0].value }
    }

    /// Adds an entry. False, and nothing changes, when the key cannot be one or is there already.
    public mutating func insert(_ value: Value, at key: Value) -> Bool {
        if case .double = key { return false }
        guard let position = Key(key), positions[position] == nil else { return false }
        positions[position] = entries.count
        entries.append((key, value))
        return true
    }
}
