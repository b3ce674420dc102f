/// What all the cells of a column say about how it is written.
public enum SettledFormat<Format: Hashable & Sendable>: Hashable, Sendable {
    /// There is no filled cell.
    case blank
    /// No filled cell is of the type; `example` is the first.
    case unreadable(example: CellExample)
    /// One format reads all that can be read. `unreadable` cells are of no known format.
    case format(Format, unreadable: Int)
    /// Several formats read all cells, with different values: a question for the user. `example` is a cell that they
    /// read differently, `readings` has for each format what the cell would then mean.
    case ambiguous(example: CellExample, readings: [Reading])
    /// The cells contradict each other: most are in `format`, `others` in another one, of which `example` is the first.
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
