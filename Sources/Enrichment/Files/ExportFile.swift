import CEL
import Foundation
import Synchronization
import Tables

/// A batch export of a source: a CSV file in which rows are found by a key.
///
/// The file is read once for each key that it is asked by, when the first row is asked for; what is kept of it is 16 bytes for
/// each row and key. Of rows that somebody asks for, only the cells are decoded that an expression reads.
final class ExportFile: Sendable {
    let path: String
    private let state = Mutex(State())

    private struct State {
        var contents: Result<ExportContents, NotKnown>?
        var indexes: [[String]: Result<Index, NotKnown>] = [:]
    }

    /// All that a look-up needs, so that it can go on while another one does.
    private final class Index: Sendable {
        let offsets: KeyIndex
        let contents: ExportContents

        init(_ offsets: KeyIndex, _ contents: ExportContents) {
            self.offsets = offsets
            self.contents = contents
        }
    }

    /// The file as it is asked by one key.
    final class Access: Sendable {
        private let file: ExportFile
        private let columns: [String]
        private let index = Mutex<Result<Index, NotKnown>?>(nil)

        init(_ file: ExportFile, by columns: [String]) {
            self.file = file
            self.columns = columns
        }

        /// The rows whose columns hold one of `keys`, in the order of the keys and then of the file; and when it was written.
        ///
        /// A key has a part for each column. Cells are compared as they are, blanks at their ends apart. Where there is no row
        /// for a key, but one that cannot be read may be the one, it is not known.
        func rows(_ keys: [[String]]) throws(NotKnown) -> (rows: [ExportRow], modified: Date) {
            let known = index.withLock { index in
                let known = index ?? file.index(by: columns)
                index = known
                return known
            }
            let index = try known.get()
            var rows: [ExportRow] = []
            for key in keys {
                var isFound = false
                for offset in index.offsets.offsets(of: key) {
                    let row = ExportRow(index.contents, at: offset)
                    guard row.holds(key, in: columns) else { continue }
                    rows.append(row)
                    isFound = true
                }
                if !isFound, let line = index.offsets.unreadable.line(ofOneThatMayHold: key) {
                    throw NotKnown(
                        "\(file.path) has rows that cannot be read, such as the one on line \(line); get the file again"
                    )
                }
            }
            return (rows, index.contents.modified)
        }
    }

    private struct Reference {
        weak var file: ExportFile?
    }

    private static let known = Mutex<[String: Reference]>([:])

    private init(path: String) { self.path = path }

    /// The one of a path, as long as somebody holds it, so that copies of a connector read it once.
    static func at(_ path: String) -> ExportFile {
        known.withLock { known in
            if let file = known[path]?.file { return file }
            let file = ExportFile(path: path)
            known[path] = Reference(file: file)
            return file
        }
    }

    private func index(by columns: [String]) -> Result<Index, NotKnown> {
        state.withLock { state in
            if let index = state.indexes[columns] { return index }
            let contents = state.contents ?? open()
            state.contents = contents
            let index = contents.flatMap { contents -> Result<Index, NotKnown> in
                let names = contents.names
                if let missing = columns.first(where: { !names.contains($0) }) {
                    return .failure(NotKnown("\(path) has no column '\(missing)'"))
                }
                let positions = columns.compactMap { names.firstIndex(of: $0) }
                return .success(Index(KeyIndex(of: contents.file, by: positions), contents))
            }
            state.indexes[columns] = index
            return index
        }
    }

    private func open() -> Result<ExportContents, NotKnown> {
        do throws(SourceError) {
            let file = try CSVFile(path: path)
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return .success(ExportContents(file, modified: attributes?[.modificationDate] as? Date ?? Date()))
        } catch {
            return .failure(NotKnown(error.description))
        }
    }
}
