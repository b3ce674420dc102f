import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Tables

@Suite struct ScanTests {
    @Test func columnsComeInTheOrderAskedAndAsOftenAsAsked() throws {
        let rows = try CSVText.withFile(Array("a,b,c\n1,\"x\"\"y\",3\n4,\"5\",6\n".utf8)) { file in
            file.scan([2, 1, 1], threads: 1, makeState: { [[String]]() }) { rows, batch in
                for row in 0..<batch.count {
                    rows.append((0..<3).map { String(decoding: batch.column($0)[row], as: UTF8.self) })
                }
            }.pieces.flatMap(\.state)
        }
        #expect(rows == [["3", "x\"y", "x\"y"], ["6", "5", "5"]])
    }

    @Test func recordsCanBeCountedWithoutAskingForColumns() throws {
        let result = try CSVText.withFile(Array("a,b\n1,2\n3,4\n5\n".utf8)) { file in
            file.scan([], threads: 1, makeState: { 0 }) { $0 += $1.count }
        }
        #expect(result.pieces.map(\.state) == [2])
        #expect(result.rowCount == 2)
        #expect(result.quarantine.count == 1)
    }

    @Test func batchesAreNoLargerThanAsked() throws {
        let text = "n\n" + (1...1000).map { "\($0)\n" }.joined()
        let sizes = try CSVText.withFile(Array(text.utf8)) { file in
            file.scan([0], threads: 1, batchRows: 300, makeState: { [Int]() }) { $0.append($1.count) }
        }
        #expect(sizes.pieces.map(\.state) == [[300, 300, 300, 100]])
    }

    /// A file is read into memory that is used over and over.
    @Test(arguments: [100, 4096, 1 << 20])
    func cellsHoldUntilTheirBatchHasBeenSeen(batchRows: Int) throws {
        let numbers = (0..<100_000).map { String($0) }
        let text = "n,m\n" + numbers.map { "\($0),\"\($0)\"\n" }.joined()
        let cells = try CSVText.withFile(Array(text.utf8)) { file in
            file.scan([0, 1], threads: 1, batchRows: batchRows, makeState: { [[String]](repeating: [], count: 2) }) {
                cells, batch in
                for row in 0..<batch.count {
                    for slot in 0...1 { cells[slot].append(String(decoding: batch.column(slot)[row], as: UTF8.self)) }
                }
            }.pieces.flatMap(\.state)
        }
        #expect(cells == [numbers, numbers])
    }

    @Test func whatIsBeyondTheLimitsIsCountedAllTheSame() throws {
        let text = "a,b\n" + String(repeating: "1,2,\n1\n", count: 50)
        let csv = try CSVText(Array(text.utf8), limits: ScanLimits(quarantinedRecords: 3, warningsOfEachKind: 2))
        #expect(csv.quarantine == ["3-3 too-few-fields 1", "5-5 too-few-fields 1", "7-7 too-few-fields 1"])
        #expect(csv.result.quarantine.count == 50)
        #expect(csv.warnings == ["trailing-delimiter 2", "trailing-delimiter 4"])
        #expect(csv.result.warningCounts == [.trailingDelimiter: 50])
    }

    /// A record that begins within is read to its end.
    @Test(arguments: [(4, 0), (5, 1), (8, 1), (9, 2), (12, 2), (13, 3), (16, 3), (17, 3), (1000, 3)])
    func onlyTheBeginningIsReadIfAsked(bytes: Int, records: Int) throws {
        let result = try CSVText.withFile(Array("a,b\n1,2\n3,4\n5,6\n".utf8)) { file in
            file.scan([0], threads: 2, beginning: bytes, makeState: { 0 }) { $0 += $1.count }
        }
        #expect(result.rowCount == records)
        #expect(result.pieces.map(\.state).reduce(0, +) == records)
    }

    @Test func progressEndsAtTheSizeOfTheData() throws {
        let text = "a,b\n" + String(repeating: "1,2\n", count: 10_000)
        let most = Mutex(0)
        try CSVText.withFile(Array(text.utf8)) { file in
            _ = file.scan(
                [0], threads: 2, batchRows: 100, pieceBytes: 5000,
                progress: { bytes in most.withLock { $0 = max($0, bytes) } }, makeState: { 0 }, body: { _, _ in })
            #expect(most.withLock(\.self) == file.byteCount - 4)
        }
    }

    @Test func singleRecordsAreReadByTheirOffset() throws {
        let text = "a,b,c\n1,\"say \"\"hi\"\"\nthere\",3\n4,5\n"
        try CSVText.withFile(Array(text.utf8)) { file in
            let result = file.scan([0], threads: 1, makeState: { [Int]() }) { offsets, batch in
                for row in 0..<batch.count { offsets.append(batch.byteOffsets[row]) }
            }
            let reader = file.reader([1, 2])
            let first = try #require(result.pieces.first?.state.first)
            #expect([0, 1].map(reader.record(at: first).text) == ["say \"hi\"\nthere", "3"])
            #expect(
                reader.record(at: first).withBytes(0) { String(decoding: $0, as: UTF8.self) } == "say \"hi\"\nthere")
            #expect(reader.text(at: first) == "1,\"say \"\"hi\"\"\nthere\",3")
            let short = try #require(result.quarantine.records.first)
            #expect([0, 1].map(reader.record(at: short.byteOffset).text) == ["5", ""])
        }
    }

    @Test func anUnclosedQuoteCostsItsLineAlone() throws {
        let csv = try CSVText("a,b\n1,2\n3,\"open\n4,5\n6,7\n")
        #expect(csv.rows == [["1", "2"], ["4", "5"], ["6", "7"]])
        #expect(csv.quarantine == ["3-3 unclosed-quote"])
    }

    @Test func everyRecordIsEitherARowOrQuarantined() throws {
        for seed in 0..<20 {
            let text = RandomText(seed: seed, columns: 4, size: 20_000, wildness: 100)
            let csv = try CSVText(
                Array("a,b,c,d\n".utf8) + text.bytes, CSVOptions(encoding: .utf8, delimiter: ASCII.comma))
            let reference = ReferenceReader(text.bytes, delimiter: ASCII.comma, columns: 4)
            #expect(
                csv.result.rowCount + csv.result.quarantine.count == reference.rows.count + reference.quarantine.count)
        }
    }

    /// Hostile cells that every reader has to bring through unharmed.
    @Test func hostileCellsAreText() throws {
        let cells = [
            "=1+1", "<script>alert(1)</script>", "\r\n=cmd", String(repeating: "x", count: 1_000_000),
            "\u{202E}txt.exe",
            "NO", "0012", "'; DROP TABLE x;--", "\u{1B}[31m", "\u{FEFF}bom", "\t=1", "", " ", "\"\"", ",", "\n",
        ]
        let quoted = cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        let csv = try CSVText("id,cell\n" + quoted.enumerated().map { "\($0),\($1)\n" }.joined())
        #expect(csv.rows.map { $0[1].utf8.map(\.self) } == cells.map { Array($0.utf8) })
    }
}
