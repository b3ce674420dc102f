import Audit

/// What onboarding says to our own people, in the plan's language.
struct OnboardingWording: Sendable {
    private let isDutch: Bool

    init(language: String) { isDutch = language == "nl" }

    func text(_ english: String, _ dutch: String) -> String { isDutch ? dutch : english }

    func isMissing(_ datum: MissingDatum) -> String {
        guard datum.problem == .absent else { return datum.reason }
        return text("\(datum.label) is missing", "\(datum.label) ontbreekt")
    }

    func duplicate(_ account: ExistingAccount) -> String {
        let name = [account.customerID, account.legalName].filter { !$0.isEmpty }.joined(separator: " ")
        return "\(relation(account.relation)): \(name) (\(evidence(account)))"
    }

    func relation(_ relation: ExistingAccount.Relation) -> String {
        switch relation {
        case .sameEntity: text("already a customer", "al klant")
        case .possible: text("perhaps a customer already", "misschien al klant")
        case .sameGroup: text("same group", "zelfde groep")
        }
    }

    func evidence(_ account: ExistingAccount) -> String {
        account.evidence.map { evidence in
            switch evidence {
            case .identifier(let field): text("same \(field)", "zelfde \(field)")
            case .vatGroup:
                text(
                    "same vat_number, another registration number: taxed as one group",
                    "zelfde vat_number, ander registratienummer: fiscale eenheid")
            case .name(let why): why
            case .bankAccount: text("same iban", "zelfde iban")
            case .parent(let field): text("parent by \(field)", "moeder volgens \(field)")
            }
        }.joined(separator: "; ")
    }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .accept: text("ACCEPT", "ACCEPTEREN")
        case .refer: text("REFER", "VOORLEGGEN")
        case .reject: text("REJECT", "AFWIJZEN")
        }
    }
}
