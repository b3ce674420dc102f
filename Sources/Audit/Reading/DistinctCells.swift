import CEL
import Tables

/// The different texts in the cells of a column that has few of them, such as currencies.
struct DistinctCells: Sendable {
    private(set) var texts: Set<String> = []
    /// The bytes of those that fit into a word: cells are compared with these before anything is hashed.
    private var words: [UInt64] = []

    private static let mostWords = 16

    mutating func formUnion(_ cells: CellColumn, _ rows: Rows) {
        for index in 0..<rows.count {
            let cell = cells[Int(rows.positions[index])]
            let word = Self.word(cell)
            if let word, words.contains(word) { continue }
            if cell.isBlankCell { continue }
            texts.insert(String(decoding: cell, as: UTF8.self))
            if let word, words.count < Self.mostWords { words.append(word) }
        }
    }

    /// Different for different cells of up to seven bytes, nil for others.
    private static func word(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard cell.count < 8 else { return nil }
        return cell.reduce(UInt64(cell.count)) { $0 << 8 | UInt64($1) }
    }
}
