/// Names of companies compared as people compare them: case, accents, punctuation, the spelling of the legal form and the order
/// of words do not matter; numbers, countries and words such as Holding do.
public enum NameComparison {
    /// 0…1; 1 for names that differ in nothing that matters.
    public static func similarity(_ left: String, _ right: String) -> Double {
        let first = Parts(left)
        let second = Parts(right)
        guard !first.words.isEmpty, !second.words.isEmpty else {
            return first.words.isEmpty && second.words.isEmpty ? 1 : 0
        }
        let score = (coverage(of: first.words, by: second.words) + coverage(of: second.words, by: first.words)) / 2
        let formPenalty = first.form != nil && second.form != nil && first.form != second.form ? 0.1 : 0
        let entityPenalty = first.telling != second.telling ? 0.25 : 0
        return max(0, score - formPenalty - entityPenalty)
    }

    /// Whether both can be the name of one legal entity.
    public static func isSame(_ left: String, _ right: String) -> Bool { similarity(left, right) >= 0.92 }

    private struct Parts {
        var words: [String]
        var form: String?
        /// Words that tell entities of one group apart.
        var telling: Set<String>

        init(_ name: String) {
            form = LegalForms.form(in: name)
            let formWords = form.map { Set(LegalForms.words(of: $0)) } ?? []
            let all = LegalForms.words(of: name).map { NameComparison.abbreviations[$0] ?? $0 }
            words = all.filter { !NameComparison.noise.contains($0) && !formWords.contains($0) }
            if words.isEmpty { words = all }
            telling = Set(words.filter { NameComparison.telling.contains($0) || $0.allSatisfy(\.isNumber) })
        }
    }

    private static let noise: Set<String> = [
        "&", "and", "en", "und", "et", "the", "de", "het", "der", "die", "das", "le", "la", "les", "co",
    ]
    private static let abbreviations = [
        "intl": "international", "int": "international", "mfg": "manufacturing", "gebr": "gebroeders",
        "mij": "maatschappij", "nl": "nederland",
        "netherlands": "nederland", "deutschland": "germany", "belgie": "belgium", "belgique": "belgium",
        "svcs": "services", "grp": "group",
    ]
    private static let telling: Set<String> = [
        "holding", "holdings", "nederland", "germany", "belgium", "france", "uk", "luxembourg", "europe", "beheer",
        "vastgoed", "finance", "services",
        "group", "groep", "international", "participations", "invest", "properties", "east", "west", "north", "south",
        "noord", "zuid", "oost",
    ]

    /// How well each word finds a partner, weighted by its length.
    private static func coverage(of words: [String], by others: [String]) -> Double {
        var found = 0.0
        var total = 0.0
        for word in words {
            let weight = Double(word.count)
            found += weight * (others.map { jaroWinkler(word, $0) }.max().map { $0 >= 0.85 ? $0 : 0 } ?? 0)
            total += weight
        }
        return total == 0 ? 0 : found / total
    }

    /// Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules" (1990).
    static func jaroWinkler(_ left: String, _ right: String) -> Double {
        let first = Array(left.utf8)
        let second = Array(right.utf8)
        if first == second { return 1 }
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        let reach = max(0, max(first.count, second.count) / 2 - 1)
        var isTaken = [Bool](repeating: false, count: second.count)
        var matched: [UInt8] = []
        for (index, byte) in first.enumerated() {
            let low = max(0, index - reach)
            let window = low..<max(low, min(second.count, index + reach + 1))
            guard let partner = window.first(where: { !isTaken[$0] && second[$0] == byte }) else { continue }
            isTaken[partner] = true
            matched.append(byte)
        }
        guard !matched.isEmpty else { return 0 }
        let partners = second.indices.filter { isTaken[$0] }.map { second[$0] }
        let swaps = Double(zip(matched, partners).count { $0 != $1 }) / 2
        let count = Double(matched.count)
        let jaro = (count / Double(first.count) + count / Double(second.count) + (count - swaps) / count) / 3
        let shared = zip(first, second).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(shared) * 0.1 * (1 - jaro)
    }
}
