extension StandardFields {
    /// Dunning, disputes and proofs.
    static let customerCollections: [Entry] = [
        field(
            "dunning_procedure", .string, "Dunning procedure", sap: "MAHNA", en: "Dunning profile, Dunning scheme",
            nl: "Aanmaanprocedure, Aanmaningsprocedure, Herinneringsprofiel", de: "Mahnverfahren"),
        field(
            "dunning_block", .bool, "Whether the account is left out of dunning", sap: "MANSP",
            en: "Dunning blocked, Dunning hold", nl: "Aanmaanblokkade, Aanmaanstop, Herinneringsblokkade",
            de: "Mahnsperre"),
        field(
            "dunning_block_reason", .string, "Why it is left out", en: "Reason dunning block, Dunning hold reason",
            nl: "Reden aanmaanblokkade, Reden aanmaanstop", de: "Mahnsperrgrund, Grund Mahnsperre"),
        field(
            "dunning_block_until", .date, "Until when", en: "Dunning blocked until, Dunning hold until",
            nl: "Aanmaanblokkade tot, Aanmaanstop tot", de: "Mahnsperre bis, Mahnsperre gültig bis"),
        field(
            "dunning_level", .int, "Level of the last reminder", sap: "MAHNS", en: "Reminder level",
            nl: "Aanmaanniveau, Aanmaningsniveau, Herinneringsniveau", de: "Mahnstufe"),
        field(
            "last_dunned_on", .date, "Day of the last reminder", sap: "MADAT",
            en: "Last dunning date, Last dunning run, Last dunned, Last dunning, Last reminder",
            nl: "Laatst aangemaand op, Laatst aangemaand, Laatste aanmaning",
            de: "Letzte Mahnung, Letzter Mahnlauf, Datum letzte Mahnung"),
        field(
            "dispute_owner", .string, "Who settles disputes on our side", en: "Dispute processor",
            nl: "Geschilbehandelaar, Eigenaar geschillen", de: "Klärungsfallbearbeiter, Reklamationsbearbeiter"),
        field(
            "dispute_contact", .string, "Contact for disputes at the customer",
            en: "Claims contact, Complaints contact", nl: "Contactpersoon geschillen, Contact geschillen",
            de: "Ansprechpartner Reklamation, Kontakt Reklamation"),
        field(
            "pod_required", .bool, "Whether proof of delivery is demanded", sap: "PODKZ",
            en: "Proof of delivery required, POD relevant, POD mandatory",
            nl: "POD verplicht, Afleverbewijs verplicht, Vrachtbrief verplicht", de: "Liefernachweis erforderlich"),
        field(
            "rebate_settlement", .string, "How and when rebates are settled", en: "Bonus settlement, Rebate frequency",
            nl: "Bonusafrekening, Bonusverrekening", de: "Bonusabrechnung"),
    ]
}
