/// Accounts that belong to one group, with what they owe together and what is going on in it.
public struct Family: Sendable {
    /// One account of a legal entity.
    public struct Account: Sendable, Hashable {
        public var id: String
        public var name: String
        public var exposure: Money
        public var overdue: Money
        public var creditLimit: Money

        public init(id: String, name: String, exposure: Money, overdue: Money, creditLimit: Money) {
            self.id = id
            self.name = name
            self.exposure = exposure
            self.overdue = overdue
            self.creditLimit = creditLimit
        }
    }

    /// An open proceeding.
    public struct Event: Sendable, Hashable {
        /// E.g. `bankruptcy`.
        public var kind: String
        /// `2026-08-01`; empty when no source tells.
        public var date: String
        public var source: String

        public init(kind: String, date: String, source: String) {
            self.kind = kind
            self.date = date
            self.source = source
        }
    }

    /// A legal entity with those below it; one without accounts is no customer.
    public struct Entity: Sendable, Hashable {
        public var name: String
        /// E.g. `LEI 724500EXAMPLE0PARE89`; empty when nothing identifies it.
        public var identifier: String
        public var accounts: [Account]
        public var events: [Event]
        public var members: [Entity]

        public init(name: String, identifier: String, accounts: [Account], events: [Event], members: [Entity]) {
            self.name = name
            self.identifier = identifier
            self.accounts = accounts
            self.events = events
            self.members = members
        }
    }

    public var name: String
    public var accounts: Int
    public var exposure: Money
    public var overdue: Money
    public var creditLimit: Money
    /// The entities that no other one stands above.
    public var entities: [Entity]

    public init(
        name: String, accounts: Int, exposure: Money, overdue: Money, creditLimit: Money, entities: [Entity]
    ) {
        self.name = name
        self.accounts = accounts
        self.exposure = exposure
        self.overdue = overdue
        self.creditLimit = creditLimit
        self.entities = entities
    }

    /// Whether a proceeding is open anywhere in it.
    public var hasEvents: Bool { entities.contains(where: \.hasEvents) }

    public var isOverLimit: Bool {
        accounts > 1 && creditLimit.hundredths > 0 && exposure.hundredths > creditLimit.hundredths
    }
}

extension Family.Entity {
    fileprivate var hasEvents: Bool { !events.isEmpty || members.contains(where: \.hasEvents) }
}
