private import CRE2
private import Foundation

extension String {
    /// Calls `body` with the UTF-8 bytes, without a copy where the string has them in one piece.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }

    /// Equality of CEL, which knows no normalisation: Swift's `==` finds `"é"` equal to `"e\u{301}"`.
    func hasSameBytes(as other: String) -> Bool {
        withBytes { left in other.withBytes { right in left.hasSameBytes(as: right) } }
    }

    /// Negative, zero or positive as `self` stands before, with or after `other` in the order of the bytes.
    func byteOrder(to other: String) -> Int {
        withBytes { left in other.withBytes { right in left.byteOrder(to: right) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let own = baseAddress, let others = other.baseAddress else { return true }
        return memcmp(own, others, count) == 0
    }

    func byteOrder(to other: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index] ? -1 : 1
        }
        return count == other.count ? 0 : (count < other.count ? -1 : 1)
    }

    func hasPrefix(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        other.count <= count && UnsafeBufferPointer(rebasing: self[..<other.count]).hasSameBytes(as: other)
    }

    func hasSuffix(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        other.count <= count && UnsafeBufferPointer(rebasing: self[(count - other.count)...]).hasSameBytes(as: other)
    }

    /// Where `other` begins for the first time at or after `start`.
    ///
    /// By the C library's search, which takes linear time whatever the texts.
    func firstRange(of other: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
        guard start <= count else { return nil }
        guard let wanted = other.baseAddress, other.count > 0 else { return start..<start }
        guard let base = baseAddress, let found = cre2_find_bytes(base + start, count - start, wanted, other.count)
        else {
            return nil
        }
        let position = found - UnsafeRawPointer(base)
        return position..<position + other.count
    }
}
