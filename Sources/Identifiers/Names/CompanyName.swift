/// A company's name taken apart.
public struct CompanyName: Sendable {
    /// A word that tells which company it is, in the form in which words are compared.
    struct Word: Sendable, Hashable {
        enum Role: Sendable {
            /// Names the company.
            case core
            /// Tells it from others of its group: Holding, Services, Noord.
            case entity
            /// A country or a part of the world.
            case place
            case number
            /// A side may do without it: the, de, &, Company.
            case optional
        }

        var text: String
        var role: Role
        /// Written with a full stop, or cut off: the beginning of a longer word.
        var isShortened: Bool
    }

    let words: [Word]
    public let legalForm: LegalForm?
    public let isBranch: Bool
    /// The name that it trades under, where the text gives one too.
    let tradeName: [Word]
    /// As long as a field of 30, 35 or 40 characters is wide, so that the end may be missing.
    let mayBeCutOff: Bool
    /// All its letters and digits, run together.
    let letters: String

    public init(_ text: String) {
        var words = NameWords(text).words
        letters = words.map(\.text).joined()
        if let range = NameDistress.range(in: words) { words.removeSubrange(range) }
        var trade: [NameWords.Word] = []
        if let marker = Self.tradingMarker(in: words, text) {
            trade = Array(words[marker.upperBound...])
            words = Array(words[..<marker.lowerBound])
        }
        let form = Self.removeForm(from: &words)
        legalForm = form?.form
        if let form { Self.removeSecondForm(from: &words, besides: form.form.name) }
        // A share class or stock-exchange note says nothing of who it is.
        words.removeAll { $0.isBracketed && $0.text == "publ" }
        isBranch = words.contains { NameVocabulary.branchWords.contains($0.text) }
        _ = Self.removeForm(from: &trade)
        // A blank at the cut is often gone too. A form in front says nothing of the end.
        let fieldWidths = [29, 30, 34, 35, 39, 40]
        mayBeCutOff = form?.isAtEnd != true && fieldWidths.contains(text.unicodeScalars.count)
        self.words = Self.roles(words, lastMayBeCutOff: mayBeCutOff)
        tradeName = Self.roles(trade, lastMayBeCutOff: false)
    }

    /// Whether this is the other name with its end missing: one that fills its field has to be the other's beginning.
    func isCut(of other: CompanyName) -> Bool {
        mayBeCutOff && letters.utf8.count >= 20 && letters != other.letters && other.letters.hasPrefix(letters)
    }

    private static func tradingMarker(in words: [NameWords.Word], _ text: String) -> Range<Int>? {
        for start in words.indices.dropFirst() {
            let marker = NameVocabulary.tradingMarkers.first { marker in
                marker[0] == words[start].text && start + marker.count < words.count
                    && marker.indices.allSatisfy { marker[$0] == words[start + $0].text }
            }
            if let marker { return start..<start + marker.count }
        }
        // `t/a` and `d/b/a` are read as one word, which by itself could be another.
        guard text.contains("/") else { return nil }
        let start = words.indices.dropFirst().first { ["ta", "dba", "aka", "fka"].contains(words[$0].text) }
        return start.map { $0..<$0 + 1 }
    }

    /// Takes the form out of a name that is more than its form.
    private static func removeForm(from words: inout [NameWords.Word]) -> (form: LegalForm, isAtEnd: Bool)? {
        guard let (range, key) = LegalForms.range(in: words.map(\.text)), range.count < words.count,
            let form = LegalForms.form(key)
        else { return nil }
        let isAtEnd = range.upperBound == words.count
        words.removeSubrange(range)
        return (form, isAtEnd)
    }

    /// `SA/NV` and `Oy … Ab` give one form in two languages; a Romanian company says `S.C.` in front besides.
    private static func removeSecondForm(from words: inout [NameWords.Word], besides form: String) {
        if words.count > 1, words[0].text == "sc", ["S.r.l.", "SA"].contains(form) { words.removeFirst() }
        guard let second = LegalForms.range(in: words.map(\.text)), second.range.count < words.count,
            let name = LegalForms.form(second.key)?.name, name == form || LegalForms.areOne(name, form)
        else { return }
        words.removeSubrange(second.range)
    }

    private static func roles(_ words: [NameWords.Word], lastMayBeCutOff: Bool) -> [Word] {
        words.enumerated().map { index, word in
            let isLast = index == words.count - 1
            let isShortened = (word.hasStop && word.text.utf8.count > 1) || (isLast && lastMayBeCutOff)
            if let country = NameVocabulary.countries[word.text], words.count > 1, index > 0 || word.text.utf8.count > 3
            {
                return Word(text: country, role: .place, isShortened: false)
            }
            let text = NameVocabulary.synonyms[word.text] ?? word.text
            if NameVocabulary.optional.contains(text) { return Word(text: text, role: .optional, isShortened: false) }
            if text.utf8.allSatisfy({ $0 &- 48 < 10 }) { return Word(text: text, role: .number, isShortened: false) }
            if index > 0, let number = NameVocabulary.numerals[text] {
                return Word(text: number, role: .number, isShortened: false)
            }
            if index > 0, NameVocabulary.entityWords.contains(text) {
                return Word(text: text, role: .entity, isShortened: isShortened)
            }
            return Word(text: text, role: .core, isShortened: isShortened && text == word.text)
        }
    }
}
