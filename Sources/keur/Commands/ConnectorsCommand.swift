import ArgumentParser
import CEL
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP

struct ConnectorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connectors",
        abstract: "The outside sources: what there is, how they are asked, and one look-up in full view.",
        subcommands: [List.self, Explain.self, Lint.self, Try.self],
        defaultSubcommand: List.self
    )

    fileprivate static func connectors(_ names: [String], _ diagnostics: DiagnosticsCollector) throws -> [Connector] {
        let library = Places.connectorLibrary
        let connectors = (names.isEmpty ? library.names : names).compactMap {
            library.connector($0, diagnostics: diagnostics)
        }
        try diagnostics.failIfAny()
        return connectors
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every connector that ships: countries, what it supplies, and the secrets it needs.")

        func run() throws {
            let connectors = try ConnectorsCommand.connectors([], DiagnosticsCollector())
            let rows = connectors.map { connector in
                [
                    connector.name, connector.title.text(in: "en"),
                    connector.countries.isEmpty ? "all" : connector.countries.joined(separator: " "),
                    connector.parts.map(\.rawValue).joined(separator: " "),
                    connector.secrets.isEmpty ? "-" : connector.secrets.joined(separator: " "),
                ]
            }
            print(TextTable.text(["name", "title", "countries", "supplies", "secrets"], rows))
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One connector in full: its file, which is also the place to start your own from.")

        @Argument(help: "A connector that ships, e.g. gleif, or the path of a connector file.")
        var name: String

        func run() throws {
            let connector = try ConnectorsCommand.connectors([name], DiagnosticsCollector())[0]
            print("# \(connector.title.text(in: "en")): \(connector.documentation)".printable)
            print("# supplies \(connector.parts.map(\.rawValue).joined(separator: ", "))")
            if !connector.secrets.isEmpty {
                let secrets = connector.secrets.joined(separator: ", ").printable
                print("# wants \(secrets) in the environment or the file of secrets")
            }
            print(try Places.connectorLibrary.text(name), terminator: "")
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find every mistake in connector files, with file, line and column.")

        @Argument(help: "Connectors or connector files; all that ship when none is named.")
        var names: [String] = []

        func run() throws {
            let connectors = try ConnectorsCommand.connectors(names, DiagnosticsCollector())
            print("\(connectors.count) \(connectors.count == 1 ? "connector" : "connectors"): no mistakes")
        }
    }

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Ask one source about one company: the requests, the raw answers, and what they are in the normal form.",
            discussion: """
                Nothing is kept. Secrets come from the environment or from --secrets, and are
                never shown.

                Examples:
                  keur connectors try gleif --lei 724500EXAMPLE0INSO72
                  keur connectors try vies --vat NL004495445B01
                  keur connectors try companies-house --number 00000006 --country GB
                """
        )

        @Argument(help: "A connector that ships, or the path of a connector file.")
        var name: String

        @Option(help: "Legal Entity Identifier.") var lei: String?
        @Option(help: "VAT number.") var vat: String?
        @Option(help: "Number in the company register.") var number: String?
        @Option(help: "D-U-N-S number.") var duns: String?
        @Option(name: .customLong("name"), help: "Legal name.") var legalName: String?
        @Option(help: "Country, ISO 3166-1, e.g. NL.") var country: String?
        @Option(help: "Postcode.") var postcode: String?
        @Option(help: "City.") var city: String?
        @Option(help: "Peppol participant, e.g. 0106:12345678.") var peppol: String?
        @Option(help: "Another base URL, e.g. of a test environment.") var baseURL: String?
        @Option(help: "File of secrets, NAME=value on each line, mode 0600.", completion: .file()) var secrets: String?
        @Option(help: "text, or json for the normal form alone.") var format = "text"

        func validate() throws {
            if [lei, vat, number, duns, legalName, peppol].allSatisfy({ $0 == nil }) {
                throw ValidationError("say what to look up: --lei, --vat, --number, --duns, --peppol or --name")
            }
            let asked = TrialIdentifiers(
                lei: lei, vat: vat, number: number, duns: duns, peppol: peppol, country: country)
            if let problem = asked.problems.first { throw ValidationError(problem) }
            if !["text", "json"].contains(format) { throw ValidationError("--format should be text or json") }
        }

        func run() async throws {
            let diagnostics = DiagnosticsCollector()
            let overrides = baseURL.map { YAMLNode.override("base_url", with: $0, from: "--base-url") }
            let connector = Places.connectorLibrary.connector(name, overrides: overrides, diagnostics: diagnostics)
            guard let connector else { throw CommandFailure(diagnostics) }
            let environment = ProcessInfo.processInfo.environment
            let known: Secrets
            do throws(SecretsError) {
                known = try Secrets(environment: environment, names: connector.secrets, file: secrets)
            } catch {
                throw CommandFailure(text: error.description, code: .usage)
            }
            let missing = connector.missing(in: known)
            if !missing.isEmpty {
                throw CommandFailure(
                    text:
                        "'\(name)' needs \(missing.joined(separator: ", ")), not set: put it into the environment or into --secrets",
                    code: .usage)
            }
            let fetcher = Fetcher(client: HTTPClient(environment: environment), store: nil, secrets: known)
            let answer = await Enricher.ask(connector, about: subject, fetcher: fetcher)
            print(format == "json" ? answer.jsonText : ConnectorTrial.text(of: answer), terminator: "")
            if answer.isNotKnown { throw CommandFailure(text: "", code: .unknownResults) }
        }

        private var subject: Subject {
            let country = country?.uppercased() ?? vat.map { String($0.prefix(2)).uppercased() } ?? ""
            return Subject([
                "lei": lei ?? "", "vat_number": vat ?? "", "registration_number": number ?? "", "duns": duns ?? "",
                "legal_name": legalName ?? "", "country": country == "EL" ? "GR" : country, "postcode": postcode ?? "",
                "city": city ?? "", "peppol_id": peppol ?? "",
            ])
        }
    }
}
