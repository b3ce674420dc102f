/// A new value for the field of a finding, as somebody wrote it into the list that came back.
public struct Correction: Sendable, Hashable {
    public var findingID: String
    public var value: String
    /// The field's value as the returned list shows it; nil when the list has no such column.
    public var oldValue: String?

    public init(findingID: String, value: String, oldValue: String?) {
        self.findingID = findingID
        self.value = value
        self.oldValue = oldValue
    }
}

/// What a correction comes to.
public enum CorrectionVerdict: Sendable, Hashable {
    /// The check holds with the new value.
    case change(FieldChange)
    case refused(CorrectionRefusal)
}

/// A field of a customer that gets another value.
public struct FieldChange: Sendable, Hashable {
    public var customerID: String
    /// The field's standard name.
    public var field: String
    /// As the extract has it.
    public var old: String
    /// As the extract would write it: a date in the column's own notation.
    public var new: String
}

/// Why a correction is not applied.
public enum CorrectionRefusal: Sendable, Hashable {
    /// What a column holds besides texts.
    public enum ValueType: Sendable, Hashable {
        case yesOrNo, number, date
    }

    case noSuchFinding
    case severalRecords(count: Int)
    case notEvaluated
    case notACustomer(record: String, id: String)
    case noField
    case noColumn(field: String)
    case oldValueDiffers(now: String)
    case blank
    case unreadable(type: ValueType)
    case ambiguousDate(String, String)
    case wouldRun
    case unprintable
    case unchanged
    case contradicted(field: String)
    case stillFails(check: String)
    case cannotTell(check: String, why: String)
    case sameAs(record: String)
    case comparesRecords(check: String)
}
