/// A value of CEL at run time.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(MapValue)
    case timestamp(Timestamp)
    case duration(Duration)
    case type(TypeValue)
    indirect case optional(Value?)
    /// In a box, so that values take 24 bytes rather than 48.
    indirect case record(any RecordValue)
    /// A value of an extension, e.g. an IP address.
    indirect case opaque(any OpaqueValue)

    /// Nanoseconds within an Int64, about ±292 years.
    public struct Duration: Hashable, Sendable, Comparable {
        public var nanoseconds: Int64

        public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

        public static func < (left: Duration, right: Duration) -> Bool { left.nanoseconds < right.nanoseconds }
    }

    /// A moment from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
    public struct Timestamp: Hashable, Sendable, Comparable {
        /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
        public var seconds: Int64
        /// 0..<1_000_000_000.
        public var nanoseconds: Int32

        /// Nil outside the range.
        public init?(seconds: Int64, nanoseconds: Int32 = 0) {
            guard (-62_135_596_800...253_402_300_799).contains(seconds), (0..<1_000_000_000).contains(nanoseconds)
            else {
                return nil
            }
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }

        public static func < (left: Timestamp, right: Timestamp) -> Bool {
            (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
        }
    }
}

/// A value whose type an extension brings along.
public protocol OpaqueValue: Sendable {
    /// As `type()` shows it, e.g. `net.IP`.
    var typeName: String { get }
    func isEqual(to other: any OpaqueValue) -> Bool
}

/// What `type()` gives: a type by its name, without parameters.
public struct TypeValue: Hashable, Sendable {
    /// E.g. `int`, `null_type`, `google.protobuf.Timestamp`.
    public let name: String

    public init(name: String) { self.name = name }
}

extension Value {
    public var type: TypeValue {
        switch self {
        case .null: TypeValue(name: "null_type")
        case .bool: TypeValue(name: "bool")
        case .int: TypeValue(name: "int")
        case .uint: TypeValue(name: "uint")
        case .double: TypeValue(name: "double")
        case .string: TypeValue(name: "string")
        case .bytes: TypeValue(name: "bytes")
        case .list: TypeValue(name: "list")
        case .map: TypeValue(name: "map")
        case .timestamp: TypeValue(name: "google.protobuf.Timestamp")
        case .duration: TypeValue(name: "google.protobuf.Duration")
        case .type: TypeValue(name: "type")
        case .optional: TypeValue(name: "optional_type")
        case .record(let record): TypeValue(name: record.recordType.name)
        case .opaque(let value): TypeValue(name: value.typeName)
        }
    }
}
