/// How a column writes its numbers.
///
/// Thousands may be set apart by the other mark, a space (also a no-break one) or an apostrophe, in groups of three. A
/// sign stands before the digits or, as SAP writes it, behind them (`1.234,56-`); brackets mean minus. There is no
/// currency, no percent sign and no exponent.
public struct DecimalFormat: Hashable, Sendable {
    /// What stands before the fraction.
    public enum Mark: Hashable, Sendable, CaseIterable { case point, comma }

    public let mark: Mark

    public init(mark: Mark) { self.mark = mark }

    /// Nil when the cell is no number, or blank.
    @inline(__always)
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
        PlainDecimal(cell, mark: markByte)?.double ?? digits(cell)?.double
    }

    /// The number times a hundred, halves away from zero: for sums of money without rounding errors. Nil when the cell
    /// is no number, or is beyond an Int64.
    public func parseHundredths(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
        digits(cell)?.hundredths
    }

    /// A whole number; `30,00` is one. Nil when the cell is none, or is beyond an Int64.
    @inline(__always)
    public func parseInteger(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
        if let plain = PlainDecimal(cell, mark: markByte), plain.fractionDigits == nil { return plain.digits }
        return digits(cell)?.integer
    }

    /// Nil when the text is no number.
    public func parse(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    @inline(__always)
    private var markByte: UInt8 { mark == .point ? ASCII.point : ASCII.comma }

    func digits(_ cell: UnsafeBufferPointer<UInt8>) -> DecimalDigits? {
        switch mark {
        case .point: DecimalDigits(cell, mark: ASCII.point, groupMark: ASCII.comma)
        case .comma: DecimalDigits(cell, mark: ASCII.comma, groupMark: ASCII.point)
        }
    }
}
