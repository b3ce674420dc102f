import CHash

/// The hashes that the page's policy names.
enum SHA256 {
    static func digest(_ message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(KEUR_SHA256_LENGTH))
        keur_sha256(message, message.count, &digest)
        return digest
    }
}
