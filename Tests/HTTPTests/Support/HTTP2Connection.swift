import TestSupport

/// The server's side of one connection.
struct HTTP2Connection {
    private enum Frame {
        static let data: UInt8 = 0
        static let headers: UInt8 = 1
        static let reset: UInt8 = 3
        static let settings: UInt8 = 4
        static let ping: UInt8 = 6
        static let goAway: UInt8 = 7
    }

    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    private static let endOfStream: UInt8 = 1
    private static let endOfHeaders: UInt8 = 4
    private static let acknowledged: UInt8 = 1

    private let tls: TLSConnection
    private let number: Int
    private let streamLimit: UInt32
    /// Requests without an answer, in the order of arrival.
    private(set) var waiting: [HTTP2Server.Request] = []
    /// Bodies of requests that are not whole yet, by stream.
    private var bodies: [UInt32: [UInt8]] = [:]
    private var buffer: [UInt8] = []

    init(_ tls: TLSConnection, number: Int, streamLimit: UInt32) {
        self.tls = tls
        self.number = number
        self.streamLimit = streamLimit
    }

    /// False when the other side does not speak HTTP/2.
    mutating func greet() -> Bool {
        while buffer.count < Self.preface.count { guard readMore() else { return false } }
        guard buffer.starts(with: Self.preface) else { return false }
        buffer.removeFirst(Self.preface.count)
        // SETTINGS_MAX_CONCURRENT_STREAMS
        return write(Frame.settings, 0, 0, [0, 3] + Self.bytes(of: streamLimit))
    }

    /// Waits for frames, and takes all until the line is quiet for a moment: what was sent at once is seen at once. Nil at the connection's end.
    mutating func receive() -> (whole: [HTTP2Server.Request], refused: Int)? {
        var news: (whole: [HTTP2Server.Request], refused: Int) = ([], 0)
        repeat {
            guard readMore() else { return nil }
            while let frame = nextFrame() { guard take(frame, &news) else { return nil } }
        } while tls.hasMore(within: 30)
        return news
    }

    private mutating func take(
        _ frame: (type: UInt8, flags: UInt8, stream: UInt32, payload: [UInt8]),
        _ news: inout (whole: [HTTP2Server.Request], refused: Int)
    ) -> Bool {
        switch frame.type {
        case Frame.headers:
            guard bodies.count + waiting.count < streamLimit else {
                news.refused += 1
                return write(Frame.reset, 0, frame.stream, Self.bytes(of: HTTP2Error.refusedStream.rawValue))
            }
            bodies[frame.stream] = []
        case Frame.data: bodies[frame.stream]? += frame.payload
        case Frame.reset:
            bodies[frame.stream] = nil
            waiting.removeAll { $0.stream == frame.stream }
        case Frame.settings where frame.flags & Self.acknowledged == 0:
            return write(Frame.settings, Self.acknowledged, 0, [])
        case Frame.ping where frame.flags & Self.acknowledged == 0:
            return write(Frame.ping, Self.acknowledged, 0, frame.payload)
        default: break
        }
        let mayEnd = frame.type == Frame.headers || frame.type == Frame.data
        if mayEnd, frame.flags & Self.endOfStream != 0, let body = bodies.removeValue(forKey: frame.stream) {
            let request = HTTP2Server.Request(
                connection: number, stream: frame.stream, text: String(decoding: body, as: UTF8.self))
            waiting.append(request)
            news.whole.append(request)
        }
        return true
    }

    /// False when the connection has ended by it.
    mutating func perform(_ act: HTTP2Server.Act) -> Bool {
        switch act {
        case .answer(let request, let text):
            waiting.removeAll { $0 == request }
            return writeHead(of: request) && write(Frame.data, Self.endOfStream, request.stream, Array(text.utf8))
        case .begin(let request, let text):
            return writeHead(of: request) && write(Frame.data, 0, request.stream, Array(text.utf8))
        case .reset(let request, let error):
            waiting.removeAll { $0 == request }
            return write(Frame.reset, 0, request.stream, Self.bytes(of: error.rawValue))
        case .goAway(let last):
            waiting.removeAll { $0.stream > last }
            return write(Frame.goAway, 0, 0, Self.bytes(of: last) + Self.bytes(of: 0))
        case .close: return false
        }
    }

    /// Status 200, which is number 8 of the static table.
    private func writeHead(of request: HTTP2Server.Request) -> Bool {
        write(Frame.headers, Self.endOfHeaders, request.stream, [0x88])
    }

    // MARK: Bytes

    private mutating func nextFrame() -> (type: UInt8, flags: UInt8, stream: UInt32, payload: [UInt8])? {
        guard buffer.count >= 9 else { return nil }
        let length = Int(buffer[0]) << 16 | Int(buffer[1]) << 8 | Int(buffer[2])
        guard buffer.count >= 9 + length else { return nil }
        let stream = buffer[5..<9].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        defer { buffer.removeFirst(9 + length) }
        return (buffer[3], buffer[4], stream, Array(buffer[9..<9 + length]))
    }

    private mutating func readMore() -> Bool {
        guard let bytes = tls.read() else { return false }
        buffer += bytes
        return true
    }

    private func write(_ type: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8]) -> Bool {
        let bytes =
            Self.bytes(of: UInt32(payload.count)).dropFirst() + [type, flags] + Self.bytes(of: stream) + payload
        return tls.write(Array(bytes))
    }

    private static func bytes(of number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }
}
