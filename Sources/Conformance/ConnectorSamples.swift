import Foundation
import TestSupport

/// A provider's recorded answer, recognised by the name of its file, with what must come out of it.
struct ConnectorSample {
    var connector: String
    var customer: [String: String]
    /// What the provider answers; whatever else it is asked it does not have.
    var reply: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
    /// By part; `found` also stands for events that tell of none.
    var outcomes: [String: String]
    /// By path in the normal form, such as `register.legal_name`; empty texts are not looked at.
    var facts: [String: String] = [:]

    /// Nil for files that are no answer of a connector that ships.
    init?(file: URL) {
        guard let data = try? Data(contentsOf: file) else { return nil }
        let body = String(decoding: data, as: UTF8.self)
        let json = JSONPath(try? JSONSerialization.jsonObject(with: data))
        let name = file.deletingPathExtension().lastPathComponent
        let kinds: [(prefix: String, make: (String, JSONPath) -> ConnectorSample?)] = [
            ("gleif-lei-record", Self.gleif), ("gleif-error-404", Self.gleifUnknown), ("vies-check-", Self.vies),
            ("vies-error-200", Self.viesFailure), ("vies-get-unavailable", Self.viesFailure),
            ("companies-house-profile", Self.companiesHouse), ("companies-house-insolvency", Self.insolvency),
            ("companies-house-error-404", Self.companiesHouseUnknown), ("kvk-basisprofiel", Self.kvk),
            ("kvk-zoeken-404", Self.kvkUnknown), ("creditsafe-report-", Self.creditsafe),
            ("creditsafe-search-noresults", { body, _ in Self.creditsafeSearch(body, 200, "not found") }),
            ("creditsafe-error-401", { body, _ in Self.creditsafeSearch(body, 401, "not known") }),
            ("creditsafe-error-403", { body, _ in Self.creditsafeSearch(body, 403, "not known") }),
            ("creditsafe-error-report", { body, _ in Self.creditsafeSearch(body, 400, "not known") }),
            ("dnb-data", Self.dnb), ("dnb-error-404", Self.dnbUnknown), ("cir-getCase", Self.cir),
            ("cir-exceptie", Self.cirNone), ("peppol-directory-search", Self.peppol),
            ("peppol-directory-empty", Self.peppolEmpty), ("opensanctions-error-404", Self.openSanctionsFailure),
        ]
        guard let kind = kinds.first(where: { name.hasPrefix($0.prefix) }), let sample = kind.make(body, json) else {
            return nil
        }
        self = sample
    }

    private init(
        _ connector: String,
        _ customer: [String: String],
        _ outcomes: [String: String],
        facts: [String: String] = [:],
        reply: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
    ) {
        self.connector = connector
        self.customer = customer
        self.outcomes = outcomes
        self.facts = facts
        self.reply = reply
    }

    // MARK: Registers

