import Foundation
import TestSupport
import Testing

/// From the answers of registers to findings on groups, on successors and on what sources disagree about.
@Suite struct GroupTests {
    private static let register = """
        connector: register
        title: Register
        base_url: https://register.example
        when: customer.registration_number != ''
        steps:
          company:
            get: "/companies/{customer.registration_number}"
            expect: has(body.name)
            about: none
        register:
          found: company != null
          legal_name: company.name
          reg_number: company.number
          status: company.status
          address: { country: "'NL'" }
          successor: { for: list(company.successor), name: item.name, reg_number: item.number, lei: item.lei }
        group:
          found: company != null
          direct_parent: { name: company.parent.name, reg_number: company.parent.number, country: "'NL'" }
          ultimate_parent: { name: company.top.name, reg_number: company.top.number, country: "'NL'" }
        events:
          for: list(company.events)
          kind: item.kind
          effect: item.effect
          date: item.date
          case_number: item.case
        """

    /// 90000001 and 90000002 below 90000003 below 90000004; each may have proceedings.
    private static func server(_ events: [String: String]) throws -> LoopbackServer {
        try LoopbackServer { request in
            let number = String(request.path.suffix(8))
            let own = "\"events\":[\(events[number] ?? "")]"
            let top = #""top":{"name":"Top N.V.","number":"90000004"}"#
            return switch number {
            case "90000001", "90000002":
                .json(
                    #"{"name":"Child \#(number.suffix(1)) B.V.","number":"\#(number)","status":"active","parent":{"name":"Middle B.V.","number":"90000003"},\#(top),\#(own)}"#
                )
            case "90000003":
                .json(
                    #"{"name":"Middle B.V.","number":"90000003","status":"active","parent":{"name":"Top N.V.","number":"90000004"},\#(top),\#(own)}"#
                )
            case "90000004": .json(#"{"name":"Top N.V.","number":"90000004","status":"active",\#(own)}"#)
            case "90000005":
                .json(
                    #"{"name":"Gone B.V.","number":"90000005","status":"dissolved","successor":[{"name":"Heir B.V.","number":"90000006","lei":"724500EXAMPLE0HEIR30"}]}"#
                )
            default: .answer(404)
            }
        }
    }

    private static let customers = """
        customer_id,legal_name,country,registration_number,open_amount,overdue_amount,credit_limit,currency,ultimate_parent_name,lei
        C1,Child 1 B.V.,NL,90000001,600,100,500,EUR,Top NV,
        C2,Child 2 B.V.,NL,90000002,300,0,300,EUR,Another Group S.A.,
        C3,Child 2 BV (depot),NL,90000002,50,0,0,EUR,,
        C4,Lonely B.V.,NL,90000009,10,0,100,EUR,,
        C5,Gone B.V.,NL,90000005,20,0,100,EUR,,724500EXAMPLE0GONE00

        """

    private func audit(_ fixture: OutsideFixture, _ server: LoopbackServer) throws -> [OutsideFixture.Row] {
        try fixture.write(["register.yaml": Self.register, "customers.csv": Self.customers])
        try fixture.writePlan(
            connectors: "[register.yaml]", settings: "{ register: { base_url: \"\(server.url)\" } }")
        let run = try fixture.keur("audit")
        #expect(run.code <= 1, "\(run.error)")
        return try fixture.findings
    }

    private func about(_ check: String, _ findings: [OutsideFixture.Row]) -> [String] {
        findings.filter { $0["check_id"] == check }.compactMap { $0["record_id"] }.sorted()
    }

    @Test func insolvencyOfAParentMarksAllAccountsOfItsFamily() throws {
        try OutsideFixture.run { fixture in
            let bankruptcy = #"{"kind":"bankruptcy","effect":"opened","date":"2026-08-01","case":"F.1"}"#
            let findings = try audit(fixture, try Self.server(["90000004": bankruptcy]))
            #expect(about("EX-02", findings) == ["C1", "C2", "C3"])
            #expect(about("EX-01", findings).isEmpty)
            #expect(
                findings.first { $0["check_id"] == "EX-02" }?["message"]
                    == "Child 1 B.V. is in one group with Top N.V.: bankruptcy since 2026-08-01")
            let page = try fixture.text("out/audit.html")
            #expect(page.contains("id=\"groups\""))
            #expect(page.contains("Bankruptcy since 2026-08-01 (register)"))
            #expect(try fixture.text("out/audit.json").contains(#""name":"Top N.V.","identifier":"NL 90000004""#))
        }
    }

    @Test func insolvencyOfOneCustomerMarksAllItsAccounts() throws {
        try OutsideFixture.run { fixture in
            let opened = #"{"kind":"suspension-of-payments","effect":"opened","date":"2026-08-01","case":"S.1"}"#
            let findings = try audit(fixture, try Self.server(["90000002": opened]))
            #expect(about("EX-01", findings) == ["C2", "C3"])
            #expect(about("EX-02", findings).isEmpty)
        }
    }

    @Test(arguments: ["closed", "annulled", "converted", "entered-in-error", "dismissed"])
    func proceedingThatEndedFlagsNobody(_ effect: String) throws {
        try OutsideFixture.run { fixture in
            let events = """
                {"kind":"bankruptcy","effect":"opened","date":"2026-08-01","case":"F.1"},
                {"kind":"bankruptcy","effect":"\(effect)","date":"2026-08-20","case":"F.1"}
                """
            let findings = try audit(fixture, try Self.server(["90000004": events, "90000002": events]))
            #expect(about("EX-01", findings).isEmpty)
            #expect(about("EX-02", findings).isEmpty)
        }
    }

