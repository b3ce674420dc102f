/// What all the cells of a column say about how it is written.
public enum SettledFormat<Format: Hashable & Sendable>: Hashable, Sendable {
    /// There is no filled cell.
    case blank
    /// No filled cell is of the type; `example` is the first.
    case unreadable(example: CellExample)
    /// One format reads all that can be read. `unreadable` cells are of no known format.
    case format(Format, unreadable: Int)
    /// Several formats read the cells, with different values: a question for the user. `example` is a cell that they
    /// read differently, `readings` has for each format what that cell would then mean.
    case ambiguous(example: CellExample, readings: [Reading])
    /// The cells contradict each other: most are in `format`, `others` are in other ones, of which `example` is the first.
    case mixed(Format, others: Int, example: CellExample, otherFormat: Format)

    public struct Reading: Hashable, Sendable {
        public let format: Format
        /// E.g. `2026-04-03` or `1234`.
        public let meaning: String
    }
}

/// A cell to show to the user.
public struct CellExample: Hashable, Sendable {
    /// Index among the rows that the evidence was gathered from.
    public let row: Int
    public let text: String
}

/// How many cells are of some kind, and the first of them.
struct Tally: Hashable, Sendable {
    var count = 0
    var first: CellExample?

    @inline(__always)
    mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
        count += 1
        if first == nil { first = CellExample(row: row, text: String(decoding: cell, as: UTF8.self)) }
    }

    mutating func merge(_ other: Tally, rowOffset: Int) {
        count += other.count
        if first == nil { first = other.first.map { CellExample(row: $0.row + rowOffset, text: $0.text) } }
    }
}

extension SettledFormat {
    /// From the formats that occur, and how often.
    init(_ found: [(format: Format, tally: Tally)], unreadable: Tally) {
        let byCount = found.enumerated().sorted {
            ($1.element.tally.count, $0.offset) < ($0.element.tally.count, $1.offset)
        }.map(\.element)
        guard let winner = byCount.first else {
            self = unreadable.first.map { .unreadable(example: $0) } ?? .blank
            return
        }
        let others = byCount.dropFirst()
        let firstOther = others.compactMap { other in other.tally.first.map { (other.format, $0) } }
            .min { $0.1.row < $1.1.row }
        if let (format, example) = firstOther {
            let count = others.map(\.tally.count).reduce(0, +)
            self = .mixed(winner.format, others: count, example: example, otherFormat: format)
        } else {
            self = .format(winner.format, unreadable: unreadable.count)
        }
    }
}
