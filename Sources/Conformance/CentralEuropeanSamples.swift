import Foundation
import TestSupport

/// ARES, ISIR, KRS and the white list.
extension ConnectorSample {
    static func ares(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let number = json["ico"]
        // Being in the insolvency register does not tell which case it is.
        let isListed = json["seznamRegistraci/stavZdrojeIr"] == "AKTIVNI"
        return ConnectorSample(
            "ares", ["country": "CZ", "registration_number": number], ["register": "found"],
            facts: [
                "register.legal_name": json["obchodniJmeno"], "register.reg_number": number,
                "register.vat": json["dic"], "register.address.city": json["sidlo/nazevObce"],
                "register.address.postal_code": json["sidlo/psc"], "register.status": isListed ? "unknown" : "active",
            ]
        ) { $0.path.hasSuffix("/\(number)") ? .json(body) : .json("{}", status: 404) }
    }

    static func aresUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("ares", ["country": "CZ", "registration_number": "25123891"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    static func isir(_ body: String, _ json: JSONPath) -> ConnectorSample {
        func member(_ name: String) -> String {
            guard let start = body.range(of: "<\(name)>")?.upperBound,
                let end = body.range(of: "</\(name)>")?.lowerBound
            else { return "" }
            return String(body[start..<end])
        }
        let isNone = member("kodChyby") == "WS2"
        let file = "\(member("cisloSenatu")) INS \(member("bcVec"))/\(member("rocnik"))"
        return ConnectorSample(
            "isir", ["country": "CZ", "registration_number": isNone ? "25123891" : member("ic")],
            ["events": isNone ? "none" : "found"],
            facts: isNone
                ? [:]
                : [
                    "events.kind": member("druhStavKonkursu") == "KONKURS" ? "bankruptcy" : "",
                    "events.effect": member("datumPmUkonceniUpadku").isEmpty ? "opened" : "closed",
                    "events.date": String(member("datumPmZahajeniUpadku").prefix(10)), "events.case_number": file,
                ]
        ) { _ in .xml(body) }
    }

    static func krs(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let parts = "odpis/dane"
        let number = json["odpis/naglowekA/numerKRS"]
        let bankruptcy = "\(parts)/dzial6/postepowanieUpadlosciowe/0/informacjaOOgloszeniuUpadlosci"
        let day = json["\(bankruptcy)/data"].split(separator: ".").reversed().joined(separator: "-")
        return ConnectorSample(
            "krs", ["country": "PL", "registration_number": number], ["register": "found", "group": "found"],
            facts: [
                "register.legal_name": json["\(parts)/dzial1/danePodmiotu/nazwa"], "register.reg_number": number,
                "register.status": day.isEmpty ? "active" : "insolvent",
                "register.address.postal_code": json["\(parts)/dzial1/siedzibaIAdres/adres/kodPocztowy"],
                "group.direct_parent.name": json["\(parts)/dzial1/wspolnicySpzoo/0/nazwa"],
                "events.open": day,
            ]
        ) { $0.path.hasSuffix("/\(number)") ? .json(body) : .json("{}", status: 404) }
    }

    static func krsUnknown(_ body: String, _ json: JSONPath) -> ConnectorSample {
        ConnectorSample("krs", ["country": "PL", "registration_number": "0000090009"], ["register": "not found"]) { _ in
            .json(body, status: 404)
        }
    }

    static func whiteList(_ body: String, _ json: JSONPath) -> ConnectorSample {
        let nip = json["result/subject/nip"]
        let isRefused = !json["code"].isEmpty
        return ConnectorSample(
            "white-list", ["country": "PL", "vat_number": nip.isEmpty ? "PL8567346215" : "PL\(nip)"],
            ["register": isRefused ? "not known" : nip.isEmpty ? "not found" : "found"],
            facts: [
                "register.legal_name": json["result/subject/name"], "register.reg_number": json["result/subject/krs"],
                "register.vat_status": json["result/subject/statusVat"] == "Czynny" ? "valid" : "",
            ]
        ) { _ in .json(body, status: isRefused ? 400 : 200) }
    }
}