    private static func gleif(_ body: String, _ json: JSONPath) -> ConnectorSample {
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

    private static func gleifUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("gleif", ["lei": "5299000KEURTEST00147"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    private static func vies(_ body: String, _ json: JSONPath) -> ConnectorSample {
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

    private static func viesFailure(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "vies", ["country": "NL", "vat_number": "NL900001008B01"], ["register": "not known"]
        ) { _ in .json(body) }
    }

    private static func companiesHouse(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let number = json["company_number"]
        return ConnectorSample(
            "companies-house", ["country": "GB", "registration_number": number], ["register": "found"],
            facts: [
                "register.legal_name": json["company_name"], "register.reg_number": number,
                "register.address.postal_code": json["registered_office_address/postal_code"],
            ]
        ) { $0.path.hasSuffix("/company/\(number)") ? .json(body) : .json("{}", status: 404) }
    }

    private static func insolvency(_ body: String, _ json: JSONPath) -> ConnectorSample {
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

    private static func companiesHouseUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "companies-house", ["country": "GB", "registration_number": "00900101"], ["register": "not found"]
        ) { _ in .json(body, status: 404) }
    }

    private static func kvk(_ body: String, _ json: JSONPath) -> ConnectorSample {
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

    private static func kvkUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("kvk", ["country": "NL", "registration_number": "90000101"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    private static func cir(_ body: String, _ json: JSONPath) -> ConnectorSample? {
        guard let mark = body.firstMatch(of: /<publicatieKenmerk>([^<]+)</)?.1,
            let number = body.firstMatch(of: /<insolventienummer>([^<]+)</)?.1
        else { return nil }
        return ConnectorSample(
            "cir", ["country": "NL", "registration_number": "90000101"], ["events": "found"],
            facts: ["events.case_number": String(number)]
        ) { [mark = String(mark)] request in
            let list = "<r><publicatieLijst><publicatieKenmerk>\(mark)</publicatieKenmerk></publicatieLijst></r>"
            return .answer(
                200, headers: ["Content-Type": "text/xml"], body: request.text.contains("getCase") ? body : list)
        }
    }

    private static func cirNone(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("cir", ["country": "NL", "registration_number": "90000101"], ["events": "none"]) { _ in
            .answer(200, headers: ["Content-Type": "text/xml"], body: body)
        }
    }

    // MARK: Bureaus

    private static func creditsafe(_ body: String, _ json: JSONPath) -> ConnectorSample {
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

    private static func creditsafeSearch(_ body: String, _ status: Int, _ outcome: String) -> ConnectorSample {
        ConnectorSample(
            "creditsafe", ["country": "NL", "registration_number": "90000101"],
            ["register": outcome, "credit": outcome]
        ) { $0.path.hasSuffix("/authenticate") ? .json(#"{"token":"t"}"#) : .json(body, status: status) }
    }

    private static func dnb(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "dnb", ["duns": json["organization/duns"]], ["register": "found"],
            facts: [
                "register.legal_name": json["organization/primaryName"], "register.duns": json["organization/duns"],
                "group.ultimate_parent.name": json["organization/corporateLinkage/globalUltimate/primaryName"],
                "credit.band": json["organization/dnbAssessment/standardRating/rating"],
            ]
        ) { $0.path.hasSuffix("/token") ? .json(#"{"access_token":"t","expiresIn":86400}"#) : .json(body) }
    }

    private static func dnbUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("dnb", ["duns": "012345671"], ["register": "not found"]) {
            $0.path.hasSuffix("/token")
                ? .json(#"{"access_token":"t","expiresIn":86400}"#) : .json(body, status: 404)
        }
    }

    // MARK: Peppol and screening

    private static func peppol(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let participant = json["matches/0/participantID/value"]
        return ConnectorSample(
            "peppol", ["peppol_id": participant], ["channel": "found"],
            facts: ["channel.participant": participant, "channel.registered": "yes"]
        ) { _ in .json(body) }
    }

    private static func peppolEmpty(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "peppol", ["peppol_id": "0106:90000199"], ["channel": "found"], facts: ["channel.registered": "unknown"]
        ) { _ in .json(body) }
    }

    private static func openSanctionsFailure(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample(
            "opensanctions", ["legal_name": "Keurmerk B.V.", "country": "NL"], ["events": "not known"]
        ) { _ in .json(body, status: 404) }
    }
}

/// Members of a JSON document by path, as text; empty where there is none.
struct JSONPath {
    private let root: Any?

    init(_ root: Any?) { self.root = root }

    private func value(_ path: String) -> Any? {
        path.split(separator: "/").reduce(root) { value, member in
            if let list = value as? [Any], let index = Int(member), list.indices.contains(index) { return list[index] }
            return (value as? [String: Any])?[String(member)]
        }
    }

    subscript(path: String) -> String {
        switch value(path) {
        case let text as String: text
        case let number as NSNumber: number.stringValue
        default: ""
        }
    }

    func count(_ path: String) -> Int { (value(path) as? [Any])?.count ?? 0 }
}
