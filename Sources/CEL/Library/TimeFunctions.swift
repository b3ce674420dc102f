import Foundation

extension StandardLibrary {
    /// Moments and durations. Without a zone the moment is read in UTC, never in the machine's zone.
    ///
    /// Source: language definition, sections Timezones and Date/Time Functions.
    static let time: [FunctionDeclaration] = [
        .conversion(
            "timestamp",
            "A moment from RFC 3339 text with a zone, or from the seconds since 1970.",
            examples: [.init("timestamp('1970-01-01T01:00:00+01:00') == timestamp(0)", "true")],
            from: [("timestamp", .timestamp), ("string", .string), ("int64", .int)],
            to: .timestamp
        ) { value throws(EvaluationError) in
            switch value {
            case .timestamp: return value
            case .string(let text):
                guard let moment = Value.Timestamp(text) else { throw unreadable("a timestamp") }
                return .timestamp(moment)
            case .int(let seconds):
                guard let moment = Value.Timestamp(seconds: seconds) else { throw .overflow("a timestamp") }
                return .timestamp(moment)
            default: throw .doesNotTake("timestamp", [value])
            }
        },
        .conversion(
            "duration",
            "A duration from numbers with the units h, m, s, ms, us, ns.",
            examples: [.init("duration('1h30m') == duration('90m')", "true")],
            from: [("duration", .duration), ("string", .string)],
            to: .duration
        ) { value throws(EvaluationError) in
            switch value {
            case .duration: return value
            case .string(let text):
                guard let duration = Value.Duration(text) else { throw unreadable("a duration") }
                return .duration(duration)
            default: throw .doesNotTake("duration", [value])
            }
        },
        part("getFullYear", "year", "The year of a moment, in UTC or in a zone.", ("", "2026")) { $0.date.year },
        part("getMonth", "month", "The month of a moment, from 0 for January.", ("", "8")) { $0.date.month - 1 },
        part("getDate", "day_of_month_1_based", "The day of the month, from 1.", ("", "30")) { $0.date.day },
        part("getDayOfMonth", "day_of_month", "The day of the month, from 0.", ("", "29")) { $0.date.day - 1 },
        part("getDayOfYear", "day_of_year", "The day of the year, from 0.", ("", "272")) { $0.date.dayOfYear },
        part("getDayOfWeek", "day_of_week", "The day of the week, from 0 for Sunday.", ("", "3")) { $0.date.dayOfWeek },
        part(
            "getHours",
            "hours",
            "The hour of a moment, or a whole duration in hours.",
            ("'Europe/Amsterdam'", "14"),
            nanosecondsPerUnit: 3_600_000_000_000
        ) { $0.hour },
        part(
            "getMinutes",
            "minutes",
            "The minute of a moment, or a whole duration in minutes.",
            ("'+05:30'", "15"),
            nanosecondsPerUnit: 60_000_000_000
        ) { $0.minute },
        part(
            "getSeconds",
            "seconds",
            "The second of a moment, or a whole duration in seconds.",
            ("", "30"),
            nanosecondsPerUnit: 1_000_000_000
        ) { $0.second },
        milliseconds,
    ]

    private static func part(
        _ name: String,
        _ id: String,
        _ documentation: String,
        _ example: (arguments: String, value: String),
        nanosecondsPerUnit: Int64? = nil,
        _ body: @escaping @Sendable (CivilTime) -> Int64
    ) -> FunctionDeclaration {
        let implementation: Body = { values throws(EvaluationError) in
            guard case .timestamp(let moment) = values[0] else { throw .doesNotTake(name, values) }
            return .int(body(CivilTime(moment, offset: try offset(of: moment, values, name))))
        }
        var overloads: [FunctionDeclaration.Overload] = [
            .member("timestamp_to_\(id)", [.timestamp], .int, implementation),
            .member("timestamp_to_\(id)_with_tz", [.timestamp, .string], .int, implementation),
        ]
        if let nanosecondsPerUnit {
            overloads.append(
                .member("duration_to_\(id)", [.duration], .int) { values throws(EvaluationError) in
                    guard case .duration(let duration) = values[0] else { throw .doesNotTake(name, values) }
                    return .int(duration.nanoseconds / nanosecondsPerUnit)
                }
            )
        }
        let expression = "timestamp('2026-09-30T12:45:30Z').\(name)(\(example.arguments))"
        return FunctionDeclaration(
            name,
            documentation,
            examples: [.init(expression, example.value)],
            overloads: overloads
        )
    }

    private static let milliseconds: FunctionDeclaration = {
        let implementation: Body = { values throws(EvaluationError) in
            switch values[0] {
            case .timestamp(let moment):
                _ = try offset(of: moment, values, "getMilliseconds")
                return .int(Int64(moment.nanoseconds) / 1_000_000)
            case .duration(let duration): return .int(duration.nanoseconds % 1_000_000_000 / 1_000_000)
            default: throw .doesNotTake("getMilliseconds", values)
            }
        }
        return FunctionDeclaration(
            "getMilliseconds",
            "The milliseconds within the second.",
            examples: [.init("duration('1.234s').getMilliseconds()", "234")],
            overloads: [
                .member("timestamp_to_milliseconds", [.timestamp], .int, implementation),
                .member("timestamp_to_milliseconds_with_tz", [.timestamp, .string], .int, implementation),
                .member("duration_to_milliseconds", [.duration], .int, implementation),
            ]
        )
    }()

    /// What the clocks of the zone, the second argument if there is one, are ahead of UTC at a moment, in seconds.
    private static func offset(
        of moment: Value.Timestamp,
        _ values: [Value],
        _ function: String
    ) throws(EvaluationError) -> Int64 {
        guard values.count > 1 else { return 0 }
        guard case .string(let zone) = values[1] else { throw .doesNotTake(function, values) }
        if zone == "UTC" { return 0 }
        if let offset = fixedOffset(zone) { return offset }
        // Foundation also reads abbreviations and offsets (`PST`, `UTC+1`), which are no names of the time zone database.
        guard zone.utf8.allSatisfy({ $0 < 0x80 }), isZoneName(zone), let timeZone = TimeZone(identifier: zone)
        else { throw EvaluationError("unknown time zone") }
        return Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment.seconds))))
    }

    /// Whether a name can be one of the time zone database: `Area/Place`, or one of the few without an area.
    private static func isZoneName(_ zone: String) -> Bool {
        zone.contains("/") || zonesWithoutArea.contains(zone)
    }

    private static let zonesWithoutArea: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0",
        "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya",
        "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK",
        "Singapore", "Turkey", "UCT", "UTC", "Universal", "W-SU", "WET", "Zulu",
    ]

    /// `±HH:MM`, the sign may be missing.
    private static func fixedOffset(_ zone: String) -> Int64? {
        let sign: Int64 = zone.hasPrefix("-") ? -1 : 1
        let digits = zone.hasPrefix("-") || zone.hasPrefix("+") ? zone.dropFirst() : zone[...]
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours <= 23, minutes <= 59
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
