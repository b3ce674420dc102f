import Foundation

/// Moments, durations and their parts.
enum TimeFunctions {
    static let all: [FunctionDeclaration] = [timestamp, duration] + parts

    private static let timestamp = FunctionDeclaration(
        "timestamp", "A moment, from RFC 3339 text or seconds since 1970.",
        examples: [.init("timestamp('2026-09-30T00:00:00Z').getFullYear()", "2026")],
        overloads: [
            .init("string_to_timestamp", .global, [.string], .timestamp, .general(parseTimestamp)),
            .init("int64_to_timestamp", .global, [.int], .timestamp, .general(parseTimestamp)),
            .init("timestamp_to_timestamp", .global, [.timestamp], .timestamp, .general(parseTimestamp)),
        ]
    )

    @Sendable private static func parseTimestamp(_ values: [Value]) throws(EvaluationError) -> Value {
        switch values[0] {
        case .string(let text):
            guard let moment = TimeText.timestamp(text) else {
                throw EvaluationError("'\(text)' is no moment; write it like 2026-09-30T00:00:00Z")
            }
            return .timestamp(moment)
        case .int(let seconds):
            guard let moment = Value.Timestamp(seconds: seconds) else { throw EvaluationError("the moment is out of range") }
            return .timestamp(moment)
        default: return values[0]
        }
    }

    private static let duration = FunctionDeclaration(
        "duration", "A length of time, from text such as '36h' or '1h30m'.",
        examples: [.init("duration('1h30m').getMinutes()", "90")],
        overloads: [
            .init("string_to_duration", .global, [.string], .duration, .general(parseDuration)),
            .init("duration_to_duration", .global, [.duration], .duration, .general(parseDuration)),
        ]
    )

    @Sendable private static func parseDuration(_ values: [Value]) throws(EvaluationError) -> Value {
        guard case .string(let text) = values[0] else { return values[0] }
        guard let duration = TimeText.duration(text) else {
            throw EvaluationError("'\(text)' is no duration; write it like 36h or 1h30m")
        }
        return .duration(duration)
    }

    private static let parts: [FunctionDeclaration] = [
        part("getFullYear", "The year of a moment") { time, _ in time.year },
        part("getMonth", "The month of a moment, 0 for January") { time, _ in time.month - 1 },
        part("getDate", "The day of the month, 1 for the first") { time, _ in time.day },
        part("getDayOfMonth", "The day of the month, 0 for the first") { time, _ in time.day - 1 },
        part("getDayOfYear", "The day of the year, 0 for the first") { time, _ in time.dayOfYear },
        part("getDayOfWeek", "The day of the week, 0 for Sunday") { time, _ in time.weekday },
        part("getHours", "The hour of a moment, or a duration in whole hours", { $0 / 3_600_000_000_000 }) { time, _ in time.hour },
        part("getMinutes", "The minute of a moment, or a duration in whole minutes", { $0 / 60_000_000_000 }) { time, _ in time.minute },
        part("getSeconds", "The second of a moment, or a duration in whole seconds", { $0 / 1_000_000_000 }) { time, _ in time.second },
        part("getMilliseconds", "The milliseconds within the second", { $0 % 1_000_000_000 / 1_000_000 }) { _, moment in
            Int(moment.nanoseconds / 1_000_000)
        },
    ]

    private static func part(
        _ name: String,
        _ documentation: String,
        _ ofDuration: (@Sendable (Int64) -> Int64)? = nil,
        _ ofMoment: @escaping @Sendable (CivilTime, Value.Timestamp) -> Int
    ) -> FunctionDeclaration {
        let read: @Sendable ([Value]) throws(EvaluationError) -> Value = { values throws(EvaluationError) in
            guard case .timestamp(let moment) = values[0] else { throw EvaluationError("\(name)() needs a moment") }
            var offset = 0
            if values.count > 1, case .string(let zone) = values[1] { offset = try offsetSeconds(of: zone, at: moment) }
            return .int(Int64(ofMoment(CivilTime(moment, offsetSeconds: offset), moment)))
        }
        var overloads: [FunctionDeclaration.Overload] = [
            .init("timestamp_\(name)", .member, [.timestamp], .int, .general(read)),
            .init("timestamp_\(name)_with_tz", .member, [.timestamp, .string], .int, .general(read)),
        ]
        if let ofDuration {
            let body: @Sendable ([Value]) throws(EvaluationError) -> Value = { values throws(EvaluationError) in
                guard case .duration(let duration) = values[0] else { throw EvaluationError("\(name)() needs a duration") }
                return .int(ofDuration(duration.nanoseconds))
            }
            overloads.append(.init("duration_\(name)", .member, [.duration], .int, .general(body)))
        }
        return FunctionDeclaration(
            name,
            "\(documentation); in UTC, or in the zone named (`Europe/Amsterdam`, `+02:00`).",
            overloads: overloads
        )
    }

    private static func offsetSeconds(of zone: String, at moment: Value.Timestamp) throws(EvaluationError) -> Int {
        if let offset = TimeText.fixedOffset(zone) { return offset }
        guard let named = TimeZone(identifier: zone) else { throw EvaluationError("'\(zone)' is no time zone") }
        return named.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
    }
}
