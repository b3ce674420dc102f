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
