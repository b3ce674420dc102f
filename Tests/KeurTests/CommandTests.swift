import Foundation
import TestSupport
import Testing

/// The built command, run as its users run it.
@Suite struct CommandTests {
    private struct Run {
        var code: Int32
        var output: String
        var error: String
    }

    private func keur(_ arguments: String..., in folder: URL) throws -> Run {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.deletingLastPathComponent().appending(path: "keur")
        if !FileManager.default.isExecutableFile(atPath: process.executableURL?.path ?? "") {
            process.executableURL = TestFiles.root.appending(path: ".build/debug/keur")
        }
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["KEUR_HOME": TestFiles.root.path, "PATH": "/usr/bin:/bin"]
        let files = [folder.appending(path: ".out"), folder.appending(path: ".err")]
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Run(code: process.terminationStatus, output: texts[0], error: texts[1])
    }

    private static let plan = """
        name: Test
        as_of: 2026-09-30
        datasets:
          customers: { source: customers.csv }
          invoices: { source: invoices.csv }
        checks: [mine.yaml]
        reports: { directory: out, formats: [csv] }
        """

    private static let checks = """
        pack: mine
        title: Mine
        owner: Order management
        cause: bad-master-data
        checks:
          - id: M-1
            title: Invoices without a PO
            for: customer
            severity: error
            when: customer.po_required
            assert: invoices.all(i, i.po_number != "")
            field: po_required
            message: "{customer.legal_name} got {invoices.size()} invoices"
            impact: invoices.filter(i, i.po_number == "").map(i, i.amount).sum()
          - id: M-2
            title: The same VAT number twice
            for: customer
            severity: warning
            unique: customer.vat_number
            field: vat_number
          - id: M-3
            title: The customer is unknown
            for: invoice
            severity: error
            assert: has(invoice.customer)
          - id: M-4
            title: Needs what is not there
            for: customer
            severity: error
            assert: has(customer.lei)
        """

