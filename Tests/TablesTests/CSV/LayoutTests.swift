import Testing

@testable import Tables

/// What stands before the data, and what is found out from it.
@Suite struct LayoutTests {
    @Test(
        arguments: [
            ("a,b\n1,2\n", ","), ("a;b\n1,5;2,5\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"),
            // Not in quotes, and not where only the header has it.
            ("\"a,b\";c\n\"1,2,3\";4\n", ";"), ("a,b;c;d\n1;2;3\n4;5;6\n", ";"),
            // One column.
            ("name\nJansen; Pieters\n", nil), ("name\n", nil),
        ] as [(String, String?)])
    func delimiterIsTheOneThatFitsMostRecords(text: String, delimiter: String?) throws {
        #expect(try CSVText(text).dialect.delimiter == delimiter?.utf8.first)
    }

    @Test func separatorLineNamesTheDelimiter() throws {
        let csv = try CSVText("sep=:\r\na:b\r\n1:2\r\n3:4:5\r\n")
        #expect(csv.dialect.delimiter == UInt8(ascii: ":"))
        #expect(csv.header == ["a", "b"])
        #expect(csv.rows == [["1", "2"]])
        #expect(csv.quarantine == ["4-4 too-many-fields 3"])
        #expect(csv.warnings == ["sep-line 1"])
    }

    @Test func declaredDelimiterWinsOverTheSeparatorLine() throws {
        let csv = try CSVText("sep=;\na,b\n1,2\n", CSVOptions(delimiter: ASCII.comma))
        #expect(csv.header == ["a", "b"])
        #expect(csv.rows == [["1", "2"]])
    }

    @Test func linesCanBeSkippedBeforeTheHeader() throws {
        let csv = try CSVText("Report \"of\r\nThursday\r\n\r\na,b\r\n1,2\r\nx\r\n", CSVOptions(skipLines: 2))
        #expect(csv.header == ["a", "b"])
        #expect(csv.rows == [["1", "2"]])
        #expect(csv.quarantine == ["6-6 too-few-fields 1"])
    }

    @Test func commentsMayHoldAnything() throws {
        let text = "# \"x\na,b\n1,2\n#,\"\n\"#\",\"multi\n# line\"\n# end"
        let csv = try CSVText(text, CSVOptions(comment: UInt8(ascii: "#")))
        #expect(csv.rows == [["1", "2"], ["#", "multi\n# line"]])
        #expect(csv.quarantine.isEmpty)
    }

    @Test func aHeaderMayTakeSeveralLines() throws {
        let csv = try CSVText("\n\"a\nb\",c\nx\n1,2\n")
        #expect(csv.header == ["a\nb", "c"])
        #expect(csv.quarantine == ["4-4 too-few-fields 1"])
    }

    @Test func withoutHeaderColumnsAreNumberedAfterTheFirstSoundRecord() throws {
        let csv = try CSVText("\"x\"y,1\n1,2,3\n4,5,6\n", CSVOptions(hasHeader: false))
        #expect(csv.header == ["column 1", "column 2", "column 3"])
        #expect(csv.rows == [["1", "2", "3"], ["4", "5", "6"]])
        #expect(csv.quarantine == ["1-1 text-after-quote"])
    }

    @Test(
        arguments: [
            // Nothing ever stands below the names that are missing.
            ("a,b,,\n1,2\n3,4,\n", 2, ["trailing-delimiter 1", "trailing-delimiter 3"]),
            ("a,b,\n", 2, ["trailing-delimiter 1", "no-data"]),
            // Something does.
            (
                "a,,\n1,2,\n3,4,\n", 2,
                ["blank-header 1:2", "trailing-delimiter 1", "trailing-delimiter 2", "trailing-delimiter 3"]
            ),
            (",,\n1,2,3\n", 3, ["blank-header 1:1", "blank-header 1:2", "blank-header 1:3"]),
        ] as [(String, Int, [String])])
    func namesMissingAtTheEndAreColumnsOnlyIfTheyHaveValues(text: String, columns: Int, warnings: [String]) throws {
        let csv = try CSVText(text)
        #expect(csv.header.count == columns)
        #expect(csv.warnings == warnings)
    }

    @Test func oddNamesAreRemarkedOn() throws {
        let csv = try CSVText("id, name ,,ID,id\u{a0},na\"me,id\n1,2,3,4,5,6,7\n")
        #expect(csv.header == ["id", " name ", "", "ID", "id\u{a0}", "na\"me", "id"])
        #expect(
            csv.warnings == [
                "stray-quote 1", "header-whitespace 1:2", "blank-header 1:3", "duplicate-header 1:5",
                "header-whitespace 1:5", "duplicate-header 1:7",
            ])
    }

    @Test(
        arguments: [
            ("a,b\n1,2\n", LineEnding.lf), ("a,b\r\n1,2", .crlf), ("a,b\r1,2\r", .cr), ("a,b\n1,2\r\n", .mixed),
            ("a,b\r\n\"x\ny\",2\r\n", .crlf), ("a,b", nil),
        ] as [(String, LineEnding?)])
    func lineEndingIsThatOfTheRecords(text: String, ending: LineEnding?) throws {
        let csv = try CSVText(text)
        #expect(csv.dialect.lineEnding == ending)
        #expect(csv.warnings.contains("mixed-line-endings") == (ending == .mixed))
    }
}
