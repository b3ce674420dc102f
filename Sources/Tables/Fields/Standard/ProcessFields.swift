extension StandardFields {
    static let disputes: [Entry] = [
        field(
            "dispute_id", .string, "Number of the dispute", sap: "EXT_KEY", en: "Dispute number, Dispute no, Case ID",
            nl: "Geschilnummer", de: "Klärungsfallnummer, Klärungsfall"),
        customerKey(),
        field(
            "invoice_id", .string, "Invoice in dispute", en: "Invoice number, Invoice no, Invoice",
            nl: "Factuurnummer, Factuur", de: "Rechnungsnummer, Rechnung"),
        field("opened_on", .date, "Day it was opened", en: "Opened, Created on", nl: "Geopend op", de: "Eröffnet am"),
        field("closed_on", .date, "Day it was closed", en: "Closed", nl: "Gesloten op", de: "Geschlossen am"),
        field("status", .string, "State of the dispute", en: "Dispute status"),
        field("reason", .string, "What the customer says", en: "Dispute reason", nl: "Reden", de: "Grund"),
        field("root_cause", .string, "What we found", sap: "FIN_ROOT_CCODE", nl: "Oorzaak", de: "Ursache"),
        field(
            "amount_disputed", .decimal, "Amount in dispute", sap: "FIN_DISPUTED_AMT", en: "Disputed amount",
            nl: "Betwist bedrag", de: "Strittiger Betrag"),
        field(
            "amount_credited", .decimal, "Amount given back", sap: "FIN_CREDITED_AMT", en: "Credited amount",
            nl: "Gecrediteerd bedrag", de: "Gutgeschriebener Betrag"),
        field(
            "deadline", .date, "Day it must be settled", sap: "FIN_DUE_DATE", en: "Due date", nl: "Deadline geschil",
            de: "Frist"),
        field(
            "coordinator", .string, "Who runs the dispute", sap: "FIN_COORDINATOR", en: "Dispute owner",
            de: "Koordinator"),
    ]

    static let deliveries: [Entry] = [
        field(
            "delivery_no", .string, "Number of the delivery", sap: "VBELN", en: "Delivery number, Delivery",
            nl: "Leveringsnummer, Levering", de: "Liefernummer, Lieferung"),
        customerKey(sap: "KUNNR, KUNAG"),
        field(
            "goods_issue_date", .date, "Day the goods left", sap: "WADAT_IST",
            en: "Actual goods issue date, Shipped on",
            nl: "Datum goederenuitgifte, Verzenddatum", de: "Warenausgangsdatum"),
        field(
            "pod_status", .string, "State of the proof of delivery",
            note: "blank not relevant, A open, B differences, C confirmed",
            sap: "PDSTK", en: "Proof of delivery status", nl: "Status POD", de: "Status Liefernachweis"),
        field("pod_date", .date, "Day of the proof", sap: "PODAT", en: "Proof of delivery date", nl: "Datum POD"),
        field("carrier", .string, "Carrier", en: "Forwarder, Freight forwarder", nl: "Vervoerder", de: "Spediteur"),
        field("value", .decimal, "Value of the goods", sap: "NETWR", en: "Net value", nl: "Waarde", de: "Warenwert"),
    ]

    static let orders: [Entry] = [
        field(
            "order_no", .string, "Number of the sales order", sap: "VBELN",
            en: "Order number, Sales order number, Sales order, Order", nl: "Ordernummer, Verkooporder",
            de: "Auftragsnummer, Auftrag"),
        customerKey(sap: "KUNNR, KUNAG"),
        field(
            "created_on", .date, "Day it was entered", sap: "ERDAT", en: "Order date, Creation date",
            nl: "Orderdatum, Aangemaakt op", de: "Auftragsdatum, Angelegt am"),
        field("created_by", .string, "Who entered it", sap: "ERNAM", nl: "Aangemaakt door", de: "Angelegt von"),
        termsDays(of: "this order"),
        netAmount(),
        currency(sap: "WAERK, WAERS"),
        field(
            "credit_status", .string, "Outcome of the credit check", sap: "CMGST", nl: "Kredietstatus",
            de: "Kreditstatus"),
        field("credit_checked_on", .date, "Day of the credit check", nl: "Kredietcontrole op", de: "Kreditprüfung am"),
        field("released_by", .string, "Who released it", nl: "Vrijgegeven door", de: "Freigegeben von"),
        field(
            "delivery_block", .bool, "Whether delivery is blocked", sap: "LIFSK", nl: "Leveringsblokkade",
            de: "Liefersperre"),
        field(
            "requested_date", .date, "Day the customer wants it", sap: "VDATU", en: "Requested delivery date",
            nl: "Gewenste leverdatum", de: "Wunschlieferdatum"),
        poNumber("po_number", "PO number on the order", sap: "BSTKD, BSTNK"),
        field(
            "prepaid", .bool, "Whether it was paid beforehand", en: "Prepayment", nl: "Vooruitbetaald",
            de: "Vorauskasse"),
    ]

    static let contracts: [Entry] = [
        field(
            "contract_no", .string, "Number of the contract", sap: "VBELN",
            en: "Contract number, Contract ID, Contract",
            nl: "Contractnummer, Contractnr", de: "Vertragsnummer, Vertrag"),
        customerKey(sap: "KUNNR, KUNAG"),
        field(
            "entity_id", .string, "Our company that signed", sap: "BUKRS", en: "Company code, Entity",
            nl: "Bedrijfscode, Entiteit",
            de: "Buchungskreis, Gesellschaft"),
        field("signed_on", .date, "Day of signature", en: "Signature date", nl: "Getekend op", de: "Unterzeichnet am"),
        field(
            "valid_until", .date, "Last day of the contract", sap: "GUEEN", en: "Valid to, End date",
            nl: "Geldig tot, Einddatum",
            de: "Gültig bis, Enddatum"),
        termsDays(of: "under the contract"),
        discountPercent("Discount agreed, in percent"),
        field(
            "po_required", .bool, "Whether the contract demands POs", en: "PO mandatory", nl: "PO verplicht",
            de: "PO-Pflicht"),
        field(
            "price_valid_until", .date, "Last day of the agreed prices", en: "Price valid to", nl: "Prijs geldig tot",
            de: "Preis gültig bis"),
    ]

    static let dunningRuns: [Entry] = [
        customerKey(),
        field(
            "run_date", .date, "Day of the run", sap: "LAUFD", en: "Run on", nl: "Rundatum", de: "Laufdatum, Mahnlauf"),
        field("level", .int, "Level reached", sap: "MAHNS", en: "Dunning level", nl: "Aanmaanniveau", de: "Mahnstufe"),
        field("excluded", .bool, "Whether the account was left out", nl: "Uitgesloten", de: "Ausgeschlossen"),
        field(
            "exclusion_reason", .string, "Why it was left out", en: "Reason excluded", nl: "Reden uitsluiting",
            de: "Ausschlussgrund"),
    ]

    static let masterChanges: [Entry] = [
        customerKey(sap: "OBJECTID, KUNNR"),
        field(
            "field", .string, "Field that changed", sap: "FNAME", en: "Field name", nl: "Veld, Veldnaam",
            de: "Feld, Feldname"),
        field("old_value", .string, "Value before", sap: "VALUE_OLD", en: "Old", nl: "Oude waarde", de: "Alter Wert"),
        field("new_value", .string, "Value after", sap: "VALUE_NEW", en: "New", nl: "Nieuwe waarde", de: "Neuer Wert"),
        field(
            "changed_on", .date, "Day of the change", sap: "UDATE", en: "Change date", nl: "Gewijzigd op",
            de: "Geändert am"),
        field(
            "changed_by", .string, "Who changed it", sap: "USERNAME", en: "User", nl: "Gewijzigd door, Gebruiker",
            de: "Geändert von"),
    ]
}
