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
    case noSuchFinding
    case severalRecords(count: Int)
    case notEvaluated
    case notACustomer(record: String, id: String)
    case noField
    case noColumn(field: String)
    case oldValueDiffers(now: String)
    case blank
    case unreadable(type: String)
    case ambiguousDate(String, String)
    case wouldRun
    case unprintable
    case unchanged
    case contradicted(field: String)
    case stillFails(check: String)
    case cannotTell(check: String, why: String)
    case sameAs(record: String)
    case comparesRecords(check: String)

    /// What is wrong and what to do, for the list of what was not applied.
    public var description: String {
        switch self {
        case .noSuchFinding:
            "today's audit does not find this exception: it is settled, or the extract is another one"
        case .severalRecords(let count):
            "\(count) records have this key, so it is not known which one is meant; correct them in the ERP"
        case .notEvaluated:
            "the check could not be evaluated on this record, so nothing would show that the value is right"
        case .notACustomer(let record, let id):
            "the change file is for customers; correct \(record) \(id) where it is kept"
        case .noField: "the check is about no single field; correct the record in the ERP"
        case .noColumn(let field): "the extract has no column for \(field); correct the record in the ERP"
        case .oldValueDiffers(let now):
            "the extract holds '\(now)' now, not the value of the list; look at it again in a new list"
        case .blank: "corrected_value is blank; write the new value"
        case .unreadable(let type): "the value is no \(type) as its column writes them"
        case .ambiguousDate(let first, let second): "the date may mean \(first) or \(second); write it as \(first)"
        case .wouldRun: "a spreadsheet would run the value as a formula; correct it in the ERP if it is meant so"
        case .unprintable: "the value has a line break, a tab or another control character; write it on one line"
        case .unchanged: "it is the value that the extract has already"
        case .contradicted(let field):
            "the list gives two different values for \(field) of this customer; decide on one"
        case .stillFails(let check): "\(check) fails with this value too"
        case .cannotTell(let check, let why): "\(check) cannot be evaluated with this value: \(why)"
        case .sameAs(let record): "\(record) has this value too"
        case .comparesRecords(let check):
            "\(check) compares whole records with one another; correct it in the ERP and audit the next extract"
        }
    }
}
