import Foundation
import TestSupport

/// A folder with a plan, customers and a connector, to run the built command in.
struct OutsideFixture {
    struct Run {
        var code: Int32
        var output: String
        var error: String
    }

    /// One row of a CSV file by its header.
    typealias Row = [String: String]

    let folder: URL

    /// A connector that asks for one company by its number, impatient enough for tests.
    static let bureau = """
        connector: bureau
        title: Bureau
        base_url: https://bureau.example
        secrets: [KEUR_BUREAU_KEY]
        rate: { in_flight: 4, attempts: 2, first_pause: 0.01, longest_wait: 2 }
        timeout: { connect: 0.4, total: 0.4 }
        largest_answer_mb: 1
        auth: { header: { X-Key: "{secret.KEUR_BUREAU_KEY}" } }
        when: customer.registration_number != ''
        steps:
          company:
            get: "/companies/{customer.registration_number}"
            expect: has(body.name)
            about: none
            keep: register
            cost: 0.50 EUR
        register:
          found: company != null
          legal_name: company.name
          reg_number: company.number
          status: company.status
        events:
          for: list(company.events)
          kind: item.kind
          effect: item.effect
          date: item.date
        """

    static let customers = """
        customer_id,legal_name,country,postcode,city,registration_number,vat_number,open_amount,currency
        C1,Alpha Logistics B.V.,NL,1234 AB,Utrecht,12345678,,1000,EUR

        """

    func write(_ files: [String: String]) throws {
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    /// The plan for one connector on a stand-in; `more` are lines below `enrich:`.
    func writePlan(
        connectors: String = "[bureau.yaml]",
        settings: String,
        checks: String = "[outside-data, group-risk]",
        more: String = ""
    ) throws {
        try write([
            "audit.yaml": """
            name: Test
            as_of: 2026-09-30
            datasets: { customers: { source: customers.csv } }
            checks: \(checks)
            reports: { directory: out, formats: [csv, json, html] }
            enrich:
              connectors: \(connectors)
              settings: \(settings)
            \(more.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            """
        ])
    }

    /// `bureau.yaml`, one customer, and a plan that leads to the server.
    func writeBureau(at url: String, settings: String = "", more: String = "") throws {
        try write(["bureau.yaml": Self.bureau, "customers.csv": Self.customers])
        try writePlan(settings: "{ bureau: { base_url: \"\(url)\"\(settings) } }", more: more)
    }

    static let environment = ["KEUR_BUREAU_KEY": "sekret/key+0815"]

    func process(_ arguments: [String], environment: [String: String] = Self.environment) -> Process {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "keur")
        if !FileManager.default.isExecutableFile(atPath: process.executableURL?.path ?? "") {
            process.executableURL = TestFiles.root.appending(path: ".build/debug/keur")
        }
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment.merging(["KEUR_HOME": TestFiles.root.path, "PATH": "/usr/bin:/bin"]) { $1 }
        return process
    }

    func keur(_ arguments: String..., environment: [String: String] = Self.environment) throws -> Run {
        try keur(arguments, environment: environment)
    }

    func keur(_ arguments: [String], environment: [String: String] = Self.environment) throws -> Run {
        let process = process(arguments, environment: environment)
        let files = [folder.appending(path: ".stdout"), folder.appending(path: ".stderr")]
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Run(code: process.terminationStatus, output: texts[0], error: texts[1])
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    /// The rows of a file that keur wrote.
    func rows(_ path: String) throws -> [Row] {
        let records = Self.records(try text(path))
        return records.dropFirst().map { record in
            Dictionary(zip(records[0], record)) { first, _ in first }
        }
    }

    var findings: [Row] { get throws { try rows("out/exceptions.csv") } }

    /// By check.
    var coverage: [String: Row] {
        get throws { Dictionary(try rows("out/coverage.csv").map { ($0["check"] ?? "", $0) }) { first, _ in first } }
    }

    private static func records(_ text: String) -> [[String]] {
        var (records, record, cell, isQuoted) = ([[String]](), [String](), "", false)
        for character in text.unicodeScalars where character != "\r" {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                record.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records.append(record + [cell])
                (record, cell) = ([], "")
            default: cell.unicodeScalars.append(character)
            }
        }
        return records
    }
}

extension OutsideFixture {
    static func run<Result>(_ body: (OutsideFixture) throws -> Result) throws -> Result {
        try TestFiles.withTemporaryFolder { try body(OutsideFixture(folder: $0)) }
    }
}
