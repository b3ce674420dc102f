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

    /// A forecast counts what a run would send.
    @Test func eachOfSeveralQuestionsIsForeseen() async throws {
        let server = try LoopbackServer { .json("\"\($0.path)\"") }
        let connector = try Connector.written(
            """
            connector: asking
            base_url: \(server.url)
            steps:
              branches:
                each: "['a', 'b', 'c'].map(b, b + customer.registration_number)"
                get: "/branches/{item}"
                about: none
                cost: 0.50 EUR
              owner: { get: "/owners/{branches[0].substring(1)}", about: none, cost: 1 EUR }
            register: { found: "branches != null", legal_name: "text(branches[2])" }
            """)
        try await TestFiles.withTemporaryFolder { folder in
            let store = try AnswerStore(path: folder.appending(path: "answers.sqlite").path)
            let fetcher = Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]))
            let enricher = Enricher(connectors: [connector], fetcher: fetcher)
            let inquiries = [Inquiry(subject: Subject(["registration_number": "1"]), exposure: 1)]
            let forecast = await enricher.forecast(for: inquiries)
            #expect(forecast.certain.requests == 3 && forecast.certain.costs == ["EUR": 1.5])
            #expect(forecast.possible.requests == 1)
            _ = await enricher.answers(to: inquiries)
            #expect(server.requests.map(\.path).sorted().prefix(3) == ["/branches/a1", "/branches/b1", "/branches/c1"])
            #expect(await enricher.forecast(for: inquiries).certain.requests == 0)
        }
    }
}
