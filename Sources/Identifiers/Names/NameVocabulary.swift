/// What words in company names stand for.
enum NameVocabulary {
    /// One word for those that mean the same, and for what is usually cut short.
    static let synonyms: [String: String] = {
        var table: [String: String] = [:]
        for (word, others) in [
            ("international", "intl int internat internationaal internationale internazionale internacional"),
            ("manufacturing", "mfg manuf manufg"),
            ("gebroeders", "gebr bros brothers gebruder gebrueder freres fratelli hermanos hnos irmaos"),
            ("maatschappij", "mij"), ("services", "svcs svc serv service services srvcs"),
            ("group", "grp groep gruppe groupe gruppo grupo"),
            ("holding", "holdings hldg hldgs hold"), ("management", "mgmt mgt mngmt"),
            ("national", "natl nationaal nationale"),
            ("technology", "technologies technol"), ("etablissements", "ets etabl"), ("mount", "mt"),
            ("sons", "zn zonen zoon son sohne soehne fils figli hijos"),
            ("associates", "assoc assocs"), ("university", "univ universiteit universitaire universitair universitat"),
            ("department", "dept"), ("engineering", "engrg engg eng"), ("distribution", "distr distrib"),
            ("industries", "industry inds indus ind"), ("products", "product prods prod"),
            ("development", "dev devel devt"), ("company", "co comp compagnie cie"), ("saint", "st sint sankt"),
            ("transport", "transp transports"), ("construction", "constr construct"), ("building", "bldg"),
            ("equipment", "equip"), ("systems", "sys system systeme"), ("solutions", "solution soln"),
            ("electric", "elec electr electrical"), ("communications", "comm comms commun"),
            ("laboratories", "labs lab"),
            ("pharmaceuticals", "pharma pharm"), ("chemicals", "chem chemical"), ("insurance", "ins insur"),
            ("financial", "fin"), ("center", "centre ctr centrum zentrum"),
            ("logistics", "logistiek logistik logistique logist"),
            ("trading", "trdg trad"), ("and", "& en und et y i och og ja a e"),
            ("royal", "koninklijke koninklijk kon kgl"), ("european", "europees europese europaische europeenne"),
            ("administratiekantoor", "admkantoor"), ("bouwbedrijf", "bouwbedr"), ("handelsonderneming", "handelsond"),
            ("installatiebedrijf", "installatiebedr inst"), ("street", "straat str"),
        ] {
            table[word] = word
            for other in others.split(separator: " ") { table[String(other)] = word }
        }
        return table
    }()

    /// Countries as names have them, each as its ISO code in capitals.
    static let countries: [String: String] = {
        var table: [String: String] = [:]
        for (code, names) in [
            ("NL", "nederland netherlands holland niederlande dutch nederlandse nl"),
            ("BE", "belgie belgium belgique belgien belgian be"),
            ("DE", "deutschland germany duitsland allemagne german deutsche"),
            ("FR", "france frankrijk frankreich francaise french"),
            ("GB", "uk britain british england gb"), ("ES", "espana spain iberica spanje iberia"),
            ("IT", "italia italy italie italien italiana"),
            ("AT", "austria osterreich oesterreich oostenrijk"),
            ("CH", "suisse schweiz switzerland svizzera swiss zwitserland"),
            ("LU", "luxembourg luxemburg lux"), ("PL", "polska poland polen pologne"),
            ("CZ", "czech cesko ceska czechia"),
            ("DK", "danmark denmark denemarken"), ("SE", "sverige sweden zweden svenska"),
            ("NO", "norge norway noorwegen norsk"),
            ("FI", "finland suomi"), ("IE", "ireland ierland irish"), ("PT", "portugal"),
            ("HU", "hungary magyarorszag hongarije"),
            ("RO", "romania"), ("US", "usa us america american amerika"), ("CA", "canada"), ("CN", "china"),
            ("JP", "japan nippon"),
            ("IN", "india"), ("BR", "brasil brazil"), ("AU", "australia"), ("TR", "turkiye turkey turkije"),
            ("SK", "slovakia slovensko"),
            ("EUROPE", "europe europa emea eu"), ("BENELUX", "benelux"), ("NORDIC", "nordic nordics scandinavia"),
            ("ASIA", "asia apac"),
            ("AFRICA", "africa"),
        ] {
            for name in names.split(separator: " ") { table[String(name)] = code }
        }
        return table
    }()

    /// Words that tell the entities of one group apart.
    static let entityWords: Set<String> = [
        "holding", "beheer", "group", "finance", "financial", "financiering", "treasury", "vastgoed", "immo",
        "immobilien",
        "immobilier", "properties", "property", "management", "participations", "participaties", "deelnemingen",
        "beteiligungen", "beteiligungs", "invest", "investment", "investments", "pensioenfonds", "bidco", "topco",
        "midco",
        "newco", "holdco", "opco", "ip", "capital", "ventures", "international", "services", "trading", "logistics",
        "production", "productie", "sales", "verkoop", "vertrieb", "marketing", "operations", "leasing", "retail",
        "foundation", "nominees", "trustees", "east", "west", "north", "south", "noord", "zuid", "oost", "nord", "sud",
        "ost", "insurance", "energy", "energie", "digital", "sport", "sports", "beleggingen", "exploitatie",
    ]

    /// Words of which one side may do without.
    static let optional: Set<String> = [
        "and", "the", "de", "het", "der", "die", "das", "le", "la", "les", "el", "il", "den", "vd", "van", "von", "of",
        "company",
        "royal", "firma", "fa", "societe", "ste",
    ]

    static let branchWords: Set<String> = [
        "branch", "filiale", "filial", "succursale", "sucursal", "zweigniederlassung", "niederlassung", "bijkantoor",
        "nevenvestiging", "oddzial", "pobocka", "fioktelepe", "sivuliike", "agency",
    ]

    /// What stands between a name and the one that is traded under, as words.
    static let tradingMarkers: [[String]] = [
        ["handelend", "onder", "de", "naam"], ["trading", "as"], ["doing", "business", "as"], ["also", "known", "as"],
        ["formerly", "known", "as"], ["ho", "dn"], ["hodn"], ["thodn"], ["dba"], ["tas"], ["formerly"], ["voorheen"],
        ["vh"],
        ["exploitant", "van"],
    ]

    /// Numerals as entities of a series have them.
    static let numerals: [String: String] = [
        "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
        "one": "1", "two": "2", "three": "3", "first": "1", "second": "2", "eerste": "1", "tweede": "2",
    ]
}
