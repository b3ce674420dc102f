extension Value.Timestamp: LosslessStringConvertible {
    /// Reads RFC 3339 with a zone, e.g. `2026-09-30T12:00:00.5+02:00`.
    public init?(_ text: String) {
        var reader = Reader(text)
        guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2), reader.skip("-"),
            let day = reader.digits(2), reader.skip("T") || reader.skip("t"),
            let hour = reader.digits(2), reader.skip(":"), let minute = reader.digits(2), reader.skip(":"),
            let second = reader.digits(2),
            (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year),
            hour <= 23, minute <= 59, second <= 59
        else { return nil }
        var nanoseconds: Int64 = 0
        if reader.skip(".") {
            guard let fraction = reader.fraction() else { return nil }
            nanoseconds = fraction
        }
        var offset: Int64 = 0
        if !reader.skip("Z"), !reader.skip("z") {
            let sign: Int64
            if reader.skip("+") { sign = 1 } else if reader.skip("-") { sign = -1 } else { return nil }
            guard let hours = reader.digits(2), reader.skip(":"), let minutes = reader.digits(2), hours <= 23,
                minutes <= 59
            else { return nil }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard reader.isAtEnd else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        self.init(
            seconds: days * 86400 + hour * 3600 + minute * 60 + second - offset,
            nanoseconds: Int32(nanoseconds)
        )
    }

    /// RFC 3339 in UTC, the fraction without trailing zeros.
    public var description: String {
        let civil = CivilTime(self)
        let date = civil.date
        let time = [civil.hour, civil.minute, civil.second].map { $0.padded(2) }.joined(separator: ":")
        let fraction = fractionText(Int64(nanoseconds))
        return "\(date.year.padded(4))-\(date.month.padded(2))-\(date.day.padded(2))T\(time)\(fraction)Z"
    }
}

extension Value.Duration: LosslessStringConvertible {
    /// Reads numbers with the units `h m s ms us ns`, e.g. `1h30m`, `-1.5s`; `0` needs none.
    public init?(_ text: String) {
        var reader = Reader(text)
        let isNegative = reader.skip("-")
        if !isNegative { _ = reader.skip("+") }
        if reader.rest == "0" {
            self.init(nanoseconds: 0)
            return
        }
        // Negative while reading, since an Int64 reaches further that way.
        var total: Int64 = 0
        repeat {
            guard let nanoseconds = reader.quantity() else { return nil }
            let sum = total.subtractingReportingOverflow(nanoseconds)
            if sum.overflow { return nil }
            total = sum.partialValue
        } while !reader.isAtEnd
        if isNegative {
            self.init(nanoseconds: total)
        } else {
            guard total != .min else { return nil }
            self.init(nanoseconds: -total)
        }
    }

    /// Seconds, the fraction without trailing zeros, e.g. `5400s`, `-0.5s`.
    public var description: String {
        let sign = nanoseconds < 0 ? "-" : ""
        let rest = fractionText(abs(nanoseconds % 1_000_000_000))
        return "\(sign)\((nanoseconds / 1_000_000_000).magnitude)\(rest)s"
    }
}

/// `.5` for 500,000,000 nanoseconds; nothing for 0.
private func fractionText(_ nanoseconds: Int64) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = nanoseconds.padded(9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
}

extension Int64 {
    fileprivate func padded(_ width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

/// Reads a text from left to right.
private struct Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }
    var rest: String { String(decoding: bytes[position...], as: UTF8.self) }

    private var digit: Int64? {
        guard position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else {
            return nil
        }
        return Int64(bytes[position] - UInt8(ascii: "0"))
    }

    mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// A number of exactly so many digits.
    mutating func digits(_ count: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit else { return nil }
            value = value * 10 + digit
            position += 1
        }
        return value
    }

    /// Digits behind the point as nanoseconds: one to nine of them.
    mutating func fraction() -> Int64? {
        var value: Int64 = 0
        var scale: Int64 = 1_000_000_000
        guard digit != nil else { return nil }
        while let digit {
            guard scale > 1 else { return nil }
            scale /= 10
            value += digit * scale
            position += 1
        }
        return value
    }

    /// A number with its unit, in nanoseconds.
    mutating func quantity() -> Int64? {
        var whole: Int64 = 0
        var digitCount = 0
        while let digit {
            let scaled = whole.multipliedReportingOverflow(by: 10)
            let sum = scaled.partialValue.addingReportingOverflow(digit)
            if scaled.overflow || sum.overflow { return nil }
            whole = sum.partialValue
            digitCount += 1
            position += 1
        }
        var numerator: Int64 = 0
        var denominator: Int64 = 1
        if skip(".") {
            while let digit {
                // Digits that no longer make a nanosecond of an hour are read, but do not count.
                if denominator < 1_000_000_000_000_000 {
                    numerator = numerator * 10 + digit
                    denominator *= 10
                }
                digitCount += 1
                position += 1
            }
        }
        guard digitCount > 0, let unit = unit() else { return nil }
        let product = whole.multipliedReportingOverflow(by: unit)
        let fraction = Double(numerator) / Double(denominator) * Double(unit)
        let sum = product.partialValue.addingReportingOverflow(Int64(fraction.rounded(.toNearestOrEven)))
        return product.overflow || sum.overflow ? nil : sum.partialValue
    }

    private mutating func unit() -> Int64? {
        if skip("ns") { return 1 }
        if skip("us") || skip("µs") || skip("μs") { return 1_000 }
        if skip("ms") { return 1_000_000 }
        if skip("s") { return 1_000_000_000 }
        if skip("m") { return 60_000_000_000 }
        if skip("h") { return 3_600_000_000_000 }
        return nil
    }
}
