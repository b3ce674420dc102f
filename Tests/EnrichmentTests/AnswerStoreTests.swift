import Checks
import Enrichment
import Foundation
import GRDB
import HTTP
import TestSupport
import Testing

/// Answers as evidence: what was asked when, and what came back.
@Suite struct AnswerStoreTests {
    private static let connector = """
        connector: bureau
        base_url: https://bureau.example
        secrets: [KEUR_BUREAU_KEY]
        auth: { query: { key: "{secret.KEUR_BUREAU_KEY}" } }
        steps:
          company:
            post: "/companies/{customer.registration_number}"
            json: { name: "{customer.legal_name}", key: "{secret.KEUR_BUREAU_KEY}" }
            expect: has(body.name)
            about: none
            keep: 0s
        register: { found: company != null, legal_name: company.name }
        """

    private func ask(_ url: String, store: AnswerStore) async throws {
        let diagnostics = DiagnosticsCollector()
        let connector = try #require(
            Connector.decode(
                Self.connector.replacing("https://bureau.example", with: url), file: "bureau.yaml",
                diagnostics: diagnostics))
        let fetcher = Fetcher(
            client: HTTPClient(), store: store, secrets: Secrets(["KEUR_BUREAU_KEY": "sekret-key-0815"]))
        let subject = Subject(["registration_number": "12345678", "legal_name": "One B.V."])
        _ = await Enricher.ask(connector, about: subject, fetcher: fetcher)
    }

    private func rows(_ path: String) throws -> [Row] {
        try DatabaseQueue(path: path).read { try Row.fetchAll($0, sql: "SELECT * FROM answer ORDER BY asked_at") }
    }

    @Test func everyAnswerStaysWithItsHashItsTimeAndARequestWithoutSecrets() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let count = Counter()
            let server = try LoopbackServer { _ in
                .json(count.next() == 1 ? #"{"name":"One B.V."}"# : #"{"name":"Two B.V."}"#)
            }
            let path = folder.appending(path: "new/answers.sqlite").path
            let store = try AnswerStore(path: path)
            let start = Date().timeIntervalSince1970
            try await ask(server.url, store: store)
            try await ask(server.url, store: store)
            let rows = try rows(path)
            #expect(
                rows.map { String(decoding: $0["body"] as Data, as: UTF8.self) } == [
                    #"{"name":"One B.V."}"#, #"{"name":"Two B.V."}"#,
                ])
            #expect(
                rows.first?["body_sha256"] as String?
                    == "aadf604fc91ce770a1b38180caba2f837299023b69d9177b9df19bf60ca6384f")
            for row in rows {
                #expect(row["url"] as String == "\(server.url)/companies/12345678?key=%2A%2A%2A")
                #expect(row["request_body"] as String == #"{"name": "One B.V.", "key": "***"}"#)
                #expect(
                    (row["asked_at"] as Double) >= start && (row["asked_at"] as Double) <= Date().timeIntervalSince1970)
            }
            #expect(server.requests.allSatisfy { $0.target.contains("key=sekret-key-0815") })
        }
    }

    @Test func answersWhoseRetentionEndedAreDeleted() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .json(#"{"name":"One B.V."}"#) }
            let path = folder.appending(path: "answers.sqlite").path
            let store = try AnswerStore(path: path)
            try await ask(server.url, store: store)
            try await ask(server.url, store: store)
            let first = try #require(try rows(path).first?["asked_at"] as Double?)
            try store.forget("another", before: Date(timeIntervalSince1970: first + 3600))
            #expect(try rows(path).count == 2)
            try store.forget("bureau", before: Date(timeIntervalSince1970: first + 0.000_1))
            #expect(try rows(path).count == 1)
        }
    }

    @Test func fileThatIsNoStoreIsRefusedWithItsPath() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "answers.sqlite").path
            try Data("this is a letter to the tax office, and no database at all".utf8).write(to: URL(filePath: path))
            #expect {
                try AnswerStore(path: path)
            } throws: { error in
                "\(error)".hasPrefix(path) && "\(error)".contains("check the folder and its space")
            }
        }
    }
}
