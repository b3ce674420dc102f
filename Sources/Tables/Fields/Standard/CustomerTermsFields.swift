extension StandardFields {
    /// When and how the customer pays.
    static let customerTerms: [Entry] = [
        field(
            "payment_terms_code", .string, "Code of the payment terms", sap: "ZTERM",
            en: "Payment terms, Terms of payment, Payment term code, Payment term, Terms code, Terms",
            nl: "Betalingsconditie, Betaalconditie, Betalingsvoorwaarde, Betalingsvoorwaarden",
            de: "Zahlungsbedingung, Zahlungsbedingungen, ZahlBed"),
        termsDays(of: "our invoices"),
        field(
            "payment_terms_basis", .string, "What starts the term", values: "invoice, receipt, month_end",
            en: "Terms basis, Terms start", nl: "Ingang betalingstermijn, Basis betalingstermijn",
            de: "Fristbeginn, Basis Zahlungsziel"),
        field(
            "payment_terms_valid_until", .date, "End of temporary terms",
            en: "Terms valid until, Terms valid to, Payment terms valid to, Terms end date",
            nl: "Betalingsconditie geldig tot, Betalingstermijn geldig tot", de: "Zahlungsbedingung gültig bis"),
        field(
            "payment_terms_approved_by", .string, "Who approved terms beyond policy",
            en: "Terms approved by, Terms approver", nl: "Betalingstermijn goedgekeurd door, Termijn goedgekeurd door",
            de: "Zahlungsziel genehmigt von"),
        field(
            "contract_terms_days", .int, "Days to pay that the contract grants",
            en: "Contract terms, Contractual payment days, Agreed payment days",
            nl: "Contractuele betalingstermijn, Contracttermijn", de: "Vertragliches Zahlungsziel, Zahlungsziel Vertrag"
        ),
        discountPercent("Discount for early payment, in percent"),
        field(
            "discount_days", .int, "Days within which it may be taken", en: "Cash discount days",
            nl: "Kortingsdagen", de: "Skontotage, Skontofrist"),
        field(
            "payment_method", .string, "How the customer pays", sap: "ZWELS", en: "Payment methods, Method of payment",
            nl: "Betaalwijze, Betaalmethode, Betalingswijze", de: "Zahlungsweg, Zahlweg, Zahlungsart"),
        field(
            "iban", .string, "Bank account the customer pays from", en: "IBAN number, IBAN no, Bank account IBAN",
            nl: "IBAN-nummer, Bankrekeningnummer, Bankrekening"),
        field(
            "bic", .string, "Bank of that account", note: "ISO 9362", sap: "SWIFT",
            en: "BIC code, SWIFT code, BIC/SWIFT, SWIFT/BIC"),
        field(
            "mandate_reference", .string, "Direct-debit mandate", sap: "MNDID",
            en: "Mandate ID, Mandate ref, SEPA mandate, Mandate",
            nl: "Machtigingskenmerk, Mandaatreferentie, Machtiging, Mandaat",
            de: "Mandatsreferenz, SEPA-Mandatsreferenz, Mandat"),
        field(
            "remittance_email", .string, "Mailbox that remittance advice comes from",
            en: "Remittance advice email, Email remittance", nl: "E-mail betaalspecificatie",
            de: "E-Mail Zahlungsavis"),
    ]
}
