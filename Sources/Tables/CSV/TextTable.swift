/// A small CSV file that people fill in: all cells as texts, each row with its line.
public struct TextTable: Sendable {
    public struct Row: Sendable {
        /// 1-based physical line on which the row starts.
        public var line: Int
        /// By column of the header; as many as it has.
        public var cells: [String]
    }

    /// As written, without blanks at the ends.
    public let header: [String]
    public let rows: [Row]
    public let quarantine: Quarantine
    public let dialect: Dialect

    /// Reads the whole file into memory.
    public init(path: String) throws(SourceError) {
        let file = try CSVFile(path: path)
        let columns = Array(file.header.indices)
        let result = file.scan(columns, threads: 1, makeState: { [Row]() }) { rows, batch in
            for row in 0..<batch.count {
                let cells = columns.map { String(decoding: batch.column($0)[row], as: UTF8.self) }
                rows.append(Row(line: Int(batch.lines[row]), cells: cells))
            }
        }
        header = file.header.map(\.trimmingBlanks)
        rows = result.pieces.flatMap { piece in
            piece.state.map { Row(line: $0.line + piece.firstLine, cells: $0.cells) }
        }
        quarantine = result.quarantine
        dialect = result.dialect
    }

    /// Nil when there is no such file.
    public init?(ifThereAt path: String) throws(SourceError) {
        do throws(SourceError) {
            try self.init(path: path)
        } catch {
            if error.reason == .missing { return nil }
            throw error
        }
    }

    /// The position of a column by its name, in whatever letter case.
    public func column(_ name: String) -> Int? { header.firstIndex { $0.lowercased() == name } }
}