    private func write(_ files: [String: String], to folder: URL) throws {
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    @Test func auditFollowsLinksAndWritesTheExceptionList() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(
                [
                    "audit.yaml": Self.plan, "mine.yaml": Self.checks,
                    "customers.csv": """
                    Debiteurnr;Naam;STCEG;po_required;Openstaand
                    1;"Acme; B.V.";NL1;ja;1.234,50
                    2;=Bolt BV;NL2;nee;10,00
                    3;Carl;NL1;ja;99,99
                    4;Dora;;ja;1,00;surplus
                    """,
                    "invoices.csv":
                        "invoice_id,customer_id,amount,po_number\nA,1,10.25,\nB,1,5.00,45\nC,3,1.00,45\nD,9,1.00,45\n",
                ],
                to: folder
            )
            let run = try keur("audit", "audit.yaml", "--format", "csv,json", in: folder)
            #expect(run.code == 1, "\(run.error)")
            let list = try String(
                decoding: Data(contentsOf: folder.appending(path: "out/exceptions.csv")), as: UTF8.self)
            let rows = list.split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(rows.map { "\($0[5]) \($0[9])" }.sorted() == ["M-1 1", "M-2 1", "M-2 3", "M-3 D"])
            #expect(list.contains("Acme; B.V. got 2 invoices"))
            #expect(list.contains(",10.25,"))
            let coverage = try String(
                decoding: Data(contentsOf: folder.appending(path: "out/coverage.csv")), as: UTF8.self)
            #expect(coverage.contains("M-1,3,1,1,1,0,"))
            #expect(
                coverage.contains("M-4,3,0,0,0,3,\"not supplied: customer.lei\"")
                    || coverage.contains("M-4,3,0,0,0,3,not supplied: customer.lei"))
            #expect(run.output.contains("1 quarantined"))
        }
    }

    @Test func findingKeepsItsIDWhenRowsMove() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(
                [
                    "audit.yaml": Self.plan, "mine.yaml": Self.checks,
                    "invoices.csv": "invoice_id,customer_id,amount,po_number\nA,1,1,\n",
                ], to: folder)
            func ids(_ rows: String) throws -> [Substring] {
                try write(["customers.csv": "customer_id,legal_name,vat_number,po_required\n" + rows], to: folder)
                _ = try keur("audit", "audit.yaml", "--quiet", in: folder)
                let list = try String(
                    decoding: Data(contentsOf: folder.appending(path: "out/exceptions.csv")), as: UTF8.self)
                return list.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
            }
            #expect(try ids("1,A,X,yes\n2,B,Y,no\n") == ids("2,B,Y,no\n1,Renamed,X,yes\n"))
        }
    }

    @Test(
        arguments: [
            (["audit", "none.csv"], 3, "none.csv"),
            (["audit", "."], 3, "."),
            (["audit", "none.yaml"], 2, "there is no such plan"),
            (["audt"], 2, "Did you mean 'keur audit'?"),
            (["audit", "--top", "x"], 2, "--top"),
            (["checks", "explain", "PO-2"], 2, "did you mean"),
            (["eval", "1 +"], 2, "expression:1:4"),
            (["eval", "1 / 0"], 1, "division by zero"),
            (["map", "none.csv"], 3, "none.csv"),
        ] as [([String], Int32, String)])
    func wrongUseIsToldWithItsExitCode(arguments: [String], code: Int32, words: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let run =
                switch arguments.count {
                case 1: try keur(arguments[0], in: folder)
                case 2: try keur(arguments[0], arguments[1], in: folder)
                default: try keur(arguments[0], arguments[1], arguments[2], in: folder)
                }
            #expect(run.code == code, "\(run.error)")
            #expect(run.error.contains(words), "\(run.error)")
        }
    }

    @Test func ambiguousDatesAreAQuestionToTheUser() throws {
        try TestFiles.withTemporaryFolder { folder in
            let checks =
                "pack: p\nowner: O\ncause: bad-master-data\nchecks:\n  - id: D\n    title: T\n    for: customer\n    assert: customer.po_valid_until > today\n"
            try write(
                [
                    "audit.yaml": Self.plan.replacing("  invoices: { source: invoices.csv }\n", with: ""),
                    "mine.yaml": checks,
                    "customers.csv": "customer_id,po_valid_until\n1,03/04/2026\n",
                ],
                to: folder
            )
            let run = try keur("audit", in: folder)
            #expect(run.code == 2)
            #expect(
                run.error.contains("customers.csv:2:1: '03/04/2026' in column 'po_valid_until' may mean"),
                "\(run.error)")
        }
    }

    @Test func extractWithoutRecordsIsNoCleanBillOfHealth() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(["c.csv": "customer_id,legal_name\n"], to: folder)
            let run = try keur("audit", "c.csv", in: folder)
            #expect(run.code == 3)
            #expect(run.error.contains("c.csv: there is no record below the header"), "\(run.error)")
        }
    }

    @Test func evalReadsVariablesFromJSON() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(["c.json": #"{"customer": {"vat": "NL004495445B01", "n": [1, 2.5]}}"#], to: folder)
            let run = try keur("eval", "isVat(customer.vat) && customer.n[1] == 2.5", "--json", "c.json", in: folder)
            #expect(run.output == "true\n", "\(run.error)")
        }
    }

    @Test func identifiersAreNamedJudgedAndRepaired() throws {
        try TestFiles.withTemporaryFolder { folder in
            let valid = try keur("id", "NL91 ABNA 0417 1643 00", in: folder)
            #expect(valid.code == 0 && valid.output.contains("valid\n  NL91ABNA0417164300  IBAN (iban)"))
            let wrong = try keur("id", "DE136695967", in: folder)
            #expect(wrong.code == 1)
            #expect(wrong.output.contains("check digit is 7, should be 8; did you mean DE136695976?"))
            let unknown = try keur("id", "--kind", "ibam", "x", in: folder)
            #expect(unknown.code == 2 && unknown.error.contains("did you mean 'iban'?"))
            let json = try keur("id", "--format", "json", "--country", "nl", "1234567", in: folder)
            #expect(json.output.contains(#""suggestion":"01234567""#), "\(json.output)")
        }
    }

    @Test func suggestionStandsInTheExceptionList() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(["c.csv": "customer_id,country,vat_number\n1,DE,DE136695967\n2,DE,DE136695970\n"], to: folder)
            let run = try keur("audit", "c.csv", "--checks", "identifiers", in: folder)
            #expect(run.code == 1, "\(run.error)")
            let list = try String(contentsOf: folder.appending(path: "reports/exceptions.csv"), encoding: .utf8)
            let rows = list.split(separator: "\r\n").filter { $0.contains("ID-32") }
            #expect(rows.filter { $0.hasSuffix(",DE136695976") }.count == 1, "\(list)")
        }
    }

    @Test func sampleAuditsWithFindings() throws {
        try TestFiles.withTemporaryFolder { folder in
            let sample = folder.appending(path: "sample")
            try FileManager.default.copyItem(at: TestFiles.root.appending(path: "samples/top-accounts"), to: sample)
            let run = try keur("audit", sample.appending(path: "audit.yaml").path, "--out", "reports", in: folder)
            #expect(run.code == 1, "\(run.error)")
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "reports/audit.html").path))
        }
    }

    @Test func checksPageIsCurrent() throws {
        try TestFiles.withTemporaryFolder { folder in
            let run = try keur("checks", "list", "--format", "markdown", in: folder)
            #expect(try Golden.difference(run.output, from: TestFiles.root.appending(path: "docs/checks.md")) == nil)
        }
    }

    @Test func mapWritesAPlanThatAudits() throws {
        try TestFiles.withTemporaryFolder { folder in
            try write(["c.csv": "KUNNR;NAME1;STCEG;Vreemd veld\n1;Acme B.V.;NL004495445B01;x\n"], to: folder)
            let map = try keur("map", "c.csv", "--plan", "audit.yaml", in: folder)
            #expect(map.output.contains("customer_id") && map.output.contains("SAP"), "\(map.output)\(map.error)")
            let run = try keur("audit", in: folder)
            #expect(run.code == 0, "\(run.error)")
        }
    }
}
