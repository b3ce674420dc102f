import Foundation
import Synchronization
import TestSupport

/// An HTTP/2 server over TLS on 127.0.0.1 with a certificate of its own making. It does with the requests as it is told, well
/// or badly; one thread for each connection.
///
/// Source of the frames: RFC 9113. Of header compression (RFC 7541) it speaks only what an answer takes, and of a request it
/// reads only the body.
final class HTTP2Server: Sendable {
    /// A request that came in whole.
    struct Request: Hashable, Sendable {
        /// From 1.
        var connection: Int
        var stream: UInt32
        var text: String
    }

    enum Act: Sendable {
        case answer(Request, String)
        /// The head of an answer and the beginning of its body.
        case begin(Request, String)
        case reset(Request, HTTP2Error)
        /// Requests on streams above `last` were not looked at.
        case goAway(last: UInt32)
        case close
    }

    struct Record: Sendable {
        var requests: [Request] = []
        var connections = 0
        /// Requests that waited for their answer at the same time on one connection.
        var mostAtOnce = 0
        /// Streams beyond what the server had announced.
        var refused = 0
    }

    let port: UInt16
    let certificateFile: String
    var url: String { "https://localhost:\(port)" }
    var record: Record { state.withLock { $0 } }

    private let listener: Int32
    private let context: TLSContext
    private let state = Mutex(Record())
    /// Of each connection.
    private let streamLimit: UInt32
    private let react: @Sendable ([Request]) -> [Act]

    /// `react` is called whenever requests came in and the line is quiet, with all that wait on one connection.
    init(
        in folder: URL,
        streamLimit: UInt32 = 100,
        react: @escaping @Sendable ([Request]) -> [Act]
    ) throws {
        try TLSServer.makeCertificate(in: folder)
        context = try TLSContext(in: folder)
        certificateFile = folder.appending(path: "cert.pem").path
        self.streamLimit = streamLimit
        self.react = react
        (listener, port) = try LoopbackServer.listener()
        let thread = Thread { [weak self, listener] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { return }
                Thread.detachNewThread { [weak self] in self?.serve(socket) }
            }
        }
        thread.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
    }

    private func serve(_ socket: Int32) {
        defer { Foundation.close(socket) }
        // As long as over a distance: who does not wait for the connection that is being made opens another.
        Thread.sleep(forTimeInterval: 0.1)
        guard let tls = context.accept(socket) else { return }
        let number = state.withLock { state in
            state.connections += 1
            return state.connections
        }
        var connection = HTTP2Connection(tls, number: number, streamLimit: streamLimit)
        guard connection.greet() else { return }
        while let news = connection.receive() {
            state.withLock { state in
                state.requests += news.whole
                state.refused += news.refused
                state.mostAtOnce = max(state.mostAtOnce, connection.waiting.count)
            }
            guard !news.whole.isEmpty else { continue }
            for act in react(connection.waiting) { guard connection.perform(act) else { return } }
        }
    }
}

/// Source: RFC 9113, section 7.
enum HTTP2Error: UInt32 {
    case internalError = 2
    case refusedStream = 7
    case enhanceYourCalm = 11
}
