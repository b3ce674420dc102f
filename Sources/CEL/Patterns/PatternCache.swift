import Synchronization

/// Patterns compiled once, whoever asks: those in check files, and those that stand in the data.
///
/// Shared by all threads, because a pattern in a customer's record comes back for thousands of rows.
public final class PatternCache: Sendable {
    public static let shared = PatternCache()

    /// A file in which every row holds another pattern must not fill the memory.
    private static let capacity = 4096

    private let compiled = Mutex<[String: Result<RegularExpression, RegularExpression.PatternError>]>([:])

    public func expression(for pattern: String) throws(RegularExpression.PatternError) -> RegularExpression {
        if let known = compiled.withLock({ $0[pattern] }) { return try known.get() }
        let result: Result<RegularExpression, RegularExpression.PatternError>
        do {
            result = .success(try RegularExpression(pattern))
        } catch {
            result = .failure(error)
        }
        compiled.withLock {
            if $0.count >= Self.capacity { $0.removeAll() }
            $0[pattern] = result
        }
        return try result.get()
    }
}
