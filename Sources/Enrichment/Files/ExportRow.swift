import CEL
import Foundation
import Tables

/// What rows of an export are read by.
final class ExportContents: Sendable {
    let file: CSVFile
    let names: [String]
    let modified: Date
    let reader: RecordReader
    /// The first column of each name.
    fileprivate let slots: NameIndex
    /// The other columns of names that stand more than once: of these, the first that is filled counts.
    fileprivate let others: [String: [Int]]
    /// The columns in the order of their names.
    fileprivate let sorted: [Int]

    init(_ file: CSVFile, modified: Date) {
        self.file = file
        self.modified = modified
        let names = file.header.map(\.trimmingBlanks)
        self.names = names
        reader = file.reader(Array(names.indices))
        let grouped = Dictionary(grouping: names.indices) { names[$0] }
        slots = NameIndex(names)
        others = grouped.filter { $0.value.count > 1 }.mapValues { Array($0.dropFirst()) }
        sorted = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    }
}

/// A row of an export as expressions see it: its filled cells by column, each decoded when it is read.
final class ExportRow: MapSource {
    private let contents: ExportContents
    private let cells: RecordCells

    init(_ contents: ExportContents, at offset: Int) {
        self.contents = contents
        cells = contents.reader.record(at: offset)
    }

    func value(for key: String) -> Value? {
        guard let slot = contents.slots.position(of: key) else { return nil }
        let text = cells.text(slot)
        if !text.isEmpty { return .string(text) }
        guard !contents.others.isEmpty else { return nil }
        return contents.others[key]?.lazy.map { self.cells.text($0) }.first { !$0.isEmpty }.map { .string($0) }
    }

    var entries: [(key: String, value: Value)] {
        var entries: [(key: String, value: Value)] = []
        for slot in contents.sorted where contents.names[slot] != entries.last?.key {
            let text = cells.text(slot)
            if !text.isEmpty { entries.append((contents.names[slot], .string(text))) }
        }
        return entries
    }

    /// Whether the columns hold the parts of a key, blanks at their ends apart.
    func holds(_ key: [String], in columns: [String]) -> Bool {
        for (column, part) in zip(columns, key) {
            guard case .string(let text)? = value(for: column), text == part || text.trimmingBlanks == part else {
                return false
            }
        }
        return true
    }
}
