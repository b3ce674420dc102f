import TestSupport

/// The registers that are asked first: GLEIF, VIES, Companies House, KVK and CIR.
extension ConnectorSample {
    static func gleif(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let lei = json["data/id"]
        return ConnectorSample(
            "gleif", ["lei": lei], ["register": "found"],
            facts: [
                "register.legal_name": json["data/attributes/entity/legalName/name"], "register.lei": lei,
                "register.reg_number": json["data/attributes/entity/registeredAs"],
                "register.address.city": json["data/attributes/entity/legalAddress/city"],
                "register.lei_status": json["data/attributes/registration/status"],
            ]
        ) { $0.path.hasSuffix("/lei-records/\(lei)") ? .json(body) : .json("{}", status: 404) }
    }

    static func gleifUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("gleif", ["lei": "5299000KEURTEST00147"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    static func vies(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let country = json["countryCode"] == "EL" ? "GR" : json["countryCode"]
        let name = json["name"]
        return ConnectorSample(
            "vies", ["country": country, "vat_number": json["countryCode"] + json["vatNumber"]], ["register": "found"],
            facts: [
                "register.vat_status": json["valid"] == "1" ? "valid" : "invalid",
                "register.legal_name": name == "---" ? "" : name,
            ]
        ) { _ in .json(body) }
    }

    static func viesFailure(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "vies", ["country": "NL", "vat_number": "NL900001008B01"], ["register": "not known"]
        ) { _ in .json(body) }
    }

    static func companiesHouse(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let number = json["company_number"]
        return ConnectorSample(
            "companies-house", ["country": "GB", "registration_number": number], ["register": "found"],
            facts: [
                "register.legal_name": json["company_name"], "register.reg_number": number,
                "register.address.postal_code": json["registered_office_address/postal_code"],
            ]
        ) { $0.path.hasSuffix("/company/\(number)") ? .json(body) : .json("{}", status: 404) }
    }

    static func insolvency(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "companies-house", ["country": "GB", "registration_number": "00900101"], ["events": "found"],
            facts: ["events.count": String(json.count("cases"))]
        ) { request in
            if request.path.hasSuffix("/insolvency") { return .json(body) }
            return request.path.hasSuffix("/company/00900101")
                ? .json(#"{"company_number":"00900101","company_name":"X LTD","company_status":"active"}"#)
                : .json("{}", status: 404)
        }
    }

    static func companiesHouseUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "companies-house", ["country": "GB", "registration_number": "00900101"], ["register": "not found"]
        ) { _ in .json(body, status: 404) }
    }

    static func kvk(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let number = json["kvkNummer"]
        let name = json["statutaireNaam"].isEmpty ? json["naam"] : json["statutaireNaam"]
        return ConnectorSample(
            "kvk", ["country": "NL", "registration_number": number], ["register": "found"],
            facts: [
                "register.legal_name": name, "register.reg_number": number,
                "register.status": json["materieleRegistratie/datumEinde"].isEmpty ? "active" : "dissolved",
            ]
        ) { request in
            if request.path.hasSuffix("/basisprofielen/\(number)") { return .json(body) }
            return request.path.hasSuffix("/zoeken")
                ? .json(#"{"totaal":1,"resultaten":[{"kvkNummer":"\#(number)","naam":"x"}]}"#)
                : .json("{}", status: 404)
        }
    }

    static func kvkUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("kvk", ["country": "NL", "registration_number": "90000101"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    static func cir(_ body: String, _ json: JSONPath) -> ConnectorSample? {
        guard let mark = body.firstMatch(of: /<publicatieKenmerk>([^<]+)</)?.1,
            let number = body.firstMatch(of: /<insolventienummer>([^<]+)</)?.1,
            let company = body.firstMatch(of: /<KvKNummer>([^<]+)</)?.1
        else { return nil }
        return ConnectorSample(
            "cir", ["country": "NL", "registration_number": String(company)], ["events": "found"],
            facts: ["events.case_number": String(number)]
        ) { [mark = String(mark)] request in
            let list = "<r><publicatieLijst><publicatieKenmerk>\(mark)</publicatieKenmerk></publicatieLijst></r>"
            return .answer(
                200, headers: ["Content-Type": "text/xml"], body: request.text.contains("getCase") ? body : list)
        }
    }

    static func cirNone(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("cir", ["country": "NL", "registration_number": "90000101"], ["events": "none"]) { _ in
            .answer(200, headers: ["Content-Type": "text/xml"], body: body)
        }
    }
}
