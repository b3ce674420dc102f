/// A field that the shipped checks know by name.
public struct FieldDefinition: Sendable, Hashable {
    /// E.g. `customers`.
    public let dataset: String
    /// What one row of the dataset is called in checks, e.g. `customer`.
    public let record: String
    public let name: String
    public let type: FieldType
    /// What the field holds, as half a sentence for a reference page or a question at a terminal.
    public let meaning: String
    /// The closed list of values; empty where there is none.
    public let allowedValues: [String]
    /// Standard or shape of the values, e.g. `ISO 4217`; empty where there is nothing to say.
    public let valueNote: String
    /// Other headers for the same content, the most telling first.
    public let synonyms: [HeaderSynonym]
}

/// A header under which a standard field is known elsewhere.
public struct HeaderSynonym: Sendable, Hashable {
    /// Whose word it is.
    public enum Source: String, Sendable, CaseIterable {
        /// A technical name of SAP's tables; it may come as `KNA1-KUNNR` too.
        case sap = "SAP"
        case english = "en"
        case dutch = "nl"
        case german = "de"
    }

    /// As people write it, with accents and punctuation.
    public let text: String
    public let source: Source
}
