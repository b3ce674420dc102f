import Foundation
import Identifiers
import TestSupport
import Testing

/// Pairs of names with the answer of somebody who knows companies. The names are made up.
@Suite struct NamePairTests {
    struct Pair {
        var left: String
        var right: String
        var isSame: Bool
        var pattern: String
    }

    static let pairs: [Pair] = {
        let file = TestFiles.fixture("Fixtures/name-pairs.csv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.replacing("\"\"", with: "\u{1}").replacing("\"", with: "").replacing("\u{1}", with: "\"")
                .split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4 else { return nil }
            return Pair(left: cells[0], right: cells[1], isSame: cells[2] == "1", pattern: cells[3])
        }
    }()

    @Test func precisionAndRecallAreHeld() {
        var (right, wrong, missed) = (0, 0, 0)
        var mistakes: [String] = []
        for pair in Self.pairs {
            let result = NameComparison.compare(pair.left, pair.right)
            switch (pair.isSame, result.isSame) {
            case (true, true): right += 1
            case (false, true): wrong += 1
            case (true, false): missed += 1
            case (false, false): break
            }
            if pair.isSame != result.isSame {
                mistakes.append(
                    "\(pair.pattern): '\(pair.left)' and '\(pair.right)': \(result.score) \(result.reasons)")
            }
        }
        let precision = Double(right) / Double(max(1, right + wrong))
        let recall = Double(right) / Double(max(1, right + missed))
        #expect(Self.pairs.count >= 400)
        #expect(precision >= 0.98 && recall >= 0.95, "\(precision) \(recall)\n\(mistakes.joined(separator: "\n"))")
    }

    @Test func orderOfTheTwoDoesNotMatter() {
        for pair in Self.pairs {
            let difference = abs(
                NameComparison.similarity(pair.left, pair.right) - NameComparison.similarity(pair.right, pair.left))
            #expect(difference < 0.02, "\(pair.left) and \(pair.right)")
        }
    }

    @Test func nameIsLikeItself() {
        for pair in Self.pairs { #expect(NameComparison.similarity(pair.left, pair.left) == 1, "\(pair.left)") }
    }
}
