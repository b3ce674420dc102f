/// A legal form as it stands in a name.
public struct LegalForm: Hashable, Sendable {
    /// What it is called for short, the same for all its spellings, e.g. `B.V.`.
    public let name: String
    /// The countries that have it.
    public let countries: Set<String>
    /// Codes of ISO 20275 by country; several where a country's list has the spelling more than once.
    public let codes: [String: [String]]
    /// E.g. `private-limited`; nil where the list says nothing.
    public let kind: String?

    /// The code in a country, where there is exactly one.
    public func code(in country: String) -> String? {
        guard let codes = codes[country], codes.count == 1 else { return nil }
        return codes[0]
    }
}

/// Legal forms as they stand in company names.
///
/// Source of forms, codes and countries: ISO 20275 (entity legal forms), list version 1.5; spellings from general use.
public enum LegalForms {
    /// The form that the name shows, or nil. With a country, its own forms go before others with the same spelling.
    public static func find(in name: String, country: String? = nil) -> LegalForm? {
        range(in: NameWords(name).words.map(\.text), country: country).flatMap { form($0.key) }
    }

    /// Whether a country has the form that a name shows. Forms of no country in the table, names without one, and countries
    /// without forms here are plausible.
    public static func isPlausible(_ name: String, in country: String) -> Bool {
        guard knownCountries.contains(country), let form = find(in: name, country: country), !form.countries.isEmpty
        else {
            return true
        }
        return form.countries.contains(country)
    }

    /// The form's usual short name, or nil when the name shows none.
    public static func form(in name: String) -> String? { find(in: name)?.name }

    /// Where in the words a form stands, and by which key the table knows it.
    static func range(in words: [String], country: String? = nil) -> (range: Range<Int>, key: String)? {
        // Nothing behind it outweighs a form that such a name begins with: `Stichting Pensioenfonds ABP`.
        if words.count > 1, foremost.contains(words[0]) { return (0..<1, words[0]) }
        var best: (range: Range<Int>, key: String)?
        for start in words.indices {
            var key = words[start]
            var end = start + 1
            while beginnings.contains(key) {
                if end - start >= best?.range.count ?? 0, let entry = table[key],
                    counts(entry, key, at: start..<end, of: words.count, country)
                {
                    best = (start..<end, key)
                }
                guard end < words.count else { break }
                key += words[end]
                end += 1
            }
        }
        return best
    }

    /// Whether what is spelled like a form is one at this place. A short word in the middle of a name mostly is not.
    private static func counts(
        _ entry: Entry,
        _ key: String,
        at range: Range<Int>,
        of count: Int,
        _ country: String?
    ) -> Bool {
        // A name is more than its form.
        if range.count == count { return entry.isUsual }
        let fitsCountry = country.map { entry.form.countries.contains($0) } ?? false
        let isAtEnd = range.upperBound == count
        if isAtEnd { return entry.isUsual || fitsCountry || key.utf8.count > 6 }
        if range.lowerBound == 0 { return entry.mayLead || (fitsCountry && key.utf8.count > 3) }
        return entry.isUsual && (unmistakable.contains(key) || key.utf8.count > 9)
    }

    /// One form in the languages of its country, or under its names before and after a reform.
    static func areOne(_ left: String, _ right: String) -> Bool { translations.contains([left, right]) }

    private static let translations: Set<Set<String>> = [
        ["B.V.", "S.r.l."], ["B.V.", "BVBA"], ["BVBA", "S.r.l."], ["N.V.", "SA"], ["V.O.F.", "SNC"], ["AG", "SA"],
        ["GmbH", "SARL"], ["Oy", "AB"], ["Oyj", "AB"], ["a.s.", "A/S"], ["SARL", "S.r.l."], ["Coöperatie", "C.V."],
        ["C.V.", "SCS"],
    ]

    static func form(_ key: String) -> LegalForm? { table[key]?.form }

    // MARK: The table

    private struct Entry {
        var form: LegalForm
        /// Known by itself, without the country's help.
        var isUsual: Bool
        var mayLead: Bool
    }

    /// Every beginning of a spelling, so that a search ends where no spelling goes on.
    private static let beginnings: Set<String> = table.keys.reduce(into: []) { beginnings, key in
        for end in key.indices.dropFirst() { beginnings.insert(String(key[..<end])) }
        beginnings.insert(key)
    }

    private static let knownCountries: Set<String> = table.values.reduce(into: []) { $0.formUnion($1.form.countries) }

