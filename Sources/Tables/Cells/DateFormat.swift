/// How a column writes its dates, e.g. `dd.MM.yyyy`.
public struct DateFormat: Hashable, Sendable, CustomStringConvertible {
    /// Nil when the text is no such notation: `yyyy`, `MM` and `dd`, each once, and what stands between them.
    public init?(_ notation: String) { description = notation }
    public let description: String
    /// Nil when the cell is no date in this notation, or blank.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDate? { nil }
}
