import Foundation
import Synchronization
import Tables

/// A batch export of a source: a CSV file in which rows are found by a key.
///
/// The file is read once, when the first row is asked for; what is kept of it is 16 bytes for each row and key. Only rows
/// that somebody asks for are decoded.
final class ExportFile: Sendable {
    let path: String
    private let state = Mutex<Result<Opened, NotKnown>?>(nil)

    private struct Opened: Sendable {
        let file: CSVFile
        let modified: Date
        var indexes: [[String]: KeyIndex] = [:]
    }

    init(path: String) { self.path = path }

    /// The rows whose `columns` hold one of `keys`, each as its filled cells by column; and when the file was written.
    ///
    /// A key has a part for each column. Cells are compared as they are, blanks at their ends apart.
    func rows(where columns: [String], are keys: [[String]]) -> Result<
        (rows: [[String: String]], modified: Date), NotKnown
    > {
        state.withLock { state in
            var opened: Opened
            switch state ?? open() {
            case .success(let value): opened = value
            case .failure(let failure):
                state = .failure(failure)
                return .failure(failure)
            }
            if opened.indexes[columns] == nil {
                let positions = columns.compactMap { column in
                    opened.file.header.firstIndex { $0.trimmingBlanks == column }
                }
                guard positions.count == columns.count else {
                    let missing = columns.first { column in
                        !opened.file.header.contains { $0.trimmingBlanks == column }
                    }
                    return .failure(NotKnown("\(path) has no column '\(missing ?? "")'"))
                }
                opened.indexes[columns] = KeyIndex(of: opened.file, by: positions)
            }
            state = .success(opened)
            guard let index = opened.indexes[columns] else { return .success(([], opened.modified)) }
            let names = opened.file.header.map(\.trimmingBlanks)
            let reader = opened.file.reader(Array(names.indices))
            let rows = keys.flatMap { key -> [[String: String]] in
                index.offsets(of: key).compactMap { offset in
                    let cells = reader.cells(at: offset)
                    let row = Dictionary(zip(names, cells).filter { !$1.isEmpty }) { first, _ in first }
                    return zip(columns, key).allSatisfy { (row[$0] ?? "").trimmingBlanks == $1 } ? row : nil
                }
            }
            return .success((rows, opened.modified))
        }
    }

    private func open() -> Result<Opened, NotKnown> {
        do throws(SourceError) {
            let file = try CSVFile(path: path)
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return .success(Opened(file: file, modified: attributes?[.modificationDate] as? Date ?? Date()))
        } catch {
            return .failure(NotKnown(error.description))
        }
    }
}

/// Where in a file the rows of a key begin: hashes in order, and the offsets beside them.
private struct KeyIndex: Sendable {
    private let entries: [Entry]

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
