extension StandardFields {
    /// Whether the customer demands a purchase order, and which.
    static let customerPurchaseOrders: [Entry] = [
        field(
            "po_required", .bool, "Whether invoices need a PO number",
            en: "PO mandatory, PO needed, Purchase order required, PO obligatory",
            nl: "PO verplicht, PO-plicht, Bestelnummer verplicht, Inkooporder verplicht, Inkoopordernummer verplicht",
            de: "PO-Pflicht, Bestellpflicht, Bestellnummer erforderlich, Bestellnummer Pflicht"),
        field(
            "po_required_from", .decimal, "Invoice amount from which a PO is needed",
            en: "PO required above, PO threshold, PO from amount", nl: "PO vanaf bedrag, PO vanaf, PO-drempel",
            de: "PO ab Betrag, PO ab, Bestellgrenze"),
        field(
            "po_format", .string, "What a PO number looks like", note: "RE2 pattern",
            en: "PO pattern, PO number format, PO mask", nl: "PO-formaat, PO-patroon, Opmaak PO",
            de: "PO-Muster, Bestellnummernformat"),
        poNumber("po_number_default", "Standing or blanket PO number", sap: "BSTKD", en: "PO number, "),
        field(
            "po_valid_from", .date, "First day of the blanket PO", en: "PO start date, PO start",
            nl: "PO geldig vanaf, PO ingangsdatum", de: "PO gültig ab, Bestellung gültig ab"),
        field(
            "po_valid_until", .date, "Last day of the blanket PO",
            en: "PO valid to, PO end date, PO expiry date, PO expiry, PO expires",
            nl: "PO geldig tot, PO geldig tot en met, PO geldig t/m, PO einddatum",
            de: "PO gültig bis, Bestellung gültig bis"),
        field(
            "po_amount", .decimal, "Value of the blanket PO", en: "PO value, PO limit, PO total",
            nl: "PO-bedrag, PO-waarde", de: "PO-Betrag, PO-Wert, Bestellwert"),
        field(
            "po_amount_remaining", .decimal, "What is left of it",
            en: "PO remaining value, PO remaining, PO balance, PO open value",
            nl: "PO-restbedrag, PO-restant, PO-saldo",
            de: "PO-Restwert, PO-Restbetrag"),
        field(
            "po_line_reference_required", .bool, "Whether lines must name the PO line",
            en: "PO line required, Line reference required, PO item required",
            nl: "PO-regel verplicht, Regelreferentie verplicht", de: "Bestellposition erforderlich"),
        field(
            "po_exemption_reason", .string, "Why no PO is needed", en: "PO exemption, Reason no PO, No PO reason",
            nl: "Reden geen PO, PO-vrijstelling", de: "Grund keine PO, Ausnahmegrund PO"),
    ]
}
