/// A date that somebody typed, or that a spreadsheet wrote back its own way.
public enum EnteredDate: Hashable, Sendable {
    case date(CalendarDate)
    /// Day and month may stand either way round.
    case ambiguous(CalendarDate, CalendarDate)
    case none

    private static let formats = [
        DateFormat(order: .yearMonthDay, separator: ASCII.minus),
        DateFormat(order: .yearMonthDay, separator: ASCII.slash),
        DateFormat(order: .dayMonthYear, separator: ASCII.point), DateFormat(order: .yearMonthDay, separator: 0),
    ]

    /// `2026-09-30`, `2026/9/30`, `20260930` and `30.09.2026` are read one way. With `/` or `-` behind the day or the month,
    /// the date is known only where one of the two is above 12, or both are the same.
    public init(_ text: String) {
        let text = text.trimmingBlanks
        if let date = Self.formats.lazy.compactMap({ $0.parse(text) }).first {
            self = .date(date)
            return
        }
        for separator in [ASCII.minus, ASCII.slash] {
            let dayFirst = DateFormat(order: .dayMonthYear, separator: separator).parse(text)
            let monthFirst = DateFormat(order: .monthDayYear, separator: separator).parse(text)
            switch (dayFirst, monthFirst) {
            case (let first?, let second?) where first != second:
                self = .ambiguous(first, second)
                return
            case (let date?, _), (_, let date?):
                self = .date(date)
                return
            case (nil, nil): continue
            }
        }
        self = .none
    }
}
