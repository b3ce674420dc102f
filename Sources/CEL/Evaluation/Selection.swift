extension Value {
    /// The value of a field or of a text key; on an optional, an optional again.
    func selecting(_ field: String, at offset: Int) throws(EvaluationError) -> Value {
        switch self {
        case .optional(let wrapped): return .optional(try wrapped?.entry(field, at: offset))
        case .record(let record):
            guard let index = record.recordType.index(of: field) else {
                throw EvaluationError.noSuchField(field, of: record.recordType).placed(at: offset)
            }
            return try record.knownValue(at: index) ?? record.recordType.fields[index].type.zeroValue
        default:
            guard let value = try entry(field, at: offset) else {
                throw EvaluationError.noSuchKey(field).placed(at: offset)
            }
            return value
        }
    }

    /// Nil when the key or the field's value is absent.
    func entry(_ field: String, at offset: Int) throws(EvaluationError) -> Value? {
        switch self {
        case .map(let map): return map.value(forText: field)
        case .record(let record):
            guard let index = record.recordType.index(of: field) else {
                throw EvaluationError.noSuchField(field, of: record.recordType).placed(at: offset)
            }
            return try record.knownValue(at: index)
        case .optional(let wrapped): return try wrapped?.entry(field, at: offset)
        default: throw EvaluationError.noFields(field, of: self).placed(at: offset)
        }
    }

    /// `malformed(x.f)`: only fields of records can be.
    func isMalformed(_ field: String, at offset: Int) throws(EvaluationError) -> Bool {
        switch self {
        case .record(let record):
            guard let index = record.recordType.index(of: field) else {
                throw EvaluationError.noSuchField(field, of: record.recordType).placed(at: offset)
            }
            return record.isMalformed(at: index)
        case .optional(let wrapped): return try wrapped?.isMalformed(field, at: offset) ?? false
        case .map: return false
        default: throw EvaluationError.noFields(field, of: self).placed(at: offset)
        }
    }

    /// The element at an index, or the value under a key; nil when there is none.
    func element(at index: Value) throws(EvaluationError) -> Value? {
        switch self {
        case .list(let elements):
            guard let position = index.integral else {
                throw EvaluationError("a list's index cannot be \(index.type.named)")
            }
            return elements.indices.contains(position) ? elements[position] : nil
        case .map(let map): return map.value(for: index)
        case .optional(let wrapped): return try wrapped?.element(at: index)
        default: throw .doesNotTake("_[_]", [self, index])
        }
    }

    /// The number as an index, if it is whole.
    private var integral: Int? {
        switch self {
        case .int(let value): Int(exactly: value)
        case .uint(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }
}

extension CELType {
    /// What reading an absent field of a record gives, as in proto3.
    public var zeroValue: Value {
        switch self {
        case .bool: .bool(false)
        case .int: .int(0)
        case .uint: .uint(0)
        case .double: .double(0)
        case .string: .string("")
        case .bytes: .bytes([])
        case .timestamp: Value.Timestamp(seconds: 0).map(Value.timestamp) ?? .null
        case .duration: .duration(Value.Duration(nanoseconds: 0))
        case .list: .list([])
        case .map: .map(MapValue())
        case .optional: .optional(nil)
        case .dyn, .null, .type, .record, .opaque, .parameter, .error: .null
        }
    }
}

/// `x.f` and `x.?f`.
final class SelectNode: Node {
    private let operand: any Node
    private let field: String
    private let isOptional: Bool
    private let missingIsNull: Bool
    /// The record type that the checker found, and the field's place in it, so that rows need no look-up by name.
    private let known: (type: RecordType, index: Int, zero: Value)?
    private let offset: Int

    init(
        _ operand: any Node,
        field: String,
        isOptional: Bool,
        missingIsNull: Bool,
        recordType: RecordType?,
        offset: Int
    ) {
        self.operand = operand
        self.field = field
        self.isOptional = isOptional
        self.missingIsNull = missingIsNull
        self.offset = offset
        known = recordType.flatMap { type in
            type.index(of: field).map { (type, $0, type.fields[$0].type.zeroValue) }
        }
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(in: frame)
        if isOptional { return .optional(try value.entry(field, at: offset)) }
        if let known, case .record(let record) = value, record.recordType === known.type {
            return try record.knownValue(at: known.index) ?? known.zero
        }
        if missingIsNull {
            switch value {
            case .null: return .null
            case .map(let map): return map.value(forText: field) ?? .null
            default: break
            }
        }
        return try value.selecting(field, at: offset)
    }
}

/// `has(x.f)` and `malformed(x.f)`.
final class FieldTestNode: Node {
    private let operand: any Node
    private let field: String
    private let test: Expression.FieldTest
    private let missingIsNull: Bool
    private let offset: Int

    init(_ operand: any Node, field: String, test: Expression.FieldTest, missingIsNull: Bool, offset: Int) {
        self.missingIsNull = missingIsNull
        self.operand = operand
        self.field = field
        self.test = test
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(in: frame)
        if missingIsNull {
            if case .null = value { return .bool(false) }
            if test == .present, case .null? = try value.entry(field, at: offset) { return .bool(false) }
        }
        switch test {
        case .present: return .bool(try value.entry(field, at: offset) != nil)
        case .malformed: return .bool(try value.isMalformed(field, at: offset))
        }
    }
}

/// `x[i]` and `x[?i]`.
final class IndexNode: Node {
    private let operand: any Node
    private let index: any Node
    private let isOptional: Bool
    private let missingIsNull: Bool
    private let offset: Int
    /// The index where it is a literal text whose absence is no error: what is read then is a column, as a rule.
    private let column: String?

    init(_ operand: any Node, _ index: any Node, isOptional: Bool, missingIsNull: Bool, offset: Int) {
        if missingIsNull, !isOptional, case .string(let text)? = (index as? ConstantNode)?.constant {
            column = text
        } else {
            column = nil
        }
        self.missingIsNull = missingIsNull
        self.operand = operand
        self.index = index
        self.isOptional = isOptional
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(in: frame)
        if let column, case .map(let map) = value {
            try frame.charge(1 + column.utf8.count / 64)
            return map.value(forText: column) ?? .null
        }
        let key = try index.evaluate(in: frame)
        try frame.charge(sizeOf: key)
        if missingIsNull, case .null = value { return .null }
        do throws(EvaluationError) {
            let element = try value.element(at: key)
            if isOptional { return .optional(element) }
            if case .optional = value { return .optional(element) }
            guard let element else {
                if missingIsNull { return .null }
                if case .list(let elements) = value { throw .index(of: elements.count) }
                throw .noSuchKey
            }
            return element
        } catch {
            throw error.placed(at: offset)
        }
    }
}

/// `x.or(y)` and `x.orValue(y)`: `y` is only evaluated when `x` is empty.
final class AlternativeNode: Node {
    private let first: any Node
    private let second: any Node
    private let unwraps: Bool
    private let offset: Int

    init(_ first: any Node, _ second: any Node, unwraps: Bool, offset: Int) {
        self.first = first
        self.second = second
        self.unwraps = unwraps
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let value = try first.evaluate(in: frame)
        guard case .optional(let wrapped) = value else { throw wrongType(value) }
        if let wrapped { return unwraps ? wrapped : value }
        let other = try second.evaluate(in: frame)
        if !unwraps { guard case .optional = other else { throw wrongType(other) } }
        return other
    }

    private func wrongType(_ value: Value) -> EvaluationError {
        EvaluationError("expected an optional, found \(value.type.named)", at: offset)
    }
}
