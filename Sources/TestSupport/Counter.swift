import Synchronization

/// Counts from 1, for servers that answer differently each time.
public final class Counter: Sendable {
    private let count = Mutex(0)

    public init() {}

    /// The last number given out; 0 before the first.
    public var last: Int { count.withLock { $0 } }

    public func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}
