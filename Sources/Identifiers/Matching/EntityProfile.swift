/// What tells a company from others, ready to be compared.
public struct EntityProfile: Sendable {
    public let name: CompanyName
    /// Texts that have to be equal where both sides have them, e.g. the country.
    let same: [String]
    /// Texts that speak for or against, the narrowest first, e.g. postcode, street and city: letters and digits, words in order
    /// of the alphabet.
    let places: [String]
    /// Numbers that settle it when they are equal.
    let identifiers: [String]

    public init(name: String, same: [String], places: [String], identifiers: [String]) {
        self.name = CompanyName(name)
        self.same = same.map(Self.compact)
        self.places = places.map { place in
            NameWords(place).words.flatMap { Self.runs($0.text) }.sorted().joined(separator: " ")
        }
        self.identifiers = identifiers.map { identifier in
            let compact = Self.compact(identifier)
            return compact.utf8.count < 4 ? "" : compact
        }
    }

    /// Digits and letters apart: `1012AB` and `1012 AB` are one postcode.
    private static func runs(_ word: String) -> [Substring] {
        guard word != "&" else { return [] }
        var runs: [Substring] = []
        var start = word.startIndex
        for index in word.indices.dropFirst()
        where word[index].isNumber != word[word.index(before: index)].isNumber {
            runs.append(word[start..<index])
            start = index
        }
        return runs + [word[start...]]
    }

    private static func compact(_ text: String) -> String { NameWords(text).words.map(\.text).joined() }

    // MARK: Blocking

    /// Hashes of what two records of one company are likely to share. Records without any in common are never compared.
    public var blockingKeys: [UInt64] {
        var keys: [UInt64] = []
        let core = name.words.filter { $0.role == .core }.map(\.text)
        guard !core.isEmpty else { return [] }
        let base = same.reduce(UInt64(0x9E37_79B9)) { Self.hash($1, $0) }
        keys.append(Self.hash(core.sorted().joined(separator: " "), base &+ 1))
        keys.append(Self.hash(core.joined(), base &+ 2))
        for (index, place) in places.enumerated() where !place.isEmpty {
            let here = Self.hash(place, base &+ 16 &* UInt64(index + 1))
            keys.append(here)
            for word in core where word.utf8.count > 3 { keys.append(Self.hash(word, here)) }
        }
        for (index, identifier) in identifiers.enumerated() where !identifier.isEmpty {
            keys.append(Self.hash(identifier, base &+ 1024 &* UInt64(index + 1)))
        }
        return keys
    }

    /// What a glance at two names needs.
    public var outline: NameOutline { NameOutline(name) }

    /// FNV-1a (Fowler, Noll, Vo), finished with a multiplication.
    static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash &* 0x9E37_79B9_7F4A_7C15
    }
}

/// A name reduced to a few words of memory, which tell most pairs of different companies apart at once.
public struct NameOutline: Sendable {
    /// A bit for the first and one for the last letters of each word.
    private let begins: UInt64
    private let ends: UInt64
    /// The same for each telling word, by number.
    private let words: [SIMD2<UInt8>]
    private let joined: UInt64
    /// Whether the words may be only a part of the name, or more than it.
    private let isLoose: Bool

    init(_ name: CompanyName) {
        let all = name.words.map { ($0, Self.marks($0.text)) }
        begins = all.reduce(0) { $0 | 1 << UInt64($1.1.x) }
        ends = all.reduce(0) { $0 | 1 << UInt64($1.1.y) }
        let core = all.filter { $0.0.role == .core }
        // A slip in a short word leaves nothing of it.
        words = core.filter { $0.0.text.utf8.count > 3 }.map(\.1)
        joined = EntityProfile.hash(core.map(\.0.text).joined(), 0)
        isLoose = name.mayBeCutOff || !name.tradeName.isEmpty
    }

    /// Whether every telling word may have a counterpart; when not, the names are not similar.
    public func mayMatch(_ other: NameOutline) -> Bool {
        if isLoose || other.isLoose || joined == other.joined { return true }
        return hasAll(other.words) && other.hasAll(words)
    }

    private func hasAll(_ words: [SIMD2<UInt8>]) -> Bool {
        words.allSatisfy { begins & (1 << UInt64($0.x)) != 0 || ends & (1 << UInt64($0.y)) != 0 }
    }

    private static func marks(_ word: String) -> SIMD2<UInt8> {
        func bit(_ letters: some Sequence<UInt8>) -> UInt8 {
            var hash: UInt64 = 0
            for byte in letters { hash = hash &* 31 &+ UInt64(byte) }
            return UInt8((hash &* 0x9E37_79B9_7F4A_7C15) >> 58)
        }
        return SIMD2(bit(word.utf8.prefix(2)), bit(word.utf8.suffix(2)))
    }
}

