public import CEL
import Synchronization

/// A record of the normal form.
///
/// Audits keep several for each of a million customers, most of them with few of their fields filled: only those take room.
public struct OutsideRecord: RecordValue {
    private var layout: Layout
    /// Of the fields that have one, in their order.
    private var values: [Value]
    /// Why a field cannot be read, by its position; under -1 what holds for every field without a value.
    private var errors: [Int: EvaluationError]

    public init(_ type: RecordType) { self.init(Draft(type)) }

    /// A record of which nobody can tell anything.
    public init(_ type: RecordType, notKnown reason: String) {
        self.init(type, unavailable: EvaluationError(reason, kind: .notKnown))
    }

    /// A record whose reading fails with an error of one's own.
    public init(_ type: RecordType, unavailable error: EvaluationError) {
        self.init(type)
        errors[-1] = error
    }

    public init(_ draft: Draft) {
        var filled: UInt64 = 0
        for (place, value) in draft.values.enumerated() where value != nil { filled |= 1 << UInt64(place) }
        layout = Layout.of(draft.type, filled: filled)
        values = draft.values.compactMap(\.self)
        errors = draft.errors
    }

    public var recordType: RecordType { layout.type }

    public func value(at fieldIndex: Int) -> Value? {
        let slot = layout.slots[fieldIndex]
        switch slot {
        case Layout.none: return nil
        case Layout.itself:
            return .list([.record(OutsideRecord(layout.alone(isOnlyAnswer: false), values, errors))])
        case Layout.empty: return .list([])
        default: return values[Int(slot)]
        }
    }

    private init(_ layout: Layout, _ values: [Value], _ errors: [Int: EvaluationError]) {
        self.layout = layout
        self.values = values
        self.errors = errors
    }

    /// What a register's only source tells as what all of them tell: its `answers` are the record itself, nothing contradicts
    /// it, and neither takes room.
    public var asOnlyAnswer: OutsideRecord { OutsideRecord(layout.alone(isOnlyAnswer: true), values, errors) }

    /// Changes several fields at once.
    public mutating func update(_ change: (inout Draft) -> Void) {
        var draft = Draft(self)
        change(&draft)
        self = OutsideRecord(draft)
    }

    public func isMalformed(at fieldIndex: Int) -> Bool { false }

    public func unavailability(at fieldIndex: Int) -> EvaluationError? {
        errors.isEmpty ? nil : errors[fieldIndex] ?? errors[-1]
    }

    public subscript(field: String) -> Value? {
        get { recordType.index(of: field).flatMap { value(at: $0) } }
        set {
            guard let place = recordType.index(of: field) else { return }
            update { $0.values[place] = newValue }
        }
    }

    /// Why nobody can tell a field; nil when it is known, or known to be absent.
    public func reason(_ field: String) -> String? { error(field)?.message }

    public mutating func setReason(_ reason: String?, of field: String) {
        setError(reason.map { EvaluationError($0, kind: .notKnown) }, of: field)
    }

    public mutating func setError(_ error: EvaluationError?, of field: String) {
        if let index = recordType.index(of: field) { errors[index] = error }
    }

    /// What reading a field without a value fails with.
    public func error(_ field: String) -> EvaluationError? {
        errors.isEmpty ? nil : recordType.index(of: field).flatMap { error(at: $0) }
    }

    /// The same by the field's place.
    public func error(at place: Int) -> EvaluationError? {
        layout.slots[place] == Layout.none ? unavailability(at: place) : nil
    }

    /// Nothing is known, and nothing is known to be unknown.
    public var isEmpty: Bool { values.isEmpty && errors.isEmpty }

    /// The text under a field; empty when it is absent.
    public func text(_ field: String) -> String {
        if case .string(let text)? = self[field] { text } else { "" }
    }

    public func record(_ field: String) -> OutsideRecord? {
        if case .record(let record)? = self[field] { record as? OutsideRecord } else { nil }
    }

    public func records(_ field: String) -> [OutsideRecord] {
        guard case .list(let items)? = self[field] else { return [] }
        return items.compactMap { if case .record(let record) = $0 { record as? OutsideRecord } else { nil } }
    }
}

extension OutsideRecord {
    /// A record that is being put together, with room for every field.
    public struct Draft {
        public let type: RecordType
        /// By the place of the field.
        public var values: [Value?]
        public var errors: [Int: EvaluationError] = [:]

        public init(_ type: RecordType) {
            self.type = type
            values = [Value?](repeating: nil, count: type.fields.count)
        }

        fileprivate init(_ record: OutsideRecord) {
            type = record.recordType
            values = type.fields.indices.map { record.value(at: $0) }
            errors = record.errors
        }

        public var isEmpty: Bool { errors.isEmpty && values.allSatisfy { $0 == nil } }

        public subscript(field: String) -> Value? {
            get { type.index(of: field).flatMap { values[$0] } }
            set { if let place = type.index(of: field) { values[place] = newValue } }
        }
    }

    /// Which fields of a type have a value, and where it stands: the same object for all records of which that is so.
    private final class Layout: Sendable {
        let type: RecordType
        /// By the place of the field.
        let slots: [Int8]
        private let filled: UInt64

        /// A field without a value, one that lists the record itself, and one that is an empty list.
        static let (none, itself, empty) = (Int8(-1), Int8(-2), Int8(-3))

        private struct Key: Hashable {
            let type: ObjectIdentifier
            let filled: UInt64
            let isOnlyAnswer: Bool
        }

        private static let known = Mutex<[Key: Layout]>([:])

        private init(_ type: RecordType, filled: UInt64, isOnlyAnswer: Bool) {
            self.type = type
            self.filled = filled
            var next: Int8 = 0
            slots = type.fields.enumerated().map { place, field in
                guard filled >> UInt64(place) & 1 == 1 else {
                    guard isOnlyAnswer else { return Self.none }
                    return field.name == "answers"
                        ? Self.itself : field.name == "contradictions" ? Self.empty : Self.none
                }
                next += 1
                return next - 1
            }
        }

        func alone(isOnlyAnswer: Bool) -> Layout { Self.of(type, filled: filled, isOnlyAnswer: isOnlyAnswer) }

        /// No type of the normal form has more than 64 fields.
        static func of(_ type: RecordType, filled: UInt64, isOnlyAnswer: Bool = false) -> Layout {
            let key = Key(type: ObjectIdentifier(type), filled: filled, isOnlyAnswer: isOnlyAnswer)
            return known.withLock { known in
                if let layout = known[key] { return layout }
                let layout = Layout(type, filled: filled, isOnlyAnswer: isOnlyAnswer)
                known[key] = layout
                return layout
            }
        }
    }
}
