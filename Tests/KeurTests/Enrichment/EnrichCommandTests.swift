import Foundation
import TestSupport
import Testing

@Suite struct EnrichCommandTests {
    private static func company(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let number = request.path.split(separator: "/").last ?? ""
        return .json(#"{"name":"Name \#(number)","number":"\#(number)","status":"active"}"#)
    }

    /// Customers C1… with numbers from 10000001 on; exposure falls.
    private func writeCustomers(_ count: Int, to fixture: OutsideFixture) throws {
        let rows = (1...count).map { "C\($0),Name \(10_000_000 + $0),NL,,,\(10_000_000 + $0),,\(1000 - $0),EUR\n" }
        try fixture.write(["customers.csv": OutsideFixture.customers.prefix { $0 != "\n" } + "\n" + rows.joined()])
    }

    @Test func whatWasAskedIsCountedAndKept() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { request in
                switch request.path.suffix(2) {
                case "02": .answer(404)
                case "03": .json("{}")
                default: Self.company(request)
                }
            }
            try fixture.writeBureau(at: server.url)
            try writeCustomers(4, to: fixture)
            let run = try fixture.keur("enrich")
            #expect(run.code == 4)
            #expect(
                run.output == """
                    asked about 4 customers: 4 requests, about 2.00 EUR
                    source  found  not found  not known  candidates  not asked  requests
                    Bureau  2      1          1          0           0          4
                    not known for 1: Bureau: the answer is not as it is documented

                    """)
            // Only what could not be told is asked again.
            _ = try fixture.keur("enrich")
            #expect(server.requests.map { String($0.path.suffix(2)) }.sorted() == ["01", "02", "03", "03", "04"])
            let audit = try fixture.keur("audit", "--offline")
            #expect(audit.code == 4)
            #expect(server.requests.count == 5)
            #expect(try fixture.coverage["LE-09"]?["pass"] == "2")
        }
    }

    @Test func dryRunTellsWhatWouldBeAskedAndAsksNothing() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.company)
            try fixture.writeBureau(at: server.url, more: "budget: { cost: 1 EUR }")
            try writeCustomers(3, to: fixture)
            let run = try fixture.keur("enrich", "--dry-run")
            #expect(run.code == 0)
            #expect(
                run.output == """
                    nothing was asked; a run would send 3 requests, about 1.50 EUR, then up to 0 requests that depend on the answers
                    source  requests  then up to  cost
                    bureau  3         0           1.50 EUR
                    customer       exposure  requests  then up to
                    Name 10000001  999       1         0
                    Name 10000002  998       1         0
                    Name 10000003  997       1         0
                    the budget reaches 2 of the 3 customers that need an answer

                    """)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func shortBudgetGoesToExposureTimesStaleness() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.company)
            try fixture.writeBureau(at: server.url, more: "budget: { requests: 2 }")
            try writeCustomers(5, to: fixture)
            let first = try fixture.keur("enrich")
            #expect(first.code == 4)
            #expect(first.output.contains("not known for 3: Bureau: not asked: the budget of this run is spent"))
            #expect(server.requests.map { String($0.path.suffix(1)) }.sorted() == ["1", "2"])
            // The next run goes on with the others.
            _ = try fixture.keur("enrich")
            _ = try fixture.keur("enrich")
            #expect(server.requests.map { String($0.path.suffix(1)) }.sorted() == ["1", "2", "3", "4", "5"])
        }
    }

    @Test func ageOfAnAnswerDecidesWhetherItIsAskedAgain() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.company)
            try fixture.writeBureau(at: server.url, more: "max_age: { register: 7d }")
            _ = try fixture.keur("enrich")
            _ = try fixture.keur("enrich")
            #expect(server.requests.count == 1)
            try fixture.writeBureau(at: server.url, more: "max_age: { register: 0s }")
            _ = try fixture.keur("enrich")
            #expect(server.requests.count == 2)
            // Offline, any age will do.
            #expect(try fixture.keur("enrich", "--offline").code == 0)
            #expect(server.requests.count == 2)
        }
    }

    @Test func offlineWithoutAnAnswerIsUnknown() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.company)
            try fixture.writeBureau(at: server.url)
            let run = try fixture.keur("audit", "--offline", environment: [:])
            #expect(run.code == 4)
            #expect(
                try fixture.findings.first?["message"]
                    == "Not known: Bureau: not asked: this run is offline, and no answer was kept")
            #expect(server.requests.isEmpty)
        }
    }

    @Test func killedRunGoesOnWithoutAskingAgain() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { .after(seconds: 0.05, Self.company($0)) }
            try fixture.writeBureau(at: server.url, settings: ", rate: { in_flight: 3 }, timeout: { total: 10 }")
            try writeCustomers(40, to: fixture)
            let process = fixture.process(["enrich"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            for _ in 0..<400 where server.requests.count < 12 { Thread.sleep(forTimeInterval: 0.02) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let before = server.requests.count
            #expect((12..<40).contains(before))
            #expect(try fixture.keur("enrich").code == 0)
            // Asked twice is only what was under way, or answered and not yet written.
            #expect(server.requests.count <= 40 + 8)
            #expect(Set(server.requests.map(\.path)).count == 40)
        }
    }

    @Test func runsKilledAtAnyMomentKeepWhatTheyWereTold() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { .after(seconds: 0.02, Self.company($0)) }
            try fixture.writeBureau(at: server.url, settings: ", rate: { in_flight: 3 }, timeout: { total: 10 }")
            try writeCustomers(200, to: fixture)
            let delays = KeurRun.killDelays(upTo: 0.4)
            for delay in delays {
                let process = fixture.process(["enrich"])
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                usleep(UInt32(delay * 1_000_000))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            #expect(try fixture.keur("enrich").code == 0)
            #expect(Set(server.requests.map(\.path)).count == 200)
            // For each kill, what was under way, or answered and not yet written.
            #expect(server.requests.count <= 200 + 8 * delays.count)
        }
    }

    @Test func interruptedRunKeepsItsAnswersAndEndsByTheSignal() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { .after(seconds: 0.05, Self.company($0)) }
            try fixture.writeBureau(at: server.url, settings: ", rate: { in_flight: 3 }, timeout: { total: 10 }")
            try writeCustomers(40, to: fixture)
            let process = fixture.process(["enrich"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            for _ in 0..<400 where server.requests.count < 12 { Thread.sleep(forTimeInterval: 0.02) }
            process.interrupt()
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)
            #expect(process.terminationStatus == SIGINT)
            #expect(try fixture.keur("enrich").code == 0)
            #expect(server.requests.count <= 40 + 8)
        }
    }

    @Test func accountsOfOneCompanyAreOneRequest() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { .after(seconds: 0.05, Self.company($0)) }
            try fixture.writeBureau(at: server.url, settings: ", timeout: { total: 10 }")
            let rows = (1...20).map { "C\($0),Name 12345678,NL,,,12345678,,\($0),EUR\n" }.joined()
            try fixture.write([
                "customers.csv": OutsideFixture.customers.prefix { $0 != "\n" } + "\n" + rows
            ])
            #expect(try fixture.keur("enrich").output.contains("Bureau  20"))
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: [
        (["enrich"], "", "there is no audit.yaml here"),
        (["enrich", "--dry-run", "--offline"], "", "choose one"),
        (["enrich"], "enrich: { connectors: [gleef] }", "did you mean"),
        (["enrich"], "", "the plan names no outside sources"),
        (["enrich"], "enrich: { connectors: [kvk], budget: { cost: 5 USD } }", "costs EUR, and the budget is in USD"),
        (["enrich"], "enrich: { connectors: [vies], proxy: \"http://u:p4ssw0rd@proxy:1\" }", "https_proxy"),
        (["enrich"], "enrich: { connectors: [vies], secrets: open.env }", "chmod 600"),
    ])
    func mistakesAreToldWithExitCode2(arguments: [String], enrich: String, words: String) throws {
        try OutsideFixture.run { fixture in
            try fixture.write(["customers.csv": OutsideFixture.customers, "open.env": "A=b\n"])
            if !words.hasPrefix("there is no audit.yaml") {
                try fixture.write([
                    "audit.yaml": "datasets: { customers: { source: customers.csv } }\n\(enrich)\n"
                ])
            }
            let run =
                try arguments.count == 1 ? fixture.keur("enrich") : fixture.keur("enrich", "--dry-run", "--offline")
            #expect(run.code == 2)
            #expect(run.error.contains(words), "\(run.error)")
            #expect(!run.error.contains("p4ssw0rd"))
        }
    }
}
