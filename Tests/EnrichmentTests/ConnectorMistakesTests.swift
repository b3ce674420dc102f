import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// What is wrong in a connector or in a plan's settings of it, and would go unnoticed.
@Suite struct ConnectorMistakesTests {
    private static func text(at url: String, get path: String = "/x", more: String = "") -> String {
        """
        connector: bureau
        base_url: \(url)/v1
        settings: { children: "no", place: companies }
        steps:
          company: { get: "\(path)", about: none }
        register: { found: "company != null", legal_name: company.name }
        \(more)
        """
    }

    private static func connector(_ text: String) throws -> Connector {
        let diagnostics = DiagnosticsCollector()
        let connector = Connector.decode(text, file: "bureau.yaml", diagnostics: diagnostics)
        try diagnostics.throwIfAny()
        return try #require(connector)
    }

    private static func fetcher(isOffline: Bool = false) -> Fetcher {
        var options = Fetcher.Options()
        options.isOffline = isOffline
        return Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:]), options: options)
    }

    @Test func settingThatTheFileDoesNotHaveIsAMistake() throws {
        let diagnostics = DiagnosticsCollector()
        let overrides = try YAMLParser.parse("settings: { chidren: 'yes', place: here }", file: "audit.yaml")
        let connector = Connector.decode(
            Self.text(at: "https://bureau.example"), file: "bureau.yaml", overrides: overrides, diagnostics: diagnostics
        )
        #expect(connector == nil)
        #expect(
            diagnostics.all.map(\.description) == [
                "audit.yaml:1:13: 'chidren' is none of the settings of 'bureau'; did you mean 'children'?"
            ])
    }

    @Test(arguments: [
        ("companies/{customer.registration_number}", "/v1/companies/1"),
        ("/companies/{customer.registration_number}", "/v1/companies/1"),
        ("{setting.place}/{customer.registration_number}", "/v1/companies/1"),
        ("?number={customer.registration_number}", "/v1?number=1"), ("", "/v1"),
    ])
    func pathIsBelowTheBaseURLWithAndWithoutASlash(path: String, target: String) async throws {
        let server = try LoopbackServer { _ in .json(#"{"name": "Keurmerk"}"#) }
        defer { server.close() }
        let connector = try Self.connector(Self.text(at: server.url, get: path))
        let answer = await Enricher.ask(
            connector, about: Subject(["registration_number": "1"]), fetcher: Self.fetcher())
        #expect(answer.readableText.contains("Keurmerk"))
        #expect(server.requests.map(\.target) == [target])
    }

    @Test(arguments: [
        (
            "when: number(customer.registration_number) > 5.0",
            "register: not known: bureau: whether there is anything to ask cannot be told: "
        ),
        ("when: notKnown('the register is closed') == true", "register: not known: bureau: the register is closed\n"),
    ])
    func conditionThatFailsLeavesItOpenWhetherToAsk(condition: String, outcome: String) async throws {
        let server = try LoopbackServer { _ in .json(#"{"name": "Keurmerk"}"#) }
        defer { server.close() }
        let connector = try Self.connector(Self.text(at: server.url, more: condition))
        let answer = await Enricher.ask(
            connector, about: Subject(["registration_number": "x"]), fetcher: Self.fetcher())
        #expect(answer.readableText.hasPrefix(outcome), "\(answer.readableText)")
        #expect(server.requests.isEmpty)
    }

    /// A condition that fails for want of a number would take every such customer for one about whom nobody could tell.
    @Test(arguments: Stage.names)
    func shippedConnectorsTellWhomTheyConcern(name: String) async throws {
        let diagnostics = DiagnosticsCollector()
        let folder = TestFiles.root.appending(path: "Sources/Enrichment/Connectors").path
        let library = ConnectorLibrary(folder: folder)
        let sample = TestFiles.root.appending(path: "samples/connectors/\(name).yaml").path
        let connector = try #require(
            library.connector(library.names.contains(name) ? name : sample, diagnostics: diagnostics))
        let countries = connector.countries.isEmpty ? ["", "NL", "XX"] : connector.countries
        for country in countries {
            for value in ["", "1", "x", "NL1", "é{}'\"", "1234567890"] {
                var fields = Dictionary(uniqueKeysWithValues: Subject.fields.map { ($0, value) })
                fields["country"] = country
                let answer = await Enricher.ask(
                    connector, about: Subject(fields), fetcher: Self.fetcher(isOffline: true))
                #expect(!answer.readableText.contains("cannot be told"), "\(country) '\(value)'")
            }
        }
    }
}
