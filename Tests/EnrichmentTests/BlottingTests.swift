import Enrichment
import Foundation
import HTTP
import TestSupport
import Testing

/// A secret that comes back is blotted out, however the service has written it.
@Suite struct BlottingTests {
    private static let secret = #"s3cr3t+K"y/<é>=\&1"#

    /// As JSON may be written: each character in the way of the service.
    private static func json(_ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool, _ upper: Bool) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "\\" || scalar == "\"", !isEscaped(scalar) { return "\\\(scalar)" }
            guard isEscaped(scalar) else { return String(scalar) }
            let code = String(scalar.value, radix: 16, uppercase: upper)
            return "\\u" + String(repeating: "0", count: 4 - code.count) + code
        }.joined()
    }

    private static func percent(_ text: String, keeping plain: String, _ upper: Bool) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || plain.unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%" + String(byte, radix: 16, uppercase: upper)
        }.joined()
    }

    private static func references(_ text: String, _ base: Int) -> String {
        text.unicodeScalars.map { scalar in
            "&#" + (base == 16 ? "x" : "") + String(scalar.value, radix: base) + ";"
        }.joined()
    }

    /// As it may stand within a text of an answer in JSON.
    private static var spellings: [String] {
        let once = json(secret, escaping: { _ in false }, true)
        let encoded = [
            percent(secret, keeping: "0123456789", true), percent(secret, keeping: "0123456789/=", false),
            percent(percent(secret, keeping: "0123456789", true), keeping: "0123456789", true),
            references(secret, 10), references(secret, 16),
            secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;"),
            secret.replacing("&", with: "&amp;amp;").replacing("<", with: "&amp;lt;"),
        ]
        return [
            once, json(once, escaping: { _ in false }, true), once.replacing("/", with: #"\/"#),
            json(secret, escaping: { $0 == "+" || $0 == "é" }, true), json(secret, escaping: { $0 == "<" }, false),
            json(secret, escaping: { _ in true }, true),
            json(json(secret, escaping: { $0 == "+" }, true), escaping: { _ in false }, true),
        ] + encoded.map { json($0, escaping: { _ in false }, true) }
    }

    private static func answer(to reply: LoopbackServer.Reply, store: AnswerStore? = nil) async throws -> String {
        let server = try LoopbackServer { _ in reply }
        let connector = try Connector.written(
            """
            connector: echo
            base_url: \(server.url)
            secrets: [KEUR_ECHO_KEY]
            steps: { company: { get: /company, expect: has(body.name), about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let fetcher = Fetcher(client: HTTPClient(), store: store, secrets: Secrets(["KEUR_ECHO_KEY": secret]))
        return await connector.answer(about: [:], fetcher: fetcher).readableText
    }

    @Test(arguments: spellings)
    func secretIsBlottedOutInEverySpelling(spelling: String) async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "answers.sqlite").path
            let store = try AnswerStore(path: path)
            let text = try await Self.answer(
                to: .json(#"{"name":"You sent »\#(spelling)« to us"}"#), store: store)
            #expect(text.contains("legal_name: You sent »***« to us"))
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let kept = try Data(contentsOf: folder.appending(path: file))
                #expect(kept.range(of: Data(spelling.utf8)) == nil, "\(file)")
            }
        }
    }

    /// What stands around it stays, also where it looks alike.
    @Test(arguments: ["s3cr3t", #"s3cr3t+K\"y/<é>=\\&"#, "%73%33", "&#115;", #"\\\\\\\\\\\\\\\\\\\\\\\\"#, "%2525%"])
    func whatOnlyBeginsLikeASecretStays(text: String) async throws {
        let answer = try await Self.answer(to: .json(#"{"name":"a\#(text)b"}"#))
        let plain = text.replacing(#"\\"#, with: #"\"#).replacing(#"\""#, with: #"""#)
        #expect(answer.contains("legal_name: a\(plain)b"))
    }

    /// Pieces that reading puts together cannot be seen in the bytes.
    @Test func secretThatReadingPutsTogetherIsBlottedOut() async throws {
        let escaped = Self.secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let (start, end) = (escaped.prefix(5), escaped.dropFirst(5))
        let server = try LoopbackServer { _ in
            .answer(200, body: "<company><name>»\(start)<!-- a comment -->\(end)«</name></company>")
        }
        let connector = try Connector.written(
            """
            connector: echo
            base_url: \(server.url)
            secrets: [KEUR_ECHO_KEY]
            steps: { company: { get: /company, format: xml, about: none } }
            register: { found: "company != null", legal_name: company.company.name }
            """)
        let text = await connector.answer(about: [:], secrets: ["KEUR_ECHO_KEY": Self.secret]).readableText
        #expect(text.contains("legal_name: »***«"), "\(text)")
    }

    @Test func typeOfAnAnswerShowsNoneEither() async throws {
        let key = "s3cr3t-0815-4711"
        let server = try LoopbackServer { request in
            .answer(200, headers: ["Content-Type": "text/\(request.headers["x-key"] ?? "")"], body: "<html>")
        }
        let connector = try Connector.written(
            """
            connector: echo
            base_url: \(server.url)
            secrets: [KEUR_ECHO_KEY]
            auth: { header: { X-Key: "{secret.KEUR_ECHO_KEY}" } }
            steps: { company: { get: /company, about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let text = await connector.answer(about: [:], secrets: ["KEUR_ECHO_KEY": key]).readableText
        #expect(text.contains("(it came as text/***)"), "\(text)")
    }

    /// Of a secret that were cut before it is blotted out, a part would be told.
    @Test func secretAtTheEndOfALongLinkIsToldInNoPart() async throws {
        let key = "s3cr3t-0815-4711"
        let server = try LoopbackServer { request in
            let padding = String(repeating: "x", count: 100 - "http://elsewhere.example/".count - 8)
            return .answer(302, headers: ["Location": "http://elsewhere.example/\(padding)\(key)/\(request.target)"])
        }
        let connector = try Connector.written(
            """
            connector: echo
            base_url: \(server.url)
            secrets: [KEUR_ECHO_KEY]
            auth: { query: { key: "{secret.KEUR_ECHO_KEY}" } }
            steps: { company: { get: /company, about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let text = await connector.answer(about: [:], secrets: ["KEUR_ECHO_KEY": key]).readableText
        #expect(text.contains("xxx***//company', which was not followed"), "\(text)")
        #expect(!text.contains("s3cr3t"))
    }

    /// An answer that comes late shows the token that was renewed meanwhile.
    @Test func tokenThatWasRenewedStaysASecret() async throws {
        let count = Counter()
        let server = try LoopbackServer { request in
            if request.path == "/token" { return .json(#"{"token":"token-number-\#(count.next())"}"#) }
            let isOld = request.headers["x-token"] == "token-number-1"
            return isOld ? .answer(401) : .json(#"{"name":"not token-number-1 but token-number-2"}"#)
        }
        let connector = try Connector.written(
            """
            connector: echo
            base_url: \(server.url)
            auth:
              login: { post: /token, token: text(body.token), seconds: "3600.0" }
              header: { X-Token: "{token}" }
            steps: { company: { get: /company, about: none } }
            register: { found: "company != null", legal_name: company.name }
            """)
        let text = await connector.answer(about: [:]).readableText
        #expect(text.contains("legal_name: not *** but ***"), "\(text)")
    }
}
