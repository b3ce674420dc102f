import Foundation
import Testing

@testable import Tables

@Suite struct EncodingTests {
    private static let text = "id,naam\n1,Café Łódź €\n2,😀\n"

    private func wide(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
        let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
        return units.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return encoding == .utf16BigEndian ? [high, low] : [low, high]
        }
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
    func wideTextIsKnownByItsMarkOrItsNULs(encoding: TextEncoding, hasMark: Bool) throws {
        let csv = try CSVText(wide(Self.text, encoding, mark: hasMark))
        #expect(csv.dialect.encoding == encoding)
        #expect(csv.dialect.hasByteOrderMark == hasMark)
        #expect(csv.dialect.isEncodingGuessed == !hasMark)
        #expect(csv.rows == [["1", "Café Łódź €"], ["2", "😀"]])
        #expect(csv.warnings == (hasMark ? [] : ["encoding-guessed"]))
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
    func wideTextOfOtherAlphabetsIsKnownByItsLineFeeds(encoding: TextEncoding) throws {
        let text = "имя,город\n\"Ромашка, производственное объединение\",Санкт-Петербург\n"
        let csv = try CSVText(wide(text, encoding, mark: false))
        #expect(csv.dialect.encoding == encoding)
        #expect(csv.rows == [["Ромашка, производственное объединение", "Санкт-Петербург"]])
    }

    @Test(arguments: ["a,b\n1,\u{0}\n", "a,b\n1,2\u{0}\n", "a\n\u{0}\n", "a,b\n\u{0}\u{0},\u{0}\n"])
    func someNULsDoNotMakeTextWide(text: String) throws {
        let csv = try CSVText(text)
        #expect(csv.dialect.encoding == .utf8)
        #expect(csv.quarantine == ["2-2 nul-byte"])
    }

    @Test func whatCannotBeDecodedPutsItsRecordAside() throws {
        let loneSurrogate: [UInt8] = [0x31, 0, 0x2C, 0, 0x00, 0xD8, 0x0A, 0]
        let csv = try CSVText(
            wide("a,b\n", .utf16LittleEndian, mark: true) + loneSurrogate + [0x32, 0, 0x2C, 0, 0x33, 0])
        #expect(csv.rows == [["2", "3"]])
        #expect(csv.quarantine == ["2-2 invalid-encoding"])
    }

    @Test func surrogatePairsSurviveTheEdgeOfAStep() throws {
        let filler = String(repeating: "x", count: 32 * 1024 - 8)
        for shift in 0..<4 {
            let name = String(repeating: "y", count: shift) + filler + "😀😀😀"
            let csv = try CSVText(wide("name\n\(name)\n", .utf16LittleEndian, mark: true))
            #expect(csv.rows == [[name]])
        }
    }

    @Test(
        arguments: [
            ("windows-1252", "a\n\u{20AC}\u{0178}\u{00E9}\n", [0x80, 0x9F, 0xE9]),
            ("iso-8859-1", "a\n\u{80}\u{9F}\u{00E9}\n", [0x80, 0x9F, 0xE9]),
            ("iso-8859-15", "a\n\u{20AC}\u{0178}\u{00E9}\n", [0xA4, 0xBE, 0xE9]),
        ] as [(String, String, [UInt8])])
    func declaredEncodingIsNotQuestioned(name: String, expected: String, bytes: [UInt8]) throws {
        let encoding = try #require(TextEncoding(name: name))
        let csv = try CSVText([0x61, 0x0A] + bytes + [0x0A], CSVOptions(encoding: encoding))
        #expect(csv.dialect.encoding == encoding)
        #expect(csv.rows == [[String(expected.dropFirst(2).dropLast())]])
        #expect(csv.warnings.isEmpty)
    }

    @Test func bytesThatAreNotUTF8AreGuessedToBeWindows1252() throws {
        let csv = try CSVText(Array("id,name\n1,Caf".utf8) + [0xE9, 0x0A])
        #expect(csv.dialect.encoding == .windows1252)
        #expect(csv.rows == [["1", "Café"]])
        #expect(csv.warnings == ["encoding-guessed"])
    }

    @Test func unassignedByteOfWindows1252PutsItsRecordAside() throws {
        let csv = try CSVText(Array("id,name\n1,".utf8) + [0x81, 0x0A] + Array("2,b\n".utf8))
        #expect(csv.dialect.encoding == .windows1252)
        #expect(csv.quarantine == ["2-2 invalid-encoding"])
    }

    @Test func damagedUTF8StaysUTF8() throws {
        let csv = try CSVText(Array("id,name\n1,Café\n2,Caf".utf8) + [0xE9, 0x0A] + Array("3,c\n".utf8))
        #expect(csv.dialect.encoding == .utf8)
        #expect(csv.rows == [["1", "Café"], ["3", "c"]])
        #expect(csv.quarantine == ["3-3 invalid-encoding"])
    }

    @Test func replacementCharacterInUTF8IsText() throws {
        let csv = try CSVText("id,name\n1,Caf\u{FFFD}\n")
        #expect(csv.rows == [["1", "Caf\u{FFFD}"]])
    }

    /// A byte far behind the part of the file that is looked at first.
    @Test(arguments: [false, true])
    func aLateByteSettlesTheEncodingOfTheWholeFile(hasUTF8: Bool) throws {
        let plain = Array(String(repeating: "123456789,abcdefghi\n", count: 150_000).utf8)
        let latin = Array("1,Caf".utf8) + [0xE9, 0x0A]
        let csv = try CSVText(Array("id,name\n".utf8) + plain + latin + (hasUTF8 ? Array("2,é\n".utf8) : []) + plain)
        #expect(csv.dialect.encoding == (hasUTF8 ? .utf8 : .windows1252))
        #expect(csv.result.rowCount == 300_001)
        #expect(csv.result.quarantine.count == (hasUTF8 ? 1 : 0))
        #expect(csv.rows[150_000] == (hasUTF8 ? ["2", "é"] : ["1", "Café"]))
        #expect(csv.warnings == (hasUTF8 ? [] : ["encoding-guessed"]))
    }

    @Test(arguments: [
        "c0 80", "c1 bf", "e0 80 80", "e0 9f bf", "ed a0 80", "ed bf bf", "f0 80 80 80", "f0 8f bf bf", "f4 90 80 80",
        "f5 80 80 80", "80", "bf", "c3", "e2 82", "f0 9f 98", "e2 28 a1", "ff", "fe",
    ])
    func malformedSequenceIsNotUTF8(hex: String) throws {
        let bytes = hex.split(separator: " ").compactMap { UInt8($0, radix: 16) }
        for padding in [0, 60, 61, 62, 63, 64] {
            let name = [UInt8](repeating: 0x78, count: padding) + bytes
            let csv = try CSVText(Array("id,name\n1,".utf8) + name + Array("\n2,é\n".utf8), CSVOptions(encoding: .utf8))
            #expect(csv.rows == [["2", "é"]])
            #expect(csv.quarantine == ["2-2 invalid-encoding"])
        }
    }

    @Test(arguments: [
        "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{CFFF}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}",
        "\u{3FFFF}", "\u{40000}", "\u{10FFFF}",
    ])
    func wellFormedSequenceIsUTF8(scalar: String) throws {
        for padding in 58...66 {
            let name = String(repeating: "x", count: padding) + scalar
            #expect(try CSVText("id,name\n1,\(name)\n").rows == [["1", name]])
        }
    }

    @Test(arguments: [
        ("UTF8", TextEncoding.utf8), ("cp1252", .windows1252), ("Latin-1", .isoLatin1),
        ("utf_16_le", .utf16LittleEndian),
    ])
    func encodingsHaveTheNamesPeopleUse(name: String, encoding: TextEncoding) {
        #expect(TextEncoding(name: name) == encoding)
        #expect(TextEncoding(name: "klingon") == nil)
    }
}
