/// Fields of records and entries of maps, by name.
enum Fields {
    static func read(_ value: Value, _ field: String) throws(EvaluationError) -> Value {
        switch value {
        case .map(let map):
            guard let found = map[field] else { throw EvaluationError("no such key: '\(field)'") }
            return found
        case .record(let record):
            let type = record.recordType
            guard let index = type.index(of: field) else { throw EvaluationError("\(type.name) has no field '\(field)'") }
            return record.value(at: index) ?? type.fields[index].type.zeroValue
        default: throw EvaluationError("\(value.type.name) has no fields, so '.\(field)' asks for nothing")
        }
    }

    /// The field if it is there: what `.?` and optionals see.
    static func find(_ value: Value, _ field: String) -> Value? {
        switch value {
        case .map(let map): map[field]
        case .record(let record): record.recordType.index(of: field).flatMap { record.value(at: $0) }
        default: nil
        }
    }

    static func isPresent(_ value: Value, _ field: String) throws(EvaluationError) -> Bool {
        switch value {
        case .map(let map): return map[field] != nil
        case .record(let record):
            if record is EmptyRecord { return false }
            guard let index = record.recordType.index(of: field) else {
                throw EvaluationError("\(record.recordType.name) has no field '\(field)'")
            }
            return record.value(at: index) != nil
        default: throw EvaluationError("\(value.type.name) has no fields, so has() asks for nothing")
        }
    }

    static func isMalformed(_ value: Value, _ field: String) throws(EvaluationError) -> Bool {
        if case .record(let record) = value, record is EmptyRecord { return false }
        guard case .record(let record) = value, let index = record.recordType.index(of: field) else {
            throw EvaluationError("malformed() asks for a field of a record")
        }
        return record.isMalformed(at: index)
    }
}

extension CELType {
    /// What an absent field of the type reads as.
    var zeroValue: Value {
        switch self {
        case .bool: .bool(false)
        case .int: .int(0)
        case .uint: .uint(0)
        case .double: .double(0)
        case .string: .string("")
        case .bytes: .bytes([])
        case .timestamp: Value.Timestamp(seconds: 0).map { .timestamp($0) } ?? .null
        case .duration: .duration(Value.Duration(nanoseconds: 0))
        case .list: .list([])
        case .map: .map(MapValue())
        case .optional: .optional(nil)
        case .record(let name): .record(EmptyRecord(name: name))
        case .dyn, .null, .type, .opaque, .parameter, .error: .null
        }
    }
}

/// What an absent link reads as: a record without any field filled.
struct EmptyRecord: RecordValue {
    let recordType: RecordType

    init(name: String) {
        recordType = RecordType(name: name, fields: [])
    }

    func value(at fieldIndex: Int) -> Value? { nil }
    func isMalformed(at fieldIndex: Int) -> Bool { false }
}

extension Value {
    /// What an optional wraps.
    func unwrapped() throws(EvaluationError) -> Value? {
        guard case .optional(let wrapped) = self else { throw EvaluationError("'?' needs an optional value") }
        return wrapped
    }
}

extension MapValue {
    mutating func add(_ value: Value, at key: Value) throws(EvaluationError) {
        switch key {
        case .bool, .int, .uint, .string: break
        default: throw EvaluationError("\(key.type.name) cannot be a key")
        }
        guard insert(value, at: key) else { throw EvaluationError("the map has a key twice") }
    }
}
