/// What a datum is called and why it matters, for whoever is asked for it.
struct FieldTexts: Sendable {
    /// A noun with what makes it exact, e.g. `KvK number (8 digits)`.
    let label: Translated
    /// Half a sentence, lower case, without a full stop.
    let reason: Translated

    /// Nil for what a customer is not asked: that is ours to fill in.
    static func of(_ field: String, country: String) -> FieldTexts? {
        if field == "registration_number", let own = registers[country] {
            return table[field].map { FieldTexts(label: own, reason: $0.reason) }
        }
        return table[field]
    }

    /// How a company number is called where it is given out.
    private static let registers: [String: Translated] = [
        "NL": Translated(
            en: "KvK number (8 digits)", nl: "KvK-nummer (8 cijfers)", de: "KvK-Nummer (8 Ziffern)",
            fr: "numéro KvK (8 chiffres)"),
        "BE": Translated(
            en: "Enterprise number (KBO/BCE, 10 digits)", nl: "Ondernemingsnummer (KBO, 10 cijfers)",
            de: "Unternehmensnummer (ZDU, 10 Ziffern)", fr: "Numéro d'entreprise (BCE, 10 chiffres)"),
        "FR": Translated(
            en: "SIREN (9 digits) or SIRET (14 digits)", nl: "SIREN (9 cijfers) of SIRET (14 cijfers)",
            de: "SIREN (9 Ziffern) oder SIRET (14 Ziffern)", fr: "Numéro SIREN (9 chiffres) ou SIRET (14 chiffres)"),
        "GB": Translated(
            en: "Companies House number (8 characters)", nl: "Companies House-nummer (8 tekens)",
            de: "Companies-House-Nummer (8 Zeichen)", fr: "Numéro Companies House (8 caractères)"),
        "DE": Translated(
            en: "Commercial register number with its court (e.g. HRB 12345, Amtsgericht Köln)",
            nl: "Handelsregisternummer met gerecht (bijv. HRB 12345, Amtsgericht Köln)",
            de: "Handelsregisternummer mit Registergericht (z. B. HRB 12345, Amtsgericht Köln)",
            fr: "Numéro au registre du commerce avec le tribunal (p. ex. HRB 12345, Amtsgericht Köln)"),
        "CH": Translated(
            en: "UID (CHE-123.456.789)", nl: "UID (CHE-123.456.789)", de: "UID (CHE-123.456.789)",
            fr: "IDE (CHE-123.456.789)"),
    ]

