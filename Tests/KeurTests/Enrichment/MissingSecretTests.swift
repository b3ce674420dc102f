import Foundation
import TestSupport
import Testing

/// What a run says of secrets that it needs and does not have: once, at the start, where the plan names who needs them.
@Suite struct MissingSecretTests {
    private static let company = #"{"name":"Alpha Logistics B.V.","number":"12345678","status":"active"}"#

    private static func run(
        secrets: String? = nil,
        _ body: (OutsideFixture, LoopbackServer) throws -> Void
    ) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(company) }
            try fixture.writeBureau(at: server.url, more: secrets.map { "secrets: \($0)" } ?? "")
            try body(fixture, server)
        }
    }

    @Test(arguments: [
        ["audit"], ["enrich"], ["enrich", "--quiet"],
        ["onboard", "--plan", "audit.yaml", "--set", "legal_name=Alpha", "--set", "country=NL"],
    ])
    func unsetSecretIsRefusedBeforeAnythingIsAsked(command: [String]) throws {
        try Self.run { fixture, server in
            let run = try fixture.keur(command, environment: ["KEUR_BUREAU_KEY": ""])
            #expect(run.code == 2)
            #expect(
                run.error == """
                    audit.yaml:7:16: 'bureau.yaml' needs the secret KEUR_BUREAU_KEY, which is not set; put it into the \
                    environment or into a file of secrets that the plan names, or run with --offline

                    """)
            #expect(server.requests.isEmpty)
            let answers = fixture.folder.appending(path: ".keur/answers.sqlite").path
            #expect(!FileManager.default.fileExists(atPath: answers))
        }
    }

    @Test func allThatAreUnsetAreSaidInOneGo() throws {
        try Self.run { fixture, server in
            let other = OutsideFixture.bureau.replacing("connector: bureau", with: "connector: agency")
                .replacing("secrets: [KEUR_BUREAU_KEY]", with: "secrets: [KEUR_BUREAU_KEY, KEUR_Z_KEY, KEUR_A_KEY]")
            try fixture.write(["agency.yaml": other])
            try fixture.writePlan(
                connectors: "[bureau.yaml, agency.yaml]",
                settings: "{ bureau: { base_url: \"\(server.url)\" }, agency: { base_url: \"\(server.url)\" } }")
            let run = try fixture.keur("enrich", environment: [:])
            #expect(run.code == 2)
            let named = run.error.matches(of: /'(.+?)' needs the secret (\w+)/).map { "\($0.output.1) \($0.output.2)" }
            #expect(
                named == [
                    "bureau.yaml KEUR_BUREAU_KEY", "agency.yaml KEUR_A_KEY", "agency.yaml KEUR_BUREAU_KEY",
                    "agency.yaml KEUR_Z_KEY",
                ])
        }
    }

    /// Nor a file of secrets, which the machine that plans may not have.
    @Test(arguments: [nil, "secrets.env"])
    func whoAsksNobodyNeedsNone(file: String?) throws {
        try Self.run(secrets: file) { fixture, server in
            let dry = try fixture.keur("enrich", "--dry-run", environment: [:])
            #expect(dry.code == 0, "\(dry.error)")
            #expect(dry.output.hasPrefix("nothing was asked; a run would send 1 request, about 0.50 EUR"))
            let offline = try fixture.keur("enrich", "--offline", environment: [:])
            #expect(offline.code == 4)
            #expect(offline.output.contains("this run is offline, and no answer was kept"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test func answersThatWereKeptNeedNoneEither() throws {
        try Self.run { fixture, server in
            let asked = try fixture.keur("enrich")
            let offline = try fixture.keur("audit", "--offline", environment: [:])
            #expect((asked.code, offline.code) == (0, 0), "\(asked.error)\(offline.error)")
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: [
        (0o644, "KEUR_BUREAU_KEY=x", "others can read the secrets in it; run 'chmod 600 "),
        (0o620, "KEUR_BUREAU_KEY=x", "others can read the secrets in it; run 'chmod 600 "),
        (0o600, "x", "write NAME=value on each line"),
        (0, "", "there is no such file of secrets, or it cannot be read"),
    ])
    func fileThatCannotBeTrustedIsRefusedWhereThePlanNamesIt(mode: Int, text: String, reason: String) throws {
        try Self.run(secrets: "secrets.env") { fixture, server in
            if mode != 0 { try Self.write(text, mode, "secrets.env", in: fixture) }
            let run = try fixture.keur("audit")
            #expect(run.code == 2)
            #expect(run.error.hasPrefix("audit.yaml:9:12: "), "\(run.error)")
            #expect(run.error.contains("secrets.env:"), "\(run.error)")
            #expect(run.error.contains(reason), "\(run.error)")
            #expect(server.requests.isEmpty)
        }
    }

    @Test func linkToAFileOfOnesOwnIsFollowed() throws {
        try Self.run(secrets: "secrets.env") { fixture, server in
            try Self.write("KEUR_BUREAU_KEY=from-the-file", 0o600, "real.env", in: fixture)
            try FileManager.default.createSymbolicLink(
                at: fixture.folder.appending(path: "secrets.env"),
                withDestinationURL: fixture.folder.appending(path: "real.env"))
            let run = try fixture.keur("enrich", environment: [:])
            #expect(run.code == 0, "\(run.error)")
            #expect(server.requests.map { $0.headers["x-key"] } == ["from-the-file"])
        }
    }

    @Test func tryingASourceWithoutItsSecretAsksNothing() throws {
        try Self.run { fixture, server in
            let run = try fixture.keur(
                "connectors", "try", "bureau.yaml", "--number", "12345678", "--base-url", server.url, environment: [:])
            #expect(run.code == 2)
            #expect(
                run.error.contains(
                    "'bureau.yaml' needs KEUR_BUREAU_KEY, not set: put it into the environment or into --secrets"))
            #expect(server.requests.isEmpty)
        }
    }

    private static func write(_ text: String, _ mode: Int, _ name: String, in fixture: OutsideFixture) throws {
        try fixture.write([name: text])
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: fixture.folder.appending(path: name).path)
    }
}
