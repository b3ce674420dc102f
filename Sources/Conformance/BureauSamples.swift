import TestSupport

/// Creditsafe and D&B.
extension ConnectorSample {
    static func creditsafe(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let id = json["report/companyId"]
        let country = json["report/companySummary/country"]
        let basic = "report/companyIdentification/basicInformation"
        let number = json["\(basic)/companyRegistrationNumber"]
        let name = json["\(basic)/registeredCompanyName"]
        return ConnectorSample(
            "creditsafe", ["country": country, "registration_number": number],
            ["register": "found", "credit": "found"],
            facts: [
                "register.legal_name": name.isEmpty ? json["\(basic)/businessName"] : name,
                "credit.band": json["report/creditScore/currentCreditRating/commonValue"],
                "group.direct_parent.name": json["report/groupStructure/immediateParent/name"],
            ]
        ) { request in
            if request.path.hasSuffix("/authenticate") { return .json(#"{"token":"t"}"#) }
            if request.path.hasSuffix("/companies/\(id)") { return .json(body) }
            return .json(
                #"{"totalSize":1,"companies":[{"id":"\#(id)","country":"\#(country)","regNo":"\#(number)","officeType":"headOffice"}]}"#
            )
        }
    }

    static func creditsafeSearch(_ body: String, _ status: Int, _ outcome: String) -> ConnectorSample {
        ConnectorSample(
            "creditsafe", ["country": "NL", "registration_number": "90000101"],
            ["register": outcome, "credit": outcome]
        ) { $0.path.hasSuffix("/authenticate") ? .json(#"{"token":"t"}"#) : .json(body, status: status) }
    }

    static func dnb(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "dnb", ["duns": json["organization/duns"]], ["register": "found"],
            facts: [
                "register.legal_name": json["organization/primaryName"], "register.duns": json["organization/duns"],
                "group.ultimate_parent.name": json["organization/corporateLinkage/globalUltimate/primaryName"],
                "credit.band": json["organization/dnbAssessment/standardRating/rating"],
            ]
        ) { $0.path.hasSuffix("/token") ? .json(#"{"access_token":"t","expiresIn":86400}"#) : .json(body) }
    }

    static func dnbUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("dnb", ["duns": "012345671"], ["register": "not found"]) {
            $0.path.hasSuffix("/token")
                ? .json(#"{"access_token":"t","expiresIn":86400}"#) : .json(body, status: 404)
        }
    }
}
