import Foundation
import Synchronization
import Tables

/// A batch export of a source: a CSV file in which rows are found by a key.
///
/// The file is read once for each key that it is asked by, when the first row is asked for; what is kept of it is 16 bytes for
/// each row and key. Only rows that somebody asks for are decoded.
final class ExportFile: Sendable {
    let path: String
    private let state = Mutex(State())

    private struct State {
        var opened: Result<Opened, NotKnown>?
        var indexes: [[String]: Result<Index, NotKnown>] = [:]
    }

    private struct Opened {
        let file: CSVFile
        let names: [String]
        let modified: Date
    }

    /// All that a look-up needs, so that it can go on while another one does.
    private struct Index: Sendable {
        let offsets: KeyIndex
        let names: [String]
        let reader: RecordReader
        let modified: Date
    }

    init(path: String) { self.path = path }

    /// The rows whose `columns` hold one of `keys`, each as its filled cells by column; and when the file was written.
    ///
    /// A key has a part for each column. Cells are compared as they are, blanks at their ends apart. Where there is no row for a key,
    /// but one that cannot be read may be the one, it is not known.
    func rows(where columns: [String], are keys: [[String]]) -> Result<
        (rows: [[String: String]], modified: Date), NotKnown
    > {
        index(by: columns).flatMap { index in
            var rows: [[String: String]] = []
            for key in keys {
                let found = index.offsets.offsets(of: key).compactMap { offset -> [String: String]? in
                    let cells = index.reader.cells(at: offset)
                    let row = Dictionary(zip(index.names, cells).filter { !$1.isEmpty }) { first, _ in first }
                    return zip(columns, key).allSatisfy { (row[$0] ?? "").trimmingBlanks == $1 } ? row : nil
                }
                if found.isEmpty, let line = index.offsets.unreadable.line(ofOneThatMayHold: key) {
                    return .failure(
                        NotKnown(
                            "\(path) has rows that cannot be read, such as the one on line \(line); get the file again")
                    )
                }
                rows += found
            }
            return .success((rows, index.modified))
        }
    }

    private func index(by columns: [String]) -> Result<Index, NotKnown> {
        state.withLock { state in
            if let index = state.indexes[columns] { return index }
            let opened = state.opened ?? open()
            state.opened = opened
            let index = opened.flatMap { opened -> Result<Index, NotKnown> in
                if let missing = columns.first(where: { !opened.names.contains($0) }) {
                    return .failure(NotKnown("\(path) has no column '\(missing)'"))
                }
                let positions = columns.compactMap { opened.names.firstIndex(of: $0) }
                let offsets = KeyIndex(of: opened.file, by: positions)
                let reader = opened.file.reader(Array(opened.names.indices))
                return .success(Index(offsets: offsets, names: opened.names, reader: reader, modified: opened.modified))
            }
            state.indexes[columns] = index
            return index
        }
    }

    private func open() -> Result<Opened, NotKnown> {
        do throws(SourceError) {
            let file = try CSVFile(path: path)
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return .success(
                Opened(
                    file: file, names: file.header.map(\.trimmingBlanks),
                    modified: attributes?[.modificationDate] as? Date ?? Date()))
        } catch {
            return .failure(NotKnown(error.description))
        }
    }
}
