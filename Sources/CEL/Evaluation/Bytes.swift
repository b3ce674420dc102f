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
        count == other.count && elementsEqual(other)
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
    func firstRange(of other: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
        guard let first = other.first else { return start <= count ? start..<start : nil }
        guard other.count <= count else { return nil }
        var position = start
        while position <= count - other.count {
            if self[position] == first,
                UnsafeBufferPointer(rebasing: self[position..<position + other.count]).hasSameBytes(as: other)
            {
                return position..<position + other.count
            }
            position += 1
        }
        return nil
    }
}
