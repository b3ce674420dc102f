/// Values as CEL writes them in texts.
public enum TextForm {
    /// The shortest text that reads back, whole numbers without a fraction: `1`, `1.5`, `1e+20`.
    public static func of(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        var text = "\(number)"
        if text.hasSuffix(".0") { text.removeLast(2) }
        if let exponent = text.firstIndex(of: "e") {
            var mantissa = text[..<exponent]
            if mantissa.hasSuffix(".0") { mantissa = mantissa.dropLast(2) }
            let sign = text[text.index(after: exponent)] == "-" ? "" : "+"
            text = "\(mantissa)e\(sign)" + text[text.index(after: exponent)...].drop { $0 == "+" }
        }
        return text
    }

    /// RFC 3339 in UTC, with as many decimals as there are.
    public static func of(_ moment: Value.Timestamp) -> String {
        let date = CivilTime(moment, offsetSeconds: 0)
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(padded(date.hour)):"
            + "\(padded(date.minute)):\(padded(date.second))\(fraction(Int64(moment.nanoseconds)))Z"
    }

    /// Decimal seconds, e.g. `1.5s`.
    public static func of(_ duration: Value.Duration) -> String {
        let magnitude = duration.nanoseconds.magnitude
        let sign = duration.nanoseconds < 0 ? "-" : ""
        return "\(sign)\(magnitude / 1_000_000_000)\(fraction(Int64(magnitude % 1_000_000_000)))s"
    }

    /// Nanoseconds as decimals without closing zeros; empty for none.
    private static func fraction(_ nanoseconds: Int64) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = String(nanoseconds)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }
}
