import Onboarding
import Testing

@Suite struct InterviewTests {
    /// What was asked, given answers by field; a field without an answer is passed over.
    private func talk(_ answers: [String: [String]], language: String = "en") -> (asked: [Interview.Question], Prospect)
    {
        var answers = answers
        var asked: [Interview.Question] = []
        var prospect = Prospect()
        Interview(language: language).complete(&prospect) { question in
            asked.append(question)
            guard var left = answers[question.field], !left.isEmpty else { return "" }
            let answer = left.removeFirst()
            answers[question.field] = left
            return answer
        }
        return (asked, prospect)
    }

    @Test func onlyWhatMattersForThisCustomerIsAsked() {
        let (dutch, _) = talk(["country": ["nl"], "ap_channel": ["pep"], "po_required": ["no"]])
        #expect(
            dutch.map(\.field) == [
                "country", "legal_name", "registration_number", "vat_number", "street", "postcode", "city",
                "ap_channel",
                "peppol_id", "po_required",
            ])
        let (german, _) = talk([
            "country": ["DE"], "public_body": ["ja"], "ap_channel": ["email"], "po_required": ["yes"],
        ])
        #expect(
            german.map(\.field) == [
                "country", "legal_name", "public_body", "street", "postcode", "city", "leitweg_id", "ap_channel",
                "ap_email",
                "po_required", "po_format", "po_number_default",
            ])
        #expect(dutch.allSatisfy { !$0.reason.isEmpty })
    }

    @Test func aWrongAnswerIsAskedAgainAndTheSameAnswerTwiceIsTaken() {
        let (asked, prospect) = talk([
            "country": ["XX", "NL"], "registration_number": ["123", "123"], "ap_channel": ["carrier pigeon", "post"],
        ])
        let objections = asked.compactMap { question in question.objection.map { "\(question.field): \($0)" } }
        #expect(
            objections == [
                "country: there is no such country code", "registration_number: has 3 characters, should have 8",
                "ap_channel: it is one of peppol, platform, portal, edi, email, post",
            ])
        #expect(prospect["registration_number"] == "123")
        #expect(prospect["ap_channel"] == "post")
    }

    @Test func theEndOfTheAnswersEndsTheInterview() {
        var count = 0
        var prospect = Prospect()
        Interview(language: "nl").complete(&prospect) { _ in
            count += 1
            return count == 1 ? "NL" : nil
        }
        #expect(count == 2)
        #expect(prospect["country"] == "NL")
    }
}
