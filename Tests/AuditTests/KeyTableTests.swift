import CEL
import Tables
import TestSupport
import Testing

@testable import Audit

@Suite struct KeyTableTests {
    /// Pieces of a file with their keys, as a scan would meet them; the offset of a key is its place among all.
    private func table(_ pieces: [[String]]) -> (table: KeyTable, firstOffsets: [Int]) {
        var offset = 0
        return KeyTable.build(
            pieces.map { keys in
                var batch = KeyTable.Batch()
                for var key in keys {
                    key.withUTF8 { bytes in
                        if let start = bytes.baseAddress, !bytes.isEmpty {
                            batch.add(start, bytes.count, offset: offset)
                        }
                    }
                    offset += 1
                }
                return batch
            })
    }

    private func find(_ key: String, in table: KeyTable) -> UInt32? {
        var key = key
        return key.withUTF8 { bytes in bytes.baseAddress.flatMap { table.number(of: $0, bytes.count) } }
    }

    private static let range = (0..<3000).map { "C\(String(10_000_000 + $0 * 3))" }

    @Test(
        arguments: [
            [Self.range], [Array(Self.range[..<700]), Array(Self.range[600...])],
            // Other forms in between, and a piece that begins with one.
            [
                Array(Self.range[..<10]) + ["X-1", "C1", "", "C10000003", "c10000003"],
                ["A1", "A2", "C10000006", "A1"],
            ],
            // Gaps that no bits are spent on, digits alone, and none at all.
            [["K1", "K9", "K5"], ["K0"]], [["00000000000000000001", "99999999999999999999", "123"]],
            [["9000000000000001", "1"], ["1", "2"]], [["abc", "déf", "abc"], ["abc"]], [[], ["7"]], [],
        ])
    func everyKeyHasANumberOfItsOwn(pieces: [[String]]) throws {
        let (table, firstOffsets) = table(pieces)
        var firstOffset: [String: Int] = [:]
        for (offset, key) in pieces.joined().enumerated() where !key.isEmpty {
            firstOffset[key] = firstOffset[key] ?? offset
        }
        var numbers: Set<UInt32> = []
        for (key, offset) in firstOffset {
            let number = try #require(find(key, in: table), "\(key)")
            #expect(firstOffsets[Int(number)] == offset, "\(key)")
            numbers.insert(number)
        }
        #expect(table.count == firstOffset.count)
        #expect(numbers == Set(0..<UInt32(firstOffset.count)))
        let others = ["C10000001", "C99999999", "K2", "X-2", "C1000000A", "C1000000", " C10000000", "0"]
        for key in others where firstOffset[key] == nil {
            #expect(find(key, in: table) == nil, "\(key)")
        }
        let column = firstOffset.keys.sorted() + others + [" "]
        let wanted = column.map { key in find(key, in: table) ?? KeyTable.none }
        #expect(try columnNumbers(column, in: table) == wanted)
    }

    /// As a batch of links is looked up.
    private func columnNumbers(_ keys: [String], in table: KeyTable) throws -> [UInt32] {
        let file = try CSVFile(text: "key,x\n" + keys.map { "\($0),\n" }.joined(), name: "keys")
        return file.scan([0], threads: 1, makeState: { [UInt32]() }) { numbers, batch in
            numbers += [UInt32](unsafeUninitializedCapacity: batch.count) { memory, count in
                if let start = memory.baseAddress {
                    table.numbers(of: batch.column(0), count: batch.count, into: start)
                }
                count = batch.count
            }
        }.pieces.flatMap(\.state)
    }
}

@Suite struct DistinctCellsTests {
    @Test func cellsOfAnyLengthAreToldApart() throws {
        let cells = [
            "EUR", "USD", "", " ", "EUR", "EURO", "RUE", "a longer text", "another long text", "a longer text", "E",
        ]
        let many = (0..<40).map { "C\($0)" }
        let file = try CSVFile(text: "c,x\n" + (cells + many + many).map { "\($0),\n" }.joined(), name: "cells")
        let texts = file.scan([0], threads: 1, makeState: { DistinctCells() }) { distinct, batch in
            let all = (0..<batch.count).map { Int32($0) }
            let column = batch.column(0)
            all.withUnsafeBufferPointer { rows in
                if let start = rows.baseAddress {
                    distinct.formUnion(column, Rows(positions: start, count: rows.count))
                }
            }
        }.pieces.map(\.state.texts)
        #expect(texts == [Set(cells + many).subtracting(["", " "])])
    }
}

@Suite struct StableOrderTests {
    @Test func laterKeysWinAndTiesKeepTheOrderBefore() {
        var random = SeededRandom(seed: 3)
        let rows = (0..<5000).map { _ in
            (UInt64.random(in: 0..<5, using: &random), UInt64.random(in: 0...UInt64.max, using: &random) >> 20)
        }
        var order = StableOrder(count: rows.count)
        order.sort { rows[$0].1 }
        order.sort { rows[$0].0 }
        let wanted = rows.indices.sorted { (rows[$0].0, rows[$0].1, $0) < (rows[$1].0, rows[$1].1, $1) }
        #expect(order.positions.map { Int($0) } == wanted)
    }
}
