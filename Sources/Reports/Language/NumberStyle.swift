package import Audit
package import Tables

/// Numbers, amounts and dates as readers of a language expect them: `1,234.50` and `1.234,50`.
package struct NumberStyle: Sendable {
    var groupMark: Character
    var decimalMark: Character
    /// `€ 5` rather than `€5`; the gap does not break.
    var gapAfterSymbol: Bool
    /// `30-9-2026` rather than `2026-09-30`.
    var isDayFirst: Bool

    package func integer(_ number: Int) -> String {
        (number < 0 ? "-" : "") + grouped(UInt64(number.magnitude))
    }

    /// To the hundredth, e.g. `€ 1.234,50`; the bare number when there is no currency.
    package func amount(_ money: Money) -> String {
        let cents = money.hundredths.magnitude % 100
        let digits = grouped(money.hundredths.magnitude / 100) + "\(decimalMark)\(cents < 10 ? "0" : "")\(cents)"
        return withSymbol(digits, of: money)
    }

    /// To the unit, for figures that are read rather than booked.
    package func rounded(_ money: Money) -> String {
        let units = (money.hundredths.magnitude + 50) / 100
        return withSymbol(grouped(units), of: units == 0 ? Money(hundredths: 0, currency: money.currency) : money)
    }

    /// In thousands or millions with one decimal at most, for charts: `€1.2M`, `€ 480K`.
    package func short(_ money: Money) -> String {
        let units = money.hundredths.magnitude / 100
        let (step, suffix): (UInt64, String) =
            switch units {
            case 999_950_000...: (1_000_000_000, "B")
            case 999_500...: (1_000_000, "M")
            case 1000...: (1000, "K")
            default: (1, "")
            }
        let tenths = (units * 10 + step / 2) / step
        let digits =
            tenths >= 100 || tenths % 10 == 0
            ? grouped((units + step / 2) / step) : "\(tenths / 10)\(decimalMark)\(tenths % 10)"
        return withSymbol(digits + suffix, of: money)
    }

    /// Whole percents, but never `0%` for something nor `100%` for less than all; a dash when there is no whole.
    package func share(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0 else { return "–" }
        let percent = Int((Double(part) / Double(whole) * 100).rounded())
        if percent <= 0, part > 0 { return "<1%" }
        if percent >= 100, part < whole { return ">99%" }
        return "\(percent)%"
    }

    package func date(_ date: CalendarDate) -> String {
        guard isDayFirst else { return date.description }
        let (year, month, day) = date.components
        return "\(day)-\(month)-\(year)"
    }

    private func withSymbol(_ digits: String, of money: Money) -> String {
        let sign = money.hundredths < 0 ? "-" : ""
        let symbols = ["EUR": "€", "GBP": "£", "USD": "$"]
        if money.currency.isEmpty { return sign + digits }
        guard let symbol = symbols[money.currency] else { return "\(money.currency)\u{A0}\(sign)\(digits)" }
        return gapAfterSymbol ? "\(symbol)\u{A0}\(sign)\(digits)" : sign + symbol + digits
    }

    private func grouped(_ number: UInt64) -> String {
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(groupMark) }
            text.append(digit)
        }
        return text
    }
}
