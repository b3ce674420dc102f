import Identifiers

extension Prospect {
    /// Takes the buyer of an invoice over, as far as the invoice tells; `file` is its name for the evidence.
    public mutating func take(buyerOf invoice: ElectronicInvoice, file: String) {
        let place = [invoice.number, invoice.issueDate].filter { !$0.isEmpty }.joined(separator: ", ")
        let origin = Origin.invoice(place.isEmpty ? file : "\(file) (\(place))")
        let buyer = invoice.buyer
        func take(_ field: String, _ text: String) {
            if !has(field), !text.isEmpty { set(field, text, from: origin) }
        }
        take("country", buyer.country)
        take("legal_name", buyer.name.isEmpty ? buyer.tradingName : buyer.name)
        if buyer.tradingName != self["legal_name"] { take("trading_name", buyer.tradingName) }
        take("vat_number", buyer.vat)
        for identifier in [buyer.legalID].compactMap(\.self) + buyer.identifiers {
            if let field = Self.field(of: identifier.scheme) {
                take(field, Self.number(identifier.value, of: identifier.scheme))
            }
        }
        if let legal = buyer.legalID, Self.field(of: legal.scheme) == nil { take("registration_number", legal.value) }
        take("street", buyer.street)
        take("postcode", buyer.postcode)
        take("city", buyer.city)
        take("region", buyer.region)
        take("ap_contact_name", buyer.contactName)
        take("ap_contact_phone", buyer.contactPhone)
        take("buyer_reference", invoice.buyerReference)
        take("po_number_default", invoice.purchaseOrder)
        take("contract_number", invoice.contract)
        take("invoice_currency", invoice.currency)
        takeChannel(invoice, origin)
        takeRouting(invoice, origin)
    }

    private mutating func takeChannel(_ invoice: ElectronicInvoice, _ origin: Origin) {
        guard let endpoint = invoice.buyer.endpoint else { return }
        if endpoint.scheme == "EM" {
            set("ap_email", endpoint.value, from: origin)
            set("ap_channel", "email", from: origin)
        } else if PeppolScheme.scheme(endpoint.scheme) != nil {
            set("peppol_id", "\(endpoint.scheme):\(endpoint.value)", from: origin)
            // The address alone does not say over which network the invoice went.
            if invoice.isForPeppol { set("ap_channel", "peppol", from: origin) }
            if let field = Self.field(of: endpoint.scheme), !has(field) {
                set(field, Self.number(endpoint.value, of: endpoint.scheme), from: origin)
            }
        }
    }

    /// A Leitweg-ID or an OIN is given to public bodies only.
    private mutating func takeRouting(_ invoice: ElectronicInvoice, _ origin: Origin) {
        let isLeitweg = Identifiers.kind("leitweg")?.isValid(invoice.buyerReference) == true
        if self["country"] == "DE", isLeitweg, !has("leitweg_id") {
            set("leitweg_id", invoice.buyerReference, from: origin)
        }
        if has("leitweg_id") || invoice.buyer.endpoint?.scheme == "0190" { set("public_body", "true", from: origin) }
    }

    /// The number that an identifier of a scheme holds. A Finnish OVT code, of scheme 0216, is `0037`, the business ID without its
    /// hyphen, and up to five characters for a unit.
    private static func number(_ text: String, of scheme: String) -> String {
        guard scheme == "0216", text.hasPrefix("0037") else { return text }
        let digits = text.dropFirst(4).prefix(8)
        guard digits.count == 8, digits.allSatisfy({ "0"..."9" ~= $0 }) else { return text }
        return "\(digits.prefix(7))-\(digits.suffix(1))"
    }

    /// The field for a number of a scheme of ISO 6523 or of electronic addresses.
    private static func field(of scheme: String) -> String? {
        switch scheme {
        case "0106", "0208", "0192", "0007", "0184", "0216", "0183": "registration_number"
        case "0002": "siren"
        case "0009": "siret"
        case "0060": "duns"
        case "0088": "gln"
        case "0199": "lei"
        case "0204": "leitweg_id"
        case "9910", "9914", "9920"..."9957": "vat_number"
        default: nil
        }
    }
}
