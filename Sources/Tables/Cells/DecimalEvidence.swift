/// What the cells of a column say about how it writes numbers, gathered from all of them.
public struct DecimalEvidence: Sendable {
    private var point = Tally()
    private var comma = Tally()
    /// `1.234`: one number with a point before the fraction, another with a comma.
    private var either = Tally()
    private var same = Tally()
    private var unreadable = Tally()

    public init() {}

    /// `lines` are those of the cells' records.
    public mutating func add(_ cells: CellColumn, lines: UnsafePointer<Int32>, count: Int) {
        for row in 0..<count { add(cells[row], row: Int(lines[row])) }
    }

    @inline(__always)
    public mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
        // Three digits behind a mark may be thousands; with any other number of them, one reading is left.
        if let plain = PlainDecimal(cell, mark: ASCII.point), plain.fractionDigits != 3 {
            if plain.fractionDigits == nil { same.add(cell, row: row) } else { point.add(cell, row: row) }
            return
        }
        addUnusual(cell, row: row)
    }

    private mutating func addUnusual(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
        if cell.isBlankCell { return }
        let withPoint = DecimalFormat(mark: .point).digits(cell)?.double
        let withComma = DecimalFormat(mark: .comma).digits(cell)?.double
        switch (withPoint, withComma) {
        case (nil, nil): unreadable.add(cell, row: row)
        case (_, nil): point.add(cell, row: row)
        case (nil, _): comma.add(cell, row: row)
        case (let left, let right) where left == right: same.add(cell, row: row)
        default: either.add(cell, row: row)
        }
    }

    /// Adds what was gathered from rows that follow; `rowOffset` is the index of their first row.
    public mutating func merge(_ other: DecimalEvidence, rowOffset: Int) {
        point.merge(other.point, rowOffset: rowOffset)
        comma.merge(other.comma, rowOffset: rowOffset)
        either.merge(other.either, rowOffset: rowOffset)
        same.merge(other.same, rowOffset: rowOffset)
        unreadable.merge(other.unreadable, rowOffset: rowOffset)
    }

    /// A point, when only whole numbers without marks occur.
    public func settle() -> SettledFormat<DecimalFormat> {
        if point.count == 0, comma.count == 0, let example = either.first {
            return .ambiguous(
                example: example,
                readings: DecimalFormat.Mark.allCases.map { mark in
                    let format = DecimalFormat(mark: mark)
                    return SettledFormat.Reading(
                        format: format, meaning: format.parse(example.text).map { "\($0)" } ?? "")
                })
        }
        let open = either.count + same.count
        var found: [(format: DecimalFormat, tally: Tally)] = []
        if comma.count > 0 {
            let with = comma.count > point.count ? open : 0
            found.append((DecimalFormat(mark: .comma), Tally(count: comma.count + with, first: comma.first)))
        }
        if point.count > 0 || comma.count == 0 && same.count > 0 {
            let with = point.count >= comma.count ? open : 0
            let first = point.first ?? same.first
            found.append((DecimalFormat(mark: .point), Tally(count: point.count + with, first: first)))
        }
        return SettledFormat(found, unreadable: unreadable)
    }
}
