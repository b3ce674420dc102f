/// An account of ours that a prospect turns out to be, or to belong with.
public struct ExistingAccount: Sendable, Hashable {
    public enum Relation: String, Sendable, CaseIterable {
        /// An identifier or name and place say that it is the same legal entity.
        case sameEntity = "same_entity"
        /// The name is the same, the place is not or is not known.
        case possible
        /// Another entity of the same group.
        case sameGroup = "same_group"
    }

    /// What speaks for the relation.
    public enum Evidence: Sendable, Hashable {
        /// The field of the account that holds the same number.
        case identifier(field: String)
        /// One VAT number, two registration numbers: companies that are taxed as one.
        case vatGroup
        /// The name, and what was seen of the place, in words.
        case name(String)
        /// It pays from the same bank account.
        case bankAccount
        /// The account is the parent, or has the same one; the field that says so.
        case parent(field: String)
    }

    public var customerID: String
    public var legalName: String
    public var city: String
    public var country: String
    public var relation: Relation
    /// 0…1; 1 where an identifier says it.
    public var score: Double
    public var evidence: [Evidence]
    /// 1-based physical line of the record in the customers' source.
    public var line: Int
}
