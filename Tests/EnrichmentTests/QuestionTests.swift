import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// Which requests are one question, and how often a question is put.
@Suite struct QuestionTests {
    /// What tells one customer from another may stand anywhere in a request.
    @Test(arguments: [
        #"get: "/who/{customer.registration_number}""#,
        #"get: /who, query: { number: "{customer.registration_number}" }"#,
        #"get: /who, headers: { X-Number: "{customer.registration_number}" }"#,
        #"post: /who, json: { number: "{customer.registration_number}" }"#,
    ])
    func answerAboutOneIsNotTakenForAnother(step: String) async throws {
        let server = try LoopbackServer { request in
            let seen = "\(request.target) \(request.headers["x-number"] ?? "") \(request.text)"
            return .json(#"{"name":"\#(seen.contains("10000001") ? "One" : "Two") B.V."}"#)
        }
        let connector = try Connector.written(
            """
            connector: asking
            base_url: \(server.url)
            steps:
              company: { \(step), about: none }
            register: { found: "company != null", legal_name: company.name }
            """)
        try await TestFiles.withTemporaryFolder { folder in
            let store = try AnswerStore(path: folder.appending(path: "answers.sqlite").path)
            let fetcher = Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]))
            for _ in 0..<2 {
                let one = await connector.answer(about: ["registration_number": "10000001"], fetcher: fetcher)
                let two = await connector.answer(about: ["registration_number": "10000002"], fetcher: fetcher)
                #expect(one.readableText.contains("One B.V.") && two.readableText.contains("Two B.V."))
            }
        }
        // And once each.
        #expect(server.requests.count == 2)
    }
}
