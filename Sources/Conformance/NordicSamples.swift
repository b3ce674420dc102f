import Foundation
import TestSupport

/// Brreg, CVR, Bolagsverket and PRH.
extension ConnectorSample {
    private static func norwegian(_ body: String, _ json: JSONPath, _ path: String) -> ConnectorSample {
        let number = json["\(path)organisasjonsnummer"]
        let isGone = !json["\(path)slettedato"].isEmpty
        let isBankrupt = json["\(path)konkurs"] == "1"
        return ConnectorSample(
            "brreg", ["country": "NO", "registration_number": number],
            ["register": "found", "events": isBankrupt ? "found" : "none"],
            facts: [
                "register.legal_name": json["\(path)navn"], "register.reg_number": number,
                "register.status": isGone ? "dissolved" : isBankrupt ? "insolvent" : "active",
                "register.dissolved": json["\(path)slettedato"],
                "register.vat": json["\(path)registrertIMvaregisteret"] == "1" ? "NO\(number)MVA" : "",
                "register.address.city": json["\(path)forretningsadresse/poststed"],
                "events.kind": isBankrupt ? "bankruptcy" : "", "events.date": json["\(path)konkursdato"],
            ]
        ) { $0.path.hasSuffix("/enheter/\(number)") ? .json(body) : .json("{}", status: 404) }
    }

    static func brreg(_ body: String, _ json: JSONPath) -> ConnectorSample { norwegian(body, json, "") }

    /// By name; the one hit is then fetched by its number.
    static func brregByName(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let unit = "_embedded/enheter/0/"
        var sample = norwegian(json.json("_embedded/enheter/0"), json, unit)
        sample.customer = [
            "country": "NO", "legal_name": json["\(unit)navn"],
            "postcode": json["\(unit)forretningsadresse/postnummer"],
            "street": json["\(unit)forretningsadresse/adresse/0"], "city": json["\(unit)forretningsadresse/poststed"],
        ]
        let fetched = sample.reply
        sample.reply = { $0.path.hasSuffix("/enheter") ? .json(body) : fetched($0) }
        return sample
    }

    static func cvr(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        (0..<json.count("hits/hits")).map { index in
            let company = "hits/hits/\(index)/_source/Vrvirksomhed"
            let number = json["\(company)/cvrNummer"]
            let isBankrupt = json["\(company)/virksomhedMetadata/sammensatStatus"] == "UNDERKONKURS"
            return ConnectorSample(
                "cvr", ["country": "DK", "registration_number": number],
                ["register": "found", "events": isBankrupt ? "found" : "none"],
                facts: [
                    "register.legal_name": json["\(company)/virksomhedMetadata/nyesteNavn/navn"],
                    "register.reg_number": number, "register.status": isBankrupt ? "insolvent" : "active",
                    "events.kind": isBankrupt ? "bankruptcy" : "", "events.effect": isBankrupt ? "opened" : "",
                    "events.date": isBankrupt ? json["\(company)/virksomhedsstatus/1/periode/gyldigFra"] : "",
                ],
                about: number
            ) { _ in .json(body) }
        }
    }

    static func bolagsverket(_ body: String, _ json: JSONPath, _ folder: URL) -> [ConnectorSample] {
        let company = "organisationer/0"
        let proceeding =
            "\(company)/pagaendeAvvecklingsEllerOmstruktureringsforfarande/pagaendeAvvecklingsEllerOmstruktureringsforfarandeLista/0"
        let isBankrupt = json["\(proceeding)/kod"] == "KK"
        // What SCB did not tell leaves the status open.
        let isTold = json["\(company)/verksamOrganisation/fel/typ"].isEmpty
        let number = json["\(company)/organisationsidentitet/identitetsbeteckning"]
        let token = text("se-token.json", in: folder)
        return [
            swedish(
                number, ["register": "found", "events": isBankrupt ? "found" : "none"], token: token,
                facts: [
                    "register.legal_name": json["\(company)/organisationsnamn/organisationsnamnLista/0/namn"],
                    "register.reg_number": number,
                    "register.status": !isTold ? "" : isBankrupt ? "insolvent" : "active",
                    "register.address.city": json["\(company)/postadressOrganisation/postadress/postort"],
                    "events.kind": isBankrupt ? "bankruptcy" : "", "events.date": json["\(proceeding)/fromDatum"],
                ], answer: .json(body))
        ]
    }

    static func bolagsverketRefused(_ body: String, _ json: JSONPath) -> ConnectorSample {
        swedish(
            "5560021361", ["register": "not known", "events": "not known"], token: "", facts: [:],
            answer: .json(body, status: 400))
    }

    private static func swedish(
        _ number: String, _ outcomes: [String: String], token: String, facts: [String: String],
        answer: LoopbackServer.Reply
    ) -> ConnectorSample {
        ConnectorSample(
            "bolagsverket", ["country": "SE", "registration_number": number], outcomes, facts: facts,
            settings: #"settings: { portal: "{server}" }"#
        ) {
            guard $0.path.hasSuffix("/oauth2/token") else { return answer }
            return .json(token.isEmpty ? #"{"access_token":"t","token_type":"Bearer","expires_in":3600}"# : token)
        }
    }

    static func prh(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let company = "companies/0"
        guard json.count("companies") > 0 else {
            return ConnectorSample(
                "prh", ["country": "FI", "registration_number": "2077474-0"],
                ["register": "not found", "events": "not found"]
            ) { _ in .json(body) }
        }
        let number = json["\(company)/businessId/value"]
        let isBankrupt = json["\(company)/companySituations/0/type"] == "KONK"
        let isGone = json["\(company)/registeredEntries/0/type"] == "4"
        return ConnectorSample(
            "prh", ["country": "FI", "registration_number": number],
            ["register": "found", "events": isBankrupt ? "found" : "none"],
            facts: [
                "register.legal_name": json["\(company)/names/0/name"], "register.reg_number": number,
                "register.status": isGone ? "dissolved" : isBankrupt ? "insolvent" : "active",
                "register.address.postal_code": json["\(company)/addresses/0/postCode"],
                "events.kind": isBankrupt ? "bankruptcy" : "",
                "events.date": json["\(company)/companySituations/0/registrationDate"],
            ]
        ) { _ in .json(body) }
    }
}
