/// This machine, with which alone plain connections are made.
public enum Loopback {
    /// Whether a host, as it stands in a URL, is this machine and nothing else: `127.0.0.1.example` is not.
    public static func isHost(_ host: String) -> Bool {
        let host = host.lowercased()
        return ["localhost", "::1", "[::1]"].contains(host) || isIPv4(host)
    }

    /// An address of 127.0.0.0/8, written in full.
    private static func isIPv4(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "127" else { return false }
        return parts.allSatisfy { part in
            1...3 ~= part.utf8.count && part.utf8.allSatisfy { 0x30...0x39 ~= $0 } && UInt8(part) != nil
        }
    }
}
