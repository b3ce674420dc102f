/// Which words of one name are which of another, whatever their order.
struct WordAlignment {
    private(set) var score: Double
    private(set) var reasons: [NameComparison.Reason] = []
    private let left: [CompanyName.Word]
    private let right: [CompanyName.Word]

    private typealias Word = CompanyName.Word

    init(_ left: [CompanyName.Word], _ right: [CompanyName.Word]) {
        self.left = left
        self.right = right
        score = 0
        let first = Self.telling(left)
        let second = Self.telling(right)
        if first == second {
            score = 1
            reasons = [.sameWords]
            return
        }
        let (oneText, otherText) = (Self.text(first), Self.text(second))
        if oneText == otherText, oneText.utf8.count > 3 {
            score = 0.99
            reasons = [.spelledTogether]
            return
        }
        if Self.text(left) == Self.text(right), oneText.utf8.count > 3 {
            score = 0.99
            reasons = [.spelledTogether]
            return
        }
        // Each word is held against each, letter by letter: of a text that is no name that would take minutes.
        let isName =
            max(first.count, second.count) <= NameComparison.mostWords
            && max(oneText.utf8.count, otherText.utf8.count) <= NameComparison.longestName
        if isName { align(first, second) }
    }

    /// Words of which neither side can do without; all of them when there are no others.
    private static func telling(_ words: [Word]) -> [Word] {
        let telling = words.filter { $0.role != .optional }
        return telling.isEmpty ? words : telling
    }

    private static func text(_ words: [Word]) -> String { words.map(\.text).joined() }

    // MARK: Alignment

    private mutating func align(_ first: [Word], _ second: [Word]) {
        var free = Array(second.indices)
        var penalty = 0.0
        var matchedCore = false
        var leftOver: [Word] = []
        let total = Double(max(Self.weight(first), Self.weight(second)))
        for word in first {
            var best: (index: Int, match: WordMatch)?
            for index in free {
                let match = WordMatch(word, second[index])
                if match.similarity > (best?.match.similarity ?? 0) { best = (index, match) }
            }
            guard let best, best.match.similarity >= 0.7 else {
                leftOver.append(word)
                continue
            }
            free.removeAll { $0 == best.index }
            if word.role == .core, second[best.index].role == .core { matchedCore = true }
            if best.match.similarity < 1 {
                // Where a name is one word, a letter makes another name of it.
                let isAllThereIs = first.count == 1 && second.count == 1 && best.match.similarity < 0.95
                penalty +=
                    (1 - best.match.similarity) * Self.share(word, second[best.index], of: total)
                    * (isAllThereIs ? 1.5 : 1)
                if let reason = best.match.reason { reasons.append(reason) }
            }
        }
        var rest = free.map { second[$0] }
        Self.joinSplit(&leftOver, &rest, &matchedCore)
        guard matchedCore || (leftOver.isEmpty && rest.isEmpty) else {
            score = 0
            return
        }
        for word in leftOver + rest {
            penalty += Self.missing(word, total)
            reasons.append(.onlyInOne(word.text))
        }
        // Two words that do not match each other weigh as one difference, not two.
        let pairs = Double(min(leftOver.count, rest.count))
        penalty -= pairs * 0.05
        score = max(0, 1 - penalty)
        if reasons.isEmpty { reasons = [.sameWords] }
    }

    /// `Data Center` and `Datacenter`: what is left over on both sides, run together.
    private static func joinSplit(_ leftOver: inout [Word], _ rest: inout [Word], _ matchedCore: inout Bool) {
        guard !leftOver.isEmpty, !rest.isEmpty, leftOver.count != rest.count else { return }
        if text(leftOver) == text(rest) {
            leftOver = []
            rest = []
            matchedCore = true
        }
    }

    private static func weight(_ words: [Word]) -> Int { words.reduce(0) { $0 + max(2, $1.text.utf8.count) } }

    /// A typo in a long name is likelier to be one than in a short name.
    private static func share(_ word: Word, _ other: Word, of total: Double) -> Double {
        0.4 + 0.6 * Double(max(2, word.text.utf8.count, other.text.utf8.count)) / max(1, total)
    }

    private static func missing(_ word: Word, _ total: Double) -> Double {
        switch word.role {
        case .optional: 0
        case .entity, .place, .number: 0.2
        case .core: 0.16 + 0.3 * Double(max(2, word.text.utf8.count)) / max(1, total)
        }
    }
}

/// Whether two words are one.
struct WordMatch {
    private(set) var similarity = 0.0
    private(set) var reason: NameComparison.Reason?

    init(_ left: CompanyName.Word, _ right: CompanyName.Word) {
        if left.text == right.text {
            similarity = 1
            return
        }
        // Numbers and places are right or wrong.
        for role in [CompanyName.Word.Role.number, .place] where left.role == role || right.role == role { return }
        let (one, other) = (Array(left.text.utf8), Array(right.text.utf8))
        if min(one.count, other.count) > 3, Self.reduced(one) == Self.reduced(other) {
            similarity = 0.99
            return
        }
        if let short = Self.shortened(left, right) ?? Self.shortened(right, left) {
            similarity = short
            reason = .shortened(left.text, right.text)
            return
        }
        let length = max(one.count, other.count)
        guard length >= 5, abs(one.count - other.count) <= 2 else { return }
        let distance = Self.distance(one, other, limit: length >= 9 ? 2 : 1)
        guard let distance else { return }
        similarity = 1 - Double(distance) * (one.first == other.first ? 1 : 1.6) / Double(length)
        reason = .typo(left.text, right.text)
    }

    /// A word with a full stop behind, or of a name that is cut off, stands for the longer ones that begin like it.
    private static func shortened(_ short: CompanyName.Word, _ long: CompanyName.Word) -> Double? {
        guard short.isShortened, short.text.utf8.count >= 2, long.text.hasPrefix(short.text) else { return nil }
        return short.text.utf8.count >= 3 ? 0.95 : 0.85
    }

    /// Umlauts spelled out or not, and letters that stand double or not.
    private static func reduced(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in word.enumerated() {
            if byte == UInt8(ascii: "e"), index > 0, let last = result.last,
                last == UInt8(ascii: "a") || last == UInt8(ascii: "o") || last == UInt8(ascii: "u")
            {
                continue
            }
            // Dutch ij and y are one letter to many.
            if byte == UInt8(ascii: "j"), result.last == UInt8(ascii: "i") {
                result[result.count - 1] = UInt8(ascii: "y")
                continue
            }
            if byte == UInt8(ascii: "a"), result.last == UInt8(ascii: "a") { continue }
            result.append(byte)
        }
        return result
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words; nil beyond `limit`.
    ///
    /// Source: optimal string alignment (F. J. Damerau, 1964).
    static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var row = last
        for (i, byte) in left.enumerated() {
            row[0] = i + 1
            var least = row[0]
            for (j, other) in right.enumerated() {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (byte == other ? 0 : 1))
                if i > 0, j > 0, byte == right[j - 1], left[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
