/// What codes of the normal form mean, in the languages of reports.
public enum OutsideWords {
    /// In words for people; what is no code, as it is. Other languages than Dutch get English.
    public static func text(_ code: String, in language: String) -> String {
        (language == "nl" ? dutch[code] : english[code]) ?? code
    }

    /// Those that are no English words as they stand.
    private static let english = [
        "suspension-of-payments": "suspension of payments", "debt-rescheduling": "debt rescheduling",
        "voluntary-liquidation": "voluntary liquidation", "vat-deregistered": "deregistered for VAT",
        "legal_name": "legal name", "reg_number": "registration number", "vat": "VAT number", "lei": "LEI",
    ]

    private static let dutch = [
        "bankruptcy": "faillissement", "suspension-of-payments": "surseance van betaling",
        "debt-rescheduling": "schuldsanering", "restructuring": "herstructurering",
        "administration": "bewind (administration)", "receivership": "receivership", "liquidation": "liquidatie",
        "voluntary-liquidation": "vrijwillige liquidatie", "strike-off": "doorhaling", "merger": "fusie",
        "division": "splitsing", "moratorium": "moratorium", "vat-deregistered": "uitgeschreven voor de btw",
        "active": "actief", "dormant": "slapend", "liquidating": "in liquidatie", "insolvent": "insolvent",
        "dissolved": "opgeheven", "deregistered": "uitgeschreven", "unknown": "onbekend",
        "legal_name": "naam", "status": "status", "reg_number": "inschrijfnummer", "vat": "btw-nummer", "lei": "LEI",
    ]
}
