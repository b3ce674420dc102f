import Audit
import Checks
import Tables

/// A finding of the sample: what is peculiar to it; the rest comes from its check and its customer.
struct SampleFinding {
    var check: String
    var customer: String
    var field: String
    var value: String
    var message: String
    var messageNL: String
    /// Hundredths; absent for the customer's open amount.
    var amount: Int64?
    var suggestion = ""
    var status = Finding.Status.open
    var runsOpen = 1
    var isUnknown = false

    func finding(isDutch: Bool) -> Finding {
        let rule = SampleChecks.all.first { $0.id == check } ?? SampleChecks.all[0]
        let account = SampleCustomers.named(customer)
        let cash = amount ?? account.openAmount
        let weights: [Severity: Int] = [.info: 6, .warning: 21, .error: 42, .blocker: 60]
        let weight = weights[rule.severity] ?? 0
        let kind = FindingKind(
            checkID: check, title: isDutch ? rule.titleNL : rule.title, severity: rule.severity, cause: rule.cause,
            record: "customer", field: field, fix: isDutch ? rule.fixNL : rule.fix, owner: rule.owner,
            source: "data/customers.csv")
        return Finding(
            kind, id: "\(check)-\(customer)", status: status, result: isUnknown ? .unknown : .fail,
            priority: min(100, weight + Int(cash / 1_300_000)), recordID: customer, customerID: customer,
            customerName: account.name, value: value, message: isDutch ? messageNL : message,
            cashAtRisk: SampleAudit.euro(isUnknown ? 0 : cash),
            firstSeen: runsOpen > 1 ? SampleAudit.date(2026, 9 - min(8, runsOpen), 30 - runsOpen) : SampleAudit.asOf,
            runsOpen: runsOpen, line: account.line, suggestion: suggestion)
    }
}

