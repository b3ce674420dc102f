import Audit
import Tables

/// Why a row of a list that came back is not applied, in the language of the plan: these lists go back to the business.
struct ReturnedWording {
    let language: String

    private func text(_ english: String, _ dutch: String) -> String { language == "nl" ? dutch : english }

    func of(_ refusal: CorrectionRefusal) -> String { refusal.text(in: language) }

    func torn(_ why: String) -> String {
        text(
            "the line cannot be read (\(why)); mend its quotes and separators",
            "de regel is niet leesbaar (\(why)); herstel aanhalings- en scheidingstekens")
    }

    func noDecision(_ word: String, near: String?) -> String {
        if word.isEmpty {
            return text("a value without a decision; write correct", "een waarde zonder besluit; schrijf correct")
        }
        let help =
            near.map { text("did you mean '\($0)'?", "is '\($0)' bedoeld?") }
            ?? text("write accept or correct", "schrijf accept of correct")
        return text("'\(word)' is no decision; \(help)", "'\(word)' is geen besluit; \(help)")
    }

    var noFinding: String {
        text(
            "the row has no finding_id; copy it from the list that went out",
            "de regel heeft geen finding_id; neem het over uit de lijst zoals die wegging")
    }

    var repeated: String {
        text(
            "the list has this exception on an earlier line too; decide on one",
            "deze uitzondering staat ook op een eerdere regel; kies er één")
    }

    var noApprover: String {
        text("nobody approves it; name somebody with --approver", "niemand keurt het goed; noem iemand met --approver")
    }

    func ownsTheFix(_ approver: String) -> String {
        text(
            "'\(approver)' owns the fix, and the plan asks for four eyes; have somebody else approve it",
            "'\(approver)' moet het zelf oplossen, en het plan vraagt vier ogen; laat een ander het goedkeuren")
    }

    var noFile: String {
        text(
            "the plan names no file of waivers; add the line 'waivers: waivers.csv'",
            "het plan noemt geen bestand voor acceptaties; voeg de regel 'waivers: waivers.csv' toe")
    }

    var notEvaluated: String {
        text(
            "the check could not be evaluated, so there is nothing to accept",
            "de controle kon niet worden uitgevoerd, dus er is niets te accepteren")
    }

    var noReason: String {
        text(
            "a waiver needs a reason; write it as comment",
            "een acceptatie heeft een reden nodig; schrijf die bij comment")
    }

    var noExpiry: String {
        text(
            "a waiver needs a last day; give it with --expires",
            "een acceptatie heeft een laatste dag nodig; geef die met --expires")
    }

    func ambiguousExpiry(_ expiry: String, _ first: CalendarDate, _ second: CalendarDate) -> String {
        text(
            "the expiry '\(expiry)' may mean \(first) or \(second)",
            "de laatste dag '\(expiry)' kan \(first) of \(second) zijn")
    }

    func noDate(_ expiry: String) -> String {
        text(
            "the expiry '\(expiry)' is no date; write it as 2026-12-31",
            "de laatste dag '\(expiry)' is geen datum; schrijf die als 2026-12-31")
    }
}
