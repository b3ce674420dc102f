import CHash

/// The digest by which the cases give large texts.
enum SHA256 {
    static func hexDigest(_ message: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(KEUR_SHA256_LENGTH))
        keur_sha256(message, message.count, &digest)
        return digest.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
