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
