import Foundation
import Synchronization

/// An HTTP/1.1 server on 127.0.0.1 that answers as it is told, well or badly; one thread for each connection.
public final class LoopbackServer: Sendable {
    public struct Request: Sendable {
        public var method: String
        /// As it stood in the request line, with its query.
        public var target: String
        /// Names in lower case.
        public var headers: [String: String]
        public var body: [UInt8]

        public var path: String { String(target.prefix { $0 != "?" }) }
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public enum Reply: Sendable {
        case answer(Int, headers: [String: String] = [:], body: String = "")
        case bytes(Int, headers: [String: String] = [:], body: [UInt8])
        /// Waits, then answers.
        indirect case after(seconds: Double, Reply)
        /// Announces the whole body and closes after its first bytes.
        case cut(after: Int, body: String)
        /// One byte at a time, with a pause after each.
        case drip(secondsPerByte: Double, body: String)
        /// Never answers, and keeps the connection open.
        case hang
        /// Closes without a word.
        case close
        /// A body of that many bytes, without saying so beforehand.
        case flood(bytes: Int)

        public static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Reply {
            .answer(
                status, headers: headers.merging(["Content-Type": "application/json"]) { own, _ in own }, body: text)
        }
    }

    public let port: UInt16
    public var url: String { "http://127.0.0.1:\(port)" }
    private let listener: Int32
    private let answer: @Sendable (Request) -> Reply
    private let seen = Mutex<[Request]>([])
    private let isClosed = Mutex(false)

    /// Every request so far, in the order of arrival.
    public var requests: [Request] { seen.withLock { $0 } }

    public init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
        self.answer = answer
        (listener, port) = try Self.listener()
        let listener = listener
        let thread = Thread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in self?.serve(connection) }
            }
        }
        thread.start()
    }

    /// A socket that listens on a port of 127.0.0.1 that was free.
    public static func listener() throws -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, size) == 0 && listen(listener, 256) == 0
                    && getsockname(listener, generic, &size) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    deinit { close() }

    public func close() {
        let isFirst = isClosed.withLock { closed in
            defer { closed = true }
            return !closed
        }
        if isFirst {
            shutdown(listener, Int32(SHUT_RDWR))
            Foundation.close(listener)
        }
    }

    // MARK: One connection

    private func serve(_ connection: Int32) {
        defer { Foundation.close(connection) }
        var one: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var buffer: [UInt8] = []
        while let request = read(connection, &buffer) {
            seen.withLock { $0.append(request) }
            guard reply(answer(request), on: connection) else { return }
        }
    }

    private func read(_ connection: Int32, _ buffer: inout [UInt8]) -> Request? {
        var end: Int?
        while end == nil {
            end = buffer.indices.dropLast(3).first { Array(buffer[$0..<$0 + 4]) == [13, 10, 13, 10] }
            if end == nil, !receive(connection, &buffer) { return nil }
        }
        guard let end else { return nil }
        let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let first = lines[0].split(separator: " ")
        guard first.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
        }
        let length = headers["content-length"].flatMap(Int.init) ?? 0
        buffer.removeFirst(end + 4)
        while buffer.count < length { guard receive(connection, &buffer) else { return nil } }
        let body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return Request(method: String(first[0]), target: String(first[1]), headers: headers, body: body)
    }

    private func receive(_ connection: Int32, _ buffer: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = recv(connection, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer += chunk.prefix(count)
        return true
    }

    /// False when the connection is of no more use.
    private func reply(_ reply: Reply, on connection: Int32) -> Bool {
        switch reply {
        case .answer(let status, let headers, let body):
            return send(head(status, headers, length: body.utf8.count) + Array(body.utf8), on: connection)
        case .bytes(let status, let headers, let body):
            return send(head(status, headers, length: body.count) + body, on: connection)
        case .after(let seconds, let reply):
            Thread.sleep(forTimeInterval: seconds)
            return self.reply(reply, on: connection)
        case .cut(let count, let body):
            _ = send(head(200, [:], length: body.utf8.count) + Array(body.utf8.prefix(count)), on: connection)
            return false
        case .drip(let seconds, let body):
            guard send(head(200, [:], length: body.utf8.count), on: connection) else { return false }
            for byte in body.utf8 {
                Thread.sleep(forTimeInterval: seconds)
                guard send([byte], on: connection) else { return false }
            }
            return true
        case .hang:
            while !isClosed.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.05) }
            return false
        case .close: return false
        case .flood(let bytes):
            guard send(Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8), on: connection) else { return false }
            let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            for _ in 0..<(bytes >> 20) { guard send(block, on: connection) else { return false } }
            return false
        }
    }

    private func head(_ status: Int, _ headers: [String: String], length: Int) -> [UInt8] {
        let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) X\r\nContent-Length: \(length)\r\n\(lines)\r\n".utf8)
    }

    private func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
