import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct SourceOutcomeTests {
    /// A source that is in no position to tell, though it answered, was asked all the same.
    @Test(arguments: [("1", SourceOutcome.Kind.notFound, 1), ("", .notAsked, 0)])
    func sourceThatAnsweredWasAsked(number: String, outcome: SourceOutcome.Kind, requests: Int) async throws {
        let server = try LoopbackServer { _ in .json(#"{"isCovered": false}"#) }
        defer { server.close() }
        let diagnostics = DiagnosticsCollector()
        let text = """
            connector: bureau
            base_url: \(server.url)
            when: customer.registration_number != ''
            steps:
              company: { get: "/{customer.registration_number}", about: none }
            register: { if: company.isCovered == true, found: "true", legal_name: company.name }
            """
        let connector = try #require(Connector.decode(text, file: "bureau.yaml", diagnostics: diagnostics))
        let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:]))
        let inquiry = Inquiry(subject: Subject(["registration_number": number]), exposure: 1)
        let answers = await Enricher(connectors: [connector], fetcher: fetcher).answers(to: [inquiry])
        #expect(answers[0].outcomes.map(\.kind) == [outcome])
        #expect(server.requests.count == requests)
    }
}
