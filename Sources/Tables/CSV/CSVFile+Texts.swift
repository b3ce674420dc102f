extension CSVFile {
    /// All rows of a small file as texts, by the names of columns; a column that the file lacks is empty in every row.
    public func texts(of columns: [String]) -> [[String]] {
        let names = header.map { $0.trimmingBlanks.lowercased() }
        let positions = columns.map { names.firstIndex(of: $0) }
        let found = positions.compactMap(\.self)
        let result = scan(found, threads: 1, makeState: { [[String]]() }) { rows, batch in
            for row in 0..<batch.count {
                rows.append(found.indices.map { String(decoding: batch.column($0)[row], as: UTF8.self) })
            }
        }
        return result.pieces.flatMap(\.state).map { cells in
            var next = 0
            return positions.map { position in
                guard position != nil else { return "" }
                defer { next += 1 }
                return cells[next]
            }
        }
    }
}

extension StringProtocol {
    /// Without white space at the ends.
    public var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
