import Foundation
import HTTP
import TestSupport
import Testing

/// Proxies and roots: from the user, else from the environment.
@Suite struct RouteTests {
    /// A proxy that notes who wants to go where, and lets nobody through.
    private func proxy() throws -> LoopbackServer { try LoopbackServer { _ in .answer(403) } }

    private func ask(_ client: HTTPClient, _ url: String = "https://register.example/x") async {
        var request = HTTPRequest(.get, url)
        request.limits.totalSeconds = 2
        _ = try? await client.send(request)
    }

    @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy"])
    func proxyOfTheEnvironmentIsUsed(name: String) async throws {
        let proxy = try proxy()
        await ask(HTTPClient(environment: [name: proxy.url]))
        #expect(proxy.requests.map { "\($0.method) \($0.target)" } == ["CONNECT register.example:443"])
    }

    @Test func proxyOfTheUserComesFirst() async throws {
        let (own, other) = (try proxy(), try proxy())
        await ask(HTTPClient(environment: ["https_proxy": other.url], proxy: own.url))
        #expect(own.requests.count == 1)
        #expect(other.requests.isEmpty)
    }

    @Test func exceptionsAndThisMachineGoWithoutProxy() async throws {
        let proxy = try proxy()
        let client = HTTPClient(environment: ["https_proxy": proxy.url, "no_proxy": "example,localhost"])
        await ask(client)
        let server = try LoopbackServer { _ in .answer(200) }
        await ask(client, server.url)
        #expect(server.requests.count == 1)
        #expect(proxy.requests.isEmpty)
    }

    @Test(arguments: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
    func rootsOfTheEnvironmentAreTrusted(name: String) async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let server = try TLSServer(in: folder)
            let request = HTTPRequest(.get, server.url + "/hello.txt")
            #expect(try await HTTPClient(environment: [name: server.certificateFile]).send(request).status == 200)
            #expect(try await HTTPClient(caFile: server.certificateFile).send(request).status == 200)
            await #expect(throws: HTTPError.self) {
                try await HTTPClient(environment: [name: server.certificateFile], caFile: "/etc/hostname").send(request)
            }
        }
    }

    @Test func compressedBodiesAreReadAndCountedAsTheyUnfold() async throws {
        // 20,000 bytes of 'a', by gzip.
        let packed = try #require(
            Data(
                base64Encoded: "H4sIAAAAAAACA+3BMQEAAADCoKzrX8IaHkABAAAAAAAAAAAAAAAAAAAAAAAA"
                    + "8GAxh73KIE4AAA=="))
        let server = try LoopbackServer { request in
            request.headers["accept-encoding"]?.contains("gzip") == true
                ? .bytes(200, headers: ["Content-Encoding": "gzip"], body: Array(packed)) : .answer(406)
        }
        var request = HTTPRequest(.get, server.url)
        #expect(try await HTTPClient().send(request).body == [UInt8](repeating: UInt8(ascii: "a"), count: 20_000))
        request.limits.bodyBytes = 1000
        await #expect(throws: HTTPError.tooLarge(limit: 1000)) { try await HTTPClient().send(request) }
    }
}
