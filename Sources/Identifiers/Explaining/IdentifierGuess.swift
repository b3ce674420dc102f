/// What a text may be: the kinds of identifier that it is valid as, or the nearest ones that it is not.
public struct IdentifierGuess: Sendable {
    public struct Match: Sendable {
        public let kind: IdentifierKind
        /// In normal form.
        public let value: String
        /// Whether a check digit speaks for it, and not the form alone.
        public let isProven: Bool
    }

    public struct NearMiss: Sendable {
        public let kind: IdentifierKind
        public let problem: IdentifierProblem
        public let repair: IdentifierRepair?
    }

    public let text: String
    /// Best first: those that a prefix or a check digit speaks for.
    public let matches: [Match]
    /// When nothing matches, or only kinds without a check digit do: what it rather seems to be, the likeliest first, at most
    /// three.
    public let nearMisses: [NearMiss]

    /// A form alone does not outweigh a failing check digit: a German VAT number with a slip is not saved by its looking
    /// like an EORI number too.
    public var isValid: Bool { !matches.isEmpty && nearMisses.isEmpty }

    /// `among` narrows what is tried.
    public init(_ text: String, among kinds: [IdentifierKind] = Identifiers.all) {
        self.text = text
        let found = kinds.compactMap { kind -> (match: Match, rank: Int)? in
            guard let value = kind.normalized(text) else { return nil }
            return (Match(kind: kind, value: value, isProven: kind.hasProof), kind.rank(of: text))
        }
        matches = found.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(
            \.element.match)
        if found.contains(where: \.match.isProven) {
            nearMisses = []
            return
        }
        let isOnlyKind = kinds.count == 1 && found.isEmpty
        // What fits by its form gives way only to a kind that the text names itself, as `DE…` does.
        let needed = found.isEmpty ? Int.min : 4
        let near = kinds.compactMap { kind -> (miss: NearMiss, rank: Int)? in
            guard kind.rank(of: text) >= needed, let problem = kind.problem(with: text) else { return nil }
            let repair = kind.repair(of: text)
            let rank = kind.rank(of: text) + problem.nearness + (repair == nil ? 0 : 3)
            return rank > 2 || isOnlyKind
                ? (NearMiss(kind: kind, problem: problem, repair: repair), rank) : nil
        }
        nearMisses = Array(
            near.enumerated().sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element.miss)
                .prefix(3))
    }
}

extension IdentifierKind {
    /// Whether check digits are part of it.
    public var hasProof: Bool { if case .none = checkDigits { false } else { true } }

    /// What speaks for the kind before the digits are looked at.
    fileprivate func rank(of text: String) -> Int {
        let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
        var rank = hasProof ? 1 : 0
        for candidate in [prefix] + otherPrefixes where candidate.utf8CodeUnitCount > 0 {
            if letters.hasPrefix(candidate.description) { rank += code.hasPrefix("vat-") ? 5 : 3 }
        }
        if prefix.utf8CodeUnitCount > 0, isPrefixKept, rank < 5 { rank -= 3 }
        if code == "iban", letters.count > 14, letters.prefix(2).allSatisfy(\.isLetter) { rank += 4 }
        if code == "lei", letters.count > 17, letters.count < 23 { rank += 3 }
        if code == "creditor-reference", letters.hasPrefix("RF") { rank += 4 }
        if code == "leitweg", text.contains("-") { rank += 1 }
        return rank
    }
}
