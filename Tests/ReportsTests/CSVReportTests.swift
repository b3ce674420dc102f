import Audit
import Foundation
import TestSupport
import Testing

import Reports

@Suite struct CSVReportTests {
    private func written(_ result: AuditResult, _ name: String, threads: Int = 2) throws -> [UInt8] {
        try TestFiles.withTemporaryFolder { folder in
            try writeReports(on: result, formats: [.csv], to: folder.path, threads: threads)
            return try Array(Data(contentsOf: folder.appending(path: name)))
        }
    }

    @Test(arguments: ["en", "nl"], ["exceptions.csv", "coverage.csv", "fixed.csv"])
    func fileHoldsWhatTheGoldenFileSays(language: String, name: String) throws {
        let text = String(decoding: try written(SampleAudit.result(language), name), as: UTF8.self)
        let golden = TestFiles.fixture("Golden/\(language)/\(name)")
        #expect(try Golden.difference(text, from: golden) == nil)
    }

    @Test func headerHasTheColumnsOfTheDesign() throws {
        let rows = try SmallCSVParser.rows(try written(SampleAudit.result("en"), "exceptions.csv"))
        #expect(
            rows[0].joined(separator: ", ") == """
                finding_id, status, result, priority, severity, check_id, title, cause, record, record_id, customer_id, \
                customer_name, field, value, message, fix, owner, cash_at_risk, currency, first_seen, runs_open, source, \
                line, suggestion
                """)
        let coverage = try SmallCSVParser.rows(try written(SampleAudit.result("en"), "coverage.csv"))
        #expect(coverage[0] == ["check", "records", "pass", "fail", "not_applicable", "unknown", "reason"])
    }

    @Test func hostileCellsComeBackAsTheyWereSaveForTheGuard() throws {
        let result = SampleAudit.result("en", hostile: true)
        let rows = try SmallCSVParser.rows(try written(result, "exceptions.csv"))
        let findings = result.findings[0..<result.findings.count]
        #expect(rows.count == findings.count + 1)
        for (row, finding) in zip(rows.dropFirst(), findings) {
            #expect(row.count == 24)
            #expect(isGuarded(row[13], form: finding.value))
            #expect(isGuarded(row[14], form: finding.message))
            #expect(isGuarded(row[23], form: finding.suggestion))
        }
    }

    /// Whether `cell` is `text` but for apostrophes where a spreadsheet could begin a cell, and U+FFFD for NUL.
    private func isGuarded(_ cell: String, form text: String) -> Bool {
        let cell = Array(cell.utf8)
        let text = Array(text.replacing("\u{0}", with: "\u{FFFD}").utf8)
        var position = 0
        for (index, byte) in cell.enumerated() {
            if position < text.count, byte == text[position] {
                position += 1
            } else if byte != UInt8(ascii: "'") || (index > 0 && !";\t\r\n'".utf8.contains(cell[index - 1])) {
                return false
            }
        }
        return position == text.count
    }

    @Test func noTextBeginsAFormulaWhereverASpreadsheetSplitsIt() throws {
        let rows = try SmallCSVParser.rows(try written(SampleAudit.result("en", hostile: true), "exceptions.csv"))
        for row in rows.dropFirst() {
            for (column, cell) in row.enumerated() where ![3, 17, 20, 22].contains(column) {
                for piece in cell.split(whereSeparator: { ";\t\r\n\r\n".contains($0) }) {
                    #expect(!"=+-@＝".contains(piece.first ?? "x"), "\(CSVReport.columns[column])")
                }
                #expect(![0x09, 0x0A, 0x0D].contains(cell.utf8.first ?? 0x20))
            }
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("0012", "0012"), ("NO", "NO"), ("", ""),
        ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\r\nlines", "\"two\r\nlines\""),
        (" blank", "\" blank\""), ("a;b", "a;b"),
        ("=1+1", "'=1+1"), ("+31", "'+31"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
        (" =1", "\"' =1\""), ("\u{A0}=1", "'\u{A0}=1"), ("\u{200E}=1", "'\u{200E}=1"), ("＝1", "'＝1"), ("'=1", "''=1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"), ("'", "'"),
        ("x;=1", "x;'=1"), ("x\n-1", "\"x\n'-1\""), ("x; -1", "x; -1"), ("x-1=2", "x-1=2"),
        ("a\u{0}b", "a\u{FFFD}b"), ("\u{0}=1", "'\u{FFFD}=1"),
    ])
    func textIsQuotedAndDefusedAsNeeded(text: String, cell: String) {
        var buffer = ByteBuffer()
        CSVCell.append(text, to: &buffer)
        let written = buffer.text
        #expect(Array(written.utf8) == Array(cell.utf8))
    }

    @Test func negativeAmountStaysANumber() throws {
        let rows = try SmallCSVParser.rows(try written(SampleAudit.result("en", hostile: true), "exceptions.csv"))
        #expect(rows.contains { $0[17] == "-0.03" })
    }

    @Test func outputDoesNotDependOnTheNumberOfThreads() throws {
        let some = SampleAudit.result("en").findings[0..<20]
        let many = FindingList(count: 10_001) { range in
            range.map { index in
                var finding = some[index % 20]
                finding.id = "F\(index)"
                return finding
            }
        }
        var result = SampleAudit.result("en")
        result.findings = many
        let alone = try written(result, "exceptions.csv", threads: 1)
        #expect(try written(result, "exceptions.csv", threads: 5) == alone)
        let rows = try SmallCSVParser.rows(alone)
        #expect(rows.dropFirst().map { $0[0] } == (0..<10_001).map { "F\($0)" })
    }

    @Test func noFindingsIsAHeaderAlone() throws {
        var result = SampleAudit.result("en")
        result.findings = FindingList([])
        #expect(try SmallCSVParser.rows(try written(result, "exceptions.csv")).count == 1)
    }
}
