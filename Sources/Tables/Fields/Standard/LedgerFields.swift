extension StandardFields {
    static let invoices: [Entry] = [
        field(
            "invoice_id", .string, "Invoice number", sap: "VBELN, BELNR",
            en: "Invoice number, Invoice no, Billing document, Document number, Document no, Invoice",
            nl: "Factuurnummer, Factuurnr, Documentnummer, Boekstuknummer, Factuur",
            de: "Rechnungsnummer, Rechnungsnr, Fakturanummer, Belegnummer, Rechnung"),
        customerKey(sap: "KUNNR, KUNRG, KUNAG"),
        field(
            "entity_id", .string, "Our company that sends the invoice", sap: "BUKRS",
            en: "Company code, Selling entity, Our entity, Entity", nl: "Bedrijfscode, Entiteit, Administratie",
            de: "Buchungskreis, Gesellschaft"),
        field(
            "invoice_date", .date, "Date on the invoice", sap: "FKDAT, BLDAT", en: "Billing date, Document date",
            nl: "Factuurdatum, Documentdatum", de: "Rechnungsdatum, Fakturadatum, Belegdatum"),
        field(
            "sent_on", .date, "Day it was sent", en: "Sent date, Date sent, Dispatch date, Sent",
            nl: "Verzonden op, Verzenddatum", de: "Versendet am, Versanddatum"),
        dueDate(),
        field(
            "delivery_date", .date, "Day of delivery or service", en: "Date of delivery, Service date, Supply date",
            nl: "Leverdatum, Leveringsdatum, Afleverdatum", de: "Lieferdatum, Leistungsdatum"),
        currency(sap: "WAERK, WAERS"),
        netAmount(),
        field(
            "amount", .decimal, "Amount with VAT", sap: "WRBTR, DMBTR",
            en: "Gross amount, Invoice amount, Amount incl VAT, Total amount, Gross, Total",
            nl: "Factuurbedrag, Bedrag incl btw, Brutobedrag, Totaalbedrag, Bedrag",
            de: "Rechnungsbetrag, Bruttobetrag, Gesamtbetrag, Brutto, Betrag"),
        poNumber("po_number", "PO number on the invoice", sap: "BSTKD, BSTNK"),
        buyerReference(),
        contractNumber(),
        field(
            "channel_sent", .string, "Way it was sent", en: "Invoice channel, Sent via, Channel",
            nl: "Verzonden via, Verzendkanaal, Kanaal", de: "Versendet über, Versandkanal, Kanal"),
        termsDays(of: "this invoice"),
        field(
            "rejected_on", .date, "Day the customer refused it", en: "Rejection date, Rejected",
            nl: "Afgekeurd op, Geweigerd op", de: "Abgelehnt am, Zurückgewiesen am"),
        field(
            "reject_reason", .string, "Why it was refused", en: "Rejection reason, Reason for rejection",
            nl: "Reden afkeuring, Afkeurreden", de: "Ablehnungsgrund"),
        field(
            "pod_attached", .bool, "Whether proof of delivery went along",
            en: "Proof of delivery attached, POD included",
            nl: "POD bijgevoegd, Afleverbewijs bijgevoegd", de: "POD beigefügt, Liefernachweis beigefügt"),
        field(
            "status", .string, "State of the invoice", en: "Invoice status", nl: "Factuurstatus", de: "Rechnungsstatus"),
    ]

    static let openItems: [Entry] = [
        field(
            "item_no", .string, "Number of the item", sap: "BELNR",
            en: "Item number, Document number, Document no, Invoice number",
            nl: "Documentnummer, Boekstuknummer, Factuurnummer", de: "Belegnummer, Rechnungsnummer"),
        field(
            "type", .string, "Invoice, credit, payment or on account", sap: "BLART", en: "Item type, Document type",
            nl: "Documentsoort, Soort", de: "Belegart"),
        customerKey(),
        field(
            "amount", .decimal, "What is open, negative for credits", sap: "WRBTR, DMBTR", en: "Open amount, Balance",
            nl: "Openstaand bedrag, Bedrag, Saldo", de: "Offener Betrag, Betrag"),
        currency(),
        field(
            "document_date", .date, "Date of the document", sap: "BLDAT", en: "Invoice date",
            nl: "Documentdatum, Factuurdatum", de: "Belegdatum, Rechnungsdatum"),
        dueDate(),
        field(
            "dunning_level", .int, "Level of the item's last reminder", sap: "MANST, MAHNS", en: "Reminder level",
            nl: "Aanmaanniveau, Aanmaningsniveau", de: "Mahnstufe"),
        field(
            "dunning_block", .string, "Code that leaves the item out of dunning", sap: "MANSP", en: "Dunning hold",
            nl: "Aanmaanblokkade", de: "Mahnsperre"),
        field(
            "dispute_id", .string, "Dispute about the item", en: "Dispute case, Case ID", nl: "Geschilnummer",
            de: "Klärungsfall"),
        field(
            "reason_code", .string, "Reason of a difference", sap: "RSTGR", en: "Difference reason",
            nl: "Redencode, Reden verschil", de: "Differenzgrund"),
        field("assignment", .string, "Assignment", sap: "ZUONR", nl: "Toewijzing", de: "Zuordnung"),
        field("reference", .string, "Reference", sap: "XBLNR", nl: "Referentie", de: "Referenz"),
        field(
            "text", .string, "Text of the item", sap: "SGTXT", en: "Item text", nl: "Omschrijving", de: "Positionstext"),
    ]

    static let payments: [Entry] = [
        field(
            "payment_id", .string, "Number of the payment", sap: "BELNR",
            en: "Payment number, Payment no, Receipt number",
            nl: "Betalingsnummer", de: "Zahlungsnummer"),
        customerKey(),
        field("value_date", .date, "Value date at the bank", sap: "VALUT", nl: "Valutadatum", de: "Wertstellung"),
        field(
            "posted_on", .date, "Day it was posted", sap: "BUDAT", en: "Posting date", nl: "Boekdatum, Boekingsdatum",
            de: "Buchungsdatum"),
        field(
            "cleared_on", .date, "Day it cleared items", sap: "AUGDT", en: "Clearing date", nl: "Afletterdatum",
            de: "Ausgleichsdatum"),
        field(
            "amount", .decimal, "Amount received", sap: "WRBTR, DMBTR", en: "Payment amount", nl: "Bedrag",
            de: "Betrag, Zahlbetrag"),
        currency(),
        field("payer_name", .string, "Name of who paid", en: "Payer", nl: "Naam betaler", de: "Name Zahler"),
        field(
            "payer_iban", .string, "Account it came from", en: "IBAN payer", nl: "IBAN betaler, Tegenrekening",
            de: "IBAN Zahler, Gegenkonto"),
        field(
            "remittance_text", .string, "Text of the payment", sap: "SGTXT",
            en: "Payment reference, Remittance information", nl: "Omschrijving, Betalingskenmerk",
            de: "Verwendungszweck"),
        field(
            "status", .string, "Matched, partial, on account or unidentified", en: "Payment status", nl: "Betaalstatus"),
    ]

    static let creditNotes: [Entry] = [
        field(
            "credit_note_id", .string, "Number of the credit note", sap: "VBELN, BELNR",
            en: "Credit note number, Credit note no, Credit note, Credit memo", nl: "Creditnotanummer, Creditnota",
            de: "Gutschriftsnummer, Gutschrift"),
        customerKey(),
        field(
            "invoice_id", .string, "Invoice it corrects", en: "Invoice number, Invoice no, Invoice",
            nl: "Factuurnummer, Factuur", de: "Rechnungsnummer, Rechnung"),
        field(
            "requested_on", .date, "Day it was asked for", en: "Request date", nl: "Aangevraagd op",
            de: "Angefordert am"),
        field(
            "approved_on", .date, "Day it was approved", en: "Approval date", nl: "Goedgekeurd op", de: "Genehmigt am"),
        field(
            "posted_on", .date, "Day it was posted", sap: "BUDAT", en: "Posting date", nl: "Boekdatum",
            de: "Buchungsdatum"),
        field(
            "amount", .decimal, "Amount with VAT", sap: "WRBTR, DMBTR", en: "Credit amount", nl: "Bedrag", de: "Betrag"),
        field("reason", .string, "Why credit is given", sap: "AUGRU", en: "Credit reason", nl: "Reden", de: "Grund"),
        field("status", .string, "State of the request", en: "Credit note status"),
    ]

    static let rebates: [Entry] = [
        field(
            "agreement_no", .string, "Number of the rebate agreement", sap: "KNUMA", en: "Agreement number, Agreement",
            nl: "Overeenkomstnummer, Bonusafspraak", de: "Absprachenummer, Absprache"),
        customerKey(),
        field(
            "valid_until", .date, "Last day of the agreement", sap: "DATBI", en: "Valid to, End date", nl: "Geldig tot",
            de: "Gültig bis"),
        field("accrued", .decimal, "What has built up", en: "Accrual", nl: "Opgebouwd", de: "Rückstellung"),
        field(
            "settled_on", .date, "Day it was settled", en: "Settlement date", nl: "Afgerekend op", de: "Abgerechnet am"),
        field("amount", .decimal, "What was settled", en: "Settled amount", nl: "Bedrag", de: "Betrag"),
    ]
}