    /// Forms that stand before the name as often as behind it.
    private static let leading: Set<String> = [
        "sa", "nv", "bv", "sprl", "bvba", "sarl", "sas", "sasu", "eurl", "sci", "scp", "selarl", "earl", "gaec", "snc",
        "uab", "ab", "oy", "ooo", "zao", "oao", "ao", "pao", "too", "stichting", "stg", "sticht", "vereniging", "veren",
        "cooperatie",
        "cooperatief",
        "association", "fondation", "fundacja", "fondazione", "gemeente", "commune", "stadt", "gemeinde", "provincie",
        "ministerie", "waterschap", "vof", "maatschap", "srl", "asbl", "vzw", "gie", "cv", "pt", "eenmanszaak",
        "cooperativa", "mairie", "ville", "universiteit", "vve", "firma",
    ]

    private static let foremost: Set<String> = ["stichting", "vereniging", "gemeente", "provincie", "waterschap"]

    /// Short forms that are hardly ever anything else, wherever they stand.
    private static let unmistakable: Set<String> = [
        "bv", "nv", "gmbh", "ltd", "limited", "llc", "inc", "sarl", "bvba", "sprl", "plc", "srl", "aktiengesellschaft",
        "gmbh&cokg", "llp", "sasu", "spzoo", "ag",
    ]

    /// One short name for spellings that mean the same; those of the first country that has it where this table is silent.
    private static let families: [(name: String, spellings: String)] = [
        ("B.V.", "bv besloten|vennootschap flexbv"), ("N.V.", "nv naamloze|vennootschap"),
        ("V.O.F.", "vof vennootschap|onder|firma"), ("C.V.", "cv commanditaire|vennootschap"),
        ("Stichting", "stichting stg sticht"), ("Vereniging", "vereniging veren"), ("VZW", "vzw asbl"),
        ("Coöperatie", "cooperatie cooperatief cooperatieua cooperatiefua ua wa ba"), ("Eenmanszaak", "eenmanszaak"),
        ("BVBA", "bvba sprl"), ("S.r.l.", "srl srls scsrl societaaresponsabilitalimitata"),
        (
            "GmbH",
            "gmbh gesmbh mbh gesellschaftmbh gesellschaft|mit|beschrankter|haftung gesellschaftmitbeschraenkterhaftung ggmbh"
        ),
        (
            "GmbH & Co. KG",
            "gmbh&cokg gmbh&co gmbhcokg gmbhundcokg gmbhucokg gmbh&ciekg mbh&cokg gmbh&cokommanditgesellschaft mbhcokg"
        ),
        ("AG & Co. KG", "ag&cokg"), ("SE & Co. KG", "se&cokg"),
        ("KGaA", "kgaa kommanditgesellschaftaufaktien"), ("GmbH & Co. KGaA", "gmbh&cokgaa"),
        ("AG & Co. KGaA", "ag&cokgaa"), ("SE & Co. KGaA", "se&cokgaa"),
        ("AG", "ag aktiengesellschaft"), ("KG", "kg &cokg cokg kommanditgesellschaft"),
        ("OHG", "ohg offenehandelsgesellschaft"), ("UG", "ug ughaftungsbeschrankt ughaftungsbeschraenkt ughb"),
        ("e.K.", "ek ekfr ekfm ekffr eingetragenerkaufmann"), ("e.V.", "ev eingetragenerverein"), ("eG", "eg"),
        ("GbR", "gbr egbr"), ("SARL", "sarl sarls societearesponsabilitelimitee"),
        ("SAS", "sas sasu societeparactionssimplifiee"),
        ("SA", "sa societeanonyme sociedadanonima sociedadeanonima sau spolkaakcyjna"),
        ("EURL", "eurl"), ("SNC", "snc societeennomcollectif"), ("SCI", "sci societecivileimmobiliere"), ("SCA", "sca"),
        ("SCS", "scs"), ("SCSp", "scsp societeencommanditespeciale"), ("GIE", "gie"), ("Association", "association"),
        (
            "Ltd",
            "ltd limited coltd companylimited coltd colimited ltdco cyf cyfyngedig privatelimited pvtltd pteltd ptyltd"
        ),
        ("PLC", "plc publiclimitedcompany ccc"), ("LLP", "llp limitedliabilitypartnership"),
        ("LP", "lp limitedpartnership"), ("CIC", "cic"), ("Inc.", "inc incorporated"), ("Corp.", "corp corporation"),
        ("LLC", "llc limitedliabilitycompany"), ("S.L.", "sl slu sociedadlimitada sociedadlimitadaunipersonal"),
        ("S.p.A.", "spa societaperazioni"), ("S.a.p.a.", "sapa"), ("S.Coop.", "scoop sccl soccoop"),
        ("Lda", "lda limitada ltda unipessoallda"), ("A/S", "as aktieselskab"), ("ApS", "aps anpartsselskab"),
        ("AB", "ab aktiebolag abpubl publab publaktiebolag aktiebolagpubl"), ("HB", "hb handelsbolag"), ("ASA", "asa"),
        ("ANS", "ans"), ("Oy", "oy oyab osakeyhtio aboy"), ("Oyj", "oyj oyjabp abp"),
        ("Sp. z o.o.", "spzoo spolkazograniczonaodpowiedzialnoscia spolkazoo"),
        ("Sp.k.", "spk spzoospk spolkakomandytowa"),
        ("s.r.o.", "sro spolsro spolecnostsrucenimomezenym"),
        ("a.s.", "akciovaspolecnost akciovaspolocnost"), ("Kft.", "kft korlatoltfelelossegutarsasag"), ("Zrt.", "zrt"),
        ("Nyrt.", "nyrt"), ("d.o.o.", "doo drustvosogranicenomodgovornoscu"), ("d.d.", "dd"), ("OÜ", "ou osauhing"),
        ("UAB", "uab"),
        ("SIA", "sia"), ("EOOD", "eood"), ("OOD", "ood"), ("AD", "ead"), ("A.E.", "ae"),
        ("E.P.E.", "epe"),
        ("OOO", "ooo obshchestvosogranichennoyotvetstvennostyu"), ("AO", "ao pao zao oao"),
        ("SE", "se societaseuropaea"), ("EEIG", "eeig eesv ewiv geie"),
        ("Gemeente", "gemeente commune stadt gemeinde comune ayuntamiento mairie ville"),
        ("Provincie", "provincie provincia"), ("Ministerie", "ministerie"), ("Waterschap", "waterschap"),
    ]

