import CTLS
public import Foundation

/// The certificate of a server in this process, in a folder where `TLSServer.makeCertificate` wrote it. Of the protocols that
/// a client may offer it agrees to HTTP/2 alone.
public final class TLSContext: @unchecked Sendable {
    private let pointer: UnsafeMutableRawPointer

    public init(in folder: URL) throws {
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        guard let pointer = keur_tls_context(certificate, key) else { throw POSIXError(.EINVAL) }
        self.pointer = pointer
    }

    deinit { keur_tls_context_free(pointer) }

    /// Speaks TLS over a connected socket, which stays the caller's to close; nil when the other side does not agree.
    public func accept(_ socket: Int32) -> TLSConnection? {
        keur_tls_accept(pointer, socket).map { TLSConnection($0, over: socket) }
    }
}

/// One connection; for one thread at a time.
public final class TLSConnection {
    private let pointer: UnsafeMutableRawPointer
    private let socket: Int32

    fileprivate init(_ pointer: UnsafeMutableRawPointer, over socket: Int32) {
        self.pointer = pointer
        self.socket = socket
    }

    deinit { keur_tls_free(pointer) }

    /// Waits for bytes; nil at the end.
    public func read() -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = keur_tls_read(pointer, &chunk, Int32(chunk.count))
        return count > 0 ? Array(chunk.prefix(Int(count))) : nil
    }

    /// Whether more comes within so many milliseconds.
    public func hasMore(within milliseconds: Int32) -> Bool {
        if keur_tls_has_more(pointer) != 0 { return true }
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, milliseconds) > 0
    }

    public func write(_ bytes: [UInt8]) -> Bool {
        keur_tls_write(pointer, bytes, Int32(bytes.count)) == Int32(bytes.count)
    }
}
