import Foundation
import HTTP
import TestSupport
import Testing

@Suite struct HTTPClientTests {
    @Test func postCarriesItsHeadersAndBody() async throws {
        let server = try LoopbackServer { request in
            .json(#"{"ok":true}"#, headers: ["X-Echo": request.headers["x-key"] ?? "", "X-Body": request.text])
        }
        let response = try await HTTPClient().send(
            HTTPRequest(.post, server.url + "/a?b=c", headers: [("X-Key", "k1")], body: Array("a=1".utf8)))
        #expect(response.status == 200)
        #expect(response.header("x-echo") == "k1")
        #expect(response.header("x-body") == "a=1")
        #expect(String(decoding: response.body, as: UTF8.self) == #"{"ok":true}"#)
        #expect(server.requests.map(\.target) == ["/a?b=c"])
    }

    @Test(arguments: [
        ("cut", HTTPError.cut), ("flood", .tooLarge(limit: 4 << 20)), ("hang", .timeout(seconds: 0.5)),
        ("drip", .timeout(seconds: 0.5)), ("elsewhere", .redirect(to: "http://127.0.0.1:1")),
        ("file", .redirect(to: "file:///etc/passwd")), ("circle", .redirect(to: "itself, in a circle")),
    ])
    func whatGoesWrongIsAnErrorOfItsOwn(path: String, expected: HTTPError) async throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/cut": .cut(after: 5, body: #"{"name":"x"}"#)
            case "/flood": .flood(bytes: 64 << 20)
            case "/hang": .hang
            case "/drip": .drip(secondsPerByte: 0.1, body: "0123456789")
            case "/elsewhere": .answer(302, headers: ["Location": "http://127.0.0.1:1/x"])
            case "/file": .answer(302, headers: ["Location": "file:///etc/passwd"])
            default: .answer(302, headers: ["Location": "/circle"])
            }
        }
        var request = HTTPRequest(.get, server.url + "/" + path)
        request.limits.totalSeconds = 0.5
        request.limits.bodyBytes = 4 << 20
        await #expect(throws: expected) { try await HTTPClient().send(request) }
        server.close()
    }

    /// A key often stands in the query; of one that stands elsewhere, no part may be cut off before it is blotted out.
    @Test func errorsShowURLsWithoutTheirQueryAndNotCutShort() async throws {
        let path = "/" + String(repeating: "0123456789", count: 30)
        let server = try LoopbackServer { _ in
            .answer(302, headers: ["Location": "http://elsewhere.example\(path)?key=secret#secret"])
        }
        await #expect(throws: HTTPError.redirect(to: "http://elsewhere.example\(path)")) {
            try await HTTPClient().send(HTTPRequest(.get, server.url))
        }
        await #expect(throws: HTTPError.url("https://a b\(path)")) {
            try await HTTPClient().send(HTTPRequest(.get, "https://a b\(path)?key=secret"))
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1.evil.example/", "127.0.0.1.evil.example"), ("http://127.0.0.1.1/", "127.0.0.1.1"),
        ("http://127.0.0.256/", "127.0.0.256"), ("http://128.0.0.1/", "128.0.0.1"),
        ("http://localhost.example/", "localhost.example"),
    ])
    func plainHTTPIsSpokenWithThisMachineAlone(url: String, host: String) async {
        #expect(!Loopback.isHost(host))
        await #expect(throws: HTTPError.notEncrypted(host: host)) {
            try await HTTPClient().send(HTTPRequest(.get, url))
        }
    }

    @Test(arguments: ["localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "::1", "[::1]"])
    func thisMachineHasSeveralNames(host: String) {
        #expect(Loopback.isHost(host))
    }

    @Test func redirectOnTheSameOriginIsFollowed() async throws {
        let server = try LoopbackServer {
            $0.path == "/old" ? .answer(301, headers: ["Location": "/new"]) : .answer(200, body: "here")
        }
        let response = try await HTTPClient().send(HTTPRequest(.get, server.url + "/old"))
        #expect(String(decoding: response.body, as: UTF8.self) == "here")
    }

    @Test(arguments: [
        "http://example.com/", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1.evil.example/",
    ])
    func otherProtocolsAndPlainHTTPToOthersAreRefused(url: String) async {
        await #expect(throws: HTTPError.self) { try await HTTPClient().send(HTTPRequest(.get, url)) }
    }

    @Test func cancellingTheTaskEndsTheTransfer() async throws {
        let server = try LoopbackServer { _ in .hang }
        let task = Task { try await HTTPClient().send(HTTPRequest(.get, server.url)) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: HTTPError.cancelled) { try await task.value }
        server.close()
    }

    @Test func manyRequestsShareFewConnections() async throws {
        let server = try LoopbackServer { .answer(200, body: $0.path) }
        let client = HTTPClient()
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<300 {
                group.addTask {
                    String(
                        decoding: try await client.send(HTTPRequest(.get, "\(server.url)/\(number)")).body,
                        as: UTF8.self)
                }
            }
            var answers: Set<String> = []
            for try await answer in group { answers.insert(answer) }
            #expect(answers.count == 300)
        }
    }

    @Test func certificateOfAnUnknownAuthorityIsRefusedAndOneThatIsNamedAccepted() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try TLSServer(in: folder)
            await #expect(throws: HTTPError.certificate("ssl peer certificate or ssh remote key was not ok")) {
                try await HTTPClient().send(HTTPRequest(.get, server.url + "/hello.txt"))
            }
            var request = HTTPRequest(.get, server.url + "/hello.txt")
            request.trust.caFile = server.certificateFile
            let response = try await HTTPClient().send(request)
            #expect(String(decoding: response.body, as: UTF8.self).contains("hello"))
        }
    }
}
