import CEL
import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// What an export tells is what the service tells, about one customer as about thousands.
@Suite struct ExportAgreementTests {
    /// The golden copy with what `record.json` says beyond it.
    private static func goldenCopy(in folder: URL) throws {
        let fixtures = ContractCase.folder("gleif")
        let text = try String(contentsOf: fixtures.appending(path: "lei2.csv"), encoding: .utf8)
        let other = "Entity.OtherEntityNames.OtherEntityName.2"
        let lines = text.split(separator: "\n").enumerated().map { index, line -> String in
            switch index {
            case 0: return "\(line),\(other),\(other).type"
            case 1:
                return line.replacing("\"Keurmerk \"\"Im- en Export\"\" B.V.\"", with: "Keurmerk Im- en Export B.V.")
                    .replacing("\"Keurplein 1, hoek\"", with: "Keurplein 1") + ",Keurmerk,TRADING_OR_OPERATING_NAME"
            default: return "\(line),,"
            }
        }
        try (lines.joined(separator: "\n") + "\n").write(
            to: folder.appending(path: "lei2.csv"), atomically: true, encoding: .utf8)
        for name in ["rr.csv", "repex.csv"] {
            try FileManager.default.copyItem(at: fixtures.appending(path: name), to: folder.appending(path: name))
        }
    }

    private static func withExports(_ body: (Connector) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-agreement-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try goldenCopy(in: folder)
        let files = ["lei2", "rr", "repex"].map { "\($0): \"\(folder.path)/\($0).csv\"" }.joined(separator: ", ")
        let library = ConnectorLibrary(folder: TestFiles.root.appending(path: "Sources/Enrichment/Connectors").path)
        let diagnostics = DiagnosticsCollector()
        let connector = library.connector(
            "gleif", overrides: try YAMLParser.parse("files: { \(files) }", file: "the test"), diagnostics: diagnostics)
        try await body(try #require(connector, "\(diagnostics.all)"))
    }

    private static var fetcher: Fetcher { Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:])) }

    @Test func sameDataIsTheSameFromBoth() async throws {
        let script = try #require(try ContractCase.all(of: "gleif").first { $0.name == "parents" })
        let asked = try await Stage(script).play().answer
        try await Self.withExports { connector in
            let read = await Enricher.ask(connector, about: Subject(script.customer), fetcher: Self.fetcher)
            for part in [NormalForm.Part.register, .group, .events] {
                guard case .known? = read.parts[part] else {
                    Issue.record("\(part) is not known from the export")
                    continue
                }
                for (one, other) in [(read, asked), (asked, read)] {
                    let difference = Faithfulness.lie(in: one.parts[part], about: other.parts[part], named: "\(part)")
                    #expect(difference == nil)
                }
            }
        }
    }

    @Test func thousandsAreAnsweredAsOneIs() async throws {
        let customers: [[String: String]] = [
            ["lei": "5299000KEURTEST00147"], ["lei": "5299000KEURTEST00438"], ["lei": "5299000KEURTEST00341"],
            ["country": "NL", "registration_number": "90000102"], ["country": "NL", "registration_number": "90000199"],
            ["country": "NL", "legal_name": "no number"],
        ]
        try await Self.withExports { connector in
            let enricher = Enricher(connectors: [connector], fetcher: Self.fetcher)
            func texts(_ answers: [OutsideAnswer]) -> [String] {
                answers.map { answer in
                    let parts = [NormalForm.Part.register, .group, .events].map { part in
                        (try? answer.value(of: part))?.jsonText ?? "not asked"
                    }
                    return (parts + answer.outcomes.map { "\($0.kind): \($0.reason)" }).joined(separator: "\n")
                }
            }
            var alone: [String] = []
            for customer in customers {
                alone += texts(await enricher.answers(to: [Inquiry(subject: Subject(customer), exposure: 1)]))
            }
            #expect(Set(alone).count == customers.count)
            let many = (0..<2000).map { index in
                Inquiry(subject: Subject(customers[index % customers.count]), exposure: Double(index))
            }
            for (index, text) in texts(await enricher.answers(to: many)).enumerated() {
                try #require(text == alone[index % customers.count])
            }
            let outcomes = await enricher.answers(to: many, outcomesAlone: true)
            #expect(outcomes.map(\.outcomes) == many.indices.map { outcomes[$0 % customers.count].outcomes })
            #expect(outcomes[0].record(.register) == nil)
        }
    }
}
