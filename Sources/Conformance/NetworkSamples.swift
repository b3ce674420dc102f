import Foundation
import TestSupport

/// Peppol, through the Directory and through the DNS, and OpenSanctions.
extension ConnectorSample {
    static func peppol(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let participant = json["matches/0/participantID/value"]
        return ConnectorSample(
            "peppol", ["peppol_id": participant], ["channel": "found"],
            facts: ["channel.participant": participant, "channel.registered": "yes"]
        ) { _ in .json(body) }
    }

    static func peppolEmpty(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "peppol", ["peppol_id": "0106:90000199"], ["channel": "found"], facts: ["channel.registered": "unknown"]
        ) { _ in .json(body) }
    }

    static func openSanctionsFailure(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "opensanctions", ["legal_name": "Keurmerk B.V.", "country": "NL"], ["screening": "not known"]
        ) { _ in .json(body, status: 404) }
    }
    /// A resolver on this machine says where the publisher is, which then is this machine too.
    static func peppolPublisher(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        let resolver = text("peppol-doh-naptr.json", in: folder)
        // Peppol's own example of a name in the DNS; the recorded publisher tells of another participant.
        let participant = "0088:123abc"
        func published(_ name: String) -> String {
            text(name, in: folder).replacing(/0106:[0-9]+/, with: participant)
        }
        let group = published("peppol-smp-servicegroup.xml")
        let metadata = published("peppol-smp-signedservicemetadata.xml")
        let point = metadata.firstMatch(of: /Address>([^<]+)</)?.1 ?? ""
        return [
            ConnectorSample(
                "peppol", ["peppol_id": participant], ["channel": "found"],
                facts: [
                    "channel.participant": participant, "channel.registered": "yes",
                    "channel.access_point": String(point),
                ],
                settings: #"settings: { resolver: "{server}/dns-query", access_point: "yes" }"#
            ) { request in
                let server = "http://\(request.headers["host"] ?? "")"
                func here(_ text: String) -> String {
                    text.replacing("https://smp.example", with: server)
                        .replacing("https://smp2.example", with: server + "/smp2")
                }
                if request.path == "/dns-query" { return .json(here(resolver)) }
                if !request.path.contains("/services/") { return .xml(here(group)) }
                let isRedirect = body.contains("<Redirect") && !request.path.hasPrefix("/smp2")
                return .xml(isRedirect ? here(body) : metadata)
            }
        ]
    }

    /// The answer has one result for each company that was asked about; the connector asks about one at a time.
    static func openSanctions(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        json.names("responses").map { id in
            let response = "responses/\(id)"
            let asked = "\(response)/query/properties"
            let isHit = json.count("\(response)/results") > 0
            let answer = #"{"responses":{"customer":\#(json.json(response))}}"#
            return ConnectorSample(
                "opensanctions",
                [
                    "legal_name": json["\(asked)/name/0"], "country": json["\(asked)/jurisdiction/0"].uppercased(),
                    "registration_number": json["\(asked)/registrationNumber/0"],
                ],
                ["screening": isHit ? "found" : "none"],
                facts: [
                    "screening.name": json["\(response)/results/0/caption"],
                    "screening.seen": String(json["\(response)/results/0/last_change"].prefix(10)),
                ],
                about: id
            ) { _ in .json(answer) }
        }
    }
}
