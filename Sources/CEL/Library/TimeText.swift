/// Reads moments and durations as CEL writes them.
enum TimeText {
    /// RFC 3339 with a zone, e.g. `2026-09-30T00:00:00Z`; nil for anything else and for what is out of range.
    static func timestamp(_ text: String) -> Value.Timestamp? {
        var reader = Reader(text)
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
            reader.skip("-"), let day = reader.number(digits: 2), reader.skip("T") || reader.skip("t"),
            let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
            reader.skip(":"), let second = reader.number(digits: 2), (1...12).contains(month), year >= 1,
            (1...CivilTime.daysInMonth(month, year: year)).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        var nanoseconds: Int32 = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            nanoseconds = fraction
        }
        guard let offset = zoneOffset(&reader), reader.isAtEnd else { return nil }
        let days = CivilTime.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Value.Timestamp(seconds: Int64(seconds), nanoseconds: nanoseconds)
    }

    private static func zoneOffset(_ reader: inout Reader) -> Int? {
        if reader.skip("Z") || reader.skip("z") { return 0 }
        let sign = reader.skip("-") ? -1 : reader.skip("+") ? 1 : 0
        guard sign != 0, let hours = reader.number(digits: 2), reader.skip(":"), let minutes = reader.number(digits: 2),
            hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// Go's notation: a sign, then numbers with units, e.g. `1h30m`, `-1.5s`, `0`; nil for anything else and beyond ±292 years.
    static func duration(_ text: String) -> Value.Duration? {
        var reader = Reader(text)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        if reader.rest == "0" { return Value.Duration(nanoseconds: 0) }
        guard !reader.isAtEnd else { return nil }
        var total: Int64 = 0
        while !reader.isAtEnd {
            guard let part = reader.durationPart() else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(isNegative ? -part : part)
            guard !overflow else { return nil }
            total = sum
        }
        return Value.Duration(nanoseconds: total)
    }

    /// `UTC`, or `±HH:MM` (the sign may be missing for plus); nil for a name.
    static func fixedOffset(_ zone: String) -> Int? {
        if zone == "UTC" || zone == "Z" { return 0 }
        var reader = Reader(zone)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        guard let hours = reader.number(digits: 2), reader.skip(":"), let minutes = reader.number(digits: 2),
            reader.isAtEnd, hours < 24, minutes < 60
        else { return nil }
        return (isNegative ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}

/// Reads a text from the front.
private struct Reader {
    private var bytes: Substring.UTF8View

    init(_ text: String) {
        bytes = text[...].utf8
    }

    var isAtEnd: Bool { bytes.isEmpty }
    var rest: String { String(Substring(bytes)) }

    mutating func skip(_ text: String) -> Bool {
        guard bytes.starts(with: text.utf8) else { return false }
        bytes = bytes.dropFirst(text.utf8.count)
        return true
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let byte = bytes.first, (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
            bytes = bytes.dropFirst()
        }
        return value
    }

    /// Decimals as nanoseconds; at most nine.
    mutating func fraction() -> Int32? {
        var value: Int32 = 0
        var count = 0
        while let byte = bytes.first, (48...57).contains(byte) {
            guard count < 9 else { return nil }
            value = value * 10 + Int32(byte - 48)
            count += 1
            bytes = bytes.dropFirst()
        }
        guard count > 0 else { return nil }
        for _ in count..<9 { value *= 10 }
        return value
    }

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000),
        ("h", 3_600_000_000_000),
    ]

    mutating func durationPart() -> Int64? {
        let number = bytes.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        bytes = bytes.dropFirst(number.count)
        guard let unit = Self.units.first(where: { bytes.starts(with: $0.name.utf8) }) else { return nil }
        bytes = bytes.dropFirst(unit.name.utf8.count)
        let parts = String(Substring(number)).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
            let whole = Int64(parts[0].isEmpty ? "0" : String(parts[0]))
        else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: unit.nanoseconds)
        guard !overflow else { return nil }
        guard parts.count == 2, !parts[1].isEmpty else { return product }
        // Digits behind the ninth change less than a nanosecond for every unit but hours and minutes, where they are lost.
        var scale = Double(unit.nanoseconds)
        var fraction = 0.0
        for digit in parts[1].utf8 {
            scale /= 10
            fraction += Double(digit - 48) * scale
        }
        let (sum, sumOverflow) = product.addingReportingOverflow(Int64(fraction.rounded()))
        return sumOverflow ? nil : sum
    }
}
