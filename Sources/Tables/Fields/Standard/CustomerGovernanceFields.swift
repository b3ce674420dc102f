extension StandardFields {
    /// Who answers for the account, whether it is in use, and what stands on it.
    static let customerGovernance: [Entry] = [
        field(
            "segment", .string, "Segment of the customer, e.g. A or strategic", sap: "KLABC",
            en: "Customer segment, Customer classification, ABC class, ABC",
            nl: "Klantsegment, ABC-klasse, ABC-indeling",
            de: "Kundensegment, Kundenklasse, ABC-Klassifikation"),
        field(
            "strategic", .bool, "Whether the account is strategic", en: "Strategic account, Key account, Top account",
            nl: "Strategische klant, Strategisch", de: "Strategischer Kunde, Großkunde"),
        field(
            "account_manager", .string, "Who owns the account in sales",
            en: "Account owner, Key account manager, Sales representative, Sales rep, Salesperson, Owner",
            nl: "Klantverantwoordelijke, Vertegenwoordiger, Verkoper", de: "Kundenbetreuer, Kundenverantwortlicher"),
        field(
            "collector", .string, "Who collects on the account", sap: "BUSAB",
            en: "Credit controller, Collections owner, Accounting clerk",
            nl: "Debiteurenbeheerder, Debiteurenmedewerker, Incassomedewerker",
            de: "Debitorenbuchhalter, Mahnsachbearbeiter, Sachbearbeiter"),
        field(
            "language", .string, "Language of letters and mails", note: "ISO 639-1", sap: "SPRAS, LANGU",
            en: "Correspondence language, Language code, Language key", nl: "Correspondentietaal, Taalcode, Taal",
            de: "Korrespondenzsprache, Sprachschlüssel, Sprache"),
        field(
            "customer_since", .date, "Day the account was opened", sap: "ERDAT",
            en: "Creation date, Created on, Customer from, Created", nl: "Aanmaakdatum, Aangemaakt op, Klant sinds",
            de: "Anlagedatum, Angelegt am, Kunde seit"),
        field(
            "last_review_date", .date, "Day the master data was last reviewed",
            en: "Last reviewed on, Last reviewed, Last review, Reviewed on",
            nl: "Datum laatste controle, Laatst gecontroleerd op, Laatst gecontroleerd, Laatste controle",
            de: "Letzte Stammdatenprüfung, Zuletzt geprüft am, Letzte Prüfung"),
        field(
            "order_block", .bool, "Whether orders are blocked", sap: "AUFSD", en: "Order blocked, Sales block",
            nl: "Orderblokkade, Verkoopblokkade", de: "Auftragssperre"),
        field(
            "delivery_block", .bool, "Whether deliveries are blocked", sap: "LIFSD", en: "Delivery blocked",
            nl: "Leveringsblokkade, Leverblokkade", de: "Liefersperre"),
        field(
            "billing_block", .bool, "Whether billing is blocked", sap: "FAKSD", en: "Billing blocked, Invoice block",
            nl: "Factuurblokkade, Facturatieblokkade", de: "Fakturasperre, Rechnungssperre"),
        field(
            "deletion_flag", .bool, "Whether the account is marked for deletion", sap: "LOEVM",
            en: "Deletion indicator, Marked for deletion, Flagged for deletion",
            nl: "Verwijderindicator, Te verwijderen",
            de: "Löschvormerkung, Löschkennzeichen"),
        field(
            "annual_revenue", .decimal, "Our sales to the customer in twelve months",
            en: "Annual sales, Annual turnover, Turnover, Revenue, Sales", nl: "Jaaromzet, Omzet per jaar, Omzet",
            de: "Jahresumsatz, Umsatz"),
        field(
            "open_amount", .decimal, "What the customer owes in all", sap: "DMBTR",
            en: "Open balance, Outstanding amount, Outstanding balance, Outstanding, AR balance, Open items, Balance",
            nl: "Openstaand bedrag, Openstaand saldo, Openstaande posten, Openstaand, Open saldo, Saldo",
            de: "Offener Betrag, Offener Saldo, Offene Posten, Außenstände"),
        field(
            "overdue_amount", .decimal, "How much of it is past due",
            en: "Overdue balance, Past due amount, Overdue, Past due",
            nl: "Vervallen bedrag, Vervallen saldo, Achterstallig bedrag, Achterstallig, Vervallen",
            de: "Überfälliger Betrag, Überfällig"),
        field(
            "oldest_due_date", .date, "Due date of the oldest open item", en: "Oldest overdue date, Oldest due",
            nl: "Oudste vervaldatum", de: "Ältestes Fälligkeitsdatum, Älteste Fälligkeit"),
        field(
            "last_invoice_date", .date, "Day of the last invoice",
            en: "Last invoiced on, Last billing date, Last invoice",
            nl: "Laatste factuurdatum, Datum laatste factuur, Laatste factuur",
            de: "Letztes Rechnungsdatum, Datum letzte Rechnung, Letzte Rechnung"),
    ]
}
