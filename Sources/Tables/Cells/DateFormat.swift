/// How a column writes its dates, e.g. `dd.MM.yyyy`.
///
/// Day and month may have one digit or two. A time of day behind the date (`T12:00:00Z`, ` 12:00`) is passed over.
public struct DateFormat: Hashable, Sendable, CustomStringConvertible {
    enum Order: Hashable, Sendable { case yearMonthDay, dayMonthYear, monthDayYear }

    let order: Order
    /// `-`, `/`, `.` or a space; 0 when year, month and day stand together as eight digits.
    let separator: UInt8
    /// Years have two digits: 70…99 are of the last century, the others of this one.
    let hasShortYears: Bool

    public static let iso = DateFormat(order: .yearMonthDay, separator: ASCII.minus)

    init(order: Order, separator: UInt8, hasShortYears: Bool = false) {
        self.order = order
        self.separator = separator
        self.hasShortYears = hasShortYears
    }

    /// Reads a notation such as `dd.MM.yyyy`, `yyyyMMdd`, `M/d/yy`; letter case does not matter. Nil when it is none: year,
    /// month and day must each be there once, in one of the usual orders, with the same character between them.
    public init?(_ notation: String) {
        let letters = Array(notation.lowercased().utf8)
        let parts = letters.split { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        if parts.count == 1 {
            guard let order = Self.compactOrders[notation.lowercased()] else { return nil }
            self.init(order: order, separator: 0)
            return
        }
        let separators = letters.filter { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard parts.count == 3, separators.count == 2, let separator = separators.first, separators[1] == separator,
            [ASCII.minus, ASCII.slash, ASCII.point, ASCII.space].contains(separator),
            let order = Self.orders[String(decoding: parts.compactMap(\.first), as: UTF8.self)],
            parts.allSatisfy({ part in part.allSatisfy { $0 == part.first } }),
            parts.allSatisfy({ $0.first == UInt8(ascii: "y") ? $0.count == 4 || $0.count == 2 : $0.count <= 2 })
        else { return nil }
        let yearDigits = parts.first { $0.first == UInt8(ascii: "y") }?.count
        self.init(order: order, separator: separator, hasShortYears: yearDigits == 2)
    }

    private static let orders: [String: Order] = ["ymd": .yearMonthDay, "dmy": .dayMonthYear, "mdy": .monthDayYear]
    private static let compactOrders: [String: Order] = [
        "yyyymmdd": .yearMonthDay, "ddmmyyyy": .dayMonthYear, "mmddyyyy": .monthDayYear,
    ]

    public var description: String {
        let year = hasShortYears ? "yy" : "yyyy"
        let parts =
            switch order {
            case .yearMonthDay: [year, "MM", "dd"]
            case .dayMonthYear: ["dd", "MM", year]
            case .monthDayYear: ["MM", "dd", year]
            }
        return parts.joined(separator: separator == 0 ? "" : String(UnicodeScalar(separator)))
    }

    /// Nil when the cell is no date in this notation, or blank.
    public func parse(_ cell: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard let parts = DateParts(cell) else { return nil }
        return date(parts)
    }

    /// Nil when the text is no date in this notation.
    public func parse(_ text: String) -> CalendarDate? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// A date in this notation, with two digits for day and month.
    public func text(of date: CalendarDate) -> String {
        let (year, month, day) = date.components
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let (y, m, d) = (hasShortYears ? padded(year % 100, 2) : padded(year, 4), padded(month, 2), padded(day, 2))
        let parts =
            switch order {
            case .yearMonthDay: [y, m, d]
            case .dayMonthYear: [d, m, y]
            case .monthDayYear: [m, d, y]
            }
        return parts.joined(separator: separator == 0 ? "" : String(UnicodeScalar(separator)))
    }

    /// Whether the cell stands for "no date": blank, or zeros in place of a date (`00000000`, `00.00.0000`), as SAP writes it.
    public static func isNoDate(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        if cell.isBlankCell { return true }
        let text = cell.trimmedCell
        return (8...10).contains(text.count) && text.contains(ASCII.zero)
            && text.allSatisfy { $0 == ASCII.zero || DateParts.isSeparator($0) }
    }

    @inline(__always)
    func date(_ parts: DateParts) -> CalendarDate? {
        guard parts.separator == separator else { return nil }
        if separator == 0 { return compactDate(parts) }
        guard (parts.firstDigits == 4) == (order == .yearMonthDay && !hasShortYears) else { return nil }
        let (year, month, day, yearDigits) =
            switch order {
            case .yearMonthDay: (parts.first, parts.second, parts.third, parts.firstDigits)
            case .dayMonthYear: (parts.third, parts.second, parts.first, parts.thirdDigits)
            case .monthDayYear: (parts.third, parts.first, parts.second, parts.thirdDigits)
            }
        guard yearDigits == (hasShortYears ? 2 : 4), order != .yearMonthDay || parts.thirdDigits <= 2 else {
            return nil
        }
        return CalendarDate(year: hasShortYears ? (year < 70 ? 2000 : 1900) + year : year, month: month, day: day)
    }

    private func compactDate(_ parts: DateParts) -> CalendarDate? {
        let digits = parts.first
        return switch order {
        case .yearMonthDay: CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        case .dayMonthYear: CalendarDate(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
        case .monthDayYear: CalendarDate(year: digits % 10_000, month: digits / 1_000_000, day: digits / 10_000 % 100)
        }
    }
}
