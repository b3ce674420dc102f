/// A text in the languages in which customers are written to.
public struct Translated: Sendable, Hashable {
    public var en: String
    public var nl: String
    public var de: String
    public var fr: String

    init(en: String, nl: String, de: String, fr: String) {
        self.en = en
        self.nl = nl
        self.de = de
        self.fr = fr
    }

    func text(in language: LetterLanguage) -> String {
        switch language {
        case .english: en
        case .dutch: nl
        case .german: de
        case .french: fr
        }
    }

    /// For our own people, who read English or Dutch.
    func text(forDesk language: String) -> String { language == "nl" ? nl : en }
}

/// A language in which customers are written to.
public enum LetterLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case dutch = "nl"
    case german = "de"
    case french = "fr"

    /// The language that a customer wants its invoices in, else that of its country; in Belgium that of the place, by postcode.
    ///
    /// Source of the Belgian areas: the postcodes of the language areas; Brussels, which has two languages, is written to in
    /// French.
    init(_ prospect: Prospect) {
        if let wanted = LetterLanguage(rawValue: prospect["invoice_language"].lowercased()) {
            self = wanted
            return
        }
        switch prospect["country"] {
        case "NL", "SR", "AW", "CW", "SX": self = .dutch
        case "DE", "AT", "LI", "CH": self = .german
        case "FR", "LU", "MC": self = .french
        case "BE":
            switch Int(prospect["postcode"].filter(\.isNumber)) ?? 0 {
            case 1500...1999, 2000...3999, 8000...9999: self = .dutch
            case 4700...4791: self = .german
            case 1000...1499, 4000...7999: self = .french
            default: self = .dutch
            }
        default: self = .english
        }
    }
}
