public import Foundation
import Synchronization

/// A mail server on 127.0.0.1 that keeps what it is given: EHLO, STARTTLS, AUTH PLAIN and LOGIN, MAIL, RCPT, DATA.
///
/// One thread for each connection.
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
        (listener, port) = try LoopbackServer.listener()
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

    // MARK: One conversation

    private func serve(_ connection: Int32) {
        var wire = Wire(
            read: {
                var chunk = [UInt8](repeating: 0, count: 4096)
                let count = recv(connection, &chunk, chunk.count, 0)
                return count > 0 ? Array(chunk.prefix(count)) : nil
            }, write: { _ = send(connection, $0, $0.count, Int32(MSG_NOSIGNAL)) })
        wire.say("220 test ESMTP")
        guard converse(&wire, isEncrypted: false) else { return }
        // STARTTLS was said.
        guard let folder = behaviour.certificates, let context = try? TLSContext(in: folder),
            let tls = context.accept(connection)
        else { return }
        var inner = Wire(read: { tls.read() }, write: { _ = tls.write($0) })
        _ = converse(&inner, isEncrypted: true)
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

/// Lines over a connection.
private struct Wire {
    /// Waits for bytes; nil at the end.
    let read: () -> [UInt8]?
    let write: ([UInt8]) -> Void
    private var buffer: [UInt8] = []

    init(read: @escaping () -> [UInt8]?, write: @escaping ([UInt8]) -> Void) {
        self.read = read
        self.write = write
    }

    func say(_ text: String) { write(Array("\(text)\r\n".utf8)) }

    /// Without its end; nil when nobody speaks any more.
    mutating func line() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 10) {
                let line = buffer[..<end]
                buffer.removeSubrange(...end)
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            guard let bytes = read() else { return nil }
            buffer += bytes
        }
    }

    mutating func data() -> String {
        var lines: [String] = []
        while let line = line(), line != "." { lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line) }
        return lines.map { $0 + "\r\n" }.joined()
    }
}
