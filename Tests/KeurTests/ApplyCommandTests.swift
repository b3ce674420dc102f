import Foundation
import TestSupport
import Testing

@Suite struct ApplyCommandTests {
    static let plan = """
        as_of: 2026-09-30
        datasets:
          customers: { source: c.csv }
          invoices: { source: i.csv }
        checks: [x.yaml]
        reports: { directory: out, formats: [csv] }
        waivers: { file: w.csv, four_eyes: true }
        """
    static let checks = """
        pack: x
        owner: Master data
        cause: bad-master-data
        checks:
          - { id: V-1, title: V, for: customer, severity: error, assert: isVat(customer.vat_number), field: vat_number }
          - { id: U-1, title: U, for: customer, severity: error, unique: customer.vat_number, field: vat_number }
          - { id: D-1, title: D, for: customer, severity: error, assert: customer.po_valid_until >= today, field: po_valid_until }
          - { id: L-1, title: L, for: customer, severity: error, assert: "customer.credit_limit >= 1000.0", field: credit_limit }
          - { id: T-1, title: T, for: customer, severity: error, assert: "customer.hotline.startsWith('+')", field: hotline }
          - { id: P-1, title: P, for: customer, severity: error, assert: "invoices.all(i, i.po_number != '') || customer.po_format == 'none'", field: po_format }
          - { id: H-1, title: H, for: customer, severity: error, assert: "!customer.city.contains('=')", field: city }
          - { id: N-1, title: N, for: customer, severity: error, assert: has(customer.legal_name) && has(customer.city) }
          - { id: I-1, title: I, for: invoice, severity: error, assert: "invoice.amount > 0.0", field: amount }
          - { id: Q-1, title: Q, for: customer, severity: error, assert: "100 / customer.payment_terms_days > 1", field: payment_terms_days }
        """
    static let customers = """
        customer_id;legal_name;city;vat_number;po_valid_until;credit_limit;hotline;po_format;payment_terms_days
        0012;Zoë & Co;Gent;NL004495446B01;30.06.2026;12,50;020 123;x;30
        13;Bolt;Lier;NL004495445B01;31.12.2026;5.000,00;+31 1;none;30
        14;Cork;;NL810433941B01;01.10.2026;5.000,00;+31 1;none;0
        15;Dorn;Lier;NL004495445B01;31.12.2026;5.000,00;+31 1;none;30
        16;Eik;"\t=1;=cmd";;31.12.2026;5.000,00;+31 1;none;30

        """
    static let invoices = "invoice_id;customer_id;amount;po_number\n1;0012;-5,00;\n2;13;5,00;45\n"

    static func withFiles(_ body: (URL) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            for (name, text) in ["audit.yaml": plan, "x.yaml": checks, "c.csv": customers, "i.csv": invoices] {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            _ = try BuiltCommand.run(["audit", "--quiet"], in: folder)
            try body(folder)
        }
    }

    /// The findings of the last list: check and record, and the cells of the row.
    static func findings(in folder: URL) throws -> [(name: String, id: String, value: String)] {
        let list = try String(contentsOf: folder.appending(path: "out/exceptions.csv"), encoding: .utf8)
        return list.split(separator: "\r\n").dropFirst().map { line in
            let cells = Self.cells(line)
            return ("\(cells[5]) \(cells[9])", cells[0], cells[13])
        }
    }

    /// The cells of a line without line breaks in them.
    static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    private func apply(_ text: String, _ options: [String] = [], in folder: URL) throws -> BuiltCommand.Run {
        try Data(text.utf8).write(to: folder.appending(path: "r.csv"))
        return try BuiltCommand.run(["apply", "r.csv", "--approver", "J. Smit"] + options, in: folder)
    }