    private static let table: [String: FieldTexts] = [
        "country": FieldTexts(
            label: Translated(
                en: "Country of the legal entity (two letters, e.g. NL)",
                nl: "Land van de juridische entiteit (twee letters, bijv. NL)",
                de: "Sitzland des Unternehmens (zwei Buchstaben, z. B. DE)",
                fr: "Pays de l'entité juridique (deux lettres, p. ex. FR)"),
            reason: Translated(
                en: "VAT, the register and the way the invoice travels depend on it",
                nl: "btw, register en factuurroute hangen ervan af",
                de: "Umsatzsteuer, Register und Rechnungsweg hängen davon ab",
                fr: "la TVA, le registre et l'acheminement de la facture en dépendent")),
        "legal_name": FieldTexts(
            label: Translated(
                en: "Legal name, as the company register has it", nl: "Statutaire naam, zoals in het handelsregister",
                de: "Firma laut Handelsregister", fr: "Dénomination sociale, telle qu'au registre"),
            reason: Translated(
                en: "an invoice to another name may be refused, and cannot be enforced",
                nl: "een factuur op een andere naam kan worden geweigerd en is niet afdwingbaar",
                de: "eine Rechnung auf einen anderen Namen kann zurückgewiesen werden",
                fr: "une facture établie à un autre nom peut être refusée")),
        "public_body": FieldTexts(
            label: Translated(
                en: "Public body (yes or no)", nl: "Overheidsinstelling (ja of nee)",
                de: "Öffentlicher Auftraggeber (ja oder nein)", fr: "Organisme public (oui ou non)"),
            reason: Translated(
                en: "public bodies take electronic invoices with a routing number only",
                nl: "overheden nemen alleen e-facturen met een routeringsnummer aan",
                de: "Behörden nehmen nur E-Rechnungen mit Leitweg-ID an",
                fr: "les organismes publics n'acceptent que des factures électroniques avec leur identifiant")),
        "registration_number": FieldTexts(
            label: Translated(
                en: "Number in the company register", nl: "Nummer in het handelsregister", de: "Handelsregisternummer",
                fr: "Numéro au registre des sociétés"),
            reason: Translated(
                en: "it tells which legal entity we contract with",
                nl: "het bepaalt met welke entiteit wij contracteren",
                de: "sie bestimmt, mit welchem Unternehmen wir den Vertrag schließen",
                fr: "il détermine l'entité avec laquelle nous contractons")),
        "siret": FieldTexts(
            label: Translated(
                en: "SIRET (14 digits)", nl: "SIRET (14 cijfers)", de: "SIRET (14 Ziffern)", fr: "SIRET (14 chiffres)"),
            reason: Translated(
                en: "Chorus Pro addresses French public bodies by it",
                nl: "Chorus Pro adresseert Franse overheden ermee",
                de: "Chorus Pro adressiert französische Behörden damit",
                fr: "Chorus Pro identifie les organismes publics par ce numéro")),
        "vat_number": FieldTexts(
            label: Translated(
                en: "VAT number, with its country letters", nl: "Btw-nummer, met de landletters",
                de: "Umsatzsteuer-Identifikationsnummer", fr: "Numéro de TVA intracommunautaire"),
            reason: Translated(
                en: "it stands on the invoice and decides on the VAT", nl: "het staat op de factuur en bepaalt de btw",
                de: "sie steht auf der Rechnung und entscheidet über die Umsatzsteuer",
                fr: "il figure sur la facture et détermine la TVA")),
        "street": FieldTexts(
            label: Translated(
                en: "Street and number", nl: "Straat en huisnummer", de: "Straße und Hausnummer", fr: "Rue et numéro"),
            reason: address),
        "postcode": FieldTexts(
            label: Translated(en: "Postcode", nl: "Postcode", de: "Postleitzahl", fr: "Code postal"), reason: address),
        "city": FieldTexts(label: Translated(en: "Town", nl: "Plaats", de: "Ort", fr: "Ville"), reason: address),
        "leitweg_id": FieldTexts(
            label: Translated(
                en: "Leitweg-ID (e.g. 04011000-1234512345-06)", nl: "Leitweg-ID (bijv. 04011000-1234512345-06)",
                de: "Leitweg-ID (z. B. 04011000-1234512345-06)", fr: "Leitweg-ID (p. ex. 04011000-1234512345-06)"),
            reason: Translated(
                en: "German public bodies refuse invoices without it", nl: "Duitse overheden weigeren facturen zonder",
                de: "ohne sie kann die Rechnung nicht zugestellt werden",
                fr: "les organismes publics allemands refusent les factures sans cet identifiant")),
        "ap_channel": FieldTexts(
            label: Translated(
                en: "Way your accounts payable want invoices: peppol, platform, portal, edi, email or post",
                nl:
                    "Manier waarop uw crediteurenadministratie facturen wil: peppol, platform, portal, edi, email of post",
                de: "Weg, auf dem Ihre Buchhaltung Rechnungen möchte: Peppol, Plattform, Portal, EDI, E-Mail oder Post",
                fr: "Canal de réception de vos factures : Peppol, plateforme, portail, EDI, e-mail ou courrier"),
            reason: Translated(
                en: "an invoice that arrives elsewhere waits until somebody finds it",
                nl: "een factuur die elders aankomt, wacht tot iemand haar vindt",
                de: "eine Rechnung am falschen Ort bleibt liegen",
                fr: "une facture reçue ailleurs reste en attente")),
        "peppol_id": FieldTexts(
            label: Translated(
                en: "Peppol id (scheme:number, e.g. 0106:12345678)",
                nl: "Peppol-id (schema:nummer, bijv. 0106:12345678)",
                de: "Peppol-ID (Schema:Nummer, z. B. 9930:DE123456789)",
                fr: "Identifiant Peppol (schéma:numéro, p. ex. 0225:123456789)"),
            reason: Translated(
                en: "invoices over Peppol are addressed by it", nl: "facturen via Peppol worden ermee geadresseerd",
                de: "Rechnungen über Peppol werden damit adressiert", fr: "les factures Peppol sont adressées par lui")),
        "ap_email": FieldTexts(
            label: Translated(
                en: "E-mail address for invoices, not a person's own",
                nl: "E-mailadres voor facturen, niet dat van een persoon",
                de: "E-Mail-Adresse für Rechnungen, keine persönliche",
                fr: "Adresse e-mail pour les factures, non nominative"),
            reason: Translated(
                en: "a personal mailbox is not read during holidays",
                nl: "een persoonlijke mailbox wordt in vakanties niet gelezen",
                de: "ein persönliches Postfach wird im Urlaub nicht gelesen",
                fr: "une boîte personnelle n'est pas lue pendant les congés")),
        "portal_name": FieldTexts(
            label: Translated(
                en: "Supplier portal (name and web address)", nl: "Leveranciersportaal (naam en webadres)",
                de: "Lieferantenportal (Name und Adresse)", fr: "Portail fournisseurs (nom et adresse web)"),
            reason: portal),
        "portal_supplier_id": FieldTexts(
            label: Translated(
                en: "Our supplier number in your portal", nl: "Ons leveranciersnummer in uw portaal",
                de: "Unsere Lieferantennummer in Ihrem Portal", fr: "Notre numéro de fournisseur sur votre portail"),
            reason: portal),
        "edi_partner": FieldTexts(
            label: Translated(
                en: "EDI partner id", nl: "EDI-partnernummer", de: "EDI-Partnernummer", fr: "Identifiant partenaire EDI"
            ),
            reason: edi),
        "gln": FieldTexts(
            label: Translated(
                en: "GLN (13 digits)", nl: "GLN (13 cijfers)", de: "GLN (13 Ziffern)", fr: "GLN (13 chiffres)"),
            reason: edi),
        "codice_destinatario": FieldTexts(
            label: Translated(
                en: "Codice destinatario (7 characters) or PEC address",
                nl: "Codice destinatario (7 tekens) of PEC-adres",
                de: "Codice destinatario (7 Zeichen) oder PEC-Adresse",
                fr: "Codice destinatario (7 caractères) ou adresse PEC"),
            reason: Translated(
                en: "the Italian exchange system delivers invoices by it",
                nl: "het Italiaanse SDI bezorgt facturen ermee",
                de: "das italienische SDI stellt Rechnungen damit zu",
                fr: "le système italien SDI livre les factures par ce code")),
        "po_required": FieldTexts(
            label: Translated(
                en: "Whether our invoices need a purchase order number (yes or no)",
                nl: "Of onze facturen een inkoopordernummer nodig hebben (ja of nee)",
                de: "Ob unsere Rechnungen eine Bestellnummer brauchen (ja oder nein)",
                fr: "Si nos factures doivent porter un numéro de bon de commande (oui ou non)"),
            reason: Translated(
                en: "a missing PO number is the first reason why invoices come back",
                nl: "een ontbrekend PO-nummer is de eerste reden waarom facturen terugkomen",
                de: "eine fehlende Bestellnummer ist der häufigste Grund für Rückläufer",
                fr: "l'absence de bon de commande est la première cause de rejet")),
        "po_format": FieldTexts(
            label: Translated(
                en: "What your PO numbers look like (e.g. 45 and eight digits)",
                nl: "Hoe uw PO-nummers eruitzien (bijv. 45 en acht cijfers)",
                de: "Aufbau Ihrer Bestellnummern (z. B. 45 und acht Ziffern)",
                fr: "Format de vos numéros de commande (p. ex. 45 et huit chiffres)"),
            reason: Translated(
                en: "a wrong number is then seen before the invoice leaves",
                nl: "een fout nummer valt dan op voordat de factuur vertrekt",
                de: "ein falsches Format fällt dann vor dem Versand auf",
                fr: "une erreur est alors vue avant l'envoi")),
        "po_number_default": FieldTexts(
            label: Translated(
                en: "PO number for the first invoice, or your blanket order",
                nl: "PO-nummer voor de eerste factuur, of uw raamorder",
                de: "Bestellnummer für die erste Rechnung oder Ihr Rahmenauftrag",
                fr: "Numéro de commande pour la première facture, ou commande ouverte"),
            reason: Translated(
                en: "without it the first invoice cannot be paid",
                nl: "zonder kan de eerste factuur niet worden betaald",
                de: "ohne sie kann die erste Rechnung nicht bezahlt werden",
                fr: "sans lui, la première facture ne peut être payée")),
        "buyer_reference": FieldTexts(
            label: Translated(
                en: "Reference that must stand on the invoice", nl: "Referentie die op de factuur moet staan",
                de: "Käuferreferenz für die Rechnung", fr: "Référence à porter sur la facture"),
            reason: Translated(
                en: "it routes the invoice inside your organisation", nl: "zij leidt de factuur door uw organisatie",
                de: "sie leitet die Rechnung in Ihrem Haus", fr: "elle achemine la facture dans votre organisation")),
        "cost_centre": FieldTexts(
            label: Translated(en: "Cost centre", nl: "Kostenplaats", de: "Kostenstelle", fr: "Centre de coûts"),
            reason: Translated(
                en: "your invoices have to name it", nl: "uw facturen moeten haar noemen",
                de: "Ihre Rechnungen müssen sie nennen", fr: "vos factures doivent le mentionner")),
        "iban": FieldTexts(
            label: Translated(
                en: "IBAN of the account to debit", nl: "IBAN van de te incasseren rekening",
                de: "IBAN des Kontos für die Lastschrift", fr: "IBAN du compte à débiter"),
            reason: debit),
        "mandate_reference": FieldTexts(
            label: Translated(
                en: "Signed direct-debit mandate, with its reference", nl: "Getekende incassomachtiging, met kenmerk",
                de: "Unterschriebenes SEPA-Mandat mit Referenz", fr: "Mandat de prélèvement signé, avec sa référence"),
            reason: debit),
    ]

    private static let address = Translated(
        en: "a VAT invoice has to show the buyer's full address", nl: "een btw-factuur moet uw volledige adres tonen",
        de: "eine Rechnung muss die vollständige Anschrift nennen",
        fr: "une facture doit indiquer l'adresse complète de l'acheteur")
    private static let portal = Translated(
        en: "without both we cannot enter invoices in the portal",
        nl: "zonder beide kunnen wij niet in het portaal factureren",
        de: "ohne beides können wir im Portal keine Rechnung einreichen",
        fr: "sans les deux, nous ne pouvons pas déposer de facture")
    private static let edi = Translated(
        en: "EDI messages are addressed by it", nl: "EDI-berichten worden ermee geadresseerd",
        de: "EDI-Nachrichten werden damit adressiert", fr: "les messages EDI sont adressés par lui")
    private static let debit = Translated(
        en: "a direct debit without a mandate is returned", nl: "een incasso zonder machtiging wordt gestorneerd",
        de: "eine Lastschrift ohne Mandat wird zurückgegeben",
        fr: "un prélèvement sans mandat est rejeté")
}
