import TestSupport
import Testing

/// What a Dutch plan says of outside data: checks, kinds of proceedings, and why a source could not tell.
@Suite struct DutchTests {
    private static let company = """
        {"name":"Alpha Logistiek N.V.","number":"12345678","status":"liquidating",
        "events":[{"kind":"suspension-of-payments","effect":"opened","date":"2026-09-01"}]}
        """

    @Test func reasonStaysInOnePieceInTheCoverage() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json("{}", status: 403) }
            try fixture.writeBureau(at: server.url)
            _ = try fixture.keur("audit")
            #expect(
                try fixture.coverage["LE-09"]?["reason"]
                    == "not known: Bureau: access was refused (status 403); check the secrets and the contract (1)")
        }
    }

    private func findings(_ answer: @escaping @Sendable () -> LoopbackServer.Reply) throws -> [String: String] {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in answer() }
            try fixture.writeBureau(at: server.url)
            let plan = try fixture.text("audit.yaml")
            try fixture.write(["audit.yaml": "language: nl\n" + plan])
            _ = try fixture.keur("audit")
            let messages = try fixture.findings.map { ($0["check_id"] ?? "", $0["message"] ?? "") }
            return Dictionary(messages) { first, _ in first }
        }
    }

    @Test func findingsAreDutchThroughout() throws {
        let found = try findings { .json(Self.company) }
        #expect(
            found["LE-09"]
                == "Het register heeft 'Alpha Logistiek N.V.' bij 'Alpha Logistics B.V.': dezelfde woorden; rechtsvorm B.V. tegenover N.V."
        )
        #expect(found["EX-01"] == "Alpha Logistics B.V.: surseance van betaling sinds 2026-09-01 (bureau)")
    }

    @Test func reasonOfASourceIsDutch() throws {
        let found = try findings { .json(#"{"who":"are you"}"#, status: 403) }
        #expect(
            found["EX-14"]
                == "Niet bekend: Bureau: de toegang is geweigerd (status 403); controleer de geheimen en het contract")
    }
}
