/// The fields of a record as expressions see them.
public final class RecordType: Sendable {
    public struct Field: Sendable {
        public let name: String
        public let type: CELType

        public init(name: String, type: CELType) {
            self.name = name
            self.type = type
        }
    }

    public let name: String
    public let fields: [Field]
    private let indices: [String: Int]

    /// Of fields with the same name the first counts.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        indices = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    public func index(of field: String) -> Int? { indices[field] }
}

/// A row of a dataset, with the semantics of a proto3 message: reading an absent field gives its type's zero value, and
/// `has()` tells whether it is there.
public protocol RecordValue: Sendable {
    var recordType: RecordType { get }
    /// Nil when the field is absent: blank, or malformed.
    func value(at fieldIndex: Int) -> Value?
    /// Whether the cell is filled but cannot be read as its type.
    func isMalformed(at fieldIndex: Int) -> Bool
    /// Why nobody can tell whether the absent field is there; reading or testing it then fails with that.
    func unavailability(at fieldIndex: Int) -> EvaluationError?
}

extension RecordValue {
    public func unavailability(at fieldIndex: Int) -> EvaluationError? { nil }

    /// The field's value, or nil when it is known to be absent.
    func knownValue(at fieldIndex: Int) throws(EvaluationError) -> Value? {
        if let value = value(at: fieldIndex) { return value }
        if let error = unavailability(at: fieldIndex) { throw error }
        return nil
    }
}
