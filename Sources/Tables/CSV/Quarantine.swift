/// A record that could not be read, and why.
public struct QuarantinedRecord: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case tooFewFields = "too-few-fields"
        case tooManyFields = "too-many-fields"
        case textAfterQuote = "text-after-quote"
        case unclosedQuote = "unclosed-quote"
        case nulByte = "nul-byte"
        case invalidEncoding = "invalid-encoding"
        /// Of 2 GiB or more.
        case tooLong = "too-long"
    }

    /// The physical lines on which the record begins and ends, 1-based.
    public let line: Int
    public let lastLine: Int
    public let reason: Reason
    /// How many fields there are; only where their number is the reason.
    public let fields: Int?
    /// Where the record begins; `RecordReader` shows its text.
    public let byteOffset: Int
}

/// The records that were put aside: all of them counted, the first ones kept.
public struct Quarantine: Hashable, Sendable {
    public let count: Int
    /// In file order; all of them unless there are more than the scan's limit.
    public let records: [QuarantinedRecord]

    public init(count: Int, records: [QuarantinedRecord]) {
        self.count = count
        self.records = records
    }
}
