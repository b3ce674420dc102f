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
        for key in ["C10000001", "C99999999", "K2", "X-2", "C1000000A", "C1000000", " C10000000", "0"]
        where firstOffset[key] == nil {
            #expect(find(key, in: table) == nil, "\(key)")
        }
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
