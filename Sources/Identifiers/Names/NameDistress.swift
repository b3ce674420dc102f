/// Words in a company's name that say it is being wound up or is bankrupt.
///
/// Source: the wording of the national registers.
public enum NameDistress {
    /// The marker found, in small letters but for short ones, which are as the law writes them; nil when there is none.
    public static func marker(in name: String) -> String? {
        let words = NameWords(name).words
        return range(in: words).map { range in
            let marker = words[range].map(\.text).joined(separator: " ")
            return atEnd[marker] ?? marker
        }
    }

    /// Where the longest marker stands; never the whole name.
    static func range(in words: [NameWords.Word]) -> Range<Int>? {
        for start in words.indices.dropFirst() where firstWords.contains(words[start].text) {
            for length in stride(from: min(4, words.count - start), through: 1, by: -1) {
                let end = start + length
                let key = words[start..<end].map(\.text).joined(separator: " ")
                guard markers.contains(key) || (end == words.count && atEnd[key] != nil) else { continue }
                return start..<end
            }
        }
        return nil
    }

    private static let firstWords: Set<String> = Set(
        markers.union(atEnd.keys).compactMap { $0.split(separator: " ").first.map(String.init) })

    private static let markers: Set<String> = [
        "in liquidatie", "in vereffening", "in staat van faillissement", "in faillissement", "failliet", "in surseance",
        "surseance van betaling", "en liquidation", "en liquidation judiciaire", "en redressement judiciaire",
        "en faillite", "in liquidation", "in administration", "in receivership", "in administrative receivership",
        "in voluntary liquidation", "in compulsory liquidation", "in insolvenz", "in konkurs", "in abwicklung",
        "in liqu",
        "in liquidazione", "in fallimento", "in liquidazione giudiziale", "in concordato preventivo",
        "in amministrazione straordinaria", "en liquidacion", "en concurso", "em liquidacao", "em insolvencia",
        "w likwidacji", "w upadlosci", "w upadlosci likwidacyjnej", "w restrukturyzacji", "under konkurs", "i konkurs",
        "i likvidation", "under rekonstruktion", "under tvangsoplosning", "under frivillig likvidation",
        "under avvikling", "under tvangsavvikling", "konkursbo", "konkurssissa", "konkurssipesa", "selvitystilassa",
        "yrityssaneerauksessa", "v likvidaci", "v likvidacii", "v konkurzu", "v konkurze", "v upadku", "in faliment",
        "in insolventa", "in lichidare", "pankrotis", "likvideerimisel", "likvidejama", "maksatnespejiga",
        "bankrutuojanti", "likviduojama", "restrukturizuojama", "felszamolas alatt", "debtor in possession",
    ]

    /// Too short to tell anything elsewhere than at the end.
    private static let atEnd = ["il": "i.L.", "in liq": "in Liq.", "iins": "i.Ins.", "fa": "f.a.", "va": "v.a."]
}
