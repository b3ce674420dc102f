/// What the cells of a column say about how it writes numbers, gathered from all of them.
public struct DecimalEvidence: Sendable {
    public init() {}
    public mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {}
    /// Adds what was gathered from rows that follow; `rowOffset` is the index of their first row.
    public mutating func merge(_ other: DecimalEvidence, rowOffset: Int) {}
    public func settle() -> SettledFormat<DecimalFormat> { .blank }
}