/// Whether two profiles are of one company, and why.
public struct EntityMatch: Sendable {
    public enum Evidence: Hashable, Sendable {
        case samePlace, partOfPlace, otherPlace, sameIdentifier
    }

    /// 0…1.
    public let score: Double
    public let name: NameComparison.Result
    public let evidence: [Evidence]

    /// The name gives the score; the place and identifiers raise or lower it. A word that only one name has, or another
    /// legal form, is not made good by the address: companies of a group share one.
    public init(_ left: EntityProfile, _ right: EntityProfile) {
        var name = NameComparison.compare(left.name, right.name)
        if name.score < NameComparison.threshold, left.places == right.places, !left.places.allSatisfy(\.isEmpty),
            let slip = NameComparison.Result(slipBetween: left.name, right.name)
        {
            name = slip
        }
        self.name = name
        guard zip(left.same, right.same).allSatisfy({ $0 == $1 || $0.isEmpty || $1.isEmpty }), name.score >= 0.5 else {
            score = 0
            evidence = []
            return
        }
        var evidence: [Evidence] = []
        var score = name.score
        let places = zip(left.places, right.places).filter { !$0.isEmpty && !$1.isEmpty }
        let agreeing = places.map { Self.isSamePlace($0, $1) }
        let isMereSpelling = name.isMereSpelling
        if !places.isEmpty, agreeing.allSatisfy(\.self) {
            evidence.append(.samePlace)
            score += (1 - score) * (isMereSpelling ? 0.6 : 0.1)
        } else if agreeing.first == true {
            // The narrowest place stands first: the same postcode says more than the same city.
            evidence.append(.partOfPlace)
            score *= isMereSpelling ? 0.97 : 0.9
        } else if agreeing.contains(true) {
            evidence.append(.partOfPlace)
            score *= 0.89
        } else if !places.isEmpty {
            evidence.append(.otherPlace)
            score *= 0.8
        }
        let identifiers = zip(left.identifiers, right.identifiers)
        if identifiers.contains(where: { $0 == $1 && !$0.isEmpty }) {
            evidence.append(.sameIdentifier)
            score = max(score, 0.5 + name.score / 2)
        }
        self.score = score
        self.evidence = evidence
    }

    /// Equal, or one letter off in a longer text, or the same with something more, as a unit or a floor.
    private static func isSamePlace(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let (one, other) = (Set(left.split(separator: " ")), Set(right.split(separator: " ")))
        if min(one.count, other.count) >= 2, one.isSubset(of: other) || other.isSubset(of: one) { return true }
        guard left.utf8.count >= 8, right.utf8.count >= 8 else { return false }
        return left.digits == right.digits
            && WordMatch.distance(Array(left.utf8), Array(right.utf8), limit: 1) != nil
    }

    /// E.g. `'txtiel' is nearly 'textiel'; same address`.
    public func text(language: String = "en") -> String {
        let isDutch = language == "nl"
        let evidence = evidence.map { evidence in
            switch evidence {
            case .samePlace: isDutch ? "zelfde adres" : "same address"
            case .partOfPlace: isDutch ? "adres deels gelijk" : "address partly the same"
            case .otherPlace: isDutch ? "ander adres" : "another address"
            case .sameIdentifier: isDutch ? "zelfde nummer" : "same number"
            }
        }
        return ([name.text(language: language)] + evidence).joined(separator: "; ")
    }
}

extension NameComparison.Result {
    /// One letter left out anywhere in a name, also in a word too short to be compared by itself (`D Haan`, `De Haan`): enough
    /// where the address is the same. Nil when it is more than that.
    init?(slipBetween left: CompanyName, _ right: CompanyName) {
        let (one, other) = (Array(left.letters.utf8), Array(right.letters.utf8))
        guard min(one.count, other.count) >= 10, abs(one.count - other.count) == 1,
            left.letters.digits == right.letters.digits,
            WordMatch.distance(one, other, limit: 1) != nil
        else { return nil }
        self.init(score: 0.93, reasons: [.typo(left.letters, right.letters)])
    }

    /// Whether nothing but the writing differs.
    var isMereSpelling: Bool {
        reasons.allSatisfy { reason in
            switch reason {
            case .onlyInOne, .otherForm, .branch, .nothingInCommon: false
            default: true
            }
        }
    }
}

extension String {
    fileprivate var digits: [UInt8] { utf8.filter { $0 &- 48 < 10 } }
}
