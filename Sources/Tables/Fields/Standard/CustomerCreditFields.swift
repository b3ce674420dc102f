extension StandardFields {
    /// How much the customer may owe.
    static let customerCredit: [Entry] = [
        currency(),
        field(
            "credit_limit", .decimal, "Credit limit", sap: "KLIMK", en: "Credit limit amount, Credit line, Limit",
            nl: "Kredietlimiet, Limiet", de: "Kreditlimit, Kreditlinie"),
        field(
            "credit_limit_valid_until", .date, "Last day of the limit",
            en: "Credit limit valid to, Limit valid until, Limit valid to, Limit expiry date",
            nl: "Kredietlimiet geldig tot, Limiet geldig tot", de: "Kreditlimit gültig bis, Limit gültig bis"),
        field(
            "risk_class", .string, "Risk class", sap: "CTLPC", en: "Risk category, Credit risk class, Risk code",
            nl: "Risicoklasse, Risicocategorie", de: "Risikoklasse"),
        field(
            "rating", .string, "Credit rating", en: "Credit rating, Credit score, Score",
            nl: "Kredietrating, Kredietscore", de: "Bonitätsindex, Bonitätsklasse, Bonität"),
        field(
            "rating_date", .date, "Day of the rating", en: "Date of rating, Rated on", nl: "Ratingdatum, Datum rating",
            de: "Datum Bonität"),
        field(
            "credit_block", .bool, "Whether the account is blocked for credit", sap: "CRBLB",
            en: "Credit blocked, Blocked for credit, Credit hold", nl: "Kredietblokkade, Kredietstop",
            de: "Kreditsperre"),
        field(
            "insured_amount", .decimal, "Amount covered by credit insurance", sap: "VLIBB",
            en: "Insured limit, Insurance limit, Credit insurance limit, Insurance amount",
            nl: "Verzekerd bedrag, Verzekerde limiet", de: "Versicherungssumme, Versicherter Betrag, Deckungssumme"),
        field(
            "insurance_valid_until", .date, "Last day of the cover", sap: "VERDT",
            en: "Insurance valid to, Cover valid until, Insurance expiry date",
            nl: "Verzekering geldig tot, Dekking geldig tot", de: "Versicherung gültig bis, Deckung gültig bis"),
        field(
            "last_credit_review", .date, "Day of the last credit review", sap: "REVDB",
            en: "Last credit check, Credit reviewed on", nl: "Laatste kredietbeoordeling, Laatste kredietcontrole",
            de: "Letzte Kreditprüfung"),
        field(
            "next_credit_review", .date, "Day the next one is due", sap: "NXTRV", en: "Next credit check, Next review",
            nl: "Volgende kredietbeoordeling", de: "Nächste Kreditprüfung"),
    ]
}
