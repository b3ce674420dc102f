import Foundation
import TestSupport
import Testing

/// Found by number, by name, or not for sure.
@Suite struct MatchingTests {
    private static let connector = """
        connector: register
        title: Register
        base_url: https://register.example
        steps:
          search:
            when: customer.registration_number == ''
            get: /search
            query: { q: "{customer.legal_name}" }
            expect: has(body.items)
            about: none
          company:
            when: id != ''
            get: "/companies/{id}"
            expect: has(body.name)
            about: none
        let:
          id: "customer.registration_number != '' ? customer.registration_number : text(match.key)"
        match: { for: search.items, key: item.id, name: item.name, postcode: item.postcode, city: item.city }
        register:
          found: company != null
          match:
            by: "customer.registration_number != '' ? 'number' : 'name'"
            strength: "customer.registration_number != '' ? 1.0 : match.strength"
          legal_name: company.name
          status: company.status
        """

    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        switch request.path {
        case "/search" where request.target.contains("Sure"):
            .json(#"{"items":[{"id":"1","name":"Sure Trading B.V.","postcode":"1234 AB","city":"Utrecht"}]}"#)
        case "/search" where request.target.contains("Twin"):
            .json(
                #"""
                {"items":[{"id":"2","name":"Twin Trading B.V.","postcode":"9999 ZZ","city":"Groningen"},
                {"id":"3","name":"=Twin Trading BV","postcode":"8888 YY","city":"Zwolle"}]}
                """#)
        case "/search": .json(#"{"items":[{"id":"4","name":"Quite Another Company N.V."}]}"#)
        case "/companies/5": .json(#"{"name":"Number Five B.V.","status":"active"}"#)
        case "/companies/1": .json(#"{"name":"Sure Trading B.V.","status":"active"}"#)
        default: .json(#"{"name":"Twin Trading B.V.","status":"dissolved"}"#)
        }
    }

    private static let customers = """
        customer_id,legal_name,country,postcode,city,registration_number,open_amount
        C1,Sure Trading B.V.,NL,1234 AB,Utrecht,,1
        C2,Twin Trading B.V.,NL,1111 AA,Amsterdam,,1
        C3,Nobody Knows B.V.,NL,1111 AA,Amsterdam,,1
        C5,Number Five B.V.,NL,1111 AA,Amsterdam,5,1

        """

    private func write(to fixture: OutsideFixture, _ server: LoopbackServer) throws {
        try fixture.write(["register.yaml": Self.connector, "customers.csv": Self.customers])
        try fixture.writePlan(
            connectors: "[register.yaml]", settings: "{ register: { base_url: \"\(server.url)\" } }")
    }

    @Test func doubtfulMatchIsNeverTakenForTheCustomerUntilSomebodyJudgesIt() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.answer)
            try write(to: fixture, server)
            let enriched = try fixture.keur("enrich")
            #expect(enriched.code == 0, "\(enriched.output)")
            #expect(enriched.output.contains("Register  2      1          0          1"), "\(enriched.output)")
            #expect(enriched.output.contains("matches.csv: 2 candidates by name wait"))
            // The two that are sure were fetched, no candidate was.
            #expect(Set(server.requests.map(\.path)) == ["/search", "/companies/1", "/companies/5"])

            let audit = try fixture.keur("audit", "--fail-on", "warning")
            #expect(audit.code == 1)
            let findings = try fixture.findings
            #expect(findings.map { "\($0["check_id"] ?? "") \($0["record_id"] ?? "")" } == ["EX-12 C2"])
            #expect(findings.first?["message"]?.contains("Twin Trading B.V. (2), =Twin Trading BV (3)") == true)
            let coverage = try fixture.coverage
            #expect(coverage["LE-10"]?["pass"] == "2")
            #expect(coverage["LE-10"]?["reason"] == "on 1 record a match by name waits for a judgement")

            let open = try fixture.rows("matches.csv")
            #expect(open.map { $0["judgement"] } == ["", ""])
            #expect(open.map { $0["candidate"] } == ["2", "3"])

            try judge(["2": "not_same", "3": "same"], in: fixture)
            #expect(try fixture.keur("audit").code == 1)
            let judged = try fixture.findings
            #expect(judged.map { "\($0["check_id"] ?? "") \($0["record_id"] ?? "")" } == ["LE-10 C2"])
            #expect(server.requests.map(\.path).contains("/companies/3"))
            #expect(!server.requests.map(\.path).contains("/companies/2"))
            // The judgements are still there.
            #expect(try Set(fixture.rows("matches.csv").map { $0["judgement"] }) == ["same", "not_same"])
        }
    }

    @Test func candidatesThatAreNotTheCustomerLeaveItNotFound() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.answer)
            try write(to: fixture, server)
            _ = try fixture.keur("enrich")
            try judge(["2": "not_same", "3": "not_same"], in: fixture)
            #expect(try fixture.keur("enrich").output.contains("Register  2      2          0          0"))
            try fixture.write(["matches.csv": try fixture.text("matches.csv").replacing("not_same", with: "perhaps")])
            let run = try fixture.keur("enrich")
            #expect(run.code == 3)
            #expect(run.error.contains("'perhaps' is no judgement"))
        }
    }

    @Test func judgementWrittenWhileARunAsksIsKept() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { request in
                guard request.target.contains("Other") else { return Self.answer(request) }
                do { try judge(["2": "not_same", "3": "same"], in: fixture) } catch { Issue.record(error) }
                return .json(
                    #"{"items":[{"id":"6","name":"Other Trading B.V.","postcode":"9999 ZZ","city":"Groningen"}]}"#)
            }
            try write(to: fixture, server)
            _ = try fixture.keur("enrich")
            let before = try fixture.text("matches.csv")
            _ = try fixture.keur("enrich")
            #expect(try fixture.text("matches.csv") == before)
            try fixture.write([
                "customers.csv": Self.customers + "C6,Other Trading B.V.,NL,1111 AA,Amsterdam,,1\n"
            ])
            let run = try fixture.keur("enrich")
            let rows = try fixture.rows("matches.csv").map { "\($0["candidate"] ?? "") \($0["judgement"] ?? "")" }
            #expect(rows.sorted() == ["2 not_same", "3 same", "6 "], "\(run)")
            #expect(run.output.contains("1 candidate"), "\(run.output)")
        }
    }

    /// The source did answer, so that this is no missing answer (exit 4) but a decision that somebody has to take.
    @Test func prospectWhoseMatchWaitsForAJudgementIsReferredForThat() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.answer)
            try write(to: fixture, server)
            let byName = Self.connector.replacing("customer.registration_number == ''", with: "true").replacing(
                "customer.registration_number != ''", with: "false")
            try fixture.write([
                "register.yaml": byName, "customers.csv": "customer_id,legal_name,country\nC9,Beta Holding N.V.,NL\n",
                "form.yaml": """
                country: NL
                legal_name: Twin Trading B.V.
                registration_number: "90000001"
                street: Dorpsstraat 1
                postcode: 1111 AA
                city: Amsterdam
                ap_channel: email
                ap_email: facturen@voorbeeld.example
                po_required: nee
                """,
            ])
            let run = try fixture.keur("onboard", "--plan", "audit.yaml", "--json", "form.yaml")
            #expect(run.code == 1, "\(run.output)\(run.error)")
            #expect(run.output.contains("to judge: Register: found by name only"), "\(run.output)")
            #expect(!run.output.contains("not known:"))
            let data = try fixture.keur("onboard", "--plan", "audit.yaml", "--json", "form.yaml", "--format", "json")
            #expect(data.output.contains(#"{"kind":"candidates","#), "\(data.output)")
        }
    }

    private func judge(_ judgements: [String: String], in fixture: OutsideFixture) throws {
        let lines = try fixture.text("matches.csv").split(separator: "\n").map { line in
            for (candidate, judgement) in judgements where line.contains(",\"\(candidate)\",") {
                return "\"\(judgement)\"" + line.dropFirst(2)
            }
            return String(line)
        }
        try fixture.write(["matches.csv": lines.joined(separator: "\n") + "\n"])
    }
}
