import Testing

@testable import Tables

@Suite struct DateTests {
    @Test(
        arguments: [
            ("yyyy-MM-dd", "2026-09-30", "2026-09-30"), ("yyyy-MM-dd", " 2026-09-30\u{a0}", "2026-09-30"),
            ("yyyy-MM-dd", "2026-9-3", "2026-09-03"), ("yyyy-MM-dd", "2026-09-30T23:59:59+02:00", "2026-09-30"),
            ("yyyy-MM-dd", "2026-09-30 00:00:00.000", "2026-09-30"), ("yyyy-MM-dd", "2024-02-29", "2024-02-29"),
            ("dd-MM-yyyy", "30-09-2026", "2026-09-30"), ("dd.MM.yyyy", "1.2.2026", "2026-02-01"),
            ("dd.MM.yyyy", "09.07.2013 12:00:00", "2013-07-09"), ("dd/MM/yyyy", "03/04/2026", "2026-04-03"),
            ("MM/dd/yyyy", "03/04/2026 1:05 PM", "2026-03-04"), ("yyyyMMdd", "20260930", "2026-09-30"),
            ("ddMMyyyy", "30092026", "2026-09-30"), ("dd.MM.yy", "30.09.26", "2026-09-30"),
            ("dd.MM.yy", "30.09.99", "1999-09-30"), ("yyyy-MM-dd", "9999-12-31", "9999-12-31"),
        ])
    func cellInItsFormatIsADate(notation: String, cell: String, date: String) throws {
        #expect(try #require(DateFormat(notation)).parse(cell)?.description == date)
    }

    @Test(
        arguments: [
            ("yyyy-MM-dd", "2026-02-29"), ("yyyy-MM-dd", "2026-13-01"), ("yyyy-MM-dd", "2026-00-10"),
            ("yyyy-MM-dd", ""),
            ("yyyy-MM-dd", "30-09-2026"), ("yyyy-MM-dd", "2026-09-30x"), ("yyyy-MM-dd", "2026/09/30"),
            ("yyyy-MM-dd", "2026-09-3o"), ("yyyy-MM-dd", "2026-09-300"), ("yyyy-MM-dd", "2026-09-30T25:00"),
            ("dd.MM.yyyy", "31.04.2026"), ("dd.MM.yyyy", "01.02.26"), ("dd.MM.yyyy", "1.2"),
            ("dd.MM.yyyy", "00.00.0000"),
            ("dd/MM/yyyy", "12/31/2026"), ("MM/dd/yyyy", "31/12/2026"), ("yyyyMMdd", "20261301"),
            ("yyyyMMdd", "2026093"),
            ("yyyyMMdd", "202609301"), ("yyyyMMdd", "00000000"), ("dd.MM.yy", "30.09.2026"), ("dd-MM-yyyy", "n/a"),
        ])
    func cellNotInItsFormatIsNone(notation: String, cell: String) throws {
        #expect(try #require(DateFormat(notation)).parse(cell) == nil)
    }

    @Test(arguments: [
        "", "dd.MM", "yyyy", "dd.MM-yyyy", "dd.dd.yyyy", "yyyy-dd-MM", "hh:mm", "dd.MMM.yyyy", "d.M.yyy", "ddmmyy",
    ])
    func otherNotationIsRefused(notation: String) {
        #expect(DateFormat(notation) == nil)
    }

    @Test func notationIsReadInAnyLetterCase() {
        #expect(DateFormat("DD.MM.YYYY")?.description == "dd.MM.yyyy")
        #expect(DateFormat("d-m-yyyy")?.description == "dd-MM-yyyy")
    }

    @Test(arguments: [
        ("00000000", true), ("00.00.0000", true), ("0000-00-00", true), (" ", true), ("0", false),
        ("2026-01-01", false),
    ])
    func zerosStandForNoDate(cell: String, isNone: Bool) {
        #expect(withBytes(cell) { DateFormat.isNoDate($0) } == isNone)
    }
}

@Suite struct DateEvidenceTests {
    private func settle(_ cells: [String]) -> SettledFormat<DateFormat> {
        // In two halves, as two threads would.
        var (first, second) = (DateEvidence(), DateEvidence())
        let middle = cells.count / 2
        for (row, cell) in cells.enumerated() {
            withBytes(cell) { row < middle ? first.add($0, row: row) : second.add($0, row: row - middle) }
        }
        first.merge(second, rowOffset: middle)
        return first.settle()
    }

    @Test(
        arguments: [
            (["2026-01-02", "", "2026-03-04"], "yyyy-MM-dd", 0), (["03/04/2026", "13/04/2026"], "dd/MM/yyyy", 0),
            (["03/04/2026", "04/13/2026"], "MM/dd/yyyy", 0), (["03.04.2026"], "dd.MM.yyyy", 0),
            (["03-04-2026", "01-01-2026"], "dd-MM-yyyy", 0), (["03-13-2026", "01-01-2026"], "MM-dd-yyyy", 0),
            (["20260102", "00000000"], "yyyyMMdd", 0), (["05/05/2026"], "dd/MM/yyyy", 0),
            (["2026-01-02", "n/a", "31-02-2026"], "yyyy-MM-dd", 2), (["2026/01/02"], "yyyy/MM/dd", 0),
        ] as [([String], String, Int)])
    func cellsSettleTheFormat(cells: [String], notation: String, unreadable: Int) throws {
        #expect(settle(cells) == .format(try #require(DateFormat(notation)), unreadable: unreadable))
    }

    @Test func slashesThatFitBothWaysAreAQuestion() throws {
        let (dayFirst, monthFirst) = (try #require(DateFormat("dd/MM/yyyy")), try #require(DateFormat("MM/dd/yyyy")))
        #expect(
            settle(["05/05/2026", "", "03/04/2026", "05/06/2026"])
                == .ambiguous(
                    example: CellExample(row: 2, text: "03/04/2026"),
                    readings: [
                        .init(format: dayFirst, meaning: "2026-04-03"),
                        .init(format: monthFirst, meaning: "2026-03-04"),
                    ]))
    }

    @Test func formatsThatContradictEachOtherAreMixed() throws {
        let (dayFirst, monthFirst) = (try #require(DateFormat("dd/MM/yyyy")), try #require(DateFormat("MM/dd/yyyy")))
        #expect(
            settle(["13/04/2026", "14/04/2026", "04/15/2026"])
                == .mixed(
                    dayFirst, others: 1, example: CellExample(row: 2, text: "04/15/2026"), otherFormat: monthFirst))
        #expect(
            settle(["31-12-2026", "2026-01-02", "2026-01-03"])
                == .mixed(
                    .iso, others: 1, example: CellExample(row: 0, text: "31-12-2026"),
                    otherFormat: try #require(DateFormat("dd-MM-yyyy"))))
    }

    @Test func columnWithoutDatesSaysSo() {
        #expect(settle(["", " ", "00000000"]) == .blank)
        #expect(settle(["", "soon", "later"]) == .unreadable(example: CellExample(row: 1, text: "soon")))
    }
}

func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
}
