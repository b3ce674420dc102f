/// A map of CEL: keys are bool, int, uint or string, in the order in which they were put in.
///
/// Numeric keys lie on one line, so that `1`, `1u` and `1.0` find the same entry; strings are told apart by their bytes.
public struct MapValue: Sendable {
    private enum Content: Sendable {
        case entries(Entries)
        case source(any MapSource)
    }

    /// One object, so that a value takes no more room for being a map.
    private final class Entries: Sendable {
        let keys: MapKeys
        let values: [Value]

        init(_ keys: MapKeys, _ values: [Value]) {
            self.keys = keys
            self.values = values
        }
    }

    private let content: Content

    public init() { self.init(MapKeys.none, []) }

    /// Fails for a key of another type and for a key that is there twice.
    public init(_ entries: some Sequence<(key: Value, value: Value)>) throws(EvaluationError) {
        var builder = MapBuilder()
        for entry in entries { try builder.insert(entry.value, for: entry.key) }
        self = builder.map
    }

    /// `values` belong to the keys, in their order.
    init(_ keys: MapKeys, _ values: [Value]) { content = .entries(Entries(keys, values)) }

    /// Entries that are made when somebody asks for them.
    public init(_ source: some MapSource) { content = .source(source) }

    public var count: Int { keys.count }

    public var keys: [Value] {
        switch content {
        case .entries(let entries): entries.keys.all
        case .source(let source): source.entries.map { .string($0.key) }
        }
    }

    public var values: [Value] {
        switch content {
        case .entries(let entries): entries.values
        case .source(let source): source.entries.map(\.value)
        }
    }

    public var entries: Zip2Sequence<[Value], [Value]> {
        switch content {
        case .entries(let entries): zip(entries.keys.all, entries.values)
        case .source(let source):
            // Asked once for both.
            { zip($0.map { .string($0.key) }, $0.map(\.value)) }(source.entries)
        }
    }

    /// The value under a key, numbers of all types being one line; nil when there is none.
    public func value(for key: Value) -> Value? {
        if case .string(let text) = key { return value(forText: text) }
        guard case .entries(let entries) = content else { return nil }
        return MapKey(key).flatMap { entries.keys.position(of: $0) }.map { entries.values[$0] }
    }

    func value(forText text: String) -> Value? {
        switch content {
        case .entries(let entries): entries.keys.position(ofText: text).map { entries.values[$0] }
        case .source(let source): source.value(for: text)
        }
    }
}

/// Entries of a map that are not made before somebody asks for them: a row has far more columns than expressions name.
public protocol MapSource: AnyObject, Sendable {
    /// Nil when there is none.
    func value(for key: String) -> Value?
    /// All of them, in a stable order.
    var entries: [(key: String, value: Value)] { get }
}

/// The keys of a map, in one object that all maps of one literal share.
final class MapKeys: Sendable {
    let all: [Value]
    /// Positions by key; only kept when there are more entries than a look through all of them is worth.
    private let positions: [MapKey: Int]
    /// The same where all keys are texts, as those of literals are.
    private let names: NameIndex?

    static let none = MapKeys([], [:], nil)

    fileprivate init(_ all: [Value], _ positions: [MapKey: Int], _ names: NameIndex?) {
        self.all = all
        self.positions = positions
        self.names = names
    }

    /// Nil for texts that are there twice.
    static func literal(_ texts: [String]) -> MapKeys? {
        Set(texts.map(MapKey.Text.init)).count == texts.count
            ? MapKeys(texts.map { .string($0) }, [:], NameIndex(texts)) : nil
    }

    var count: Int { all.count }

    func position(of key: MapKey) -> Int? {
        if !positions.isEmpty { return positions[key] }
        return all.firstIndex { MapKey($0) == key }
    }

    func position(ofText text: String) -> Int? {
        if let names { return names.position(of: text) }
        if !positions.isEmpty { return positions[.string(MapKey.Text(text))] }
        for index in all.indices {
            if case .string(let key) = all[index], key.hasSameBytes(as: text) { return index }
        }
        return nil
    }
}

/// A map that is put together entry by entry.
struct MapBuilder {
    private var keys: [Value] = []
    private var values: [Value] = []
    private var positions: [MapKey: Int] = [:]

    private static let scanLimit = 8

    var map: MapValue { MapValue(MapKeys(keys, positions, nil), values) }

    func contains(_ key: Value) -> Bool { MapKey(key).map(contains) ?? false }

    private func contains(_ key: MapKey) -> Bool {
        positions.isEmpty ? keys.contains { MapKey($0) == key } : positions[key] != nil
    }

    /// Adds an entry at the end.
    mutating func insert(_ value: Value, for key: Value) throws(EvaluationError) {
        guard !key.isDouble, let unified = MapKey(key) else {
            throw EvaluationError("a map's key cannot be \(key.type.named)")
        }
        guard !contains(unified) else { throw EvaluationError("a map has the same key twice") }
        keys.append(key)
        values.append(value)
        guard keys.count > Self.scanLimit else { return }
        if positions.isEmpty {
            for (index, key) in keys.enumerated() { if let key = MapKey(key) { positions[key] = index } }
        } else {
            positions[unified] = keys.count - 1
        }
    }
}

/// A map's key as it is looked up.
enum MapKey: Hashable {
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
        case .uint(let value): self = Int64(exactly: value).map(MapKey.int) ?? .uint(value)
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