    private func text(_ name: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8).replacing("\r\n", with: "\n")
    }

    /// What the business wrote against a finding, and the new value or the reason that must come of it.
    private static let cases: [(finding: String, old: String, new: String, outcome: String)] = [
        ("U-1 15", "NL004495445B01", "NL810433941B01", "customer 14 has this value too"),
        ("U-1 15", "NL004495445B01", "NL123456782B90", "change NL123456782B90"),
        ("V-1 0012", "NL004495446B01", "NL123456782B90", "change NL123456782B90"),
        ("V-1 0012", "NL004495446B01", "NL004495447B01", "V-1 fails with this value too"),
        ("V-1 0012", "NL999", "NL123456782B90", "the extract holds 'NL004495446B01' now"),
        ("V-1 0012", "NL004495446B01", "", "corrected_value is blank"),
        ("V-1 0012", "NL004495446B01", " NL123456782B90\u{A0}", "change NL123456782B90"),
        ("D-1 0012", "30/06/2026", "2027-03-04", "change 04.03.2027"),
        ("D-1 0012", "30-6-2026", "31/12/2026", "change 31.12.2026"),
        ("D-1 0012", "2026-06-30", "03/04/2027", "the date may mean 2027-04-03 or 2027-03-04"),
        ("D-1 0012", "2026-06-30", "soon", "the value is no date"),
        ("D-1 0012", "2026-06-30", "30.06.2026", "it is the value that the extract has already"),
        ("L-1 0012", "12.5", "2.000,00", "change 2.000,00"),
        ("L-1 0012", "12,50", "999,99", "L-1 fails"),
        ("L-1 0012", "12,50", "a lot", "the value is no number"),
        ("T-1 0012", "020 123", "'+32 20 123", "change +32 20 123"),
        ("T-1 0012", "020 123", "+cmd|' /C calc'!A0", "a spreadsheet would run the value"),
        ("T-1 0012", "020 123", "+32;=1+1", "a spreadsheet would run the value"),
        ("P-1 0012", "x", "y", "P-1 fails with this value too"),
        ("P-1 0012", "x", "none", "change none"),
        ("H-1 16", "'\t'=1;'=cmd", "Kaai", "change Kaai"),
        ("N-1 14", "", "Cork", "the check is about no single field"),
        ("I-1 1", "-5", "5,00", "correct invoice 1 where it is kept"),
        ("Q-1 14", "0", "30", "the check could not be evaluated on this record"),
    ]

    @Test func correctionIsAppliedOrRefusedWithItsReason() throws {
        try Self.withFiles { folder in
            let findings = try Self.findings(in: folder)
            for (finding, old, new, outcome) in Self.cases {
                let id = try #require(findings.first { $0.name == finding }).id
                let row = [id, old, "correct", new].map { "\"\($0)\"" }.joined(separator: ";")
                let run = try apply("finding_id;value;Decision;Corrected value\n\(row)\n", in: folder)
                let changes = try text("out/changes.csv", in: folder).split(separator: "\n").dropFirst()
                let refused = try text("out/not-applied.csv", in: folder)
                guard outcome.hasPrefix("change ") else {
                    #expect(run.code == 1 && changes.isEmpty, "\(finding) \(new)")
                    #expect(refused.contains(outcome), "\(finding) \(new): \(refused)")
                    continue
                }
                #expect(run.code == 0, "\(finding) \(new): \(refused)")
                let customer = String(finding.split(separator: " ")[1])
                let cells = changes.map(Self.cells)
                #expect(cells.map { [$0[0], $0[3], $0[5]] } == [[customer, String(outcome.dropFirst(7)), "J. Smit"]])
            }
        }
    }

    @Test func acceptedExceptionsBecomeWaiversOnce() throws {
        try Self.withFiles { folder in
            let findings = try Self.findings(in: folder)
            let ids = Dictionary(uniqueKeysWithValues: findings.map { ($0.name, $0.id) })
            let rows = [
                "\(ids["I-1 1"] ?? "");accept;;a credit note;;", "\(ids["T-1 0012"] ?? "");accept;;;;",
                "\(ids["D-1 0012"] ?? "");Accepteren;;=known;Master data;",
                "\(ids["L-1 0012"] ?? "");acept;;x;;", "\(ids["Q-1 14"] ?? "");accept;;x;;",
                "\(ids["N-1 14"] ?? "");;;undecided;;", "\(ids["P-1 0012"] ?? "");;none;;;",
                "X-1-0123456789abcdef;accept;;x;;", "\(ids["I-1 1"] ?? "");accept;;again;;",
                "\(ids["V-1 0012"] ?? "");accept;;supplier confirms;A. Bos;31-01-2027", "torn",
            ]
            let text = "finding_id;decision;corrected_value;comment;approver;expires\n" + rows.joined(separator: "\n")
            let run = try apply(text, ["--expires", "2026-12-31"], in: folder)
            #expect(run.code == 1, "\(run.error)")
            #expect(
                run.output.hasPrefix(
                    "r.csv: 2 waivers added, 0 there already, 0 changes, 8 not applied, 1 rows without a decision"),
                "\(run.output)")
            let refused = try self.text("out/not-applied.csv", in: folder).split(separator: "\n").dropFirst()
            let expected = [
                "a waiver needs a reason", "'Master data' owns the fix", "did you mean 'accept'?",
                "the check could not be evaluated", "a value without a decision", "today's audit does not find",
                "on an earlier line too", "the line cannot be read",
            ]
            #expect(refused.count == expected.count, "\(refused)")
            for (row, words) in zip(refused, expected) { #expect(row.contains(words), "\(row)") }
            #expect(
                try self.text("w.csv", in: folder) == """
                    finding_id,check_id,record_id,reason,approver,expires
                    \(ids["I-1 1"] ?? ""),I-1,1,a credit note,J. Smit,2026-12-31
                    \(ids["V-1 0012"] ?? ""),V-1,0012,supplier confirms,A. Bos,2027-01-31

                    """)
            let before = try Data(contentsOf: folder.appending(path: "w.csv"))
            let again = try apply(text, ["--expires", "2026-12-31"], in: folder)
            #expect(again.output.contains("0 waivers added, 2 there already"), "\(again.output)")
            #expect(try Data(contentsOf: folder.appending(path: "w.csv")) == before)
        }
    }

    /// A record's corrections are looked at together; what contradicts is refused, also between customers.
    @Test func correctionsOfOneRecordHoldTogether() throws {
        try TestFiles.withTemporaryFolder { folder in
            let checks = """
                pack: x
                owner: Master data
                cause: bad-master-data
                checks:
                  - { id: A-1, title: A, for: customer, severity: error, assert: "customer.vat_number.startsWith(customer.country)", field: vat_number }
                  - { id: B-1, title: B, for: customer, severity: error, assert: "customer.country in ['NL', 'BE']", field: country }
                  - { id: C-1, title: C, for: customer, severity: error, assert: "customer.vat_number != ''", field: vat_number }
                  - { id: U-1, title: U, for: customer, severity: error, unique: customer.lei, field: lei }
                """
            let files = [
                "audit.yaml":
                    "datasets: { customers: { source: c.csv } }\nchecks: [x.yaml]\nreports: { directory: out, formats: [csv] }\n",
                "x.yaml": checks,
                "c.csv": "customer_id,vat_number,country,lei\n1,BE1,XX,L\n2,,NL,L\n3,DE1,NL,M\n4,BE1,YY,M\n",
            ]
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            _ = try BuiltCommand.run(["audit", "--quiet"], in: folder)
            let ids = Dictionary(uniqueKeysWithValues: try Self.findings(in: folder).map { ($0.name, $0.id) })
            let rows = [
                // Each fails alone, both hold together.
                ("A-1 1", "NL7"), ("B-1 1", "NL"),
                // Two checks on one field, one change.
                ("A-1 2", "NL8"), ("C-1 2", "NL8"),
                // Two values for one field.
                ("A-1 4", "NL9"), ("B-1 4", "BE"),
                // The same value on two accounts.
                ("U-1 1", "Z"), ("U-1 2", "Z"), ("U-1 3", "Q"),
            ].filter { ids[$0.0] != nil }
            let list = rows.map { "\(ids[$0.0] ?? ""),correct,\($0.1)\n" }.joined()
            let run = try apply("finding_id,decision,corrected_value\n" + list, in: folder)
            let changes = try text("out/changes.csv", in: folder).split(separator: "\n").dropFirst()
                .map { Self.cells($0) }.map { "\($0[0]) \($0[1]) \($0[2])>\($0[3])" }
            #expect(
                changes.sorted() == [
                    "1 country XX>NL", "1 vat_number BE1>NL7", "2 vat_number >NL8", "3 lei M>Q", "4 country YY>BE",
                ], "\(changes) \(run)")
            let refused = try text("out/not-applied.csv", in: folder)
            #expect(refused.contains("A-1 fails with this value too"), "\(refused)")
            #expect(refused.components(separatedBy: "has this value too").count == 3, "\(refused)")
        }
    }

    @Test func reasonsAreInThePlansLanguage() throws {
        try Self.withFiles { folder in
            let id = try #require(try Self.findings(in: folder).first { $0.name == "D-1 0012" }).id
            let plan = try text("audit.yaml", in: folder) + "\nlanguage: nl\n"
            try Data(plan.utf8).write(to: folder.appending(path: "audit.yaml"))
            _ = try apply("finding_id,decision,corrected_value\n\(id),correct,straks\n\(id),acept,\n", in: folder)
            let refused = try text("out/not-applied.csv", in: folder)
            #expect(refused.contains("de waarde is geen datum zoals de kolom die schrijft"), "\(refused)")
            #expect(refused.contains("is 'accept' bedoeld?"), "\(refused)")
        }
    }

    @Test func listThatCannotBeReadBackIsAMistakeWithItsPlace() throws {
        try Self.withFiles { folder in
            let run = try apply("finding_id,decission\nx,accept\n", in: folder)
            #expect(run.code == 2)
            #expect(
                run.error == "r.csv:1:1: the list has no column 'decision'; is it the one called 'decission'?\n",
                "\(run.error)")
        }
    }

    /// Out as a list, filled in, mangled by a spreadsheet, applied, loaded: the next audit finds nothing of it, and nothing else.
    @Test(arguments: [UInt64](1...4))
    func whatWasCorrectedIsGoneFromTheNextAudit(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        try Self.withFiles { folder in
            let vat = ["NL004495445B01", "NL810433941B01", "NL001234567B01", "NL85B01", "=1+1", "12"]
            let dates = ["31.12.2026", "30.06.2026", "01.01.2020", ""]
            let limits = ["5.000,00", "12,50", "-3,00"]
            let phones = ["+31 20 1", "020-1", "'020", "NO"]
            var customers = (0..<40).map { number in
                [
                    "00\(number)", "N\(number)", "Gent", vat.randomElement(using: &random) ?? "",
                    dates.randomElement(using: &random) ?? "", limits.randomElement(using: &random) ?? "",
                    phones.randomElement(using: &random) ?? "", "none", "30",
                ]
            }
            let header =
                "customer_id;legal_name;city;vat_number;po_valid_until;credit_limit;hotline;po_format;payment_terms_days"
            func write() throws {
                let lines = [header] + customers.map { $0.joined(separator: ";") }
                try Data((lines.joined(separator: "\r\n") + "\r\n").utf8).write(to: folder.appending(path: "c.csv"))
            }
            try write()
            _ = try BuiltCommand.run(["audit", "--quiet"], in: folder)
            let findings = try Self.findings(in: folder)
            let columns = ["V": 3, "U": 3, "D": 4, "L": 5, "T": 6]
            let right = ["V": "NL123456782B90", "D": "2027-04-30", "L": "1.000,00", "T": "+32 3 456"]
            let rows = findings.compactMap { finding -> String? in
                guard let value = right[String(finding.name.prefix(1))], random.next() % 4 > 0 else { return nil }
                let note = random.next() % 2 == 0 ? "\"zoë; ja\"" : ""
                return "\(note);\(value);\(finding.value);\(finding.id);CORRECT"
            }
            let returned = ("Comment;Corrected Value;VALUE;Finding ID;Decision\r\n" + rows.joined(separator: "\r\n"))
            let data = try #require(returned.data(using: .windowsCP1252))
            try data.write(to: folder.appending(path: "r.csv"))
            let run = try BuiltCommand.run(["apply", "r.csv", "--approver", "J. Smit"], in: folder)
            let refused = try text("out/not-applied.csv", in: folder).split(separator: "\n").dropFirst()
            #expect(run.code == 0 && refused.isEmpty, "seed \(seed): \(run.error) \(refused)")
            let changes = try text("out/changes.csv", in: folder).split(separator: "\n").dropFirst()
            #expect(changes.count == rows.count)
            for change in changes {
                let cells = Self.cells(change)
                let row = try #require(customers.firstIndex { $0[0] == cells[0] })
                let column = try #require(
                    ["vat_number": 3, "po_valid_until": 4, "credit_limit": 5, "hotline": 6][cells[1]])
                customers[row][column] = cells[3]
            }
            try write()
            _ = try BuiltCommand.run(["audit", "--quiet"], in: folder)
            let left = Set(try Self.findings(in: folder).map(\.id))
            let corrected = Set(rows.map { String($0.split(separator: ";").dropLast().last ?? "") })
            #expect(left.isDisjoint(with: corrected), "seed \(seed)")
            let others = findings.filter { columns[String($0.name.prefix(1))] != nil && !$0.name.hasPrefix("U") }
            #expect(left.isSuperset(of: others.map(\.id).filter { !corrected.contains($0) }), "seed \(seed)")
        }
    }

    @Test func killedWhileApplyingLeavesWholeFiles() throws {
        try Self.withFiles { folder in
            let findings = try Self.findings(in: folder).filter { !$0.name.hasPrefix("Q") }
            let rows = findings.map { "\($0.id),accept,,known" }.joined(separator: "\n")
            let padding = (0..<20_000).map { ",Z-1,\($0),r,a,2026-12-31\r\n" }.joined()
            let before = "finding_id,check_id,record_id,reason,approver,expires\r\n" + padding
            try Data("finding_id,decision,corrected_value,comment\n\(rows)\n".utf8)
                .write(to: folder.appending(path: "r.csv"))
            let arguments = ["apply", "r.csv", "--approver", "J. Smit", "--expires", "2026-12-31"]
            for delay in KeurRun.killDelays(upTo: 0.6) {
                try Data(before.utf8).write(to: folder.appending(path: "w.csv"))
                let process = try KeurRun.process(arguments, in: folder)
                try process.run()
                usleep(UInt32(delay * 1_000_000))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                let waivers = String(
                    decoding: try Data(contentsOf: folder.appending(path: "w.csv")), as: UTF8.self)
                #expect(waivers == before || waivers.hasSuffix("2026-12-31\r\n") && waivers.hasPrefix(before))
                for name in ["changes.csv", "not-applied.csv"] {
                    let data = try? Data(contentsOf: folder.appending(path: "out/\(name)"))
                    #expect(data.map { String(decoding: $0, as: UTF8.self).hasSuffix("\r\n") } ?? true)
                }
            }
            let run = try BuiltCommand.run(arguments, in: folder)
            #expect(run.code == 0, "\(run.error)\(run.output)")
        }
    }
}