    @Test func exposureOfTheGroupIsHeldAgainstTheSumOfItsLimits() throws {
        try OutsideFixture.run { fixture in
            let findings = try audit(fixture, try Self.server([:]))
            #expect(about("CR-17", findings) == ["C1", "C2", "C3"])
            #expect(
                findings.first { $0["check_id"] == "CR-17" }?["message"]
                    == "The 3 accounts of Top N.V. owe 950, their limits add up to 800")
            #expect(findings.first { $0["check_id"] == "CR-17" }?["cash_at_risk"] == "150.00")
            #expect(about("EX-09", findings) == ["C2"])
            #expect(about("EX-12", findings) == ["C4"])
        }
    }

    @Test func successorIsSuggested() throws {
        try OutsideFixture.run { fixture in
            let findings = try audit(fixture, try Self.server([:]))
            let merged = findings.first { $0["check_id"] == "EX-08" }
            #expect(merged?["suggestion"] == "724500EXAMPLE0HEIR30")
            #expect(merged?["message"]?.hasPrefix("Gone B.V. went into Heir B.V., LEI 724500EXAMPLE0HEIR30") == true)
            #expect(about("LE-10", findings) == ["C5"])
        }
    }

    @Test func goodsThatLeftAfterTheParentsInsolvencyAreFound() throws {
        try OutsideFixture.run { fixture in
            let bankruptcy = #"{"kind":"bankruptcy","effect":"opened","date":"2026-08-01","case":"F.1"}"#
            let server = try Self.server(["90000003": bankruptcy])
            try fixture.write([
                "register.yaml": Self.register, "customers.csv": Self.customers,
                "deliveries.csv":
                    "delivery_no,customer_id,goods_issue_date\nD1,C1,2026-07-31\nD2,C1,2026-08-02\nD3,C4,2026-08-02\n",
            ])
            try fixture.writePlan(
                connectors: "[register.yaml]", settings: "{ register: { base_url: \"\(server.url)\" } }")
            let plan = try fixture.text("audit.yaml").replacing(
                "customers: { source: customers.csv }",
                with: "customers: { source: customers.csv }, deliveries: { source: deliveries.csv }")
            try fixture.write(["audit.yaml": plan])
            _ = try fixture.keur("audit")
            let findings = try fixture.findings
            #expect(about("K10-3", findings) == ["D2"])
            #expect(
                findings.first { $0["check_id"] == "K10-3" }?["message"]
                    == "Goods left on 2026-08-02, after bankruptcy of Middle B.V. on 2026-08-01")
        }
    }

    @Test func sourcesAreMergedByPrecedenceAndTheirContradictionIsAFinding() throws {
        try OutsideFixture.run { fixture in
            let one = try LoopbackServer { _ in
                .json(#"{"name":"Alpha Logistics B.V.","number":"12345678","status":"active"}"#)
            }
            let other = try LoopbackServer { _ in
                .json(#"{"name":"ALPHA LOGISTICS BV","number":"12345678","status":"dissolved"}"#)
            }
            try fixture.write([
                "customers.csv": OutsideFixture.customers, "bureau.yaml": OutsideFixture.bureau,
                "second.yaml": OutsideFixture.bureau.replacing("connector: bureau", with: "connector: second"),
            ])
            func run(_ order: String) throws -> [String] {
                try fixture.writePlan(
                    connectors: order,
                    settings: "{ bureau: { base_url: \"\(one.url)\" }, second: { base_url: \"\(other.url)\" } }")
                _ = try fixture.keur("audit")
                return try fixture.findings.map { "\($0["check_id"] ?? ""): \($0["message"] ?? "")" }.sorted()
            }
            #expect(
                try run("[bureau.yaml, second.yaml]") == [
                    "EX-15: status: bureau has active, second has dissolved"
                ])
            #expect(
                try run("[second.yaml, bureau.yaml]") == [
                    "EX-15: status: second has dissolved, bureau has active",
                    "LE-10: Alpha Logistics B.V. is dissolved at the register (second)",
                ])
        }
    }

    /// What a source could not confirm today was not mended.
    @Test func outageDoesNotCloseAFinding() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in
                .json(#"{"name":"Alpha Logistics B.V.","number":"12345678","status":"dissolved"}"#)
            }
            try fixture.writeBureau(at: server.url, more: "max_age: { register: 0s }")
            try fixture.write(["audit.yaml": try fixture.text("audit.yaml") + "\nhistory: history.sqlite\n"])
            func status(_ day: String) throws -> [String?] {
                _ = try fixture.keur("audit", "--as-of", day)
                return try fixture.findings.filter { $0["check_id"] == "LE-10" }.map { $0["status"] }
            }
            #expect(try status("2026-09-01") == ["new"])
            let plan = try fixture.text("audit.yaml")
            try fixture.write(["audit.yaml": plan.replacing(server.url, with: "http://127.0.0.1:1")])
            #expect(try status("2026-09-02") == [])
            #expect(try fixture.rows("out/fixed.csv").isEmpty)
            try fixture.write(["audit.yaml": plan])
            #expect(try status("2026-09-03") == ["open"])
        }
    }
}
