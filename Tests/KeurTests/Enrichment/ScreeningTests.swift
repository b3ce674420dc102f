import Foundation
import TestSupport
import Testing

/// A prospect on a screening list, from the list's answer to the verdict.
@Suite struct ScreeningTests {
    /// One entry of the list; with the prospect's own number it is surely the prospect.
    private static func answer(number: String, topic: String) -> String {
        """
        {"responses":{"customer":{"status":200,"results":[{"id":"NK-1","caption":"Voorbeeld Handel B.V.","score":0.92,
        "match":true,"datasets":["a_list"],"referents":[],"last_seen":"2026-09-29T18:00:00","last_change":"2026-06-01T00:00:00",
        "properties":{"name":["Voorbeeld Handel B.V."],"topics":["\(topic)"],"registrationNumber":["\(number)"]}}]}}}
        """
    }

    private static let none = #"{"responses":{"customer":{"status":200,"results":[]}}}"#

    private static let form = """
        country: NL
        legal_name: Voorbeeld Handel B.V.
        registration_number: "90000001"
        street: Dorpsstraat 1
        postcode: 1234 AB
        city: Ons Dorp
        ap_channel: email
        ap_email: facturen@voorbeeld.example
        po_required: nee
        """

    @Test(arguments: [
        (answer(number: "90000001", topic: "sanction"), "reject", ["EX-17"], Int32(1)),
        (answer(number: "90000001", topic: "debarment"), "refer", ["EX-18"], 1),
        (answer(number: "90000002", topic: "sanction"), "refer", ["EX-18"], 1),
        (none, "accept", [], 0),
    ])
    func hitsDecide(_ answer: String, _ verdict: String, _ checks: [String], _ code: Int32) throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(answer) }
            try fixture.write(["customers.csv": OutsideFixture.customers, "form.yaml": Self.form])
            try fixture.writePlan(
                connectors: "[opensanctions]",
                settings: "{ opensanctions: { base_url: \"\(server.url)\", rate: { per_second: 100, attempts: 1 } } }",
                checks: "[outside-data, group-risk, legal-entity]")
            let run = try fixture.keur(
                "onboard", "--plan", "audit.yaml", "--json", "form.yaml", "--format", "json",
                environment: ["KEUR_OPENSANCTIONS_KEY": "example"])
            #expect(run.code == code, "\(run.output)\(run.error)")
            #expect(run.output.contains("\"verdict\":\"\(verdict)\""), "\(run.output)\(run.error)")
            for check in ["EX-17", "EX-18"] {
                let isReason = run.output.contains("\"check_id\":\"\(check)\",\"result\":\"fail\"")
                #expect(isReason == checks.contains(check), "\(check) \(run.output)")
            }
            // What the list says is not for the customer to hear.
            let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let letter = (json?["email"] as? [String: Any])?["body"] as? String ?? ""
            #expect(!letter.contains("screening"), "\(letter)")
        }
    }

    /// A list is asked whether a company stands on it, and nothing else: that it knows nobody of the name tells neither that
    /// no proceeding is open nor that a register is missing the company.
    @Test func listTellsOfItselfAlone() throws {
        try OutsideFixture.run { fixture in
            let server = try LoopbackServer { _ in .json(Self.none) }
            try fixture.write(["customers.csv": OutsideFixture.customers])
            try fixture.writePlan(
                connectors: "[opensanctions]",
                settings: "{ opensanctions: { base_url: \"\(server.url)\", rate: { per_second: 100, attempts: 1 } } }",
                checks: "[outside-data, group-risk]")
            let run = try fixture.keur("audit", environment: ["KEUR_OPENSANCTIONS_KEY": "example"])
            #expect(run.code == 0, "\(run.output)\(run.error)")
            #expect(try fixture.findings.isEmpty)
            let coverage = try fixture.coverage
            for (check, passed) in [("EX-17", "1"), ("EX-18", "1"), ("EX-01", "0"), ("EX-12", "0")] {
                #expect(coverage[check]?["pass"] == passed, "\(check)")
            }
        }
    }
}
