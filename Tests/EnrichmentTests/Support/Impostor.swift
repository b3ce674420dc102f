import Enrichment
import Foundation

/// An answer about another company than the one asked: the identifiers that it repeats have other digits.
enum Impostor {
    /// Nil when nothing was asked by an identifier, or the answer repeats none of the request and none of the customer.
    static func body(
        of exchange: Exchange,
        answering request: String,
        about customer: [String: String]
    ) -> String? {
        // Exports are read, not asked.
        if exchange.request.method == "READ" { return nil }
        let asked = request.removingPercentEncoding ?? request
        let identifiers = identifiers(in: asked + "\n" + exchange.request.body)
        if identifiers.isEmpty { return nil }
        let all = identifiers + self.identifiers(in: customer.values.joined(separator: "\n"))
        let body = all.reduce(exchange.body) { $0.changing($1) }
        return body == exchange.body ? nil : body
    }

    /// Letters and digits, dots and dashes between them, five characters or more with a digit among them; no dates.
    private static func identifiers(in text: String) -> [String] {
        let tokens = text.matches(of: /[0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*/).map { String($0.output) }
        return Set(tokens).sorted().filter { token in
            token.count >= 5 && token.contains(where: \.isNumber) && token.wholeMatch(of: /\d{4}-\d\d-\d\d.*/) == nil
        }
    }
}

extension String {
    /// The text with other digits wherever an identifier stands in it, whatever stands between its characters.
    fileprivate func changing(_ identifier: String) -> String {
        let characters = identifier.filter { $0.isLetter || $0.isNumber }
        let spelled = characters.map(String.init).joined(separator: "[ .-]?")
        guard
            let pattern = try? NSRegularExpression(
                pattern: "(?<![0-9A-Za-z])\(spelled)(?![0-9A-Za-z])", options: .caseInsensitive)
        else { return self }
        var changed = self
        for match in pattern.matches(in: self, range: NSRange(startIndex..., in: self)).reversed() {
            guard let range = Range(match.range, in: changed) else { continue }
            let others = changed[range].map { character in
                character.wholeNumberValue.map { Character("\(($0 + 1) % 10)") } ?? character
            }
            changed.replaceSubrange(range, with: others)
        }
        return changed
    }
}
