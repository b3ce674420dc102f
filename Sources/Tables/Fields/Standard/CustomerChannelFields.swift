extension StandardFields {
    /// How the invoice reaches the customer's accounts-payable desk.
    static let customerChannel: [Entry] = [
        field(
            "ap_channel", .string, "Way the invoice travels", values: "peppol, platform, portal, edi, email, post",
            en: "Invoice delivery method, Invoice delivery, Invoice channel, AP delivery channel, Channel",
            nl: "Factuurkanaal, Verzendwijze factuur, Verzendmethode factuur, Kanaal",
            de: "Rechnungskanal, Rechnungsversand, Rechnungsversandart, Kanal"),
        field(
            "ap_email", .string, "Mailbox of accounts payable", sap: "SMTP_ADDR",
            en: "Invoice email, Billing email, Accounts payable email, Email AP, Email address, Email",
            nl:
                "E-mail facturen, Factuurmail, E-mail crediteuren, Mailadres facturen, E-mailadres facturen, E-mailadres",
            de: "Rechnungs-E-Mail, Rechnungsmail, E-Mail Rechnung, E-Mail-Adresse"),
        field(
            "peppol_id", .string, "Peppol participant id", note: "scheme:value, e.g. 0106:12345678",
            en:
                "Peppol participant ID, Peppol participant, Participant identifier, Electronic address, Endpoint ID, Peppol",
            nl: "Peppol-nummer, Peppol-adres, Elektronisch adres",
            de: "Peppol-Teilnehmer-ID, Peppol-Adresse, Elektronische Adresse"),
        field(
            "edi_partner", .string, "EDI partner id", en: "EDI partner no, EDI ID, EDI code, EDI GLN",
            nl: "EDI-nummer, EDI-relatie", de: "EDI-Partnernummer"),
        field(
            "portal_name", .string, "Portal the invoice is entered in",
            en: "Supplier portal, Customer portal, Invoice portal, Portal",
            nl: "Leveranciersportaal, Klantportaal, Portaal",
            de: "Lieferantenportal, Kundenportal"),
        field(
            "portal_supplier_id", .string, "Our supplier number at the customer", sap: "EIKTO",
            en: "Our supplier number, Our vendor number, Supplier number, Vendor number, Vendor ID, Portal account, "
                + "Our account at customer",
            nl: "Ons leveranciersnummer, Leveranciersnummer",
            de: "Unsere Lieferantennummer, Unser Konto beim Kunden, Lieferantennummer"),
        field(
            "codice_destinatario", .string, "Italian recipient code for the SDI",
            en: "SDI code, Recipient code SDI, SDI recipient code"),
        field("pec", .string, "Italian certified mailbox", en: "PEC address, PEC email"),
        field(
            "ap_channel_confirmed_on", .date, "Day the customer confirmed the channel",
            en: "Channel confirmed on, Channel checked on, Channel confirmed",
            nl: "Kanaal bevestigd op, Kanaal bevestigd",
            de: "Kanal bestätigt am"),
        field(
            "ap_channel_source", .string, "Where the channel was confirmed", en: "Channel source, Channel evidence",
            nl: "Bron kanaal", de: "Quelle Kanal"),
        field(
            "ap_contact_name", .string, "Contact at accounts payable",
            en: "AP contact, Accounts payable contact, Payables contact",
            nl: "Contactpersoon crediteuren, Contact crediteuren, Contactpersoon",
            de: "Ansprechpartner Kreditoren, Ansprechpartner"),
        field(
            "ap_contact_phone", .string, "Telephone of that contact", sap: "TELF1",
            en: "AP phone, Phone AP, Telephone, Phone number, Phone",
            nl: "Telefoon crediteuren, Telefoonnummer, Telefoon", de: "Telefon Kreditoren, Telefonnummer, Telefon"),
    ]
}
