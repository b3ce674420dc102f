import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct LoginTests {
    /// The server, and what ten customers one after the other came to.
    private func ask(
        _ login: @escaping @Sendable (Int) -> LoopbackServer.Reply
    ) async throws -> (logins: Int, answers: [String]) {
        let count = Counter()
        let server = try LoopbackServer {
            $0.path == "/token" ? login(count.next()) : .json(#"{"name":"One B.V."}"#)
        }
        let connector = try Connector.written(
            """
            connector: bureau
            base_url: \(server.url)
            rate: { attempts: 1 }
            auth:
              login: { post: /token, json: { user: x }, token: text(body.token), seconds: "3600.0" }
              header: { X-Token: "{token}" }
            steps: { company: { get: "/companies/{customer.registration_number}", about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:]))
        var answers: [String] = []
        for number in 0..<10 {
            answers.append(
                await connector.answer(about: ["registration_number": "\(number)"], fetcher: fetcher).readableText)
        }
        return (server.requests.count { $0.path == "/token" }, answers)
    }

    /// A bureau locks the account of whoever tries a wrong password again and again.
    @Test(arguments: [
        (LoopbackServer.Reply.answer(401), "the login was refused (status 401); check the secrets"),
        (.answer(403), "the login was refused (status 403); check the secrets"),
        (.json("{}", status: 400), "the login was refused (status 400); check the secrets"),
        (.json(#"{"error":"wrong password"}"#), "the answer to the login has no token"),
    ])
    func refusedLoginIsNotTriedAgain(reply: LoopbackServer.Reply, reason: String) async throws {
        let (logins, answers) = try await ask { _ in reply }
        #expect(logins == 1)
        #expect(answers.count == 10 && answers.allSatisfy { $0.contains(reason) }, "\(answers)")
    }

    @Test(arguments: [LoopbackServer.Reply.answer(503), .answer(429), .close])
    func outageOfALoginPasses(first: LoopbackServer.Reply) async throws {
        let (logins, answers) = try await ask { $0 < 3 ? first : .json(#"{"token":"a-token-of-ours"}"#) }
        #expect(logins == 3)
        #expect(answers.count { $0.contains("One B.V.") } == 8)
    }
}
