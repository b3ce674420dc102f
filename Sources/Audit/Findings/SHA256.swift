import CHash

/// Source: FIPS 180-4; the work is libcrypto's.
enum SHA256 {
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(KEUR_SHA256_LENGTH))
        keur_sha256(bytes, bytes.count, &digest)
        return digest
    }

    /// The first 64 bits of the digest.
    static func top(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        bytes.baseAddress.map { keur_sha256_top($0, bytes.count) } ?? 0
    }

    /// 64 digits.
    static func hexDigest(of bytes: [UInt8]) -> String {
        digest(of: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
