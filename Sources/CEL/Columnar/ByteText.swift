#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Comparison of UTF-8 texts by their bytes, which is the order of their code points.

@inline(__always)
func equalBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
}

/// The bytes of a text of up to eight in one word: texts of the same length are equal exactly when their words are. The loads
/// overlap instead of reading beyond the text, behind which there may be no memory.
@inline(__always)
func word(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let start = text.baseAddress else { return 0 }
    let bytes = UnsafeRawPointer(start)
    let count = text.count
    if count >= 4 {
        let end = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        return UInt64(bytes.loadUnaligned(as: UInt32.self)) | UInt64(end) << 32
    }
    if count >= 2 {
        let end = bytes.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)
        return UInt64(bytes.loadUnaligned(as: UInt16.self)) | UInt64(end) << 32
    }
    return count == 1 ? UInt64(start[0]) : 0
}

/// A hash for tables of constants and patterns, which are short and come from check files or are compared again.
@inline(__always)
func byteHash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var rest = text
    while rest.count > 8, let start = rest.baseAddress {
        hash = mixed(hash ^ UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        rest = UnsafeBufferPointer(start: start + 8, count: rest.count - 8)
    }
    return mixed(hash ^ word(rest))
}

@inline(__always)
private func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
}

/// Negative, 0 or positive as `left` comes before, with or after `right`.
@inline(__always)
func compareBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    let shared = min(left.count, right.count)
    if shared > 0, let first = left.baseAddress, let second = right.baseAddress {
        let order = memcmp(first, second, shared)
        if order != 0 { return Int(order) }
    }
    return left.count - right.count
}

@inline(__always)
func hasPrefix(_ text: UnsafeBufferPointer<UInt8>, _ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= prefix.count && equalBytes(UnsafeBufferPointer(rebasing: text[..<prefix.count]), prefix)
}

@inline(__always)
func hasSuffix(_ text: UnsafeBufferPointer<UInt8>, _ suffix: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= suffix.count
        && equalBytes(UnsafeBufferPointer(rebasing: text[(text.count - suffix.count)...]), suffix)
}

func containsBytes(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var rest = text
    while rest.count >= part.count, let start = rest.baseAddress {
        guard let found = memchr(start, Int32(first), rest.count - part.count + 1) else { return false }
        let position = UnsafeRawPointer(start).distance(to: found)
        rest = UnsafeBufferPointer(rebasing: rest[position...])
        if hasPrefix(rest, part) { return true }
        rest = UnsafeBufferPointer(rebasing: rest[1...])
    }
    return false
}
