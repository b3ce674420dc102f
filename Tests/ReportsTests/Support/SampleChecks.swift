import Checks

/// A check of the sample, in both languages.
struct SampleCheck {
    var id: String
    var pack: String
    var severity: Severity
    var cause: String
    var owner: String
    /// How many of the 24 customers it looks at, or how many invoices.
    var applicable: Int
    var title: String
    var titleNL: String
    var fix: String
    var fixNL: String
    var references: [String]
}

enum SampleChecks {
    private static let master = "bad-master-data"

    static let all = [
        SampleCheck(
            id: "LE-08", pack: "legal-entity", severity: .error, cause: master, owner: "Master data", applicable: 23,
            title: "Registration number is not valid", titleNL: "Inschrijvingsnummer klopt niet",
            fix: "Look the number up in the trade register and correct it",
            fixNL: "Zoek het nummer op in het handelsregister en verbeter het", references: []),
        SampleCheck(
            id: "ID-04", pack: "identifiers", severity: .blocker, cause: master, owner: "Tax", applicable: 24,
            title: "VAT number fails its check digits", titleNL: "Btw-nummer voldoet niet aan de controlecijfers",
            fix: "Ask the customer for the VAT number and check it in VIES",
            fixNL: "Vraag het btw-nummer op bij de klant en controleer het in VIES",
            references: ["EN 16931 BT-48", "Directive 2006/112/EC art. 226(4)"]),
        SampleCheck(
            id: "AP-05", pack: "ap-channel", severity: .blocker, cause: master, owner: "Billing", applicable: 11,
            title: "Peppol participant without an endpoint", titleNL: "Peppol-klant zonder eindpunt",
            fix: "Look the participant up in the Peppol directory and record its id",
            fixNL: "Zoek de deelnemer op in de Peppol-directory en leg de id vast",
            references: ["EN 16931 BT-49", "PEPPOL-EN16931-R010"]),
        SampleCheck(
            id: "AP-11", pack: "ap-channel", severity: .warning, cause: master, owner: "Billing", applicable: 13,
            title: "Invoices go to a person's mailbox", titleNL: "Facturen gaan naar de mailbox van één persoon",
            fix: "Ask for the shared address of the payables department",
            fixNL: "Vraag het gedeelde adres van de crediteurenadministratie op", references: []),
        SampleCheck(
            id: "PO-02", pack: "po-requirements", severity: .error, cause: master, owner: "Order management",
            applicable: 15, title: "PO required, but its format is unknown",
            titleNL: "PO verplicht, maar de vorm is onbekend",
            fix: "Ask the customer's payables department for the PO format and record it as a pattern",
            fixNL: "Vraag de vorm van het PO-nummer op en leg die vast als patroon", references: ["EN 16931 BT-13"]),
        SampleCheck(
            id: "PO-20", pack: "po-requirements", severity: .blocker, cause: master, owner: "Order management",
            applicable: 15, title: "Invoices went out without a PO", titleNL: "Facturen zijn zonder PO verstuurd",
            fix: "Get the PO numbers, credit these invoices and send them again",
            fixNL: "Vraag de PO-nummers op, crediteer deze facturen en verstuur ze opnieuw",
            references: ["EN 16931 BT-13", "PEPPOL-EN16931-R003"]),
        SampleCheck(
            id: "PT-03", pack: "payment-terms", severity: .warning, cause: "term-creep", owner: "Credit management",
            applicable: 24, title: "Payment terms exceed the policy", titleNL: "Betaaltermijn langer dan het beleid",
            fix: "Bring the terms back to 60 days, or have the exception approved",
            fixNL: "Breng de termijn terug naar 60 dagen, of laat de uitzondering goedkeuren",
            references: ["Directive 2011/7/EU art. 3(5)"]),
        SampleCheck(
            id: "CR-01", pack: "governance", severity: .error, cause: "no-credit-gate", owner: "Credit management",
            applicable: 24, title: "Open amount exceeds the credit limit",
            titleNL: "Openstaand bedrag hoger dan de kredietlimiet",
            fix: "Decide on the limit, or block new orders", fixNL: "Beslis over de limiet, of blokkeer nieuwe orders",
            references: []),
        SampleCheck(
            id: "CO-04", pack: "governance", severity: .warning, cause: "dunning-blind-spots", owner: "Collections",
            applicable: 9, title: "Dunning is blocked and nobody acts instead",
            titleNL: "Aanmaningen geblokkeerd en niemand belt",
            fix: "Name who calls the customer, and until when the block holds",
            fixNL: "Spreek af wie de klant belt en tot wanneer de blokkade geldt", references: []),
        SampleCheck(
            id: "DU-02", pack: "duplicates", severity: .warning, cause: master, owner: "Master data", applicable: 24,
            title: "The same VAT number on two accounts", titleNL: "Hetzelfde btw-nummer op twee klanten",
            fix: "Merge the accounts, or record why both are needed",
            fixNL: "Voeg de klanten samen, of leg vast waarom beide nodig zijn", references: []),
        SampleCheck(
            id: "AD-06", pack: "address", severity: .info, cause: master, owner: "Master data", applicable: 24,
            title: "Postcode does not fit the country", titleNL: "Postcode past niet bij het land",
            fix: "Correct the postcode or the country", fixNL: "Verbeter de postcode of het land", references: []),
    ]
}
