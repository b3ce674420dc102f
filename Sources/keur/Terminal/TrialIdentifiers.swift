import Diagnostics
import Identifiers

/// What a source is to be asked about, looked at before it is: a malformed number costs a question and tells nothing.
struct TrialIdentifiers {
    var lei: String?
    var vat: String?
    var number: String?
    var duns: String?
    var peppol: String?
    var country: String?

    /// By option, in their order; empty where there is none.
    var problems: [String] {
        [
            lei.flatMap { Self.problem("--lei", $0, [Identifiers.kind("lei")]) },
            vat.flatMap { Self.problem("--vat", $0, [vatKind(of: $0)]) },
            number.flatMap(problemOfNumber),
            duns.flatMap { Self.problem("--duns", $0, [Identifiers.kind("duns")]) },
            peppol.flatMap(Self.problemOfParticipant),
            country.flatMap(Self.problemOfCountry),
        ].compactMap(\.self)
    }

    /// By its first letters; of a number that has none, by the country.
    private func vatKind(of text: String) -> IdentifierKind? {
        Identifiers.vatKind(ofCountry: String(text.uppercased().filter { !$0.isWhitespace }.prefix(2)))
            ?? country.flatMap { Identifiers.vatKind(ofCountry: $0.uppercased()) }
    }

    /// Of a country whose register's numbers keur knows.
    private func problemOfNumber(_ text: String) -> String? {
        guard let country = country?.uppercased(), !Self.isCompanyNumber(text, of: country) else { return nil }
        return Self.problem("--number", text, Identifiers.companyNumberKinds(ofCountry: country))
    }

    private static func problemOfParticipant(_ text: String) -> String? {
        if text.bytes({ PeppolID.isValid($0) }) { return nil }
        let scheme = PeppolID.scheme(of: text)
        guard let known = PeppolScheme.scheme(scheme), !known.isRetired else {
            return "--peppol \(text.printable): no Peppol scheme in use stands in front; write it as 0106:12345678"
        }
        return known.kind.flatMap { problem("--peppol \(scheme):", PeppolID.value(of: text), [Identifiers.kind($0)]) }
            ?? "--peppol \(text.printable): no participant of scheme \(scheme)"
    }

    private static func problemOfCountry(_ text: String) -> String? {
        let code = text.uppercased()
        if code == "EL" || code.bytes({ Identifiers.isCountry($0) }) { return nil }
        return "--country \(text.printable): no country of ISO 3166-1; write it as NL"
    }

    private static func isCompanyNumber(_ text: String, of country: String) -> Bool {
        text.bytes { number in country.bytes { Identifiers.isCompanyNumber(number, country: $0) } }
    }

    /// Nil where the text is valid as one of the kinds, or there are none to go by.
    private static func problem(_ option: String, _ text: String, _ kinds: [IdentifierKind?]) -> String? {
        let kinds = kinds.compactMap(\.self)
        guard let kind = kinds.first, let problem = IdentifierProblem.nearest(to: text, among: kinds)
        else { return nil }
        let repair = IdentifierGuess(text, among: kinds).nearMisses.first?.repair
        let advice = repair.map { "; did you mean \($0.value)? (\($0.text()))" } ?? ""
        let separator = option.hasSuffix(":") ? "" : " "
        return "\(option)\(separator)\(text.printable): no \(kind.name): \(problem.text())\(advice)"
    }
}

extension String {
    fileprivate func bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(body)
    }
}
