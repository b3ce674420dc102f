#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension UnsafeRawPointer {
    /// Whether the same `count` bytes stand at both places.
    @inline(__always)
    func isEqual(to other: UnsafeRawPointer, count: Int) -> Bool { memcmp(self, other, count) == 0 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether both hold the same bytes.
    @inline(__always)
    func isSame(as other: Self) -> Bool {
        guard count == other.count else { return false }
        guard let start = baseAddress, let otherStart = other.baseAddress else { return count == 0 }
        return UnsafeRawPointer(start).isEqual(to: otherStart, count: count)
    }
}
