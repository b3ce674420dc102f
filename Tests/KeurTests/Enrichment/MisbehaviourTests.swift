import Foundation
import TestSupport
import Testing

/// What an audit says when a service does not do what it should: never a finding about the customer, always who could
/// not tell and why, and exit code 4.
@Suite struct MisbehaviourTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var reply: LoopbackServer.Reply
        var reason: String
        var requests = 1

        var testDescription: String { name }
    }

    private static let company = #"{"name":"Alpha Logistics B.V.","number":"12345678","status":"active"}"#

    private static func date(in seconds: Double) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        return formatter.string(from: Date(timeIntervalSinceNow: seconds))
    }

    @Test(arguments: [
        Case(
            name: "429 that asks for an hour", reply: .answer(429, headers: ["Retry-After": "3600"]),
            reason: "Bureau: it is busy and asks to wait 3600 s"),
        Case(
            name: "429 with a date", reply: .answer(429, headers: ["Retry-After": date(in: 86_400)]),
            reason: "Bureau: it is busy and asks to wait 8"),
        Case(
            name: "429 without end", reply: .answer(429, headers: ["Retry-After": "0"]),
            reason: "Bureau: it answered with status 429", requests: 2),
        Case(
            name: "500 without end", reply: .json(company, status: 500),
            reason: "Bureau: it answered with status 500", requests: 2),
        Case(name: "hang", reply: .hang, reason: "Bureau: no answer within 0.4 s", requests: 2),
        Case(
            name: "slow drip", reply: .drip(secondsPerByte: 0.05, body: company),
            reason: "Bureau: no answer within 0.4 s", requests: 2),
        Case(
            name: "cut body", reply: .cut(after: 50, body: company), reason: "Bureau: the answer was cut off",
            requests: 2),
        Case(name: "closed", reply: .close, reason: "Bureau: no connection", requests: 2),
        Case(
            name: "a page in place of data",
            reply: .answer(200, headers: ["Content-Type": "text/html"], body: "<html>log in</html>"),
            reason: "Bureau: the answer cannot be read: it is not JSON"),
        Case(
            name: "broken JSON", reply: .json(#"{"name":"Alpha Logistics B.V.","status":"#),
            reason: "Bureau: the answer cannot be read: it is not JSON"),
        Case(
            name: "JSON of another shape", reply: .json(#"{"maintenance":true}"#),
            reason: "Bureau: the answer is not as it is documented"),
        Case(name: "200 MB", reply: .flood(bytes: 200 << 20), reason: "Bureau: the answer is larger than 1 MB"),
        Case(
            name: "redirect elsewhere", reply: .answer(302, headers: ["Location": "http://127.0.0.1:1/x"]),
            reason: "Bureau: it redirects to 'http://127.0.0.1:1', which was not followed"),
        Case(
            name: "redirect to a file", reply: .answer(302, headers: ["Location": "file:///etc/passwd"]),
            reason: "Bureau: it redirects to 'file:///etc/passwd', which was not followed"),
        Case(
            name: "refused", reply: .json(#"{"error":"no such key"}"#, status: 401),
            reason: "Bureau: access was refused (status 401)"),
        Case(
            name: "contract does not cover it", reply: .answer(403), reason: "Bureau: access was refused (status 403)"),
    ])
    func auditSaysWhoCouldNotTell(_ misbehaviour: Case) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in misbehaviour.reply }
            try fixture.writeBureau(at: server.url)
            let run = try fixture.keur("audit")
            server.close()
            #expect(run.code == 4, "\(run.error)")
            let findings = try fixture.findings
            #expect(findings.map { "\($0["check_id"] ?? "") \($0["result"] ?? "")" } == ["EX-14 unknown"])
            #expect(findings.first?["message"]?.hasPrefix("Not known: \(misbehaviour.reason)") == true, "\(findings)")
            let coverage = try fixture.coverage
            for check in ["LE-09", "LE-10", "EX-12", "EX-01"] {
                #expect(coverage[check]?["unknown"] == "1")
                #expect(coverage[check]?["pass"] == "0")
                #expect(coverage[check]?["reason"]?.contains(misbehaviour.reason) == true, "\(coverage[check] ?? [:])")
            }
            #expect(server.requests.count == misbehaviour.requests)
        }
    }

    @Test(arguments: [
        LoopbackServer.Reply.answer(429, headers: ["Retry-After": "0"]),
        .answer(429, headers: ["Retry-After": date(in: 1)]),
        .answer(503), .answer(408), .close, .hang,
    ])
    func passingTroubleLeavesNoTrace(_ first: LoopbackServer.Reply) throws {
        try OutsideFixture.run { fixture in
            let count = Counter()
            let server = try LoopbackServer { _ in count.next() == 1 ? first : .json(Self.company) }
            try fixture.writeBureau(at: server.url)
            let run = try fixture.keur("audit")
            server.close()
            #expect(run.code == 0, "\(run.output)")
            #expect(try fixture.findings.isEmpty)
            #expect(try fixture.coverage["LE-09"]?["pass"] == "1")
        }
    }

    @Test func notFoundIsSaidOfTheCustomerAndIsNoOutage() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .answer(404) }
            try fixture.writeBureau(at: server.url)
            let run = try fixture.keur("audit", "--fail-on", "warning")
            #expect(run.code == 1)
            #expect(try fixture.findings.map { $0["check_id"] } == ["EX-12"])
            // Of whom the source does not know it cannot tell events either, which is no clean record.
            #expect(try fixture.coverage["EX-01"]?["unknown"] == "1")
        }
    }

    @Test func deadServiceIsGivenUpOnceForAllCustomers() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .close }
            try fixture.writeBureau(at: server.url)
            let rows = (1...40).map { "C\($0),Name \($0),NL,,,\(10_000_000 + $0),,1,EUR\n" }.joined()
            try fixture.write([
                "customers.csv": OutsideFixture.customers.prefix { $0 != "\n" } + "\n" + rows
            ])
            let run = try fixture.keur("audit")
            #expect(run.code == 4)
            // Five, each sent twice, and what was under way meanwhile.
            #expect(server.requests.count <= 5 * 2 + 4)
            #expect(try fixture.findings.count == 40)
            #expect(try fixture.coverage["LE-09"]?["unknown"] == "40")
        }
    }

    @Test func deadHostIsGivenUpOnceForAllConnectorsOnIt() throws {
        try OutsideFixture.run { fixture in
            let (dead, alive) = (try LoopbackServer { _ in .close }, try LoopbackServer { _ in .json(Self.company) })
            func bureau(_ name: String) -> String {
                OutsideFixture.bureau.replacing("connector: bureau", with: "connector: \(name)")
            }
            let rows = (1...20).map { "C\($0),Name \($0),NL,,,\(10_000_000 + $0),,1,EUR\n" }.joined()
            try fixture.write([
                "bureau.yaml": bureau("bureau"), "agency.yaml": bureau("agency"), "registry.yaml": bureau("registry"),
                "customers.csv": OutsideFixture.customers.prefix { $0 != "\n" } + "\n" + rows,
            ])
            try fixture.writePlan(
                connectors: "[bureau.yaml, agency.yaml, registry.yaml]",
                settings: """
                    { bureau: { base_url: "\(dead.url)/a" }, agency: { base_url: "\(dead.url)/b" },
                          registry: { base_url: "\(alive.url)" } }
                    """)
            let run = try fixture.keur("enrich")
            #expect(run.code == 4, "\(run.error)")
            // Five, each sent twice, and what was under way meanwhile: not twice that for two connectors.
            #expect((10...14).contains(dead.requests.count), "\(dead.requests.count)")
            #expect(alive.requests.count == 20)
        }
    }

    @Test func serviceThatAsksToWaitForLongIsLeftAlone() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .answer(429, headers: ["Retry-After": "3600"]) }
            try fixture.writeBureau(at: server.url)
            let rows = (1...40).map { "C\($0),Name \($0),NL,,,\(10_000_000 + $0),,1,EUR\n" }.joined()
            try fixture.write([
                "customers.csv": OutsideFixture.customers.prefix { $0 != "\n" } + "\n" + rows
            ])
            #expect(try fixture.keur("audit").code == 4)
            #expect(server.requests.count <= 4)
            #expect(
                try fixture.coverage["LE-09"]?["reason"]?.contains("not asked any more: it is busy and asks to wait")
                    == true)
        }
    }

    @Test func certificateOfAnUnknownAuthorityIsNoAnswerUntilThePlanNamesIt() throws {
        try OutsideFixture.run { fixture in
            try FileManager.default.createDirectory(
                at: fixture.folder.appending(path: "companies"), withIntermediateDirectories: true)
            try fixture.write(["companies/12345678": Self.company])
            let server = try TLSServer(in: fixture.folder)
            try fixture.writeBureau(at: server.url)
            let refused = try fixture.keur("audit")
            #expect(refused.code == 4)
            #expect(
                try fixture.findings.first?["message"]?.hasPrefix("Not known: Bureau: the certificate was not accepted")
                    == true)
            try fixture.writeBureau(at: server.url, more: "ca_file: cert.pem")
            #expect(try fixture.keur("audit").code == 0)
            #expect(try fixture.findings.isEmpty)
            try FileManager.default.removeItem(at: fixture.folder.appending(path: ".keur"))
            try fixture.writeBureau(at: server.url, settings: ", ca_file: cert.pem")
            #expect(try fixture.keur("audit").code == 0)
        }
    }

    @Test func expiredTokenIsRenewedOnce() throws {
        try OutsideFixture.run { fixture in
            let logins = Counter()
            let server = try LoopbackServer { request in
                if request.path == "/login" { return .json(#"{"token":"token-number-\#(logins.next())"}"#) }
                return request.headers["authorization"] == "Bearer token-number-2"
                    ? .json(Self.company) : .json(#"{"error":"expired"}"#, status: 401)
            }
            let login = OutsideFixture.bureau.replacing(
                #"auth: { header: { X-Key: "{secret.KEUR_BUREAU_KEY}" } }"#,
                with: """
                    auth:
                      login:
                        post: /login
                        json: { key: "{secret.KEUR_BUREAU_KEY}" }
                        token: body.token
                        seconds: "3600.0"
                      header: { Authorization: "Bearer {token}" }
                    """)
            try fixture.writeBureau(at: server.url)
            try fixture.write(["bureau.yaml": login])
            let run = try fixture.keur("audit")
            #expect(run.code == 0, "\(run.output)\(run.error)")
            #expect(server.requests.map(\.path) == ["/login", "/companies/12345678", "/login", "/companies/12345678"])
        }
    }

    /// Each of VIES's error codes, in both places where it puts them: none says anything about the number.
    @Test func viesErrorsAreNeverInvalidNumbers() throws {
        let codes = [
            "INVALID_INPUT", "SERVICE_UNAVAILABLE", "MS_UNAVAILABLE", "TIMEOUT", "VAT_BLOCKED", "IP_BLOCKED",
            "GLOBAL_MAX_CONCURRENT_REQ", "GLOBAL_MAX_CONCURRENT_REQ_TIME", "MS_MAX_CONCURRENT_REQ",
            "MS_MAX_CONCURRENT_REQ_TIME", "INVALID_REQUESTER_INFO",
        ]
        let cases =
            codes.map { #"{"actionSucceed":false,"errorWrappers":[{"error":"\#($0)"}]}"# }
            + codes.map { #"{"valid":false,"userError":"\#($0)"}"# }
        let numbers = cases.indices.map { Self.vatNumber($0 + 1) }
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { request in
                guard let index = numbers.firstIndex(where: { request.text.contains($0.dropFirst(2)) }) else {
                    return .json(#"{"valid":true,"userError":"VALID"}"#)
                }
                return .json(cases[index])
            }
            try fixture.write([
                "customers.csv": "customer_id,legal_name,country,vat_number,open_amount\n"
                    + numbers.map { "C\($0),Name,NL,\($0),1\n" }.joined()
            ])
            try fixture.writePlan(
                connectors: "[vies]",
                settings: "{ vies: { base_url: \"\(server.url)\", rate: { per_second: 1000, first_pause: 0.001 } } }")
            let run = try fixture.keur("audit")
            #expect(run.code == 4, "\(run.output)\(run.error)")
            let findings = try fixture.findings
            #expect(Set(findings.map { $0["check_id"] }) == ["EX-14"])
            for (number, code) in zip(numbers, codes + codes) {
                let message = findings.first { $0["record_id"] == "C\(number)" }?["message"]
                #expect(message == "Not known: VIES: \(code)")
            }
            #expect(try fixture.coverage["ID-04"]?["unknown"] == "22")
            // None was kept as an answer.
            let asked = server.requests.count
            _ = try fixture.keur("audit")
            #expect(server.requests.count > asked)
        }
    }

    /// A Dutch number of the form since 2020: the whole, letters as numbers, is 1 modulo 97.
    private static func vatNumber(_ seed: Int) -> String {
        let body = String(format: "%09d", seed * 1_234_567 % 1_000_000_000)
        for check in 2..<99 {
            let digits = "2321" + body + "11" + String(format: "%02d", check)
            if digits.reduce(0, { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }) == 1 {
                return "NL\(body)B\(String(format: "%02d", check))"
            }
        }
        return ""
    }
}
