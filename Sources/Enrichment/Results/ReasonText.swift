import Foundation

/// Why a source could not tell, in the language of the plan. Reasons come about in English; what a provider says itself, and
/// what no phrase fits, stays as it is.
package enum ReasonText {
    package static func text(_ reason: String, in language: String) -> String {
        guard language == "nl" else { return reason }
        for phrase in dutch {
            if let holes = phrase.holes(of: reason) { return phrase.filled(holes.map { text($0, in: language) }) }
        }
        return reason
    }

    /// `{}` stands for what differs, in the same order on both sides. The first that fits is taken.
    private struct Phrase {
        let english: [String]
        let other: [String]

        init(_ english: String, _ other: String) {
            self.english = english.components(separatedBy: "{}")
            self.other = other.components(separatedBy: "{}")
        }

        /// What stands in the holes; nil when the reason is another.
        func holes(of reason: String) -> [String]? {
            guard let first = english.first, reason.hasPrefix(first) else { return nil }
            var rest = reason.dropFirst(first.count)
            var holes: [String] = []
            for (index, part) in english.enumerated().dropFirst() {
                let isLast = index == english.count - 1
                guard let range = isLast && part.isEmpty ? rest.endIndex..<rest.endIndex : rest.range(of: part) else {
                    return nil
                }
                holes.append(String(rest[..<range.lowerBound]))
                rest = rest[range.upperBound...]
            }
            return rest.isEmpty ? holes : nil
        }

        func filled(_ holes: [String]) -> String {
            zip(other, holes + [""]).map { $0 + $1 }.joined()
        }
    }

    private static let dutch = [
        Phrase("not asked any more after {} failures in a row: {}", "niet meer gevraagd na {} mislukkingen op rij: {}"),
        Phrase("not asked any more: {}", "niet meer gevraagd: {}"),
        Phrase("not asked yet", "nog niet gevraagd"),
        Phrase("not asked: the budget of this run is spent", "niet gevraagd: het budget van deze run is op"),
        Phrase(
            "not asked: answers cannot be kept or read, and each request costs money or part of a quota",
            "niet gevraagd: antwoorden zijn niet te bewaren of te lezen, en elk verzoek kost geld of een deel van een quotum"
        ),
        Phrase("not asked: the time for asking was over", "niet gevraagd: de tijd voor het vragen was om"),
        Phrase(
            "not asked: this run is offline, and no answer was kept",
            "niet gevraagd: deze run is offline, en er is geen antwoord bewaard"),
        Phrase(
            "not asked: it allows {} requests a day, and they are used up; the rest can follow tomorrow",
            "niet gevraagd: de bron staat {} verzoeken per dag toe, en die zijn op; de rest kan morgen volgen"),
        Phrase("it is busy and asks to wait {} s", "de bron is druk en vraagt {} s te wachten"),
        Phrase("no answer within {} s", "geen antwoord binnen {} s"),
        Phrase("no connection: {}", "geen verbinding: {}"),
        Phrase("the answer was cut off", "het antwoord is afgebroken"),
        Phrase("the answer is larger than {} MB", "het antwoord is groter dan {} MB"),
        Phrase("it redirects to {}, which was not followed", "de bron verwijst door naar {}, wat niet is gevolgd"),
        Phrase(
            "the host {} is not known; check the network and the base URL",
            "de host {} is niet bekend; controleer het netwerk en de basis-URL"),
        Phrase("refused to ask another host than {}", "geweigerd een andere host te vragen dan {}"),
        Phrase(
            "refused to send a secret to another host than the base URL's",
            "geweigerd een geheim naar een andere host te sturen dan die van de basis-URL"),
        Phrase(
            "refused to ask {} over a connection that is not encrypted{}",
            "geweigerd {} te vragen over een verbinding zonder versleuteling{}"),
        Phrase("{} is no URL", "{} is geen URL"),
        Phrase("cancelled", "afgebroken"),
        Phrase(
            "access was refused (status {}); check the secrets and the contract",
            "de toegang is geweigerd (status {}); controleer de geheimen en het contract"),
        Phrase("access was refused again and again", "de toegang is steeds weer geweigerd"),
        Phrase(
            "the login was refused (status {}); check the secrets",
            "het inloggen is geweigerd (status {}); controleer de geheimen"),
        Phrase("the answer to the login cannot be read", "het antwoord op het inloggen is niet te lezen"),
        Phrase("the answer to the login has no token", "het antwoord op het inloggen heeft geen token"),
        Phrase(
            "the answer to the login does not tell how long the token lives",
            "het antwoord op het inloggen zegt niet hoe lang het token geldt"),
        Phrase(
            "{} is not set; put it into the environment or into the file of secrets",
            "{} is niet gezet; zet het in de omgeving of in het bestand met geheimen"),
        Phrase("it answered with status {}", "de bron antwoordde met status {}"),
        Phrase("the answer is not as it is documented: {}", "het antwoord is niet zoals gedocumenteerd: {}"),
        Phrase("the answer is not as it is documented", "het antwoord is niet zoals gedocumenteerd"),
        Phrase("the answer cannot be read: {}", "het antwoord is niet te lezen: {}"),
        Phrase("it is not JSON, {}", "het is geen JSON, {}"),
        Phrase("the answer is about another one than was asked", "het antwoord gaat over een ander dan gevraagd"),
        Phrase("the answer does not say whom it is about", "het antwoord zegt niet over wie het gaat"),
        Phrase(
            "the answer of step {} has more than {} pages", "het antwoord van stap {} heeft meer dan {} pagina's"),
        Phrase("{} requests would be needed in step {}", "er zouden {} verzoeken nodig zijn in stap {}"),
        Phrase(
            "the request cannot be put together: a part of its path is empty",
            "het verzoek is niet samen te stellen: een deel van het pad is leeg"),
        Phrase("the request cannot be put together: {}", "het verzoek is niet samen te stellen: {}"),
        Phrase(
            "more than {} companies were found by name", "er zijn meer dan {} bedrijven op naam gevonden"),
        Phrase(
            "whether there is anything to ask cannot be told: {}", "of er iets te vragen is, is niet uit te maken: {}"),
        Phrase("it has an element with more than {} attributes", "het heeft een element met meer dan {} attributen"),
        Phrase("its encoding {} is not read", "zijn codering {} wordt niet gelezen"),
        Phrase(
            "{} has rows that cannot be read, such as the one on line {}; get the file again",
            "{} heeft rijen die niet te lezen zijn, zoals die op regel {}; haal het bestand opnieuw"),
        Phrase("{} has no column {}", "{} heeft geen kolom {}"),
        Phrase(
            "found by name only, and not surely the same company: {}; write 'same' or 'not_same' into the file of matches",
            "alleen op naam gevonden, en niet zeker hetzelfde bedrijf: {}; schrijf 'same' of 'not_same' in het bestand met overeenkomsten"
        ),
    ]
}
