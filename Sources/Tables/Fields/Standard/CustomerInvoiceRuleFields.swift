extension StandardFields {
    /// What the customer demands of an invoice besides the PO.
    static let customerInvoiceRules: [Entry] = [
        buyerReference(),
        field(
            "leitweg_id", .string, "Routing id of a German public body", en: "Leitweg", de: "Leitwegnummer"),
        field(
            "cost_centre", .string, "Cost centre at the customer", sap: "KOSTL", en: "Cost center, Cost centre code",
            nl: "Kostenplaats", de: "Kostenstelle"),
        field(
            "cost_centre_required", .bool, "Whether invoices need the cost centre",
            en: "Cost center required, Cost centre mandatory", nl: "Kostenplaats verplicht",
            de: "Kostenstelle erforderlich"),
        contractNumber(),
        field(
            "project_reference", .string, "Project the invoice refers to", note: "EN 16931 BT-11",
            en: "Project number, Project no, Project code, Project", nl: "Projectnummer, Projectreferentie",
            de: "Projektnummer, Projektreferenz, Projekt"),
        field(
            "delivery_note_required", .bool, "Whether the delivery note must be attached", en: "Packing slip required",
            nl: "Pakbon verplicht, Afleverbon verplicht", de: "Lieferschein erforderlich"),
        field(
            "attachments_required", .bool, "Whether other documents must be attached",
            en: "Attachment required, Supporting documents required", nl: "Bijlagen verplicht, Bijlage verplicht",
            de: "Anlagen erforderlich, Anhang erforderlich"),
        field(
            "invoice_format", .string, "Format of the invoice, e.g. XRechnung", en: "E-invoice format",
            nl: "Factuurformaat", de: "Rechnungsformat"),
        field(
            "invoice_language", .string, "Language of the invoice", note: "ISO 639-1",
            en: "Language of invoice, Billing language", nl: "Factuurtaal, Taal factuur", de: "Rechnungssprache"),
        field(
            "invoice_currency", .string, "Currency of the invoice", note: "ISO 4217",
            en: "Billing currency, Currency of invoice", nl: "Factuurvaluta",
            de: "Rechnungswährung, Fakturawährung"),
        field(
            "one_po_per_invoice", .bool, "Whether an invoice may name one PO only", en: "Single PO per invoice",
            nl: "Een PO per factuur", de: "Eine PO je Rechnung, Eine Bestellung je Rechnung"),
        field(
            "invoice_cutoff_day", .int, "Last day of the month on which invoices are taken in",
            en: "Cut-off day, Invoice cut-off, Invoice deadline day", nl: "Uiterste factuurdag, Sluitdag facturen",
            de: "Rechnungsschluss"),
        field(
            "invoice_cycle", .string, "How often the customer is billed", sap: "PERFK",
            en: "Billing cycle, Billing frequency, Invoice frequency",
            nl: "Factuurfrequentie, Facturatiefrequentie, Factuurcyclus", de: "Rechnungszyklus, Fakturazyklus"),
        field(
            "tax_treatment", .string, "VAT category of the invoices", values: "S, AE, K, G, O, E, Z, B",
            note: "EN 16931", en: "VAT category, VAT treatment, Tax category", nl: "BTW-categorie, BTW-behandeling",
            de: "Steuerkategorie, USt-Kategorie"),
        field(
            "exemption_reason", .string, "Why no VAT is charged", note: "EN 16931 BT-120",
            en: "VAT exemption reason, Tax exemption reason, Exemption text",
            nl: "Vrijstellingsreden, Reden vrijstelling, Reden BTW-vrijstelling",
            de: "Befreiungsgrund, Steuerbefreiungsgrund"),
        field(
            "invoice_rules_confirmed_on", .date, "Day the customer confirmed these rules",
            en: "Invoice rules confirmed, Invoice instructions confirmed on",
            nl: "Factuureisen bevestigd op, Factuureisen bevestigd, Factuurinstructies bevestigd op",
            de: "Rechnungsvorgaben bestätigt am"),
        field(
            "invoice_rules_source", .string, "Where they were confirmed",
            en: "Source of invoice rules, Invoice instructions source", nl: "Bron factuureisen",
            de: "Quelle Rechnungsvorgaben"),
    ]
}
