public import CEL
import Tables

/// Values as a business person reads them in a message.
public enum Wording {
    /// Dates without a time as `2026-09-30`; numbers with thousands separators and two decimals where they have a fraction
    /// (`1,234.50`, in Dutch `1.234,50`); bools as yes and no.
    public static func text(_ value: Value, language: String) -> String {
        switch value {
        case .string(let text): text
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): amount(number, language: language)
        case .bool(let flag): language == "nl" ? (flag ? "ja" : "nee") : (flag ? "yes" : "no")
        case .null: ""
        case .timestamp(let moment): text(moment)
        case .duration(let duration): "\(duration.nanoseconds / 1_000_000_000) s"
        case .list(let items): items.map { text($0, language: language) }.joined(separator: ", ")
        case .optional(let wrapped): wrapped.map { text($0, language: language) } ?? ""
        case .bytes, .map, .type, .record, .opaque: ""
        }
    }

    private static func text(_ moment: Value.Timestamp) -> String {
        let day = Int32(moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400)
        let date = CalendarDate(daysSinceEpoch: day).description
        let second = moment.seconds - Int64(day) * 86_400
        guard second != 0 else { return date }
        func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(date) \(padded(second / 3600)):\(padded(second / 60 % 60))"
    }

    private static func amount(_ number: Double, language: String) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
        let hundredths = Int64((number * 100).rounded())
        let whole = grouped(String(hundredths.magnitude / 100), separator: language == "nl" ? "." : ",")
        let cents = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        guard cents != 0 else { return sign + whole }
        return "\(sign)\(whole)\(language == "nl" ? "," : ".")\(cents < 10 ? "0" : "")\(cents)"
    }

    private static func grouped(_ digits: String, separator: Character) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(separator) }
            result.append(digit)
        }
        return result
    }
}
