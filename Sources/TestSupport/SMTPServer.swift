public import Foundation
import Synchronization

/// A mail server on 127.0.0.1 that keeps what it is given: EHLO, STARTTLS, AUTH PLAIN and LOGIN, MAIL, RCPT, DATA.
///
/// One thread for each connection. For STARTTLS the rest of the connection is carried through OpenSSL's own server, as its command
/// speaks TLS on one side and plain text on the other.
public final class SMTPServer: Sendable {
    public struct Message: Sendable {
        public var from: String
        public var to: [String]
        /// As it came, dots undone; lines end in CRLF.
        public var text: String
        /// `user:password`; empty when nobody logged in.
        public var login: String
        public var wasEncrypted: Bool
    }

    public struct Behaviour: Sendable {
        /// Answers to DATA's end, one for each message in turn; then `250`.
        public var replies: [String] = []
        /// `user:password` that is asked for.
        public var login: String?
        /// Folder with `cert.pem` and `key.pem`; STARTTLS is offered when it is there.
        public var certificates: URL?

        public init() {}
    }

    public let port: UInt16
    private let listener: Int32
    private let behaviour: Behaviour
    private let taken = Mutex<[Message]>([])
    private let attempts = Counter()

    public var messages: [Message] { taken.withLock { $0 } }

    public init(_ behaviour: Behaviour = Behaviour()) throws {
        self.behaviour = behaviour
        (listener, port) = try Self.listen()
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    self?.serve(connection)
                    Foundation.close(connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static func listen() throws -> (Int32, UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, size) == 0 && Foundation.listen(listener, 64) == 0
                    && getsockname(listener, generic, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    // MARK: One conversation

    private func serve(_ connection: Int32) {
        var wire = Wire(reading: connection, writing: connection)
        wire.say("220 test ESMTP")
        guard converse(&wire, isEncrypted: false) else { return }
        // STARTTLS was said: the client now speaks TLS to OpenSSL, and OpenSSL plain text to us.
        guard let folder = behaviour.certificates, let tunnel = try? Tunnel(connection, certificates: folder) else {
            return
        }
        var inner = Wire(reading: tunnel.output.fileDescriptor, writing: tunnel.input.fileDescriptor)
        _ = converse(&inner, isEncrypted: true)
        tunnel.end()
    }

    /// True when the client asked for TLS.
    private func converse(_ wire: inout Wire, isEncrypted: Bool) -> Bool {
        var message = Message(from: "", to: [], text: "", login: "", wasEncrypted: isEncrypted)
        while let line = wire.line() {
            let verb = line.uppercased()
            if verb.hasPrefix("EHLO") {
                let startTLS = behaviour.certificates != nil && !isEncrypted ? ["250-STARTTLS"] : []
                for reply in ["250-test"] + startTLS + ["250-AUTH PLAIN LOGIN", "250 8BITMIME"] { wire.say(reply) }
            } else if verb.hasPrefix("STARTTLS") {
                wire.say("220 go ahead")
                return true
            } else if verb.hasPrefix("AUTH") {
                message.login = Self.login(line, &wire)
                wire.say(behaviour.login == nil || behaviour.login == message.login ? "235 ok" : "535 no")
            } else if verb.hasPrefix("MAIL FROM:") {
                message.from = Self.address(line)
                wire.say("250 ok")
            } else if verb.hasPrefix("RCPT TO:") {
                message.to.append(Self.address(line))
                wire.say("250 ok")
            } else if verb == "DATA" {
                wire.say("354 go ahead")
                message.text = wire.data()
                let attempt = attempts.next() - 1
                let reply = attempt < behaviour.replies.count ? behaviour.replies[attempt] : "250 taken"
                if reply.hasPrefix("2") { taken.withLock { [message] in $0.append(message) } }
                wire.say(reply)
            } else if verb == "QUIT" {
                wire.say("221 bye")
                return false
            } else {
                wire.say("250 ok")
            }
        }
        return false
    }

    private static func address(_ line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }

    private static func login(_ line: String, _ wire: inout Wire) -> String {
        func decoded(_ text: String) -> String {
            String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self)
        }
        let words = line.split(separator: " ").map(String.init)
        if words.count > 1, words[1].uppercased() == "PLAIN" {
            if words.count < 3 { wire.say("334 ") }
            let text = decoded(words.count > 2 ? words[2] : wire.line() ?? "")
            return text.split(separator: "\0").suffix(2).joined(separator: ":")
        }
        wire.say("334 VXNlcm5hbWU6")
        let user = decoded(wire.line() ?? "")
        wire.say("334 UGFzc3dvcmQ6")
        return "\(user):\(decoded(wire.line() ?? ""))"
    }
}

/// Lines over a pair of file descriptors.
private struct Wire {
    private let input: Int32
    private let output: Int32
    private var buffer: [UInt8] = []

    init(reading input: Int32, writing output: Int32) {
        self.input = input
        self.output = output
    }

    func say(_ text: String) {
        let bytes = Array("\(text)\r\n".utf8)
        _ = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
    }

    /// Without its end; nil when nobody speaks any more.
    mutating func line() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let line = buffer[..<end]
                buffer.removeSubrange(...end)
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(input, &chunk, chunk.count)
            guard count > 0 else { return nil }
            buffer += chunk.prefix(count)
        }
    }

    mutating func data() -> String {
        var lines: [String] = []
        while let line = line(), line != "." { lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line) }
        return lines.map { $0 + "\r\n" }.joined()
    }
}

/// Carries a connection through `openssl s_server`.
private final class Tunnel {
    let process = Process()
    let (stdin, stdout) = (Pipe(), Pipe())
    private let inner: Int32

    var input: FileHandle { stdin.fileHandleForWriting }
    var output: FileHandle { stdout.fileHandleForReading }

    init(_ connection: Int32, certificates: URL) throws {
        // A port that was free a moment ago.
        let port = try LoopbackServer { _ in .close }.port
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-quiet", "-naccept", "1", "-accept", "127.0.0.1:\(port)", "-cert",
            certificates.appending(path: "cert.pem").path, "-key", certificates.appending(path: "key.pem").path,
        ]
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        var connected: Int32 = -1
        for _ in 0..<100 where connected < 0 {
            connected = Self.connect(port)
            if connected < 0 { Thread.sleep(forTimeInterval: 0.05) }
        }
        inner = connected
        guard inner >= 0 else { throw POSIXError(.ECONNREFUSED) }
        Self.pump(connection, inner)
        Self.pump(inner, connection)
    }

    func end() {
        process.terminate()
        shutdown(inner, Int32(SHUT_RDWR))
        close(inner)
    }

    private static func connect(_ port: UInt16) -> Int32 {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if isConnected { return socket }
        close(socket)
        return -1
    }

    private static func pump(_ from: Int32, _ to: Int32) {
        Thread.detachNewThread {
            var chunk = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = recv(from, &chunk, chunk.count, 0)
                guard count > 0 else { break }
                guard send(to, chunk, count, Int32(MSG_NOSIGNAL)) == count else { break }
            }
            shutdown(to, Int32(SHUT_WR))
        }
    }
}
