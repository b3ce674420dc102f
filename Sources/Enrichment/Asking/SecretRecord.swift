import CEL

/// The secrets that a connector names, or marks in their place.
struct SecretRecord: RecordValue {
    let recordType: RecordType
    private let names: [String]
    private let values: Secrets?
    /// Whether the request around them is of a certain time.
    let isDated: Bool

    init(names: [String], values: Secrets?, isDated: Bool = false) {
        recordType = RecordType(name: "secret", fields: names.map { RecordType.Field(name: $0, type: .string) })
        self.names = names
        self.values = values
        self.isDated = isDated || values != nil
    }

    var isReal: Bool { values != nil }

    /// Whether they are kept from whoever is asked.
    private(set) var isWithheld = false

    /// The same where another host than the base URL's is asked: it is not to learn any of them.
    var withheld: SecretRecord {
        var record = self
        record.isWithheld = true
        return record
    }

    func value(at fieldIndex: Int) -> Value? {
        guard let values else { return .string("***") }
        return values[names[fieldIndex]].map { .string($0) }
    }

    func isMalformed(at fieldIndex: Int) -> Bool { false }
}
