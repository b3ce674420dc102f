import Synchronization

/// Patterns compiled once, whoever asks: those in check files, and those that stand in the data.
///
/// Shared by all threads, because a pattern in a customer's record comes back for thousands of rows.
public final class PatternCache: Sendable {
    public static let shared = PatternCache()

    private struct Known {
        var patterns: [String: Result<RegularExpression, RegularExpression.PatternError>] = [:]
        var instructions = 0
    }

    /// A file in which every row holds another pattern must not fill the memory, however large each is.
    private static let capacity = (patterns: 4096, instructions: 4_000_000)

    private let known = Mutex(Known())

    public func expression(for pattern: String) throws(RegularExpression.PatternError) -> RegularExpression {
        try result(for: pattern).get()
    }

    func result(for pattern: String) -> Result<RegularExpression, RegularExpression.PatternError> {
        if let known = known.withLock({ $0.patterns[pattern] }) { return known }
        let result: Result<RegularExpression, RegularExpression.PatternError>
        do {
            result = .success(try RegularExpression(pattern))
        } catch {
            result = .failure(error)
        }
        known.withLock {
            if $0.patterns.count >= Self.capacity.patterns || $0.instructions >= Self.capacity.instructions {
                $0 = Known()
            }
            $0.patterns[pattern] = result
            $0.instructions += (try? result.get())?.programSize ?? 0
        }
        return result
    }
}

extension Result<RegularExpression, RegularExpression.PatternError> {
    /// How many instructions were made of the pattern; of one that is too large, as many as there is room for.
    var programSize: Int {
        switch self {
        case .success(let expression): expression.programSize
        case .failure(let error): error.isTooLarge ? RegularExpression.largestProgram : 0
        }
    }
}
