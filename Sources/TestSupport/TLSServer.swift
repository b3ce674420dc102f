public import Foundation

/// A TLS listener on 127.0.0.1 with a certificate of its own making, run by OpenSSL's command; serves a folder's files.
public final class TLSServer: Sendable {
    public let port: UInt16
    public let certificateFile: String
    private let process: Process
    public var url: String { "https://localhost:\(port)" }

    public init(in folder: URL) throws {
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        certificateFile = certificate
        try Data("hello\n".utf8).write(to: folder.appending(path: "hello.txt"))
        try Self.makeCertificate(in: folder)
        // A port that was free a moment ago.
        port = try LoopbackServer { _ in .close }.port
        process = try Self.start(
            ["s_server", "-quiet", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-WWW"],
            in: folder)
        for _ in 0..<100 where !isListening { Thread.sleep(forTimeInterval: 0.05) }
    }

    /// Writes `key.pem` and `cert.pem`, for `localhost`.
    public static func makeCertificate(in folder: URL) throws {
        let making = try start(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-keyout", folder.appending(path: "key.pem").path, "-out", folder.appending(path: "cert.pem").path,
                "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
            ], in: folder)
        making.waitUntilExit()
    }

    deinit { process.terminate() }

    private static func start(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private var isListening: Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
