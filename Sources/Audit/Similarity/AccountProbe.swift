import Enrichment
import Identifiers
import Tables

/// What a prospect would look like in the ledger: its numbers as accounts may have them, its name, its parents.
///
/// Most rows are dismissed on their bytes; only those that share a number, a postcode or the letters of a name are read.
struct AccountProbe: Sendable {
    static let fields = [
        "customer_id", "legal_name", "country", "postcode", "street", "city", "vat_number", "registration_number",
        "siren",
        "siret", "lei", "duns", "gln", "peppol_id", "iban", "parent_customer_id", "ultimate_parent_id",
        "ultimate_parent_name",
    ]

    /// The cells of one row, by place among the fields that are there.
    typealias Row = (Int) -> UnsafeBufferPointer<UInt8>

    private struct NumberProbe: Sendable {
        var slot: Int
        var field: String
        var forms: [CompactCode]
        var meaning: Meaning

        enum Meaning: Sendable { case own, bankAccount, parent }
    }

    private let slots: [String: Int]
    private let numbers: [NumberProbe]
    private let name: NameProbe
    private let profile: EntityProfile
    private let postcode: CompactCode?
    private let parentNames: [(probe: NameProbe, name: CompanyName)]
    private let country: String
    private let registration: String?
    private let language: String

    /// `fields` are those of `AccountProbe.fields` that the ledger has, in the order of a row's cells.
    init(_ values: [String: String], parents: [Subject], in fields: [String], language: String) {
        func value(_ field: String) -> String { values[field] ?? "" }
        slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
        country = value("country").uppercased()
        registration = Self.registration(value("registration_number"), country)
        self.language = language
        profile = Self.profile(value)
        name = NameProbe(profile.name)
        postcode = CompactCode(value("postcode"))
        let group = value("ultimate_parent_name")
        parentNames = ([group] + parents.map { $0["legal_name"] }).filter { !$0.isEmpty }.map {
            (NameProbe(CompanyName($0)), CompanyName($0))
        }
        numbers = Self.numbers(value, parents, slots)
    }

    /// The account that a row is, when it has to do with the prospect; its line is not set.
    func account(_ row: Row) -> ExistingAccount? {
        var evidence: [ExistingAccount.Evidence] = []
        var relation: ExistingAccount.Relation?
        for number in numbers where number.forms.contains(where: { $0.isIn(row(number.slot)) }) {
            switch number.meaning {
            case .own:
                if number.field == "registration_number" || number.field == "vat_number", isOfAnotherCountry(row) {
                    continue
                }
                let isVatGroup = number.field == "vat_number" && hasOtherRegistration(row)
                evidence.append(isVatGroup ? .vatGroup : .identifier(field: number.field))
                if relation != .sameEntity { relation = isVatGroup ? .sameGroup : .sameEntity }
            case .bankAccount:
                evidence.append(.bankAccount)
                relation = relation ?? .sameGroup
            case .parent:
                evidence.append(.parent(field: number.field))
                relation = relation ?? .sameGroup
            }
        }
        var score = relation == nil ? 0.0 : 1
        if relation != .sameEntity, let match = nameMatch(row) {
            evidence.append(.name(match.match.text(language: language)))
            relation = match.relation
            if score == 0 { score = match.match.score }
        }
        if relation == nil, isNamedAsParent(row) {
            evidence.append(.parent(field: "ultimate_parent_name"))
            relation = .sameGroup
            score = 1
        }
        guard let relation else { return nil }
        return ExistingAccount(
            customerID: text("customer_id", row), legalName: text("legal_name", row), city: text("city", row),
            country: text("country", row), relation: relation, score: score, evidence: evidence, line: 0)
    }

    // MARK: Names

    private func nameMatch(_ row: Row) -> (match: EntityMatch, relation: ExistingAccount.Relation)? {
        guard let slot = slots["legal_name"] else { return nil }
        let isNearby = slots["postcode"].map { postcode?.isIn(row($0)) ?? false } ?? false
        guard name.mayBeIn(row(slot), isNearby ? .anyWord : .everyWord) else { return nil }
        let match = EntityMatch(profile, Self.profile { text($0, row) })
        let isSamePlace = match.evidence.contains(.samePlace) || match.evidence.contains(.partOfPlace)
        // Two numbers of one register are two companies, however alike the names.
        if hasOtherRegistration(row) { return isSamePlace && match.score >= 0.7 ? (match, .sameGroup) : nil }
        if match.score >= Similarity.entity { return (match, .sameEntity) }
        if isSamePlace, match.score >= 0.7 { return (match, .sameGroup) }
        return match.name.score >= NameComparison.threshold && match.score >= 0.7 ? (match, .possible) : nil
    }

    private enum Similarity {
        /// As for a check with `similar`.
        static let entity = 0.9
    }

    /// Whether the account is the prospect's parent, or has the same one, by name.
    private func isNamedAsParent(_ row: Row) -> Bool {
        for field in ["ultimate_parent_name", "legal_name"] {
            guard let slot = slots[field], !row(slot).isBlankCell else { continue }
            for parent in parentNames where parent.probe.mayBeIn(row(slot), .everyWord) {
                if NameComparison.compare(parent.name, CompanyName(text(field, row))).isSame { return true }
            }
        }
        guard let slot = slots["ultimate_parent_name"], name.mayBeIn(row(slot), .everyWord) else { return false }
        return NameComparison.compare(profile.name, CompanyName(text("ultimate_parent_name", row))).isSame
    }

