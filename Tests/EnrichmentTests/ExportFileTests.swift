import Checks
import Diagnostics
import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// Batch exports as they come: what the connector makes of them, as `part: outcome` and the fields that matter.
@Suite struct ExportFileTests {
    struct Export: Sendable, CustomTestStringConvertible {
        var about: String
        var companies: String?
        var relations: String? = "child,parent\n"
        var number = "90000101"
        var register: String
        var group = "not found"

        var testDescription: String { about }
    }

    static let exports: [Export] = [
        Export(about: "one row", companies: "number,name\n90000101,Keurmerk\n", register: "Keurmerk, 1 row"),
        Export(about: "another row", companies: "number,name\n90000102,Keurmerk\n", register: "not found"),
        Export(about: "no rows", companies: "number,name\n", register: "not found"),
        Export(
            about: "blanks around a key", companies: "number,name\n 90000101 ,Keurmerk\n", register: "Keurmerk, 1 row"),
        Export(
            about: "a byte order mark", companies: "\u{FEFF}number,name\n90000101,Keurmerk\n",
            register: "Keurmerk, 1 row"),
        Export(
            about: "semicolons, quotes and carriage returns",
            companies: "\"number\";\"name\"\r\n\"90000101\";\"Keurmerk; \"\"De Proef\"\"\"\r\n",
            register: "Keurmerk; \"De Proef\", 1 row"),
        Export(
            about: "line breaks in quotes before the row and in it",
            companies: "number,name\n90000102,\"De\nProef\"\n90000101,\"Keur\nmerk\"\n", register: "Keur\nmerk, 1 row"),
        Export(
            about: "a key twice: the first row counts, the connector sees both",
            companies: "number,name\n90000101,Keurmerk\n90000102,Proef\n90000101,Keurmerk oud\n",
            register: "Keurmerk, 2 rows"),
        Export(about: "an empty key is nobody's", companies: "number,name\n,Keurmerk\n", register: "not found"),
        Export(
            about: "a huge row", companies: "number,name\n90000101,\(String(repeating: "k", count: 100_000))\n",
            register: String(repeating: "k", count: 100_000) + ", 1 row"),
        Export(
            about: "no such column", companies: "id,name\n90000101,Keurmerk\n",
            register: "not known: companies.csv has no column 'number'"),
        Export(about: "no such file", companies: nil, register: "not known: companies.csv"),
        Export(about: "an empty file", companies: "", register: "not known: companies.csv"),
        Export(
            about: "a row too long by a field may be the one",
            companies: "number,name\n90000101,Keur,merk\n90000102,Proef\n",
            register: "not known: companies.csv has rows that cannot be read, such as the one on line 2"),
        Export(
            about: "a row that cannot be read, of another company",
            companies: "number,name\n90000102,Pro,ef\n", register: "not found"),
        Export(
            about: "cut off within quotes: what followed is gone",
            companies: "number,name\n90000102,Proef\n90000103,\"Keur",
            register: "not known: companies.csv has rows that cannot be read, such as the one on line 3"),
        Export(
            about: "parents", companies: "number,name\n90000101,Keurmerk\n",
            relations: "child,parent\n90000101,Proef Holding\n", register: "Keurmerk, 1 row", group: "Proef Holding"),
        Export(
            about: "no file of relationships spoils the group alone", companies: "number,name\n90000101,Keurmerk\n",
            relations: nil, register: "Keurmerk, 1 row", group: "not known: relations.csv"),
    ]

    @Test(arguments: exports) func isRead(_ export: Export) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try export.companies?.write(to: folder.appending(path: "companies.csv"), atomically: true, encoding: .utf8)
        try export.relations?.write(to: folder.appending(path: "relations.csv"), atomically: true, encoding: .utf8)
        let text = """
            connector: bureau
            base_url: https://bureau.example
            files: { companies: companies.csv, relations: relations.csv }
            steps:
              company: { file: { name: companies, key: number, of: customer.registration_number, answer: rows } }
              parent: { file: { name: relations, key: child, of: customer.registration_number, answer: "rows[0]" } }
            register:
              found: company != null
              legal_name: "first(company).name + ', ' + string(list(company).size()) + (list(company).size() == 1 ? ' row' : ' rows')"
            group: { found: parent != null, direct_parent: { name: parent.parent } }
            """
        let diagnostics = DiagnosticsCollector()
        let file = folder.appending(path: "bureau.yaml").path
        let connector = try #require(
            Connector.decode(text, file: file, diagnostics: diagnostics), "\(diagnostics.all)")
        let fetcher = Fetcher(client: HTTPClient(), store: nil, secrets: Secrets([:]))
        // Twice: what was found out about a file is found out once.
        for _ in 0..<2 {
            let answer = await Enricher.ask(
                connector, about: Subject(["registration_number": export.number]), fetcher: fetcher)
            let path = folder.path + "/"
            let register = Self.text(answer.parts[.register]) { $0.text("legal_name") }.replacing(path, with: "")
            let group = Self.text(answer.parts[.group]) { $0.record("direct_parent")?.text("name") ?? "" }
                .replacing(path, with: "")
            #expect(register == export.register || Self.isReason(register, export.register))
            #expect(group == export.group || Self.isReason(group, export.group))
        }
    }

    /// The rest of a reason is the CSV engine's to word.
    private static func isReason(_ text: String, _ expected: String) -> Bool {
        expected.hasPrefix("not known: ") && text.hasPrefix(expected)
    }

    private static func text(_ part: ConnectorAnswer.Part?, of field: (OutsideRecord) -> String) -> String {
        switch part {
        case .known(let records): records.first.map(field) ?? "none"
        case .notFound: "not found"
        case .notKnown(let reason): "not known: " + reason.replacing("bureau: ", with: "")
        default: "not asked"
        }
    }
}
