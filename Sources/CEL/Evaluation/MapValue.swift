/// A map of CEL: keys are bool, int, uint or string, in the order in which they were put in.
///
/// Numeric keys lie on one line, so that `1`, `1u` and `1.0` find the same entry; strings are told apart by their bytes.
public struct MapValue: Sendable {
    public private(set) var keys: [Value] = []
    public private(set) var values: [Value] = []
    /// Positions by key; only kept when there are more entries than a look through all of them is worth.
    private var positions: [Key: Int] = [:]

    private static let scanLimit = 8

    public init() {}

    /// Fails for a key of another type and for a key that is there twice.
    public init(_ entries: some Sequence<(key: Value, value: Value)>) throws(EvaluationError) {
        for entry in entries { try insert(entry.value, for: entry.key) }
    }

    public var count: Int { keys.count }

    public var entries: Zip2Sequence<[Value], [Value]> { zip(keys, values) }

    /// The value under a key, numbers of all types being one line; nil when there is none.
    public func value(for key: Value) -> Value? {
        Key(key).flatMap(position(of:)).map { values[$0] }
    }

    /// Adds an entry at the end.
    mutating func insert(_ value: Value, for key: Value) throws(EvaluationError) {
        guard !key.isDouble, let unified = Key(key) else {
            throw EvaluationError("a map's key cannot be \(key.type.named)")
        }
        guard position(of: unified) == nil else {
            throw EvaluationError("a map has the same key twice")
        }
        keys.append(key)
        values.append(value)
        if keys.count > Self.scanLimit {
            if positions.isEmpty {
                for (index, key) in keys.enumerated() { if let key = Key(key) { positions[key] = index } }
            } else {
                positions[unified] = keys.count - 1
            }
        }
    }

    private func position(of key: Key) -> Int? {
        if !positions.isEmpty { return positions[key] }
        return keys.firstIndex { Key($0) == key }
    }
}

/// A map's key as it is looked up.
private enum Key: Hashable {
    case bool(Bool)
    case int(Int64)
    /// Only above what an int holds.
    case uint(UInt64)
    case string(Text)

    /// Nil for what is not the key of any entry.
    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = Int64(exactly: value).map(Key.int) ?? .uint(value)
        case .double(let value):
            if let int = Int64(exactly: value) {
                self = .int(int)
            } else if let uint = UInt64(exactly: value) {
                self = .uint(uint)
            } else {
                return nil
            }
        case .string(let value): self = .string(Text(value))
        default: return nil
        }
    }

    struct Text: Hashable {
        let string: String

        init(_ string: String) { self.string = string }

        static func == (left: Text, right: Text) -> Bool { left.string.hasSameBytes(as: right.string) }

        func hash(into hasher: inout Hasher) {
            string.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}
