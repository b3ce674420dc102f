import Foundation

/// Legal forms as they stand in company names.
///
/// Source of forms and countries: ISO 20275 (entity legal forms), list version 1.5; spellings from general use.
public enum LegalForms {
    /// The form's usual abbreviation, or nil when the name shows none.
    public static func form(in name: String) -> String? {
        let words = words(of: name)
        guard !words.isEmpty else { return nil }
        for length in stride(from: min(longest, words.count), through: 1, by: -1) {
            for start in stride(from: words.count - length, through: 0, by: -1) {
                let key = words[start..<start + length].joined()
                guard let form = byKey[key] else { continue }
                // Short abbreviations count at the end of a name, or at its beginning where that is usual (SA, Stichting).
                if start + length == words.count || start == 0 || key.count > 4 { return form }
            }
        }
        return nil
    }

    /// Small letters and digits; a word of single letters between dots is one word.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in name.lowercased().folded {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character != "." && character != "'" {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "&" { words.append("&") }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static let longest = 6

    private static let spellings: [String: String] = [
        "B.V.": "bv|besloten vennootschap|b v", "N.V.": "nv|naamloze vennootschap|n v",
        "V.O.F.": "vof|vennootschap onder firma", "C.V.": "cv|commanditaire vennootschap",
        "Stichting": "stichting", "Vereniging": "vereniging|vzw|asbl", "Coöperatie": "cooperatie|cooperatief|ua|u a",
        "Eenmanszaak": "eenmanszaak",
        "BVBA": "bvba|sprl", "SRL": "srl|srls|s r l", "GmbH": "gmbh|gesellschaft mit beschrankter haftung|g m b h|mbh",
        "GmbH & Co. KG": "gmbh & co kg|gmbh & cokg|gmbh & co|gmbh co kg",
        "AG & Co. KGaA": "ag & co kgaa|se & co kgaa|gmbh & co kgaa", "AG": "ag|aktiengesellschaft",
        "KG": "kg|kommanditgesellschaft", "KGaA": "kgaa", "OHG": "ohg", "UG": "ug|ug haftungsbeschrankt",
        "e.K.": "ek|e k|ekfr|ekfm", "e.V.": "ev|e v", "eG": "eg", "GbR": "gbr",
        "SARL": "sarl|s a r l|societe a responsabilite limitee", "SAS": "sas|sasu|s a s|societe par actions simplifiee",
        "SA": "sa|s a|societe anonyme", "EURL": "eurl",
        "SNC": "snc|s n c", "SCI": "sci", "SCA": "sca", "SCS": "scs|scsp", "GIE": "gie", "Association": "association",
        "Ltd": "ltd|limited|cyf|cyfyngedig", "PLC": "plc|public limited company",
        "LLP": "llp", "LP": "lp", "CIC": "cic", "Inc.": "inc|incorporated", "Corp.": "corp|corporation", "LLC": "llc",
        "S.L.": "sl|slu|s l|s l u|sociedad limitada",
        "S.p.A.": "spa|s p a|societa per azioni", "S.a.s.": "societa in accomandita semplice",
        "S.Coop.": "scoop|s coop|sccl", "Lda": "lda|limitada", "A/S": "as|aktieselskab|a s",
        "ApS": "aps|anpartsselskab", "AB": "ab|aktiebolag|ab publ", "HB": "hb|handelsbolag", "ASA": "asa", "ANS": "ans",
        "Oy": "oy|osakeyhtio|oy ab", "Oyj": "oyj",
        "Sp. z o.o.": "sp zoo|sp z oo|spzoo|spolka z ograniczona odpowiedzialnoscia",
        "S.K.": "sp k|spk", "s.r.o.": "sro|s r o|spol s r o", "a.s.": "akciova spolecnost", "Kft.": "kft",
        "Zrt.": "zrt", "Nyrt.": "nyrt", "d.o.o.": "doo|d o o", "SE": "se|societas europaea",
        "EEIG": "eeig|eesv|ewiv|geie",
        "Gemeente": "gemeente|commune|stadt|gemeinde|provincie|ministerie|waterschap", "Company": "company|co",
    ]

    private static let byKey: [String: String] = Dictionary(
        spellings.sorted { $0.key < $1.key }.flatMap { form, texts in
            texts.split(separator: "|").map { ($0.filter { $0 != " " }.lowercased(), form) }
        },
        uniquingKeysWith: { first, _ in first }
    )
}

/// Words in a company's name that say it is being wound up or is bankrupt.
public enum NameDistress {
    /// The marker found, in small letters; nil when there is none.
    public static func marker(in name: String) -> String? {
        let text = " " + LegalForms.words(of: name).joined(separator: " ") + " "
        return markers.first { text.contains(" \($0) ") }
    }

    private static let markers = [
        "in liquidatie", "in vereffening", "in staat van faillissement", "in faillissement", "failliet", "in surseance",
        "surseance van betaling",
        "en liquidation", "en liquidation judiciaire", "en redressement judiciaire", "en faillite", "in liquidation",
        "in administration",
        "in receivership", "in administrative receivership", "in voluntary liquidation", "in liq", "in insolvenz",
        "in konkurs", "in abwicklung", "in liquidazione",
        "in fallimento", "in concordato preventivo", "en liquidacion", "en concurso", "em liquidacao", "w likwidacji",
        "w upadlosci", "w restrukturyzacji", "under konkurs", "i konkurs",
        "i likvidation", "under likvidation", "konkurssissa", "selvitystilassa", "v likvidaci", "v likvidacii",
        "v konkurzu", "felszamolas alatt", "i l",
    ]
}

extension String {
    /// Without accents, and with ß, ø and their like spelled out.
    var folded: String {
        var result = String.UnicodeScalarView()
        for scalar in decomposed {
            switch scalar {
            case "\u{300}"..."\u{36F}": continue
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            case "ø": result.append("o")
            case "æ": result.append(contentsOf: "ae".unicodeScalars)
            case "œ": result.append(contentsOf: "oe".unicodeScalars)
            case "ł": result.append("l")
            case "đ", "ð": result.append("d")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Letters and their accents apart (canonical decomposition).
    private var decomposed: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            guard scalar.value > 127 else { return [scalar] }
            return Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
        }
    }
}
