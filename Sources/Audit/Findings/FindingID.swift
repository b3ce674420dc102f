/// Names a finding after its check and its record's key alone, so that it keeps its name from run to run: the check's id and
/// 64 bits of SHA-256 in hexadecimal, e.g. `PO-02-8f3a1c09d2e47b10`.
enum FindingID {
    /// The 64 bits. `line` stands in for the key of a record without one.
    static func number(check: String, record: String, key: String, line: UInt32) -> UInt64 {
        // Each part is closed by a byte that cannot stand in text, so that no two lists of parts give the same bytes.
        var bytes: [UInt8] = []
        for part in [check, record, key.isEmpty ? "line \(line)" : key] {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0xFF)
        }
        return SHA256.digest(of: bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func text(check: String, number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return check + "-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}
