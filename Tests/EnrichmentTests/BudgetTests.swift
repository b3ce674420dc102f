import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// A budget is spent on what was sent: all of it, and nothing else.
@Suite struct BudgetTests {
    private static func connector(_ name: String, at url: String, cost: String = "1 EUR") throws -> Connector {
        try .written(
            """
            connector: \(name)
            base_url: \(url)
            rate: { attempts: 4, first_pause: 0 }
            steps: { company: { get: "/{customer.registration_number}", about: none, cost: \(cost) } }
            register: { found: "company != null", legal_name: company.name }
            """)
    }

    private static func fetcher(_ budget: Budget, store: AnswerStore? = nil) -> Fetcher {
        var options = Fetcher.Options()
        options.budget = budget
        return Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]), options: options)
    }

    private static let inquiries = (0..<10).map {
        Inquiry(subject: Subject(["registration_number": String($0)]), exposure: Double(100 - $0))
    }

    @Test func whatIsSentAgainIsPaidForAgain() async throws {
        let server = try LoopbackServer { _ in .answer(503) }
        let fetcher = Self.fetcher(Budget(requests: 2))
        let connector = try Self.connector("register", at: server.url)
        let answer = await connector.answer(about: ["registration_number": "1"], fetcher: fetcher)
        #expect(answer.readableText.contains("it answered with status 503"))
        #expect(server.requests.count == 2)
        #expect(fetcher.spending.requests == 2 && fetcher.spending.costs == ["EUR": 2])
    }

    @Test func deadBureauSpendsNothingOfWhatALiveRegisterNeeds() async throws {
        let server = try LoopbackServer { _ in .json(#"{"name":"One B.V."}"#) }
        let fetcher = Self.fetcher(Budget(cost: Cost("5 EUR")))
        let connectors = [
            try Self.connector("bureau", at: "http://127.0.0.1:1"), try Self.connector("register", at: server.url),
        ]
        _ = await Enricher(connectors: connectors, fetcher: fetcher).answers(to: Self.inquiries)
        // The last one may be refused while the bureau is being tried.
        #expect(server.requests.count >= 4)
        #expect(fetcher.spending.costs["EUR"] == Double(server.requests.count))
        #expect(fetcher.spending.requestsByConnector["bureau"] == 0)
    }

    @Test func quotaOfADayCountsWhatIsSentAgain() async throws {
        let server = try LoopbackServer { _ in .answer(503) }
        let connector = try Connector.written(
            """
            connector: frugal
            base_url: \(server.url)
            rate: { per_day: 3, attempts: 4, first_pause: 0 }
            steps: { company: { get: "/{customer.registration_number}", about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let fetcher = Self.fetcher(Budget())
        for number in ["1", "2"] {
            _ = await connector.answer(about: ["registration_number": number], fetcher: fetcher)
        }
        #expect(server.requests.count == 3)
    }

    /// Who pays by the question does not ask a second time when the answer got lost.
    @Test(arguments: Stage.names)
    func whatCostsMoneyIsSentOnce(name: String) throws {
        #expect(try Stage.shipped(name).stepsThatMayCostTwice == [])
    }
}
