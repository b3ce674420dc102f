import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct DailyQuotaTests {
    @Test func requestsOverTheDaysQuotaAreNotSent() async throws {
        let server = try LoopbackServer { _ in .json(#"{"name": "Keurmerk"}"#) }
        defer { server.close() }
        let folder = FileManager.default.temporaryDirectory.appending(path: "quota-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let diagnostics = DiagnosticsCollector()
        let text = """
            connector: frugal
            base_url: \(server.url)
            rate: { per_day: 2 }
            steps:
              company: { get: "/{customer.registration_number}", about: none }
            register: { found: "company != null", legal_name: company.name }
            """
        let connector = try #require(Connector.decode(text, file: "frugal.yaml", diagnostics: diagnostics))
        let store = try AnswerStore(path: folder.appending(path: "answers.sqlite").path)
        func outcome(_ number: String, _ fetcher: Fetcher) async -> String {
            let subject = Subject(["registration_number": number])
            return await Enricher.ask(connector, about: subject, fetcher: fetcher).readableText
        }

        let first = Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]))
        #expect(await outcome("1", first).contains("Keurmerk"))
        #expect(await outcome("2", first).contains("Keurmerk"))
        #expect(await outcome("3", first).contains("it allows 2 requests a day"))
        // What was answered before is still there, and the next run counts it.
        let second = Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]))
        #expect(await outcome("1", second).contains("Keurmerk"))
        #expect(await outcome("4", second).contains("it allows 2 requests a day"))
        #expect(server.requests.count == 2)
    }
}
