/// Names of companies compared as people who know companies compare them.
///
/// Case, accents, script, punctuation, abbreviations, the order of words and the spelling of the legal form do not matter. What
/// tells legal entities apart does: another legal form, `Holding`, a country, a number, any word that only one side has.
public enum NameComparison {
    /// From here on two names are taken for those of one legal entity.
    public static let threshold = 0.9

    /// Longer names are compared only for being the same: words, and letters without the blanks.
    public static let mostWords = 64
    public static let longestName = 1000

    /// How alike two names are, and why.
    public struct Result: Sendable {
        /// 0…1; 1 for names that differ in nothing that matters.
        public let score: Double
        public let reasons: [Reason]

        public var isSame: Bool { score >= NameComparison.threshold }
    }

    public enum Reason: Hashable, Sendable {
        case sameWords
        case spelledTogether
        case typo(String, String)
        case shortened(String, String)
        case onlyInOne(String)
        case otherForm(String, String)
        case otherFormOfOneCountry(String, String)
        case formMissing(String)
        case cutOff
        case tradeName
        case branch
        case nothingInCommon
    }

    /// 0…1; 1 for names that differ in nothing that matters.
    public static func similarity(_ left: String, _ right: String) -> Double { compare(left, right).score }

    /// Whether both can be the name of one legal entity.
    public static func isSame(_ left: String, _ right: String) -> Bool { compare(left, right).isSame }

    public static func compare(_ left: String, _ right: String) -> Result {
        compare(CompanyName(left), CompanyName(right))
    }

    public static func compare(_ left: CompanyName, _ right: CompanyName) -> Result {
        var best = compare(left, left.words, right, right.words)
        for (first, second) in [
            (left.tradeName, right.words), (left.words, right.tradeName), (left.tradeName, right.tradeName),
        ]
        where !first.isEmpty && !second.isEmpty && best.score < 0.95 {
            let other = compare(left, first, right, second, ignoresForm: true)
            let score = other.score * 0.95
            if score > best.score { best = Result(score: score, reasons: other.reasons + [.tradeName]) }
        }
        return best
    }

    private static func compare(
        _ left: CompanyName,
        _ leftWords: [CompanyName.Word],
        _ right: CompanyName,
        _ rightWords: [CompanyName.Word],
        ignoresForm: Bool = false
    ) -> Result {
        if left.isCut(of: right) || right.isCut(of: left) { return Result(score: 0.93, reasons: [.cutOff]) }
        let alignment = WordAlignment(leftWords, rightWords)
        var (score, reasons) = (alignment.score, alignment.reasons)
        guard score > 0 else { return Result(score: 0, reasons: [.nothingInCommon]) }
        if !ignoresForm {
            let form = FormAgreement(left, right)
            score *= form.factor
            if let reason = form.reason { reasons.append(reason) }
        }
        if left.isBranch != right.isBranch {
            score *= 0.85
            reasons.append(.branch)
        }
        return Result(score: score, reasons: reasons)
    }
}

/// What the legal forms of two names say about whether they are one entity's.
private struct FormAgreement {
    var factor = 1.0
    var reason: NameComparison.Reason?

    init(_ left: CompanyName, _ right: CompanyName) {
        switch (left.legalForm, right.legalForm) {
        case (nil, nil): break
        case (let form?, nil), (nil, let form?):
            factor = 0.98
            reason = .formMissing(form.name)
        case (let first?, let second?):
            if first.name == second.name { return }
            if LegalForms.areOne(first.name, second.name) {
                factor = 0.97
                reason = .otherFormOfOneCountry(first.name, second.name)
            } else {
                factor = 0.75
                reason = .otherForm(first.name, second.name)
            }
        }
    }
}

// MARK: In words

extension NameComparison.Result {
    /// What agrees and what does not, e.g. `'holding' stands in one name only`; in English, or in Dutch for `nl`.
    public func text(language: String = "en") -> String {
        var texts: [String] = []
        for reason in reasons {
            let text = reason.text(isDutch: language == "nl")
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: "; ")
    }
}

extension NameComparison.Reason {
    fileprivate func text(isDutch: Bool) -> String {
        switch self {
        case .sameWords: isDutch ? "dezelfde woorden" : "the same words"
        case .spelledTogether: isDutch ? "anders aaneengeschreven" : "spelled together or apart"
        case .typo(let one, let other):
            isDutch ? "'\(one)' lijkt op '\(other)'" : "'\(one)' is nearly '\(other)'"
        case .shortened(let one, let other):
            isDutch ? "'\(one)' en '\(other)' zijn kort en lang" : "'\(one)' and '\(other)' are short and long"
        case .onlyInOne(let word):
            isDutch ? "'\(word)' staat in maar één naam" : "'\(word)' stands in one name only"
        case .otherForm(let one, let other):
            isDutch ? "rechtsvorm \(one) tegenover \(other)" : "legal form \(one) against \(other)"
        case .otherFormOfOneCountry(let one, let other):
            isDutch ? "\(one) en \(other) kunnen één rechtsvorm zijn" : "\(one) and \(other) may be one legal form"
        case .formMissing(let form):
            isDutch ? "rechtsvorm \(form) staat in maar één naam" : "legal form \(form) stands in one name only"
        case .cutOff: isDutch ? "een van beide is afgekapt" : "one of them is cut off"
        case .tradeName: isDutch ? "een van beide is een handelsnaam" : "one of them is a trade name"
        case .branch: isDutch ? "een van beide is een bijkantoor" : "one of them is a branch"
        case .nothingInCommon: isDutch ? "niets gemeen" : "nothing in common"
        }
    }
}
