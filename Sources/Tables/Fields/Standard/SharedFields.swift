/// Fields that several datasets have. `sap` holds the names that the dataset at hand uses, the preferred one first.
extension StandardFields {
    static func customerKey(sap: String = "KUNNR") -> Entry {
        field(
            "customer_id", .string, "Key of the customer's account", sap: sap,
            en: "Customer number, Customer no, Customer code, Debtor number, Debtor no, Debtor code, Account number, "
                + "Account no, Client number, Client no, Sold-to party, Customer, Debtor",
            nl: "Debiteurnummer, Debiteurnr, Debiteurennummer, Klantnummer, Klantnr, Klantcode, Relatienummer, "
                + "Relatiecode, Debiteur, Klant",
            de: "Kundennummer, Kundennr, Debitorennummer, Debitornummer, Debitorennr, Debitor, Kunde")
    }

    static func currency(sap: String = "WAERS") -> Entry {
        field(
            "currency", .string, "Currency of the amounts in the row", note: "ISO 4217", sap: sap,
            en: "Currency code, Currency key, Curr", nl: "Valuta, Valutacode, Munt",
            de: "Währung, Währungsschlüssel, Währungscode")
    }

    static func buyerReference() -> Entry {
        field(
            "buyer_reference", .string, "Reference the buyer wants on the invoice",
            note: "EN 16931 BT-10", en: "Buyer ref, Your reference, Routing reference",
            nl: "Kopersreferentie, Uw referentie, Referentie koper", de: "Käuferreferenz, Ihre Referenz, Ihr Zeichen")
    }

    static func contractNumber() -> Entry {
        field(
            "contract_number", .string, "Contract the invoice refers to", note: "EN 16931 BT-12",
            en: "Contract no, Contract ID, Contract, Framework agreement",
            nl: "Contractnummer, Contractnr, Raamcontract",
            de: "Vertragsnummer, Vertrag, Rahmenvertrag")
    }

    static func termsDays(of what: String) -> Entry {
        field(
            "payment_terms_days", .int, "Days to pay \(what), net",
            en: "Terms days, Net days, Payment days, Payment term days, Credit days, Credit period",
            nl:
                "Betalingstermijn, Betaaltermijn, Betalingstermijn dagen, Betalingstermijn in dagen, Betaaltermijn dagen",
            de: "Zahlungsziel, Zahlungsziel Tage, Zahlungsziel in Tagen, Zahlungsfrist, Nettotage")
    }

    /// `en` holds what is a synonym in one dataset and the field's own name in another.
    static func poNumber(_ name: String, _ meaning: String, sap: String, en: String = "") -> Entry {
        field(
            name, .string, meaning, note: "EN 16931 BT-13", sap: sap,
            en: en + "PO no, Purchase order number, Purchase order no, Purchase order, Customer PO, "
                + "Customer reference, PO",
            nl: "PO-nummer, Inkoopordernummer, Inkoopordernr, Bestelnummer, Bestelnr, Inkooporder",
            de: "Bestellnummer, Bestellnr, Kundenbestellnummer, Bestellung")
    }

    static func discountPercent(_ meaning: String) -> Entry {
        field(
            "discount_percent", .decimal, meaning,
            en: "Cash discount, Early payment discount, Discount", nl: "Betalingskorting, Kortingspercentage, Korting",
            de: "Skonto, Skontosatz, Skonto Prozent")
    }

    static func dueDate() -> Entry {
        field(
            "due_date", .date, "Day payment is due", sap: "NETDT, FAEDT",
            en: "Net due date, Payment due date, Due on, Due", nl: "Vervaldatum, Vervaldag",
            de: "Fälligkeitsdatum, Fälligkeit, Fällig am")
    }

    static func netAmount() -> Entry {
        field(
            "net_amount", .decimal, "Amount without VAT", sap: "NETWR",
            en: "Net value, Amount excl VAT, Net total, Net",
            nl: "Nettobedrag, Bedrag excl btw, Netto", de: "Nettobetrag, Nettowert")
    }
}
