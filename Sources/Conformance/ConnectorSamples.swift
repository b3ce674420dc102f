import Foundation
import TestSupport

/// A provider's recorded answer, recognised by the name of its file, with what must come out of it.
struct ConnectorSample {
    var connector: String
    var customer: [String: String]
    /// What the provider answers; whatever else it is asked it does not have.
    var reply: @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
    /// By part; `found` also stands for a list of events that is not empty, `none` for one that is.
    var outcomes: [String: String]
    /// By path in the normal form, such as `register.legal_name`; empty texts are not looked at.
    var facts: [String: String]
    /// What a plan would set, as YAML; `{server}` is where the provider is played.
    var settings: String
    /// Tells the companies of one file apart.
    var about: String

    init(
        _ connector: String,
        _ customer: [String: String],
        _ outcomes: [String: String],
        facts: [String: String] = [:],
        settings: String = "",
        about: String = "",
        reply: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
    ) {
        self.connector = connector
        self.customer = customer
        self.outcomes = outcomes
        self.facts = facts
        self.settings = settings
        self.about = about
        self.reply = reply
    }

    /// Of a file that is no answer of a connector that ships there are none.
    static func all(in file: URL) -> [ConnectorSample] {
        let name = file.deletingPathExtension().lastPathComponent
        if file.pathExtension == "csv" { return exports.first { name == $0.name }?.make(file) ?? [] }
        guard let data = try? Data(contentsOf: file) else { return [] }
        let body = String(decoding: data, as: UTF8.self)
        let json = JSONPath(try? JSONSerialization.jsonObject(with: data))
        if let kind = single.first(where: { name.hasPrefix($0.prefix) }) {
            return kind.make(body, json).map { [$0] } ?? []
        }
        return several.first { name.hasPrefix($0.prefix) }?.make(body, json, file.deletingLastPathComponent()) ?? []
    }

    /// What another file of the folder holds; empty where there is none.
    static func text(_ name: String, in folder: URL) -> String {
        (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }

    /// Files that tell of one company all by themselves.
    private static var single: [(prefix: String, make: (String, JSONPath) -> ConnectorSample?)] {
        [
            ("gleif-lei-record", gleif), ("gleif-error-404", gleifUnknown), ("vies-check-", vies),
            ("vies-error-200", viesFailure), ("vies-get-unavailable", viesFailure),
            ("companies-house-profile", companiesHouse), ("companies-house-insolvency", insolvency),
            ("companies-house-error-404", companiesHouseUnknown), ("kvk-basisprofiel", kvk),
            ("kvk-zoeken-404", kvkUnknown), ("creditsafe-report-", creditsafe),
            ("creditsafe-search-noresults", { body, _ in creditsafeSearch(body, 200, "not found") }),
            ("creditsafe-error-401", { body, _ in creditsafeSearch(body, 401, "not known") }),
            ("creditsafe-error-403", { body, _ in creditsafeSearch(body, 403, "not known") }),
            ("creditsafe-error-report", { body, _ in creditsafeSearch(body, 400, "not known") }),
            ("dnb-data", dnb), ("dnb-error-404", dnbUnknown), ("cir-getCase", cir),
            ("cir-exceptie", cirNone), ("peppol-directory-search", peppol),
            ("peppol-directory-empty", peppolEmpty), ("opensanctions-error-404", openSanctionsFailure),
            ("northdata-404", northDataUnknown), ("gazette-feed", gazette), ("brreg-enhet", brreg),
            ("brreg-slettet", brreg), ("brreg-search", brregByName), ("fi-prh-", prh), ("fr-recherche-", recherche),
            ("fr-bodacc-", bodacc), ("cz-ares-404", aresUnknown), ("cz-ares-subject", ares), ("cz-isir-", isir),
            ("pl-krs-404", krsUnknown), ("pl-krs-", krs), ("pl-wl-", whiteList), ("se-error-400", bolagsverketRefused),
        ]
    }

    /// Files that tell of several companies, or that belong together with others of the folder.
    private static var several: [(prefix: String, make: (String, JSONPath, URL) -> [ConnectorSample])] {
        [
            ("northdata-company", northData), ("dk-cvr-search", cvr), ("se-organisation", bolagsverket),
            ("ch-shab-list", shab), ("peppol-doh-naptr", peppolPublisher), ("peppol-smp-redirect", peppolPublisher),
            ("opensanctions-match-response", openSanctions),
        ]
    }

    private static var exports: [(name: String, make: (URL) -> [ConnectorSample])] {
        [("gleif-golden-copy-lei2", goldenCopy), ("be-kbo-enterprise", kbo)]
    }
}
