import Identifiers
import Tables

/// A conversation at the desk: asks for what matters about this customer, one question after the other, each with its reason.
public struct Interview {
    /// A question as it is put to somebody.
    public struct Question: Sendable, Hashable {
        public var field: String
        /// What to tell, e.g. `KvK number (8 digits)`.
        public var text: String
        public var reason: String
        /// Whether the account cannot be opened without an answer.
        public var isNeeded: Bool
        /// What is wrong with the answer before; nil at first.
        public var objection: String?
    }

    private let language: String
    private let wording: OnboardingWording

    public init(language: String) {
        self.language = language
        wording = OnboardingWording(language: language)
    }

    /// Asks until nothing more matters, or nobody answers any more. `ask` gives an answer, an empty one to pass a question over,
    /// or nil to end.
    ///
    /// An answer that looks wrong is asked for again; the same answer twice is taken as it is.
    public func complete(_ prospect: inout Prospect, ask: (Question) -> String?) {
        var asked: Set<String> = []
        while let requirement = next(prospect, asked) {
            asked.insert(requirement.field)
            guard let texts = FieldTexts.of(requirement.field, country: prospect["country"]) else { continue }
            var question = Question(
                field: requirement.field, text: texts.label.text(forDesk: language),
                reason: texts.reason.text(forDesk: language), isNeeded: requirement.isBlocking, objection: nil)
            var before: String?
            while true {
                guard let answer = ask(question)?.trimmingCharacters else { return }
                if answer.isEmpty { break }
                let meant = Self.meaning(of: answer, field: requirement.field)
                let objection = objection(to: meant, field: requirement.field, prospect)
                if objection == nil || meant == before {
                    prospect.set(requirement.field, meant, from: .answer)
                    break
                }
                before = meant
                question.objection = objection
            }
        }
    }

    private func next(_ prospect: Prospect, _ asked: Set<String>) -> Requirement? {
        Requirement.all.first { requirement in
            !asked.contains(requirement.field) && requirement.matters(prospect) && !requirement.isMet(by: prospect)
        }
    }

    /// Closed lists may be cut short: `pep` is peppol.
    private static func meaning(of answer: String, field: String) -> String {
        if field == "country", answer.utf8.count == 2 { return answer.uppercased() }
        let values = StandardFields.fields(of: "customers").first { $0.name == field }?.allowedValues ?? []
        let begun = values.filter { $0.hasPrefix(answer.lowercased()) }
        return begun.count == 1 ? begun[0] : answer
    }

    private func objection(to answer: String, field: String, _ prospect: Prospect) -> String? {
        let country = prospect["country"]
        if let definition = StandardFields.fields(of: "customers").first(where: { $0.name == field }) {
            let values = definition.allowedValues
            if !values.isEmpty, !values.contains(answer) {
                return wording.text(
                    "it is one of \(values.joined(separator: ", "))", "het is een van \(values.joined(separator: ", "))"
                )
            }
            if definition.type == .bool, BoolFormat.standard.parse(answer) == nil {
                return wording.text("say yes or no", "zeg ja of nee")
            }
        }
        var text = answer
        let kinds: [IdentifierKind]
        switch field {
        case "country":
            return text.withUTF8 { Identifiers.isCountry($0) }
                ? nil : wording.text("there is no such country code", "die landcode bestaat niet")
        case "postcode":
            var code = country
            let isValid = text.withUTF8 { postcode in code.withUTF8 { Postcodes.isValid(postcode, country: $0) } }
            return isValid
                ? nil
                : wording.text("postcodes of \(country) look different", "postcodes in \(country) zien er anders uit")
        case "ap_email":
            return text.withUTF8 { EmailAddress.isValid($0) }
                ? nil : wording.text("that is no e-mail address", "dat is geen e-mailadres")
        case "peppol_id":
            return text.withUTF8 { PeppolID.isValid($0) }
                ? nil
                : wording.text(
                    "that is no Peppol id: scheme, colon, number", "dat is geen Peppol-id: schema, dubbele punt, nummer"
                )
        case "vat_number": kinds = [Identifiers.vatKind(ofCountry: country)].compactMap(\.self)
        case "registration_number": kinds = Identifiers.companyNumberKinds(ofCountry: country)
        case "siret", "gln", "iban", "lei": kinds = [Identifiers.kind(field)].compactMap(\.self)
        case "leitweg_id": kinds = [Identifiers.kind("leitweg")].compactMap(\.self)
        default: return nil
        }
        return kinds.isEmpty ? nil : IdentifierProblem.nearest(to: answer, among: kinds)?.text(language: language)
    }
}
