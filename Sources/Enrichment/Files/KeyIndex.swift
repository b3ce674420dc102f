import Foundation
import Tables

/// Where in a file the rows of a key begin: hashes in order, and the offsets beside them.
struct KeyIndex: Sendable {
    private let entries: [Entry]
    let unreadable: UnreadableRows

    private struct Entry: Comparable {
        var hash: UInt64
        var offset: Int

        static func < (left: Entry, right: Entry) -> Bool {
            (left.hash, left.offset) < (right.hash, right.offset)
        }
    }

    init(of file: CSVFile, by columns: [Int]) {
        let threads = ProcessInfo.processInfo.activeProcessorCount
        let scan = file.scan(columns, threads: threads, makeState: { [Entry]() }) { entries, batch in
            for row in 0..<batch.count {
                var hash = KeyHash()
                for slot in columns.indices { hash.add(batch.column(slot)[row]) }
                if hash.isOfSomething { entries.append(Entry(hash: hash.value, offset: batch.byteOffsets[row])) }
            }
        }
        var all: [Entry] = []
        all.reserveCapacity(scan.rowCount)
        for piece in scan.pieces { all += piece.state }
        all.sort()
        entries = all
        unreadable = UnreadableRows(scan.quarantine, of: file)
    }

    /// In the order of the file; rows of other keys may be among them.
    func offsets(of key: [String]) -> [Int] {
        var hash = KeyHash()
        for part in key { Array(part.utf8).withUnsafeBufferPointer { hash.add($0) } }
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].hash < hash.value { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { $0.hash == hash.value }.map(\.offset)
    }
}

/// The rows of a file that were put aside: a key that is in none of the others may be in these.
struct UnreadableRows: Sendable {
    private var texts: [(line: Int, text: String)] = []
    /// Of the first of those whose text is not kept: what stands in it nobody knows.
    private var lineOfUnbounded: Int?

    /// Characters kept in all. Beyond them a file is no export with mistakes, but no export.
    private static let kept = 1 << 18

    init(_ quarantine: Quarantine, of file: CSVFile) {
        let reader = file.reader([])
        var length = 0
        for record in quarantine.records {
            // A quote that is never closed takes all that follows with it.
            let isBounded = record.reason != .unclosedQuote && record.reason != .tooLong && length < Self.kept
            let text = isBounded ? reader.text(at: record.byteOffset) : ""
            length += text.utf8.count
            guard isBounded, length <= Self.kept else {
                lineOfUnbounded = record.line
                return
            }
            texts.append((record.line, text))
        }
    }

    func line(ofOneThatMayHold key: [String]) -> Int? {
        texts.first { row in key.allSatisfy { row.text.contains($0) } }?.line ?? lineOfUnbounded
    }
}

/// FNV-1a over the parts of a key; every hit is compared with the cells themselves.
private struct KeyHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Whether any part held anything.
    private(set) var isOfSomething = false

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        for index in start..<end { value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        value = (value ^ 0x1F) &* 0x100_0000_01B3
        if end > start { isOfSomething = true }
    }
}
