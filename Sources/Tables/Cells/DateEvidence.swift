/// What the cells of a column say about how it writes dates, gathered from all of them.
public struct DateEvidence: Sendable {
    /// Cells with the same separator, year first or year last; whether the day or the month comes first is open.
    private struct Family: Sendable {
        /// With the year first, or eight digits.
        var yearFirst = Tally()
        /// 31/12/2026
        var dayFirst = Tally()
        /// 12/31/2026
        var monthFirst = Tally()
        /// 03/04/2026
        var either = Tally()
        /// 05/05/2026
        var same = Tally()
    }

    private var families = [Family](repeating: Family(), count: Self.separators.count)
    private var unreadable = Tally()

    private static let separators = [ASCII.minus, ASCII.slash, ASCII.point, ASCII.space, 0]

    /// The index in `separators`.
    private static func number(of separator: UInt8) -> Int {
        switch separator {
        case ASCII.minus: 0
        case ASCII.slash: 1
        case ASCII.point: 2
        case ASCII.space: 3
        default: 4
        }
    }

    public init() {}

    /// `lines` are those of the cells' records.
    public mutating func add(_ cells: CellColumn, lines: UnsafePointer<Int32>, count: Int) {
        for row in 0..<count { add(cells[row], row: Int(lines[row])) }
    }

    public mutating func add(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
        guard let parts = DateParts(cell) else {
            if !DateFormat.isNoDate(cell) { unreadable.add(cell, row: row) }
            return
        }
        let number = Self.number(of: parts.separator)
        if parts.separator == 0 || parts.firstDigits == 4 {
            guard DateFormat(order: .yearMonthDay, separator: parts.separator).date(parts) != nil else {
                if !DateFormat.isNoDate(cell) { unreadable.add(cell, row: row) }
                return
            }
            families[number].yearFirst.add(cell, row: row)
            return
        }
        let asDayFirst = DateFormat(order: .dayMonthYear, separator: parts.separator).date(parts)
        let asMonthFirst = DateFormat(order: .monthDayYear, separator: parts.separator).date(parts)
        switch (asDayFirst, asMonthFirst) {
        case (nil, nil): if !DateFormat.isNoDate(cell) { unreadable.add(cell, row: row) }
        case (_, nil): families[number].dayFirst.add(cell, row: row)
        case (nil, _): families[number].monthFirst.add(cell, row: row)
        case (let left, let right) where left == right: families[number].same.add(cell, row: row)
        default: families[number].either.add(cell, row: row)
        }
    }

    /// Adds what was gathered from rows that follow; `rowOffset` is the index of their first row.
    public mutating func merge(_ other: DateEvidence, rowOffset: Int) {
        unreadable.merge(other.unreadable, rowOffset: rowOffset)
        for number in families.indices {
            families[number].yearFirst.merge(other.families[number].yearFirst, rowOffset: rowOffset)
            families[number].dayFirst.merge(other.families[number].dayFirst, rowOffset: rowOffset)
            families[number].monthFirst.merge(other.families[number].monthFirst, rowOffset: rowOffset)
            families[number].either.merge(other.families[number].either, rowOffset: rowOffset)
            families[number].same.merge(other.families[number].same, rowOffset: rowOffset)
        }
    }

    /// Day and month are told apart by the column's own cells. Where none of them tells, a hyphen or a point means that the
    /// day comes first, as everywhere that writes dates with them; with a slash it is a question for the user.
    public func settle() -> SettledFormat<DateFormat> {
        var found: [(format: DateFormat, tally: Tally)] = []
        for (family, separator) in zip(families, Self.separators) {
            if family.yearFirst.count > 0 {
                found.append((DateFormat(order: .yearMonthDay, separator: separator), family.yearFirst))
            }
            let dayFirst = DateFormat(order: .dayMonthYear, separator: separator)
            let monthFirst = DateFormat(order: .monthDayYear, separator: separator)
            let (days, months) = (family.dayFirst.count, family.monthFirst.count)
            if days == 0, months == 0, separator == ASCII.slash, let example = family.either.first {
                return .ambiguous(
                    example: example, readings: [dayFirst, monthFirst].map { reading(of: example, as: $0) })
            }
            // Cells that fit either way go with those that do not.
            let open = family.either.count + family.same.count
            if days > 0 || months == 0, days + open > 0 {
                let with = days >= months ? open : 0
                let first = family.dayFirst.first ?? family.either.first ?? family.same.first
                found.append((dayFirst, Tally(count: days + with, first: first)))
            }
            if months > 0 {
                let with = months > days ? open : 0
                found.append((monthFirst, Tally(count: months + with, first: family.monthFirst.first)))
            }
        }
        return SettledFormat(found, unreadable: unreadable)
    }

    private func reading(of example: CellExample, as format: DateFormat) -> SettledFormat<DateFormat>.Reading {
        SettledFormat.Reading(format: format, meaning: format.parse(example.text)?.description ?? "")
    }
}
