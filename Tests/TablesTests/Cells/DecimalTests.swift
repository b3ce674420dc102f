import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct DecimalTests {
    private let point = DecimalFormat(mark: .point)
    private let comma = DecimalFormat(mark: .comma)

    @Test(
        arguments: [
            ("0", 0), ("12", 12), ("-12", -12), ("+12", 12), ("1.5", 1.5), (".5", 0.5), ("-.5", -0.5),
            ("1,234.56", 1234.56),
            ("1,234,567", 1_234_567), ("1 234.5", 1234.5), ("1\u{a0}234.5", 1234.5), ("1\u{202f}234.5", 1234.5),
            ("1'234.5", 1234.5), ("1\u{2019}234'567.5", nil), ("1\u{2019}234.5", 1234.5), ("1,234.56-", -1234.56),
            ("1,234.56 -", -1234.56), ("(12.50)", -12.5), ("\u{2212}7", -7), ("  42 ", 42), ("007", 7), ("0.10", 0.1),
            ("1.234", 1.234), ("123456789012345678901234.5", 123_456_789_012_345_678_901_234.5),
            ("0.1234567890123456789", 0.1234567890123456789), ("1000000000000000000000", 1e21),
            ("", nil), (" ", nil), ("-", nil), ("1,2345", nil), ("12,34.5", nil), ("1234,567", nil), (",123", nil),
            ("0,123", nil), ("1.", nil), ("1.2.3", nil), ("1,234,56", nil), ("1e5", nil), ("NaN", nil), ("INF", nil),
            ("€ 5", nil), ("5%", nil), ("--5", nil), ("-5-", nil), ("(5", nil), ("5)", nil), ("(-5)", nil),
            ("0x1F", nil),
            ("1.5,0", nil), ("１２", nil), ("+", nil), ("()", nil), ("1 23", nil),
        ] as [(String, Double?)])
    func numberWithAPointIsRead(cell: String, value: Double?) {
        #expect(point.parse(cell) == value)
        // The same with the marks exchanged.
        let exchanged = String(cell.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
        #expect(comma.parse(exchanged) == value)
    }

    @Test func numbersAreRoundedAsFoundationRoundsThem() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<20_000 {
            let whole = UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0..<64, using: &random)
            let fraction = String(UInt64.random(in: 0...UInt64.max, using: &random)).prefix(
                .random(in: 1...19, using: &random))
            let text = "\(whole).\(fraction)"
            #expect(point.parse(text) == Double(text), "\(text)")
        }
    }

    @Test(
        arguments: [
            ("12.34", 1234), ("-12.3", -1230), ("12", 1200), ("0.005", 1), ("-0.005", -1), ("0.0049", 0),
            ("1.999", 200),
            ("92233720368547758", 9_223_372_036_854_775_800), ("92233720368547759", nil),
            ("9223372036854775.80", 922_337_203_685_477_580),
            ("0.00000000000000000000001", 0),
            ("x", nil), ("", nil),
        ] as [(String, Int64?)])
    func moneyIsReadInHundredths(cell: String, value: Int64?) {
        #expect(withBytes(cell) { point.parseHundredths($0) } == value)
    }

    @Test(
        arguments: [
            ("30", 30), ("-30", -30), ("30,00", 30), ("1.000", 1000), ("30,5", nil),
            ("999999999999999999", 999_999_999_999_999_999),
            ("1000000000000000000000", nil), ("", nil),
        ] as [(String, Int64?)])
    func wholeNumberMayHaveAnEmptyFraction(cell: String, value: Int64?) {
        #expect(withBytes(cell) { comma.parseInteger($0) } == value)
    }
}

@Suite struct PlainDecimalTests {
    /// The slow reader is the oracle: what the fast one reads, it reads the same, and it leaves out nothing plain.
    @Test func readsWhatTheSlowReaderReads() {
        var random = SeededRandom(seed: 11)
        let bytes = Array("0123456789012345678901234567890123456789....,-+ x:/".utf8)
        var plain = 0
        for _ in 0..<60_000 {
            let count = Int.random(in: 1...18, using: &random)
            let cell = (0..<count).map { _ in bytes[Int.random(in: 0..<bytes.count, using: &random)] }
            let text = String(decoding: cell, as: UTF8.self)
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let isPlain =
                count <= 16 && parts.count <= 2 && (parts.count < 2 || parts[1].count <= 7)
                && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
            // A cell of exactly these bytes, so that reading beyond them is seen by a sanitizer.
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
            _ = copy.initialize(from: cell)
            defer { copy.deallocate() }
            let read = PlainDecimal(UnsafeBufferPointer(copy), mark: UInt8(ascii: "."))
            #expect((read != nil) == isPlain, "\(text)")
            guard let read else { continue }
            plain += 1
            #expect(read.fractionDigits == (parts.count == 2 ? parts[1].count : nil), "\(text)")
            #expect(read.digits == Int64(parts.joined()), "\(text)")
            if let double = read.double { #expect(double == Double(text), "\(text)") }
        }
        #expect(plain > 3_000)
    }
}

@Suite struct DecimalEvidenceTests {
    private func settle(_ cells: [String]) -> SettledFormat<DecimalFormat> {
        var evidence = DecimalEvidence()
        for (row, cell) in cells.enumerated() { withBytes(cell) { evidence.add($0, row: row) } }
        return evidence.settle()
    }

    @Test(
        arguments: [
            (["1.234,56", "1.234"], DecimalFormat.Mark.comma, 0), (["1,234.56", "1.234"], .point, 0),
            (["12,5", "1.234", "7"], .comma, 0), (["0.123", "1.234"], .point, 0), (["1.234.567", "1.234"], .comma, 0),
            (["12", "", "7"], .point, 0), (["1234.567", "n/a"], .point, 1),
        ] as [([String], DecimalFormat.Mark, Int)])
    func cellsSettleTheMark(cells: [String], mark: DecimalFormat.Mark, unreadable: Int) {
        #expect(settle(cells) == .format(DecimalFormat(mark: mark), unreadable: unreadable))
    }

    @Test func aMarkBeforeThreeDigitsAloneIsAQuestion() {
        #expect(
            settle(["12", "1.234", "9.876"])
                == .ambiguous(
                    example: CellExample(row: 1, text: "1.234"),
                    readings: [
                        .init(format: DecimalFormat(mark: .point), meaning: "1.234"),
                        .init(format: DecimalFormat(mark: .comma), meaning: "1234.0"),
                    ]))
    }

    @Test func bothMarksAreMixed() {
        #expect(
            settle(["1,5", "2,5", "3.5"])
                == .mixed(
                    DecimalFormat(mark: .comma), others: 1, example: CellExample(row: 2, text: "3.5"),
                    otherFormat: DecimalFormat(mark: .point)))
    }

    @Test func columnWithoutNumbersSaysSo() {
        #expect(settle(["", " "]) == .blank)
        #expect(settle(["", "many"]) == .unreadable(example: CellExample(row: 1, text: "many")))
    }
}
