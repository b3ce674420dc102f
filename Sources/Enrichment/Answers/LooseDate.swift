import CEL
import Tables

/// Calendar days as registers write them.
enum LooseDate {
    /// Midnight UTC of the day. Takes ISO dates and instants, dates with a zone (`2025-10-20+02:00`), `20250131`, `31.01.2025` and
    /// `31-01-2025`; where a register knows only the year or the month (`20250000`, `2025`, `2025-01`), its first day.
    ///
    /// An instant in UTC stands for a day in its register's own zone: on a whole or half hour from 20:00 on it is midnight of the
    /// following day there, as in `1992-10-21T23:00:00Z`. Earlier ones are of the day itself: noon is a usual way to write it.
    static func read(_ text: String) -> Value.Timestamp? {
        if let day = dayOrInstant(text) { return day }
        let text = text.trimmed
        let date = text.prefix { $0 != "T" && $0 != " " && !"+Z".contains($0) }
        guard var days = day(date)?.daysSinceEpoch else { return nil }
        let time = text.dropFirst(date.count + 1)
        if text.hasSuffix("Z"), let hour = Int(time.prefix(2)), hour >= firstMidnight,
            ["00:00", "30:00"].contains(time.dropFirst(3).prefix(5))
        {
            days += 1
        }
        return Value.Timestamp(seconds: Int64(days) * 86_400)
    }

    /// Hour of UTC at which a day begins in the easternmost zone, UTC+4, of those that registers write their days in.
    private static let firstMidnight = 20

    /// `2025-01-31` and `2025-01-31T10:20:30Z`, as nearly all are written, without a piece of text made of them.
    private static func dayOrInstant(_ text: String) -> Value.Timestamp? {
        var text = text
        let days: Int? = text.withUTF8 { bytes in
            let isInstant = bytes.count == 20 && bytes[10] == UInt8(ascii: "T") && bytes[19] == UInt8(ascii: "Z")
            guard bytes.count == 10 || isInstant else { return nil }
            func number(_ places: Range<Int>) -> Int? {
                var number = 0
                for place in places {
                    guard 0x30...0x39 ~= bytes[place] else { return nil }
                    number = number * 10 + Int(bytes[place] - 0x30)
                }
                return number
            }
            guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(0..<4),
                let month = number(5..<7), let day = number(8..<10)
            else { return nil }
            let days = CalendarDate(year: year, month: month, day: day).map { Int($0.daysSinceEpoch) }
            guard isInstant else { return days }
            guard let hour = number(11..<13), bytes[13] == UInt8(ascii: ":") else { return nil }
            let rest = bytes[14..<19]
            let isMidnight =
                hour >= firstMidnight && (rest.elementsEqual("00:00".utf8) || rest.elementsEqual("30:00".utf8))
            return days.map { $0 + (isMidnight ? 1 : 0) }
        }
        return days.flatMap { Value.Timestamp(seconds: Int64($0) * 86_400) }
    }

    /// The first `18 mei 2021` in a text, in the languages of the registers.
    static func find(in text: String) -> Value.Timestamp? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        for index in words.indices.dropLast(2) {
            // French writes the first of a month as `1er`.
            guard let day = Int(words[index] == "1er" ? "1" : words[index]), let year = Int(words[index + 2]),
                (1000...9999).contains(year),
                let month = months.firstIndex(where: { $0.contains(words[index + 1]) })
            else { continue }
            return read("\(year)-\(padded(String(month + 1)))-\(padded(String(day)))")
        }
        return nil
    }

    /// Dutch, English, German, French, Norwegian and Danish, Swedish.
    private static let months: [Set<Substring>] = [
        ["januari", "january", "januar", "janvier"], ["februari", "february", "februar", "février"],
        ["maart", "march", "märz", "mars", "marts"], ["april", "avril"], ["mei", "may", "mai", "maj"],
        ["juni", "june", "juin"], ["juli", "july", "juillet"], ["augustus", "august", "août", "augusti"],
        ["september", "septembre"], ["oktober", "october", "octobre"], ["november", "novembre"],
        ["december", "dezember", "décembre", "desember"],
    ]

    private static func day(_ text: Substring) -> CalendarDate? {
        let parts = text.split(whereSeparator: { "-./".contains($0) }).map(String.init)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 48 < 10 } }) else { return nil }
        let digits = parts.joined()
        switch (parts.count, parts.first?.count, digits.count) {
        case (1, _, 8), (1, _, 4), (2, 4, 6): return make(digits)
        case (3, 4, 8) where parts[1].count == 2: return make(digits)
        case (3, _, 6...8) where parts[2].count == 4 && parts.dropLast().allSatisfy { $0.count <= 2 }:
            return make(parts[2] + padded(parts[1]) + padded(parts[0]))
        default: return nil
        }
    }

    private static func padded(_ part: String) -> String { part.count < 2 ? "0" + part : part }

    /// `yyyyMMdd`, of which the end may be missing or zero.
    private static func make(_ digits: String) -> CalendarDate? {
        let full = digits + String(repeating: "0", count: 8 - digits.count)
        let month = full.dropFirst(4).prefix(2)
        let day = full.suffix(2)
        return CalendarDate(
            iso: "\(full.prefix(4))-\(month == "00" ? "01" : month)-\(day == "00" ? "01" : day)")
    }
}
