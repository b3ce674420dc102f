/// How a column writes its numbers.
public struct DecimalFormat: Hashable, Sendable {
    /// `.` or `,`; the other one, a space and an apostrophe may set thousands apart.
    public enum Mark: Hashable, Sendable { case point, comma }
    public let mark: Mark

    public init(mark: Mark) { self.mark = mark }

    /// Nil when the cell is no number, or blank.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Double? { nil }
    /// The number times a hundred, halves away from zero: for sums of money without rounding errors. Nil when the cell
    /// is no number, or beyond an Int64.
    public func parseHundredths(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? { nil }
    /// A whole number. Nil when the cell is none; `30,00` is one.
    public func parseInteger(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? { nil }
}