    private static func key(_ spelling: String) -> String { NameWords(spelling).words.map(\.text).joined() }

    private static let table: [String: Entry] = {
        var names: [String: String] = [:]
        for (name, spellings) in families {
            for spelling in spellings.split(separator: " ") {
                names[spelling.split(separator: "|").joined()] = name
            }
        }
        var codes: [String: [String: [String]]] = [:]
        var usualCodes = codes
        var kinds: [String: String] = [:]
        var countries: [String: Set<String>] = [:]
        var usual: Set<String> = Set(names.keys)
        for row in LegalFormTable.text.split(separator: "\n") {
            let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4 else { continue }
            // Of two rows with one spelling that counts for which it is the usual one.
            let spellings = cells[3].split(separator: "|").map { (text: String($0), key: key(String($0))) }
            for (text, key) in spellings where key.utf8.count > 1 {
                countries[key, default: []].insert(cells[0])
                if !cells[1].isEmpty, codes[key]?[cells[0]]?.contains(cells[1]) != true {
                    codes[key, default: [:]][cells[0], default: []].append(cells[1])
                    if key == spellings.first?.key {
                        usualCodes[key, default: [:]][cells[0], default: []].append(cells[1])
                    }
                }
                if kinds[key] == nil, !cells[2].isEmpty { kinds[key] = cells[2] }
                if names[key] == nil { names[key] = text }
                // A whole class of words (Artisan, Métropole, Commune) is a form only where the country says so.
                if !cells[2].isEmpty, key.utf8.count > 3, cells[2] != "sole-trader", cells[2] != "public-body",
                    cells[2] != "general-partnership"
                {
                    usual.insert(key)
                }
            }
        }
        usual.subtract(ambiguous)
        return Dictionary(
            uniqueKeysWithValues: names.map { key, name in
                (
                    key,
                    Entry(
                        form: LegalForm(
                            name: name,
                            countries: countries[key] ?? [],
                            codes: (codes[key] ?? [:]).merging(usualCodes[key] ?? [:]) { $1 },
                            kind: kinds[key]
                        ),
                        isUsual: usual.contains(key),
                        mayLead: leading.contains(key)
                    )
                )
            }
        )
    }()

    /// Spellings of forms that are ordinary words of names, or parts of them.
    private static let ambiguous: Set<String> = [
        "mutual", "trust", "partnership", "cooperative", "fond", "fonds", "verein", "stiftung", "kirche", "kerk", "dit",
        "fund", "consortium", "institute", "institut", "inh", "firm", "branch", "coop", "unlimited", "registered",
    ]
}