    private static func profile(_ value: (String) -> String) -> EntityProfile {
        EntityProfile(
            name: value("legal_name"), same: [value("country")],
            places: [value("postcode"), value("street"), value("city")],
            identifiers: [value("vat_number"), value("registration_number")])
    }

    // MARK: Numbers

    private func isOfAnotherCountry(_ row: Row) -> Bool {
        let other = text("country", row).uppercased()
        return !country.isEmpty && !other.isEmpty && country != other
    }

    private func hasOtherRegistration(_ row: Row) -> Bool {
        guard let registration, !isOfAnotherCountry(row),
            let other = Self.registration(text("registration_number", row), country)
        else { return false }
        return registration != other
    }

    /// A number in normal form, as far as its country's rule knows it.
    private static func registration(_ text: String, _ country: String) -> String? {
        Identifiers.companyNumberKinds(ofCountry: country).lazy.compactMap { $0.normalized(text) }.first
    }

    private static func numbers(
        _ value: (String) -> String,
        _ parents: [Subject],
        _ slots: [String: Int]
    ) -> [NumberProbe] {
        let country = value("country").uppercased()
        let vat = value("vat_number")
        let number = value("registration_number")
        let vatForms = vat.isEmpty ? [] : [vat, vat.withoutPrefix(country), country + vat]
        let peppolValue = value("peppol_id").split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
        let sirens = [value("siren"), String(value("siret").filter(\.isNumber).prefix(9))].filter { $0.count >= 9 }
        // The Belgian VAT number is the enterprise number, the French one ends in the SIREN.
        let fromVat = country == "BE" ? [vat.withoutPrefix("BE")] : country == "FR" ? [String(vat.suffix(9))] : []
        let registrations = [number, peppolValue] + sirens + fromVat
        let belgian = country == "BE" && !number.isEmpty ? ["BE" + number] : []
        let peppolForms =
            registerSchemes[country].map { scheme in registrations.filter { !$0.isEmpty }.map { scheme + $0 } } ?? []
        var own: [(String, [String])] = [
            ("registration_number", registrations), ("vat_number", vatForms + belgian),
            ("peppol_id", [value("peppol_id")] + peppolForms), ("lei", [value("lei")]), ("duns", [value("duns")]),
            ("gln", [value("gln")]), ("siret", [value("siret")]),
        ]
        own.append(("siren", country == "FR" ? sirens + fromVat + [number] : sirens))
        var probes: [NumberProbe] = []
        func add(_ field: String, _ texts: [String], _ meaning: NumberProbe.Meaning, atLeast minimum: Int = 4) {
            let forms = texts.compactMap { CompactCode($0, atLeast: minimum) }
            if let slot = slots[field], !forms.isEmpty {
                probes.append(NumberProbe(slot: slot, field: field, forms: forms, meaning: meaning))
            }
        }
        for (field, texts) in own { add(field, texts, .own) }
        add("iban", [value("iban")], .bankAccount)
        for field in ["lei", "duns"] { add(field, parents.map { $0[field] }, .parent) }
        add(
            "registration_number", parents.filter { $0["country"] == country }.map { $0["registration_number"] },
            .parent)
        let keys = ["parent_customer_id", "ultimate_parent_id", "head_office_id"].map(value)
        for field in ["customer_id", "parent_customer_id", "ultimate_parent_id"] {
            add(field, keys, .parent, atLeast: 1)
        }
        return probes
    }

    /// Peppol schemes whose values are the register's numbers.
    private static let registerSchemes = [
        "NL": "0106", "BE": "0208", "FR": "0002", "SE": "0007", "NO": "0192", "DK": "0184", "CH": "0183",
    ]

    private func text(_ field: String, _ row: Row) -> String {
        slots[field].map { String(decoding: row($0), as: UTF8.self) } ?? ""
    }
}

/// A number without what people write between: letters and digits, in capitals, zeros in front dropped.
struct CompactCode: Sendable {
    private let bytes: [UInt8]

    /// Nil when so little is left that it tells nobody apart.
    init?(_ text: String, atLeast minimum: Int = 4) {
        bytes = Array(text.utf8.compactMap(Self.kept).drop { $0 == 48 })
        if bytes.count < minimum { return nil }
    }

    private static func kept(_ byte: UInt8) -> UInt8? {
        if byte &- 97 < 26 { return byte - 32 }
        return byte &- 65 < 26 || byte &- 48 < 10 ? byte : nil
    }

    func isIn(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count >= bytes.count else { return false }
        var position = 0
        for byte in cell {
            guard let kept = Self.kept(byte), position > 0 || kept != 48 else { continue }
            guard position < bytes.count, kept == bytes[position] else { return false }
            position += 1
        }
        return position == bytes.count
    }
}

extension String {
    fileprivate func withoutPrefix(_ prefix: String) -> String {
        let start = uppercased().hasPrefix(prefix) && !prefix.isEmpty ? prefix.count : 0
        return String(dropFirst(start))
    }
}
