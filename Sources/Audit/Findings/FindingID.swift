/// Names a finding after its check and its record's key alone, so that it keeps its name from run to run: the check's id and
/// 64 bits of SHA-256 in hexadecimal, e.g. `PO-02-8f3a1c09d2e47b10`.
enum FindingID {
    /// The 64 bits. `line` stands in for the key of a record without one.
    static func number(check: String, record: String, key: String, line: UInt32) -> UInt64 {
        let name = key.isEmpty ? "line \(line)" : key
        // Each part is closed by a byte that cannot stand in text, so that no two lists of parts give the same bytes.
        let count = check.utf8.count + record.utf8.count + name.utf8.count + 3
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
            var end = 0
            for part in [check, record, name] {
                end = bytes[end...].initialize(fromContentsOf: part.utf8)
                bytes[end] = 0xFF
                end += 1
            }
            return SHA256.top(of: UnsafeBufferPointer(bytes))
        }
    }

    static func text(check: String, number: UInt64) -> String {
        String(unsafeUninitializedCapacity: check.utf8.count + 17) { id in
            var count = 0
            func add(_ byte: UInt8) {
                id[count] = byte
                count += 1
            }
            for byte in check.utf8 { add(byte) }
            add(UInt8(ascii: "-"))
            for shift in stride(from: 60, through: 0, by: -4) { add(digits[Int(number >> UInt64(shift) & 15)]) }
            return count
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
