extension StandardFields {
    /// Who the customer is, where it sits, and whom it belongs to.
    static let customerIdentity: [Entry] = [
        customerKey(sap: "KUNNR, PARTNER"),
        field(
            "legal_name", .string, "Name as the register has it", sap: "NAME1, NAME_ORG1",
            en: "Registered name, Company name, Customer name, Debtor name, Account name, Organisation name, Name",
            nl: "Statutaire naam, Bedrijfsnaam, Klantnaam, Debiteurnaam, Firmanaam, Organisatienaam, Naam 1, Naam",
            de: "Firmenname, Kundenname, Debitorenname, Firmierung, Firma"),
        field(
            "trading_name", .string, "Name the customer trades under",
            en: "Trade name, Trading as, Doing business as, DBA, Brand name, Brand, Short name",
            nl: "Handelsnaam, Merknaam, Roepnaam", de: "Handelsname, Markenname, Kurzname"),
        field(
            "legal_form", .string, "Legal form, as text or ELF code", sap: "LEGAL_ENTY",
            en: "Company type, Entity type, Legal entity type", nl: "Rechtsvorm", de: "Rechtsform"),
        field(
            "country", .string, "Country of the legal entity", note: "ISO 3166-1 alpha-2", sap: "LAND1",
            en: "Country code, Country key", nl: "Landcode, Landencode, ISO-landcode, Land",
            de: "Länderkennung, Ländercode, Länderschlüssel, Landkürzel"),
        field(
            "region", .string, "Province, state or county", sap: "REGIO", en: "Province, State, County",
            nl: "Provincie", de: "Bundesland"),
        field(
            "postcode", .string, "Postcode of the street address", sap: "PSTLZ, POST_CODE1",
            en: "Postal code, Zip code, Zip", de: "Postleitzahl, PLZ"),
        field(
            "city", .string, "Place of the street address", sap: "ORT01, CITY1", en: "Town, Place",
            nl: "Woonplaats, Vestigingsplaats, Plaats, Stad", de: "Ort, Stadt"),
        field(
            "street", .string, "Street and number", sap: "STRAS",
            en: "Street address, Street and number, Address line 1, Address",
            nl: "Straat en huisnummer, Adresregel 1, Straatnaam, Straat, Adres",
            de: "Straße und Hausnummer, Straße Nr, Straße, Anschrift"),
        field("po_box", .string, "PO box", sap: "PFACH", en: "Post box", nl: "Postbusnummer, Postbus", de: "Postfach"),
        field(
            "registration_number", .string, "Number in the company register", sap: "COMRG",
            en: "Company registration number, Company number, Company no, Registration no, Reg no, "
                + "Chamber of commerce number, Trade register number, CRN",
            nl:
                "KvK-nummer, KvK-nr, KvK, Kamer van Koophandel, Handelsregisternummer, Ondernemingsnummer, KBO-nummer, KBO",
            de: "Registernummer, Handelsregister-Nr, HRB-Nummer, HR-Nummer, HRB"),
        field(
            "registration_authority", .string, "Register or court that keeps the number",
            en: "Registry, Register, Register court, Commercial register", nl: "Handelsregister",
            de: "Registergericht, Amtsgericht"),
        field(
            "vat_number", .string, "VAT identification number, with country prefix", sap: "STCEG",
            en: "VAT registration number, VAT registration no, VAT reg no, VAT ID, VAT no, VAT",
            nl: "BTW-identificatienummer, BTW-nummer, BTW-nr, BTW-id, BTW",
            de: "Umsatzsteuer-Identifikationsnummer, Umsatzsteuer-ID, USt-IdNr, USt-ID, UID-Nummer"),
        field("lei", .string, "Legal Entity Identifier", note: "ISO 17442", en: "Legal entity identifier, LEI code"),
        field("duns", .string, "D-U-N-S number", en: "DUNS number, DUNS no", nl: "DUNS-nummer"),
        field(
            "gln", .string, "Global Location Number, all 13 digits",
            en: "Global location number, GLN code, EAN location code, ILN", nl: "GLN-nummer, EAN-adrescode"),
        field("siret", .string, "French establishment number", en: "SIRET number, SIRET no", nl: "SIRET-nummer"),
        field("siren", .string, "French company number", en: "SIREN number, SIREN no", nl: "SIREN-nummer"),
        field(
            "account_group", .string, "Kind of account in the ledger", sap: "KTOKD",
            nl: "Rekeninggroep, Accountgroep, Debiteurengroep", de: "Kontengruppe"),
        field(
            "industry", .string, "Line of business", sap: "BRSCH, IND_SECTOR",
            en: "Industry sector, Industry key, NACE code, NACE, SIC code, Sector",
            nl: "Branchecode, Branche, SBI-code", de: "Branchenschlüssel, Wirtschaftszweig"),
        field(
            "public_body", .bool, "Whether the customer is a public body",
            en: "Public sector, Public authority, Public entity, Government",
            nl: "Overheidsinstelling, Publieke instelling, Overheid", de: "Öffentlicher Auftraggeber, Behörde"),
        field(
            "bill_to_id", .string, "Account that receives the invoice",
            en: "Bill-to party, Bill-to customer, Bill-to, Invoice-to",
            nl: "Factuurdebiteur, Factuurontvanger", de: "Rechnungsempfänger"),
        field(
            "payer_id", .string, "Account that pays", sap: "KNRZA, KNRZB",
            en: "Alternative payer, Paying party, Payer", nl: "Afwijkende betaler, Betalende debiteur, Betaler",
            de: "Abweichender Regulierer, Abweichender Zahler, Regulierer"),
        field(
            "head_office_id", .string, "Account of the head office", sap: "KNRZE",
            en: "Head office account, Head office", nl: "Hoofdkantoor, Hoofdvestiging", de: "Zentralkonto, Zentrale"),
        field(
            "parent_customer_id", .string, "Account of the direct parent", sap: "HKUNNR",
            en: "Parent account, Parent customer, Parent ID, Parent", nl: "Moederdebiteur, Moedermaatschappij, Moeder",
            de: "Übergeordneter Kunde, Muttergesellschaft"),
        field(
            "ultimate_parent_id", .string, "Key of the group the customer belongs to", sap: "KONZS",
            en: "Group key, Corporate group, Ultimate parent", nl: "Concerncode, Concernnummer, Concern",
            de: "Konzernschlüssel, Konzern"),
        field(
            "ultimate_parent_name", .string, "Name of the ultimate parent",
            en: "Group name, Ultimate parent company", nl: "Concernnaam, Naam concern", de: "Konzernname"),
    ]
}
