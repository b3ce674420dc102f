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

    private func ask(_ url: String, store: AnswerStore, keep: String = "0s") async throws {
        let diagnostics = DiagnosticsCollector()
        let connector = try #require(
            Connector.decode(
                Self.connector.replacing("https://bureau.example", with: url).replacing(
                    "keep: 0s", with: "keep: \(keep)"),
                file: "bureau.yaml",
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

    @Test func answersOfOthersAreDeletedWhenTheyEnd() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .json(#"{"name":"One B.V."}"#) }
            let path = folder.appending(path: "answers.sqlite").path
            let store = try AnswerStore(path: path)
            try await ask(server.url, store: store)
            let end = Date(timeIntervalSinceNow: AnswerStore.usualRetention)
            try store.forget(allBut: ["another"], endedBefore: end.addingTimeInterval(-3600))
            try store.forget(allBut: ["another", "bureau"], endedBefore: end.addingTimeInterval(3600))
            #expect(try rows(path).count == 1)
            try store.forget(allBut: ["another"], endedBefore: end.addingTimeInterval(3600))
            #expect(try rows(path).isEmpty)
        }
    }

    /// A clock that was ahead for a day must not decide for years which answer is the latest.
    @Test func answerFromTheFutureHidesNone() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .json(#"{"name":"One B.V."}"#) }
            let path = folder.appending(path: "answers.sqlite").path
            let store = try AnswerStore(path: path)
            try await ask(server.url, store: store, keep: "1h")
            try await DatabaseQueue(path: path).write { database in
                try database.execute(
                    sql: """
                        CREATE TEMP TABLE copy AS SELECT * FROM answer;
                        UPDATE copy SET asked_at = asked_at + 86400;
                        INSERT INTO answer SELECT * FROM copy
                        """)
            }
            #expect(try rows(path).count == 2)
            try await ask(server.url, store: store, keep: "1h")
            #expect(server.requests.count == 1)
            let connector = try Connector.written(
                Self.connector.replacing("https://bureau.example", with: server.url))
            let fetcher = Fetcher(
                client: HTTPClient(), store: store, secrets: Secrets(["KEUR_BUREAU_KEY": "sekret-key-0815"]))
            let subject = Subject(["registration_number": "12345678", "legal_name": "One B.V."])
            let forecast = await Enricher(connectors: [connector], fetcher: fetcher).forecast(
                for: [Inquiry(subject: subject, exposure: 1)])
            #expect(forecast.certain.requests == 0)
        }
    }

    /// What cannot be kept will be asked again: of what costs money there is no more.
    @Test func answersThatCannotBeKeptAreCountedAndNoMoreArePaidFor() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try LoopbackServer { _ in .json(#"{"name":"One B.V."}"#) }
            let path = folder.appending(path: "answers.sqlite").path
            let store = try AnswerStore(path: path)
            try await DatabaseQueue(path: path).write {
                try $0.execute(
                    sql: """
                        CREATE TRIGGER full BEFORE INSERT ON answer
                        BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END
                        """)
            }
            func connector(_ name: String, _ more: String) throws -> Connector {
                try .written(
                    """
                    connector: \(name)
                    base_url: \(server.url)/\(name)
                    \(more.hasPrefix("rate") ? more : "")
                    steps:
                      company:
                        get: "/{customer.registration_number}"
                        about: none
                        \(more.hasPrefix("rate") ? "" : more)
                    register: { found: "company != null", legal_name: company.name }
                    """)
            }
            let fetcher = Fetcher(client: HTTPClient(), store: store, secrets: Secrets([:]))
            let (free, paid) = (try connector("free", ""), try connector("paid", "cost: 1 EUR"))
            let frugal = try connector("frugal", "rate: { per_day: 100 }")
            var answers: [String: [String]] = [:]
            for number in ["1", "2", "3"] {
                for connector in [paid, frugal, free] {
                    let answer = await connector.answer(about: ["registration_number": number], fetcher: fetcher)
                    answers[connector.name, default: []].append(answer.readableText)
                }
            }
            #expect(answers["free"]?.allSatisfy { $0.contains("One B.V.") } == true)
            // The answer that was paid for counts all the same.
            #expect(answers["paid"]?.map { $0.contains("One B.V.") } == [true, false, false])
            let refusals = (answers["paid"] ?? []).dropFirst() + (answers["frugal"] ?? [])
            #expect(refusals.count == 5 && refusals.allSatisfy { $0.contains("answers cannot be kept or read") })
            #expect(server.requests.count == 4)
            #expect(fetcher.storeTrouble?.unkept == 4)
            #expect(fetcher.storeTrouble?.reason == "database or disk is full")
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