enum SampleFindings {
    static let all = [
        SampleFinding(
            check: "PO-20", customer: "100234", field: "po_required", value: "J",
            message: "3 invoices for 214,300.00 went to Verkaart Bouwgroep B.V. without the PO it demands",
            messageNL: """
                3 facturen van samen 214.300,00 gingen zonder PO naar Verkaart Bouwgroep B.V., die er een eist
                """,
            amount: 21_430_000, runsOpen: 3),
        SampleFinding(
            check: "AP-05", customer: "100871", field: "peppol_id", value: "",
            message: "Ziekenhuis Sint-Odilia VZW takes invoices by Peppol only, and no endpoint is recorded",
            messageNL: """
                Ziekenhuis Sint-Odilia VZW neemt alleen facturen via Peppol aan, en er is geen eindpunt bekend
                """,
            suggestion: "0208:0400378485", status: .new),
        SampleFinding(
            check: "ID-04", customer: "101502", field: "vat_number", value: "DE811907890",
            message: """
                VAT number DE811907890 of Kessler & Söhne Maschinenbau GmbH cannot exist: its last digit is wrong
                """,
            messageNL: """
                Btw-nummer DE811907890 van Kessler & Söhne Maschinenbau GmbH bestaat niet: het laatste cijfer is \
                fout
                """,
            status: .new),
        SampleFinding(
            check: "PO-02", customer: "101977", field: "po_format", value: "",
            message: "Brantwick Facilities Ltd demands a PO, but nobody recorded what it looks like",
            messageNL: "Brantwick Facilities Ltd eist een PO, maar niemand legde vast hoe die eruitziet",
            amount: 18_125_000, runsOpen: 5),
        SampleFinding(
            check: "PO-02", customer: "100234", field: "po_format", value: "^$",
            message: "Verkaart Bouwgroep B.V. demands a PO, but the recorded format fits only an empty number",
            messageNL: """
                Verkaart Bouwgroep B.V. eist een PO, maar het vastgelegde patroon past alleen op een leeg nummer
                """,
            runsOpen: 3),
        SampleFinding(
            check: "CR-01", customer: "102388", field: "credit_limit", value: "150000",
            message: "Établissements Morvan SAS owes 244,999.99 against a limit of 150,000.00",
            messageNL: "Établissements Morvan SAS heeft 244.999,99 openstaan bij een limiet van 150.000,00",
            amount: 9_499_999, status: .reopened, runsOpen: 2),
        SampleFinding(
            check: "PO-20", customer: "102040", field: "po_required", value: "J",
            message: "1 invoice for 96,420.00 went to Gemeente Oosterwaard without the PO it demands",
            messageNL: "1 factuur van 96.420,00 ging zonder PO naar Gemeente Oosterwaard, die er een eist",
            amount: 9_642_000, status: .new),
        SampleFinding(
            check: "AP-05", customer: "103611", field: "peppol_id", value: "9930:DE12",
            message: "Peppol id 9930:DE12 of Stadtwerke Lindenau AöR is too short to be a VAT number",
            messageNL: "Peppol-id 9930:DE12 van Stadtwerke Lindenau AöR is te kort voor een btw-nummer", runsOpen: 2),
        SampleFinding(
            check: "LE-08", customer: "102761", field: "registration_number", value: "2416835",
            message: "KvK number 2416835 of Noordzee Logistiek B.V. has 7 digits; a leading zero was lost",
            messageNL: "KvK-nummer 2416835 van Noordzee Logistiek B.V. heeft 7 cijfers; een voorloopnul viel weg",
            suggestion: "02416835", status: .new),
        SampleFinding(
            check: "AP-11", customer: "103019", field: "invoice_email", value: "kees.blom@halvorsen.example",
            message: """
                Invoices of Halvorsen Retail Nederland B.V. go to kees.blom@halvorsen.example: on leave, nobody pays
                """,
            messageNL:
                "Facturen van Halvorsen Retail Nederland B.V. gaan naar kees.blom@halvorsen.example: is Kees weg, dan betaalt niemand",
            amount: 6_120_000,
            runsOpen: 4),
        SampleFinding(
            check: "PT-03", customer: "103245", field: "payment_terms_days", value: "120",
            message: "De Clercq Voeding NV pays in 120 days; the policy allows 60",
            messageNL: "De Clercq Voeding NV betaalt in 120 dagen; het beleid staat er 60 toe", amount: 8_804_050,
            runsOpen: 6),
        SampleFinding(
            check: "CO-04", customer: "103990", field: "dunning_block", value: "X",
            message: """
                Reminders to Van der Aa Zorg Stichting are blocked since 2026-02-11 and no one is named who calls
                """,
            messageNL:
                "Aanmaningen aan Van der Aa Zorg Stichting zijn geblokkeerd sinds 11-2-2026 en niemand is aangewezen om te bellen",
            amount: 10_266_800,
            runsOpen: 4),
        SampleFinding(
            check: "DU-02", customer: "104122", field: "vat_number", value: "GB123456782",
            message: "Pemberly Foods plc and account 098811 share VAT number GB123456782",
            messageNL: "Pemberly Foods plc en klant 098811 delen btw-nummer GB123456782", amount: 3_990_000,
            status: .waived, runsOpen: 7),
        SampleFinding(
            check: "PO-02", customer: "104777", field: "po_format", value: "",
            message: "Rijnmond Staal N.V. demands a PO, but nobody recorded what it looks like",
            messageNL: "Rijnmond Staal N.V. eist een PO, maar niemand legde vast hoe die eruitziet", amount: 2_610_000),
        SampleFinding(
            check: "CR-01", customer: "104508", field: "credit_limit", value: "0",
            message: "Atelier Lumen SARL owes 118,200.00 against a limit of 0.00",
            messageNL: "Atelier Lumen SARL heeft 118.200,00 openstaan bij een limiet van 0,00", status: .new),
        SampleFinding(
            check: "PT-03", customer: "105230", field: "payment_terms_days", value: "90",
            message: "Omnia Pharma Belgium BV pays in 90 days; the policy allows 60",
            messageNL: "Omnia Pharma Belgium BV betaalt in 90 dagen; het beleid staat er 60 toe", amount: 2_450_000),
        SampleFinding(
            check: "AP-11", customer: "105016", field: "invoice_email", value: "j.beekhuis@beekhuis.example",
            message: "Invoices of Beekhuis Techniek go to j.beekhuis@beekhuis.example, the mailbox of one person",
            messageNL:
                "Facturen van Beekhuis Techniek gaan naar j.beekhuis@beekhuis.example, de mailbox van één persoon",
            amount: 940_000),
        SampleFinding(
            check: "AD-06", customer: "105481", field: "postcode", value: "1017 AB",
            message: "Postcode 1017 AB of Tannhof Hotelbetriebs GmbH & Co. KG is Dutch, its country is DE",
            messageNL: "Postcode 1017 AB van Tannhof Hotelbetriebs GmbH & Co. KG is Nederlands, het land is DE",
            amount: 721_800,
            status: .new),
        SampleFinding(
            check: "LE-08", customer: "106015", field: "registration_number", value: "KVK 3401",
            message: "KvK number KVK 3401 of Coöperatie De Nieuwe Oogst U.A. has 4 digits instead of 8",
            messageNL: "KvK-nummer KVK 3401 van Coöperatie De Nieuwe Oogst U.A. heeft 4 cijfers in plaats van 8"),
        SampleFinding(
            check: "CR-01", customer: "105702", field: "credit_limit", value: "n/a",
            message: "the check could not be evaluated: division by zero",
            messageNL: "de controle kon niet worden uitgevoerd: deling door nul", amount: 0, isUnknown: true),
        SampleFinding(
            check: "ID-04", customer: "106812", field: "vat_number", value: "BE0417710408",
            message: "VAT number BE0417710408 of Delmotte Transport SRL cannot exist: its check digits are wrong",
            messageNL: """
                Btw-nummer BE0417710408 van Delmotte Transport SRL bestaat niet: de controlecijfers zijn fout
                """,
            suggestion: "BE0417710407"),
    ]
}
