public import Checks
public import Foundation

/// What a connector came to about one legal entity.
public struct ConnectorAnswer: Sendable {
    public enum Part: Sendable {
        /// Nothing to ask it about this one.
        case notAsked
        /// The source answered that it does not know the entity.
        case notFound
        /// One record; of events, any number.
        case known([OutsideRecord])
        /// Nobody can tell; why.
        case notKnown(String)
        /// Found by name only: which companies somebody has to judge.
        case undecided(String)
    }

    public let connector: String
    public var parts: [NormalForm.Part: Part]
    public var exchanges: [Exchange]
    /// Whether the source, an export of it, or what is kept of it gave an answer.
    var wasAnswered = false
    /// What would be asked, in a run that plans.
    public var planned: [PlannedRequest]
}

/// One request and its answer, as evidence.
public struct Exchange: Sendable {
    public let step: String
    public let request: ShownRequest
    /// Nil when there was none.
    public let status: Int?
    public let body: String
    public let askedAt: Date
    /// From the store rather than the source.
    public let isKept: Bool
}

/// A request that would be sent.
public struct PlannedRequest: Sendable {
    public let connector: String
    /// Tells requests apart; nil when it depends on answers that are not there yet.
    let key: KeptAges.Key?
    public let cost: Cost?
    let staleness: Double
}

/// How one source fared with one legal entity.
public struct SourceOutcome: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case found
        case notFound = "not found"
        case notKnown = "not known"
        case candidates
        case notAsked = "not asked"
    }

    public let connector: String
    public let title: String
    public internal(set) var kind: Kind
    /// Of what is not known, and of candidates.
    public internal(set) var reason: String

    /// The worst of the parts, as far as they were asked for; found when any part is.
    init(_ answer: ConnectorAnswer, _ connector: Connector) {
        self.connector = connector.name
        title = connector.shownTitle
        var (kind, reason) = (Kind.notAsked, "")
        for part in NormalForm.Part.supplied {
            switch answer.parts[part] {
            case .notAsked, nil: continue
            case .notFound: if kind == .notAsked { kind = .notFound }
            case .known(let records):
                // That there are no events, or no hits, does not tell that the source knows the entity.
                let isFound = !part.isList || !records.isEmpty
                if kind == .notAsked || (kind == .notFound && isFound) { kind = isFound ? .found : .notFound }
            case .undecided(let why): if kind != .notKnown { (kind, reason) = (.candidates, why) }
            case .notKnown(let why): if kind != .notKnown { (kind, reason) = (.notKnown, why) }
            }
        }
        // What was asked and told nothing that counts is not what was never asked.
        if kind == .notAsked, answer.wasAnswered { kind = .notFound }
        (self.kind, self.reason) = (kind, reason)
    }
}
