import CHash

/// Names a finding after its check and its record's key alone, so that it keeps its name from run to run: the check's id and
/// 64 bits of SHA-256 in hexadecimal, e.g. `PO-02-8f3a1c09d2e47b10`.
enum FindingID {
    static func make(check: String, record: String, key: String) -> String {
        // Each part is closed by a byte that cannot stand in text, so that no two lists of parts give the same bytes.
        var bytes: [UInt8] = []
        for part in [check, record, key] {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0xFF)
        }
        var digest = [UInt8](repeating: 0, count: Int(KEUR_SHA256_LENGTH))
        keur_sha256(bytes, bytes.count, &digest)
        var id = check + "-"
        for byte in digest.prefix(8) {
            id.append(digits[Int(byte >> 4)])
            id.append(digits[Int(byte & 15)])
        }
        return id
    }

    private static let digits = Array("0123456789abcdef")
}
