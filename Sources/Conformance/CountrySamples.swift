import Foundation
import TestSupport

/// North Data, the Gazette, the French and the Swiss.
extension ConnectorSample {
    static func northData(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        let notices = text("northdata-publications.json", in: folder)
        let isInsolvent = json["filings/0/type"] == "Insolvency"
        let holder = (0..<json.count("relatedCompanies/items")).map { "relatedCompanies/items/\($0)" }.first {
            json["\($0)/roles/0/type"] == "Shareholder"
        }
        return [
            ConnectorSample(
                "northdata",
                [
                    "country": "DE", "registration_number": json["register/id"],
                    "registration_authority": "Amtsgericht \(json["register/city"])",
                ],
                ["register": "found", "group": "found", "events": isInsolvent ? "found" : "none"],
                facts: [
                    "register.legal_name": json["rawName"], "register.reg_number": json["register/id"],
                    "register.status": isInsolvent ? "insolvent" : "",
                    "register.address.postal_code": json["address/postalCode"],
                    "register.vat": json["extras/0/items/0/value"],
                    "group.direct_parent.name": holder.map { json["\($0)/company/name/name"] } ?? "",
                    "events.kind": isInsolvent ? "bankruptcy" : "", "events.case_number": json["filings/0/id"],
                    "credit.band": json["overallRiskLevel"],
                ]
            ) { request in
                guard request.path.hasSuffix("/publications") else { return .json(body) }
                return .json(request.target.contains("&pos=") ? #"{"publications":[]}"# : notices)
            }
        ]
    }

    static func northDataUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "northdata",
            ["country": "DE", "registration_number": "HRB 90009", "registration_authority": "Amtsgericht Hamburg"],
            ["register": "not found"]
        ) { _ in .json(body, status: 404) }
    }

    static func gazette(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let count = json.count("entry")
        let entry = count == 0 ? "entry" : "entry/0"
        let number = json["\(entry)/content"].firstMatch(of: /Company Number ([0-9A-Z]{8})/)?.1 ?? ""
        let kinds = ["2410": "administration", "2432": "voluntary-liquidation", "2450": "liquidation"]
        return ConnectorSample(
            "gazette",
            ["country": "GB", "registration_number": String(number), "legal_name": json["\(entry)/title"]],
            ["events": "found"],
            facts: [
                "events.count": String(max(1, count)), "events.kind": kinds[json["\(entry)/f:notice-code"]] ?? "",
                "events.date": String(json["\(entry)/published"].prefix(10)),
                "events.entity": json["\(entry)/title"],
            ]
        ) { _ in .json(body) }
    }

    static func recherche(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let company = "results/0"
        guard json.count("results") > 0 else {
            return ConnectorSample(
                "recherche-entreprises", ["country": "FR", "registration_number": "732829320"],
                ["register": "not found"]
            ) { _ in .json(body) }
        }
        return ConnectorSample(
            "recherche-entreprises", ["country": "FR", "registration_number": json["\(company)/siren"]],
            ["register": "found"],
            facts: [
                "register.legal_name": json["\(company)/nom_raison_sociale"],
                "register.reg_number": json["\(company)/siren"], "register.vat": json["\(company)/tva/0"],
                "register.status": json["\(company)/etat_administratif"] == "C" ? "dissolved" : "active",
                "register.address.postal_code": json["\(company)/siege/code_postal"],
            ]
        ) { _ in .json(body) }
    }

    static func bodacc(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let isNone = json.count("results") == 0
        let judgment = JSONPath(try? JSONSerialization.jsonObject(with: Data(json["results/0/jugement"].utf8)))
        return ConnectorSample(
            "bodacc",
            ["country": "FR", "registration_number": isNone ? "552008443" : json["results/0/registre/1"]],
            ["events": isNone ? "none" : "found"],
            facts: isNone
                ? [:]
                : [
                    "events.kind": judgment["nature"].contains("liquidation") ? "bankruptcy" : "",
                    "events.effect": json["results/0/typeavis"] == "annulation" ? "annulled" : "opened",
                    "events.date": judgment["date"], "events.court": json["results/0/tribunal"],
                ]
        ) { _ in .json(body) }
    }

    /// The list has titles alone, so the details of a publication are made of what the list says of it.
    static func shab(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        let number = "CHE-999.001.007"
        return body.split(separator: "<publication ").dropFirst().compactMap { publication -> ConnectorSample? in
            guard let id = publication.firstMatch(of: /<id>([^<]+)</)?.1,
                let rubric = publication.firstMatch(of: /<subRubric>([^<]+)</)?.1,
                let date = publication.firstMatch(of: /<publicationDate>([^<]+)</)?.1,
                let title = publication.firstMatch(
                    of: /<en>(?:Provisional announcement of bankruptcy|Deletion) ([^<,]+)/)?.1,
                let start = publication.range(of: "<meta>")?.lowerBound,
                let end = publication.range(of: "</meta>")?.upperBound
            else { return nil }
            let detail =
                "<p:publication xmlns:p=\"https://shab.ch/p\">\(publication[start..<end])<content><company><name>\(title)</name><uid>\(number)</uid></company></content></p:publication>"
            let isDeletion = rubric == "HR03"
            return ConnectorSample(
                "shab", ["country": "CH", "registration_number": number, "legal_name": String(title)],
                ["events": "found"],
                facts: [
                    "events.count": "1", "events.kind": isDeletion ? "strike-off" : "bankruptcy",
                    "events.effect": isDeletion ? "closed" : "opened", "events.date": String(date),
                    "events.raw_code": String(rubric),
                ],
                about: String(rubric)
            ) { [id = String(id)] request in
                if request.path.hasSuffix("/publications/\(id)/xml") { return .xml(detail) }
                // Each search has its own publications.
                let isSought = request.target.contains("rubrics=HR") == isDeletion
                return .xml(isSought ? body : "<bulk><total>0</total></bulk>")
            }
        }
    }
}

extension LoopbackServer.Reply {
    static func xml(_ body: String) -> LoopbackServer.Reply {
        .answer(200, headers: ["Content-Type": "text/xml"], body: body)
    }
}
