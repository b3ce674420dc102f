import Tables

/// Bytes on their way to a file: grows, never shrinks, and is used again for one slice of findings after the other.
///
/// A list of a million findings has 24 million cells, so a cell is one reservation and one copy: the whole list then
/// takes half a second on two cores, `fsync` included (`ThroughputTests`).
package struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    package init(capacity: Int = 1 << 16) {
        self.capacity = max(64, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// Lends the bytes; a pointer that outlived the call could outlive the buffer.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// What is in the buffer as text.
    package var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

    mutating func removeAll() { count = 0 }

    /// Makes room for `extra` more bytes, so that `appendUnchecked` may follow that many times.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if count + extra > capacity { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let wanted = max(capacity * 2, count + extra)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    /// One byte into room that was reserved.
    @inline(__always)
    mutating func appendUnchecked(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        appendUnchecked(byte)
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    @inline(__always)
    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ text: String) {
        text.withUTF8Bytes { append($0) }
    }

    mutating func append(number: Int) {
        reserve(20)
        if number < 0 { appendUnchecked(UInt8(ascii: "-")) }
        appendDigits(UInt64(number.magnitude), width: 1)
    }

    /// Hundredths as text with a point and two decimals, e.g. `-1234.50`.
    mutating func append(hundredths: Int64) {
        reserve(24)
        if hundredths < 0 { appendUnchecked(UInt8(ascii: "-")) }
        appendDigits(hundredths.magnitude / 100, width: 1)
        appendUnchecked(UInt8(ascii: "."))
        appendDigits(hundredths.magnitude % 100, width: 2)
    }

    /// ISO 8601, e.g. `2026-09-30`.
    mutating func append(_ date: CalendarDate) {
        let (year, month, day) = date.components
        reserve(16)
        appendDigits(UInt64(max(0, year)), width: 4)
        appendUnchecked(UInt8(ascii: "-"))
        appendDigits(UInt64(month), width: 2)
        appendUnchecked(UInt8(ascii: "-"))
        appendDigits(UInt64(day), width: 2)
    }

    /// Decimal digits with zeros in front up to `width`, into room that was reserved.
    private mutating func appendDigits(_ number: UInt64, width: Int) {
        var length = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        length = max(length, width)
        rest = number
        for position in stride(from: count + length - 1, through: count, by: -1) {
            base[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += length
    }
}

extension String {
    /// The text's UTF-8 without a copy, as long as it is a native string; a bridged one is copied.
    @inline(__always)
    func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return copy.withUTF8(body)
    }
}
