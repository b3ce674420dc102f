public import CEL

/// What keur adds to CEL: functions on company identifiers, names, addresses and dates.
public enum DomainFunctions {
    public static let all: [FunctionDeclaration] = [daysBetween]

    private static let daysBetween = FunctionDeclaration(
        "daysBetween",
        "Whole days from the first moment to the second; negative when the second is earlier.",
        examples: [.init("daysBetween(timestamp('2026-09-01T00:00:00Z'), timestamp('2026-09-30T00:00:00Z'))", "29")],
        overloads: [
            .init("days_between", .global, [.timestamp, .timestamp], .int, .general { values throws(EvaluationError) in
                guard values.count == 2, case .timestamp(let from) = values[0], case .timestamp(let to) = values[1] else {
                    throw EvaluationError("daysBetween() needs two moments")
                }
                return .int((to.seconds - from.seconds) / 86_400)
            })
        ]
    )
}
