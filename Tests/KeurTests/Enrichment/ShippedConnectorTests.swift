import Foundation
import TestSupport
import Testing

/// From what GLEIF, VIES and Peppol answer to what the audit finds, with the connectors that ship.
@Suite struct ShippedConnectorTests {
    private static func lei(_ stem: String) -> String {
        let text = (stem + "000000000000000000").prefix(18)
        let digits = (text + "00").map { String($0.hexDigitValue ?? Int($0.asciiValue ?? 55) - 55) }.joined()
        let remainder = digits.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
        return text + String(format: "%02d", 98 - remainder)
    }

    private static let (issued, lapsed, retired, inactive, heir) = (
        lei("724500KEUR0ISSUED"), lei("724500KEUR0LAPSED"), lei("724500KEUR0RETIRED"), lei("724500KEUR0INACTIV"),
        lei("724500KEUR0HEIR")
    )

    private static func gleif(_ lei: String) -> LoopbackServer.Reply {
        let (status, entity) =
            switch lei {
            case issued: ("ISSUED", "ACTIVE")
            case lapsed: ("LAPSED", "ACTIVE")
            case retired: ("RETIRED", "ACTIVE")
            default: ("ISSUED", "INACTIVE")
            }
        let successor = lei == retired ? #"{"lei":"\#(heir)","name":"Heir N.V."}"# : #"{"lei":null,"name":null}"#
        return .json(
            """
            {"meta":{"goldenCopy":{"publishDate":"2026-09-29T00:00:00Z"}},"data":{"type":"lei-records","id":"\(lei)",
            "attributes":{"lei":"\(lei)","entity":{"legalName":{"name":"Example N.V."},"legalAddress":{"country":"BE"},
            "status":"\(entity)","successorEntity":\(successor),"successorEntities":[],"eventGroups":[]},
            "registration":{"status":"\(status)"}},"relationships":{}}}
            """)
    }

    /// The Belgian number of `0208:` is registered, the VAT number of `9925:` is not.
    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        if request.path.hasPrefix("/lei-records/") { return gleif(String(request.path.dropFirst(13))) }
        if request.path == "/check-vat-number" {
            let number = request.text.contains("0900000246") ? "0900000246" : "0900000147"
            let isValid = number == "0900000147"
            return .json(
                #"{"countryCode":"BE","vatNumber":"\#(number)","valid":\#(isValid),"name":"\#(isValid ? "Another B.V." : "---")","address":"---","requestIdentifier":""}"#
            )
        }
        if request.path == "/dns-query" {
            let isRegistered = request.target.contains(registeredHost)
            return .json(
                isRegistered
                    ? #"{"Status":0,"Question":[{"name":"\#(registeredHost).iso6523-actorid-upis.example."}],"Answer":[{"type":35,"data":"100 10 \"U\" \"Meta:SMP\" \"!.*!https://smp.example!\" ."}]}"#
                    : #"{"Status":3}"#)
        }
        return .answer(404)
    }

    /// The name of `0208:0900000147` in the Peppol DNS: its SHA-256 in Base32.
    private static let registeredHost = "cexyh66py5oawy7atfs5ianqq2hnggzftrq5of7kpybpzufthtga"

    private func findings(_ customers: String, connector: String, settings: String = "") throws -> [OutsideFixture.Row]
    {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer(Self.answer)
            try fixture.write(["customers.csv": customers])
            try fixture.writePlan(
                connectors: "[\(connector)]",
                settings: """
                    { \(connector): { base_url: "\(server.url)", rate: { per_second: 1000 }\(settings
                        .replacing("$URL", with: server.url)) } }
                    """)
            let run = try fixture.keur("audit")
            #expect(run.code <= 1, "\(run.output)\(run.error)")
            return try fixture.findings
        }
    }

    private func ids(_ findings: [OutsideFixture.Row]) -> [String] {
        findings.map { "\($0["record_id"] ?? "") \($0["check_id"] ?? "") \($0["severity"] ?? "")" }.sorted()
    }

    @Test func statusOfAnLEI() throws {
        let rows = [("A", Self.issued), ("B", Self.lapsed), ("C", Self.retired), ("D", Self.inactive)]
            .map { "\($0),Example N.V.,BE,\($1),1\n" }.joined()
        let findings = try findings("customer_id,legal_name,country,lei,open_amount\n" + rows, connector: "gleif")
        #expect(
            ids(findings) == [
                "B ID-11 info", "C EX-08 error", "C ID-10 error", "D ID-12 blocker", "D LE-10 blocker",
            ])
        #expect(findings.first { $0["check_id"] == "EX-08" }?["suggestion"] == Self.heir)
    }

    @Test func answersOfVIES() throws {
        let findings = try findings(
            """
            customer_id,legal_name,country,vat_number,open_amount
            A,Example BV,BE,BE0900000147,1
            B,Example BV,BE,BE0900000246,1

            """, connector: "vies")
        #expect(ids(findings).filter { !$0.contains("LE-09") } == ["A ID-07 warning", "B ID-04 blocker"])
        #expect(
            findings.first { $0["check_id"] == "ID-07" }?["message"]
                == "BE0900000147 belongs to Another B.V., not to Example BV")
    }

    @Test func participantThatIsRegisteredUnderAnotherId() throws {
        let findings = try findings(
            """
            customer_id,legal_name,country,registration_number,peppol_id,open_amount
            A,Example BV,BE,0900000147,9925:BE0900000147,1

            """, connector: "peppol", settings: ", settings: { resolver: \"$URL/dns-query\" }")
        #expect(ids(findings) == ["A CH-09 blocker", "A CH-12 warning"])
        #expect(findings.map { $0["suggestion"] } == ["0208:0900000147", "0208:0900000147"])
    }
}
