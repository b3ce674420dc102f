import Checks
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Audit

@Suite struct AuditRunTests {
    private func audit(customers: String, checks: String, threads: Int) throws -> AuditResult {
        try audit(
            ["c.csv": customers],
            plan: "datasets: { customers: { source: c.csv } }",
            checks: checks,
            threads: threads
        )
    }

    /// `files` by name; `plan` is what it says besides its checks and its date.
    private func audit(
        _ files: [String: String],
        plan: String,
        checks: String,
        threads: Int = 2,
        encoding: String.Encoding = .utf8
    ) throws -> AuditResult {
        try TestFiles.withTemporaryFolder { folder in
            for (name, text) in files {
                try #require(text.data(using: encoding)).write(to: folder.appending(path: name))
            }
            let diagnostics = DiagnosticsCollector()
            let plan = try #require(
                Plan.decode(
                    "\(plan)\nchecks: [x]\nas_of: 2026-09-30\n",
                    file: "audit.yaml",
                    folder: folder.path,
                    diagnostics: diagnostics
                )
            )
            let pack = try #require(Pack.decode(checks, file: "x.yaml", diagnostics: diagnostics))
            let today = try #require(CalendarDate(iso: "2026-09-30"))
            let options = AuditRun.Options(today: today, toolVersion: "test", threads: threads)
            let result = try AuditRun(plan: plan, packs: [pack], options: options).run()
            // Findings are rendered from the file, which goes with the folder.
            return AuditResult(
                plan: result.plan, datasets: result.datasets, scope: result.scope,
                findings: FindingList(result.findings[0..<result.findings.count]), coverage: result.coverage,
                totals: result.totals, remarks: result.remarks)
        }
    }

    private static let checks = """
        pack: x
        owner: O
        cause: bad-master-data
        checks:
          - { id: A, title: A, for: customer, severity: error, assert: "customer.open_amount < 100.0 || customer.segment == 'x'" }
          - { id: B, title: B, for: customer, severity: warning, unique: customer.vat_number }
          - { id: C, title: C, for: customer, severity: info, assert: "100 / customer.payment_terms_days > 1" }
        """

    private static func rows(_ count: Int) -> String {
        var text = "customer_id,legal_name,vat_number,open_amount,segment,payment_terms_days\n"
        for row in 0..<count {
            text +=
                "\(row),\"Name, \(row)\nsecond line\",V\(row % (count - 5)),\(row % 200).50,\(row % 7 == 0 ? "x" : "y"),\(row % 50)\n"
        }
        return text
    }

    @Test func resultDoesNotDependOnTheNumberOfThreads() throws {
        let one = try audit(customers: Self.rows(5000), checks: Self.checks, threads: 1)
        let four = try audit(customers: Self.rows(5000), checks: Self.checks, threads: 4)
        #expect(one.findings[0..<one.findings.count] == four.findings[0..<four.findings.count])
        #expect(one.coverage.map(\.fail) == four.coverage.map(\.fail))
    }

    @Test func countsAddUpAndErrorsAreUnknown() throws {
        let result = try audit(customers: Self.rows(1000), checks: Self.checks, threads: 2)
        for check in result.coverage {
            #expect(check.records == 1000)
            #expect(check.pass + check.fail + check.notApplicable + check.unknown == 1000)
        }
        let byID = Dictionary(uniqueKeysWithValues: result.coverage.map { ($0.checkID, $0) })
        #expect(byID["A"]?.fail == (0..<1000).count { $0 % 200 >= 100 && $0 % 7 != 0 })
        #expect(byID["B"]?.fail == 10)
        #expect(byID["C"]?.unknown == 20)
        #expect(result.totals.unknownFindings == 20)
    }

    @Test func amountsBeyondAllBoundsAreTheLargestThatThereIs() throws {
        let huge = "9999999999999999999999"
        let customers = "customer_id,open_amount\n" + (0..<3).map { "\($0),\(huge)\n" }.joined()
        let most = try audit(customers: customers, checks: Self.checks, threads: 2)
        #expect(most.totals.openAmount.hundredths == .max)
        let mixed = try audit(customers: customers + "4,-\(huge)\n", checks: Self.checks, threads: 2)
        #expect(mixed.totals.customers == 4)
    }

    private static let headline = """
        pack: x
        owner: O
        cause: bad-master-data
        checks:
          - { id: A, title: A, for: customer, severity: error, assert: "customer.segment == 'x'" }
          - { id: B, title: B, for: customer, severity: warning, assert: "customer.segment == 'x'" }
          - { id: I, title: I, for: invoice, severity: error, assert: "invoice.amount < 100.0" }
        """

    /// Records without a key, records that share one, and invoices that lead to nobody are all in the headline figures.
    @Test(arguments: [
        // No key at all.
        ("legal_name,open_amount,segment\nA,2000,y\nB,1000,x\n", "", 1, 2000, 1),
        // One that is blank.
        ("customer_id,legal_name,open_amount,segment\n,A,2000,y\n2,B,1000,y\n3,C,500,x\n", "", 1, 3000, 2),
        // One of two that share a key, and both.
        ("customer_id,legal_name,open_amount,segment\n1,A,10,y\n1,B,20,x\n2,C,40,x\n", "", 2, 10, 1),
        ("customer_id,legal_name,open_amount,segment\n1,A,10,y\n1,B,20,y\n2,C,40,x\n", "", 1, 20, 1),
        // Three invoices of one customer add up; two that lead to nobody count each for itself.
        ("customer_id,legal_name,open_amount,segment\n1,A,10,x\n2,B,20,x\n", "1,100\n1,100\n1,100\n", 1, 300, 1),
        ("customer_id,legal_name,open_amount,segment\n1,A,10,x\n2,B,20,x\n", "9,150\n9,150\n", 2, 300, 0),
    ])
    func everyRecordIsInTheTotals(
        customers: String, invoices: String, ready: Int, atRisk: Int, customersOfCause: Int
    ) throws {
        let result = try audit(
            ["c.csv": customers, "i.csv": "customer_id,amount,text\n" + invoices.replacing("\n", with: ",\n")],
            plan: "datasets: { customers: { source: c.csv }, invoices: { source: i.csv } }", checks: Self.headline)
        #expect(result.totals.invoiceReadyCustomers == ready)
        #expect(result.totals.cashAtRisk.hundredths == Int64(atRisk) * 100)
        let cause = try #require(result.totals.byCause.first)
        #expect(cause.cashAtRisk == result.totals.cashAtRisk)
        #expect(cause.customers == customersOfCause)
        #expect(Alarm(result, only: nil, known: nil).cashAtRisk == result.totals.cashAtRisk)
    }

    @Test func amountsBeyondAllBoundsAreBlockedAsWell() throws {
        let result = try audit(
            customers: "customer_id,legal_name,open_amount,segment\n1,A,5,y\n2,B,-1e25,x\n"
                .replacing("-1e25", with: "-10000000000000000000000000") + "3,C,-10000000000000000000000000,x\n",
            checks: Self.headline, threads: 1)
        #expect(result.totals.openAmount.hundredths == .min)
        #expect(result.totals.invoiceReadyOpenAmount.hundredths == 0)
    }

    /// Up to fifteen digits and five trillion, halves of a hundredth go away from zero, as the digits say and the double does not.
    @Test func hundredthsAreThoseOfTheDigits() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200_000 {
            let places = Int.random(in: 0...6, using: &random)
            let largest = [5_000_000_000_000, 50_000_000_000_000, 500_000_000_000_000, 999_999_999_999_999]
            let digits = Int64.random(in: 0..<Int64(largest[min(places, 3)]), using: &random)
            // Ends in a half of a hundredth more often than by chance.
            let number = places == 3 && Bool.random(using: &random) ? digits / 10 * 10 + 5 : digits
            let text = String(repeating: "0", count: max(0, 7 - "\(number)".count)) + "\(number)"
            let cell = text.dropLast(places) + (places > 0 ? "." + text.suffix(places) : "")
            let exact = Array(cell.utf8).withUnsafeBufferPointer { DecimalFormat(mark: .point).parseHundredths($0) }
            #expect(Money.hundredths(Double(cell) ?? .nan) == exact, "\(cell)")
        }
        #expect([1.005, 0.285, -1.005, 1.004999, .nan, 1e30].map(Money.hundredths) == [101, 29, -101, 100, 0, .max])
    }

    @Test func mostUrgentComesFirst() throws {
        let result = try audit(customers: Self.rows(1000), checks: Self.checks, threads: 2)
        let findings = result.findings[0..<result.findings.count].filter { $0.result == .fail }
        #expect(zip(findings, findings.dropFirst()).allSatisfy { $0.priority >= $1.priority })
    }

    // MARK: Linked records

    private static let linkedFiles = [
        "c.csv": "customer_id,legal_name,open_amount\nA,Aa,10\nB,Bb,20\nC,Cc,30\n",
        "i.csv": """
        invoice_id,customer_id,amount,po_number,payment_terms_days
        1,A,10.5,P,30
        2,B,1,,0
        3,A,20,,60
        4,,99,P,30
        5,Z,99,,30
        6,A,0.5,P,14

        """,
    ]

    /// The expression, and the customers that it calls wrong or cannot judge.
    @Test(
        arguments: [
            ("invoices.size() == 0", "AB", ""),
            ("size(invoices.filter(i, !has(i.po_number))) * 3 > size(invoices)", "AC", ""),
            ("invoices.exists(i, i.amount > 15.0)", "BC", ""),
            ("invoices.all(i, has(i.po_number))", "AB", ""),
            ("invoices.exists_one(i, has(i.po_number))", "ABC", ""),
            ("invoices.map(i, i.amount).sum() == 31.0", "BC", ""),
            ("invoices.map(i, has(i.po_number), i.payment_terms_days).sum() == 44", "BC", ""),
            ("invoices.map(i, i.payment_terms_days).max() == 60", "B", "C"),
            ("invoices.map(i, i.amount).avg() < 5.0", "A", "C"),
            ("invoices.all(i, 60 / i.payment_terms_days >= 1)", "", "B"),
            ("invoices.exists(i, 60 / i.payment_terms_days >= 3)", "C", "B"),
            ("invoices.exists(i, i.amount > customer.open_amount)", "BC", ""),
            ("invoices.filter(i, i.customer.legal_name == 'Aa').size() == 3", "BC", ""),
        ]
    )
    func listsOfLinkedRecordsAreFolded(expression: String, failing: String, unknown: String) throws {
        let result = try audit(
            Self.linkedFiles,
            plan: "datasets: { customers: { source: c.csv }, invoices: { source: i.csv } }",
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: A, title: A, for: customer, severity: error, assert: "\(expression)" }
                """
        )
        let findings = result.findings[0..<result.findings.count]
        func customers(_ outcome: Finding.Result) -> String {
            findings.filter { $0.result == outcome }.map(\.customerID).sorted().joined()
        }
        #expect(customers(.fail) == failing)
        #expect(customers(.unknown) == unknown)
    }

    /// Two datasets that lead to each other: whichever is read first, both lists are right.
    @Test func linksMayRunInCircles() throws {
        var files = Self.linkedFiles
        files["c.csv"] = "customer_id,legal_name,latest_document\nA,Aa,6\nB,Bb,2\nC,Cc,2\n"
        let result = try audit(
            files,
            plan: """
                datasets:
                  customers: { source: c.csv, links: { invoice: latest_document } }
                  invoices: { source: i.csv, key: invoice_id }
                """,
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: A, title: A, for: customer, severity: error, assert: invoices.size() < 3 }
                  - { id: B, title: B, for: invoice, severity: error, assert: customers.size() < 2 }
                """
        )
        let findings = result.findings[0..<result.findings.count]
        #expect(findings.map { "\($0.checkID) \($0.recordID)" }.sorted() == ["A A", "B 2"])
    }

    /// A file of texts alone is read once, by the checks themselves; that it is not in UTF-8 shows only at its end.
    @Test func encodingThatShowsLateIsRightInFindingsAndLists() throws {
        let invoices = (0..<30_000).map { "\($0),\($0 % 100),PO\($0)\r\n" }.joined()
        let result = try audit(
            [
                "c.csv": "customer_id,legal_name\n" + (0..<100).map { "\($0),Acme\n" }.joined(),
                "i.csv": "invoice_id,customer_id,po_number\r\n\(invoices)30000,5,PO-é\r\n30001,105,PO-ü\r\n30002,x\r\n",
            ],
            plan: "datasets: { customers: { source: c.csv }, invoices: { source: i.csv } }",
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: A, title: A, for: invoice, severity: error, assert: has(invoice.customer), message: "{invoice.po_number}" }
                  - { id: B, title: B, for: customer, severity: error, assert: invoices.size() == 300, message: "{invoices[300].po_number}" }
                """,
            encoding: .windowsCP1252
        )
        let findings = result.findings[0..<result.findings.count]
        #expect(findings.map { "\($0.checkID) \($0.message)" }.sorted() == ["A PO-ü", "B PO-é"])
        let read = result.datasets.first { $0.name == "invoices" }
        #expect(read?.rowsAudited == 30_002 && read?.rowsQuarantined == 1)
    }

    // MARK: Similar records

    @Test func accountsOfOneCompanyAreFoundAsClusters() throws {
        let result = try audit(
            customers: """
                customer_id,legal_name,country,postcode,street,city,open_amount
                1,Gebroeders Kuipers B.V.,NL,1012 AB,Dam 1,Amsterdam,10
                2,Gebr. Kuipers BV,NL,1012AB,"1, Dam",Amsterdam,20
                3,GEBROEDERS KUIPRES B.V.,NL,1012 AB,Dam 1,Amsterdam,30
                4,Gebroeders Kuipers Holding B.V.,NL,1012 AB,Dam 1,Amsterdam,40
                5,Gebroeders Kuipers B.V.,BE,1012 AB,Dam 1,Amsterdam,50
                6,Gebroeders Kuipers B.V.,NL,9999 ZZ,Kade 7,Delfzijl,60
                7,,NL,1012 AB,Dam 1,Amsterdam,70

                """,
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - id: A
                    title: A
                    for: customer
                    severity: warning
                    similar: { name: customer.legal_name, same: customer.country, places: [customer.postcode, customer.street, customer.city] }
                    message: "{match.key} {match.accounts} {match.score >= 0.9} {match.why}"
                """,
            threads: 2
        )
        let findings = result.findings[0..<result.findings.count].sorted { $0.recordID < $1.recordID }
        #expect(findings.map(\.recordID) == ["1", "2", "3"])
        let messages = findings.map(\.message)
        #expect(messages.allSatisfy { $0.contains(" 3 yes ") && $0.contains("same address") }, "\(messages)")
        #expect(result.coverage.map(\.pass) == [4])
        #expect(result.coverage.map(\.fail) == [3])
    }

    // MARK: Cells

    @Test func zerosInPlaceOfADateAreNoDate() throws {
        let result = try audit(
            customers: "customer_id,last_review_date\nA,2026-01-31\nB,0000-00-00\nC,00000000\nD,2026-13-01\n",
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks:
                  - { id: A, title: A, for: customer, severity: error, assert: "!malformed(customer.last_review_date)" }
                  - { id: B, title: B, for: customer, severity: error, assert: has(customer.last_review_date) }
                """,
            threads: 1
        )
        let findings = result.findings[0..<result.findings.count]
        #expect(findings.map { $0.checkID + $0.customerID }.sorted() == ["AD", "BB", "BC", "BD"])
    }

    @Test func reasonsAreInThePlansLanguage() throws {
        let result = try audit(
            ["c.csv": "customer_id\nA\n"],
            plan: "language: nl\ndatasets: { customers: { source: c.csv } }",
            checks: """
                pack: x
                owner: O
                cause: bad-master-data
                checks: [ { id: A, title: A, for: invoice, severity: error, assert: has(invoice.amount) } ]
                """
        )
        #expect(result.coverage.map(\.reason) == ["niet geleverd: dataset invoices"])
    }
}
