import Enrichment
import Foundation
import TestSupport
import Testing

/// Where an answer leads to another host, that host does not learn what was meant for the service alone.
@Suite struct OtherHostTests {
    private static let key = "k3y-of-the-bureau"

    /// `more` are lines of the step that follows the link.
    private static func connector(at url: String, headers: String = "", more: String = "") throws -> Connector {
        try .written(
            """
            connector: linking
            base_url: \(url)
            secrets: [KEUR_LINKING_KEY]
            auth:
              header: { X-Key: "{secret.KEUR_LINKING_KEY}" }
              query: { key: "{secret.KEUR_LINKING_KEY}" }
              basic: { user: "{secret.KEUR_LINKING_KEY}", password: "{secret.KEUR_LINKING_KEY}" }
            \(headers)
            steps:
              company: { get: "/companies/{customer.registration_number}", about: none }
              details:
                get: "{company.link}"
                other_host: true
                about: none
                \(more)
            register: { found: "details != null", legal_name: details.name }
            """)
    }

    /// What the service and the other host were asked, and the answer.
    private func ask(
        headers: String = "", more: String = "", link: @escaping @Sendable (String) -> String
    ) async throws -> (own: [LoopbackServer.Request], other: [LoopbackServer.Request], text: String) {
        let other = try LoopbackServer { _ in .json(#"{"name":"Linked B.V."}"#) }
        let address = other.url
        let own = try LoopbackServer {
            .json($0.path == "/details" ? #"{"name":"Own B.V."}"# : #"{"link":"\#(link(address))"}"#)
        }
        let connector = try Self.connector(at: own.url, headers: headers, more: more)
        let answer = await connector.answer(
            about: ["registration_number": "1"], secrets: ["KEUR_LINKING_KEY": Self.key])
        return (own.requests, other.requests, answer.readableText)
    }

    @Test func nothingOfWhoAsksGoesToAHostThatAnAnswerNames() async throws {
        let (own, other, text) = try await ask { "\($0)/details" }
        #expect(text.contains("Linked B.V."))
        #expect(own.map(\.target) == ["/companies/1?key=\(Self.key)"])
        #expect(own.first?.headers["x-key"] == Self.key)
        #expect(other.map(\.target) == ["/details"])
        #expect(other.allSatisfy { $0.headers["x-key"] == nil && $0.headers["authorization"] == nil })
    }

    @Test func linkToTheServiceItselfIsAskedAsEverythingElseIs() async throws {
        let (own, _, text) = try await ask { _ in "/details" }
        #expect(text.contains("Own B.V."))
        #expect(own.map { $0.headers["x-key"] } == [Self.key, Self.key])
        #expect(own.last?.target == "/details?key=\(Self.key)")
    }

    @Test(arguments: [
        ("headers: { X-Own: \"{secret.KEUR_LINKING_KEY}\" }", ""),
        ("", "headers: { X-Own: \"{secret.KEUR_LINKING_KEY}\" }"),
        ("", "query: { own: \"{secret.KEUR_LINKING_KEY}\" }"),
    ])
    func requestThatNamesASecretIsNotSentThere(headers: String, more: String) async throws {
        let (_, other, text) = try await ask(headers: headers, more: more) { "\($0)/details" }
        #expect(text.contains("not known: linking: refused to send a secret to another host than the base URL's"))
        #expect(other.isEmpty)
    }
}
