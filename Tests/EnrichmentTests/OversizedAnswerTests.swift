import CEL
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// Answers made to keep whoever reads them busy. What took longer than that for each has three minutes here.
@Suite(.timeLimit(.minutes(3))) struct OversizedAnswerTests {
    @Test func secretRepeatedAMillionTimesIsBlottedOutInOnePass() {
        let secrets = Secrets(["KEUR_X_KEY": "0815-4711-secret"])
        let count = 1_600_000
        let text = secrets.redacted(String(repeating: "0815-4711-secret,", count: count))
        #expect(text == String(repeating: "***,", count: count))
    }

    @Test func secretsThatOverlapAreBlottedOutAsOne() {
        let secrets = Secrets(["KEUR_A": "abcdefgh", "KEUR_B": "ghijklmnop", "KEUR_C": "cdefgh"])
        #expect(secrets.redacted("<abcdefghijklmnop>") == "<***>")
        #expect(secrets.redacted("<abcdefghabcdefgh cdefgh>") == "<****** ***>")
        #expect(secrets.redacted("nothing of it: abcdefg") == "nothing of it: abcdefg")
    }

    @Test func elementWithThousandsOfAttributesIsNotRead() throws {
        func document(_ count: Int) -> [UInt8] {
            let attributes = (0..<count).map { " a\($0)='>'" }.joined()
            return Array(
                "<?xml version='1.0' encoding='ISO-8859-1'?><!-- <a '> --><r><![CDATA[<b \"]]><x\(attributes)/></r>"
                    .utf8)
        }
        #expect(throws: Never.self) { try XMLAnswer.read(document(250)) }
        let failure = #expect(throws: XMLAnswer.Failure.self) { try XMLAnswer.read(document(200_000)) }
        #expect(failure?.message == "it has an element with more than 250 attributes")
    }

    /// What cannot be looked through beforehand is not given to libxml2.
    @Test func encodingThatHidesMarkupIsNotRead() {
        let bytes = Array("\u{FEFF}<?xml version='1.0' encoding='UTF-7'?>+ADw-r/>".utf8)
        let failure = #expect(throws: XMLAnswer.Failure.self) { try XMLAnswer.read(bytes) }
        #expect(failure?.message == "its encoding UTF-7 is not read")
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
    func attributesAreCountedInUTF16Too(encoding: String.Encoding) throws {
        func document(_ count: Int) throws -> [UInt8] {
            let attributes = (0..<count).map { " a\($0)=''" }.joined()
            let text = "<?xml version='1.0' encoding='UTF-16'?><r>é<x\(attributes)/></r>"
            return Array(try #require(text.data(using: encoding)))
        }
        #expect(try XMLAnswer.read(document(0)).jsonText.contains("é"))
        let failure = #expect(throws: XMLAnswer.Failure.self) { try XMLAnswer.read(document(1000)) }
        #expect(failure?.message == "it has an element with more than 250 attributes")
    }

    @Test func searchThatFindsEverybodyIsNoMatch() async throws {
        for (count, isRead) in [(1000, true), (1001, false)] {
            let items = (0..<count).map { #"{"id":"\#($0)","name":"Alpha \#($0) B.V."}"# }.joined(separator: ",")
            let server = try LoopbackServer { _ in .json("[\(items)]") }
            defer { server.close() }
            let connector = try Self.connector(
                "searcher", server,
                """
                match: { for: list(search), key: item.id, name: item.name }
                register: { found: "match != null", legal_name: match.name }
                """)
            let answer = await Enricher.ask(
                connector, about: Subject(["legal_name": "Omega N.V."]),
                fetcher: Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:])))
            let refused = answer.readableText.contains("searcher: more than 1000 companies were found by name")
            #expect(refused == !isRead, "\(count): \(answer.readableText.prefix(200))")
        }
    }

    @Test func eventsOfTwoSourcesAreMergedInOnePass() async throws {
        let events = (0..<40_000).map { #"{"case":"F.\#($0)","date":"2026-01-31"}"# }.joined(separator: ",")
        let server = try LoopbackServer { _ in .json("[\(events)]") }
        defer { server.close() }
        let connectors = try ["one", "other"].map {
            try Self.connector(
                $0, server,
                """
                events:
                  for: list(search)
                  case_number: item.case
                  kind: "'bankruptcy'"
                  effect: "'opened'"
                  date: item.date
                """)
        }
        let enricher = Enricher(
            connectors: connectors, fetcher: Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:])))
        let answers = await enricher.answers(to: [Inquiry(subject: Subject(["legal_name": "Omega"]), exposure: 1)])
        #expect(answers[0].events.count == 40_000)
        #expect(answers[0].events.allSatisfy { $0.text("source") == "one" })
    }

    /// A connector with one step, `search`.
    private static func connector(_ name: String, _ server: LoopbackServer, _ mapping: String) throws -> Connector {
        let diagnostics = DiagnosticsCollector()
        let text = """
            connector: \(name)
            base_url: \(server.url)
            steps:
              search: { get: "/\(name)", about: none }
            \(mapping)
            """
        let connector = Connector.decode(text, file: "\(name).yaml", diagnostics: diagnostics)
        try diagnostics.throwIfAny()
        return try #require(connector)
    }
}
