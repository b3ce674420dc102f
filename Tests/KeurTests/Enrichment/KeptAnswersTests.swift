import Foundation
import TestSupport
import Testing

/// What users see of the file of kept answers, and of two connectors that would share it under one name.
@Suite struct KeptAnswersTests {
    private static let company = #"{"name":"Alpha Logistics B.V.","number":"12345678","status":"active"}"#

    private static func run(_ body: (OutsideFixture, LoopbackServer) throws -> Void) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(company) }
            try fixture.writeBureau(at: server.url)
            try body(fixture, server)
        }
    }

    private static func plan(_ connectors: [String], at url: String, more: String = "", in fixture: OutsideFixture)
        throws
    {
        let settings = connectors.map { "\($0): { base_url: \"\(url)\" }" }.joined(separator: ", ")
        try fixture.writePlan(
            connectors: "[\(connectors.map { "\($0).yaml" }.joined(separator: ", "))]", settings: "{ \(settings) }",
            more: more)
    }

    /// They would share tokens, answers, pace and budget.
    @Test(arguments: [
        (
            ["bureau", "agency"],
            "'bureau.yaml' and 'agency.yaml' both say 'connector: bureau'; give one of them another name"
        ),
        (["bureau", "bureau"], "'bureau.yaml' is there twice; remove one"),
    ])
    func connectorsOfOneNameAreRefused(connectors: [String], mistake: String) throws {
        try Self.run { fixture, server in
            try fixture.write(["agency.yaml": OutsideFixture.bureau])
            try Self.plan(Array(Set(connectors)).sorted().reversed(), at: server.url, in: fixture)
            let plan = try fixture.text("audit.yaml").replacing(
                /connectors: \[.*\]/, with: "connectors: [\(connectors.map { "\($0).yaml" }.joined(separator: ", "))]")
            try fixture.write(["audit.yaml": plan])
            let run = try fixture.keur("enrich")
            #expect(run.code == 2 && run.error == "audit.yaml:7:29: \(mistake)\n", "\(run.error)")
            #expect(server.requests.isEmpty)
        }
    }

    /// Evidence that a plan may keep for a second does not stay for good because its connector is gone.
    @Test func answersOfAConnectorThatThePlanNoLongerHasEndToo() throws {
        try Self.run { fixture, server in
            func asksNobodyAndKnows() throws -> Bool {
                try Self.plan(["bureau"], at: server.url, in: fixture)
                return try fixture.keur("enrich", "--offline").code == 0
            }
            try fixture.write([
                "agency.yaml": OutsideFixture.bureau.replacing("connector: bureau", with: "connector: agency")
            ])
            try Self.plan(["bureau"], at: server.url, more: "retention: 2s", in: fixture)
            #expect(try fixture.keur("enrich").code == 0)
            try Self.plan(["agency"], at: server.url, in: fixture)
            #expect(try fixture.keur("enrich").code == 0)
            #expect(try asksNobodyAndKnows())
            Thread.sleep(forTimeInterval: 2.1)
            try Self.plan(["agency"], at: server.url, in: fixture)
            #expect(try fixture.keur("enrich").code == 0)
            #expect(try !asksNobodyAndKnows())
        }
    }

    @Test func answersThatCannotBeReadAreSaidOnce() throws {
        try Self.run { fixture, server in
            #expect(try fixture.keur("enrich").code == 0)
            let path = fixture.folder.appending(path: ".keur/answers.sqlite")
            var bytes = try Data(contentsOf: path)
            // Behind the tables that say which tables there are.
            bytes.replaceSubrange((3 * 4096)..., with: Data(repeating: 0x58, count: bytes.count - 3 * 4096))
            try bytes.write(to: path)
            let run = try fixture.keur("enrich", "--offline")
            #expect(run.code == 4)
            let told = run.output.matches(
                of: /answers.sqlite: what was kept could not be read: .*malformed; .* check the file and its disk/)
            #expect(told.count == 1, "\(run.output)")
            let audit = try fixture.keur("audit", "--offline")
            #expect(audit.code == 4)
            #expect(try fixture.text("out/audit.html").contains("what was kept could not be read"))
        }
    }
}
