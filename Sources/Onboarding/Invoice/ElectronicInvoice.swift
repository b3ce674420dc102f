import CEL
import Enrichment

/// What an electronic invoice says of who it is addressed to, and how the addressee wants to be billed.
///
/// Source of the places: EN 16931-3-2 (UBL 2.1) and EN 16931-3-3 (CII D16B); the business terms stand beside them.
public struct ElectronicInvoice: Sendable {
    public enum Syntax: String, Sendable {
        case ublInvoice = "UBL Invoice"
        case ublCreditNote = "UBL CreditNote"
        case cii = "CII"
    }

    /// A number and who numbers: a code of ISO 6523 or of the electronic address schemes; empty where none is named.
    public struct Identifier: Sendable, Hashable {
        public var value: String
        public var scheme: String
    }

    public struct Party: Sendable {
        /// BT-44 or BT-27; empty when it is absent, as all texts here.
        public var name = ""
        public var tradingName = ""
        public var legalID: Identifier?
        public var identifiers: [Identifier] = []
        public var vat = ""
        public var endpoint: Identifier?
        public var street = ""
        public var city = ""
        public var postcode = ""
        public var region = ""
        public var country = ""
        public var contactName = ""
        public var contactPhone = ""
    }

    public var syntax: Syntax
    public var number: String
    /// ISO 8601; as written where it is no date.
    public var issueDate: String
    public var currency: String
    public var customization: String
    public var profile: String
    public var buyerReference: String
    public var purchaseOrder: String
    public var contract: String
    public var buyer: Party
    public var seller: Party

    /// Whether it was made for the Peppol network.
    public var isForPeppol: Bool { (customization + profile).lowercased().contains("peppol") }
}

/// Why bytes are no invoice that can be read.
public struct InvoiceError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension ElectronicInvoice {
    /// Whether bytes look like XML, in any encoding that XML readers know.
    public static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0x00], [0x00, 0x3C]]
        if marks.contains(where: { bytes.starts(with: $0) }) { return true }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
    }

    /// Reads a UBL invoice or credit note or a CII invoice; one in a Peppol envelope too. A DTD is refused.
    public init(xml bytes: [UInt8]) throws(InvoiceError) {
        let document: XMLNode
        do throws(XMLAnswer.Failure) {
            document = XMLNode(try XMLAnswer.read(bytes))
        } catch {
            throw InvoiceError(description: "this is no invoice: \(error.message)")
        }
        let root = document.child("StandardBusinessDocument") ?? document
        if let invoice = root.child("Invoice") {
            self.init(ubl: invoice, .ublInvoice)
        } else if let note = root.child("CreditNote") {
            self.init(ubl: note, .ublCreditNote)
        } else if let invoice = root.child("CrossIndustryInvoice") {
            self.init(cii: invoice)
        } else {
            throw InvoiceError(description: "this is XML, but neither a UBL invoice or credit note nor a CII invoice")
        }
    }

    // MARK: UBL

    private init(ubl invoice: XMLNode, _ syntax: Syntax) {
        self.init(
            syntax: syntax,
            number: invoice.text("ID"),
            issueDate: invoice.text("IssueDate"),
            currency: invoice.text("DocumentCurrencyCode"),
            customization: invoice.text("CustomizationID"),
            profile: invoice.text("ProfileID"),
            buyerReference: invoice.text("BuyerReference"),
            purchaseOrder: invoice.text("OrderReference", "ID"),
            contract: invoice.text("ContractDocumentReference", "ID"),
            buyer: Party(ubl: invoice.at("AccountingCustomerParty", "Party")),
            seller: Party(ubl: invoice.at("AccountingSupplierParty", "Party"))
        )
    }

    // MARK: CII

    private init(cii invoice: XMLNode) {
        let document = invoice.at("ExchangedDocument")
        let context = invoice.at("ExchangedDocumentContext")
        let trade = invoice.at("SupplyChainTradeTransaction")
        let agreement = trade.at("ApplicableHeaderTradeAgreement")
        self.init(
            syntax: .cii,
            number: document.text("ID"),
            issueDate: Self.isoDate(document.text("IssueDateTime", "DateTimeString")),
            currency: trade.text("ApplicableHeaderTradeSettlement", "InvoiceCurrencyCode"),
            customization: context.text("GuidelineSpecifiedDocumentContextParameter", "ID"),
            profile: context.text("BusinessProcessSpecifiedDocumentContextParameter", "ID"),
            buyerReference: agreement.text("BuyerReference"),
            purchaseOrder: agreement.text("BuyerOrderReferencedDocument", "IssuerAssignedID"),
            contract: agreement.text("ContractReferencedDocument", "IssuerAssignedID"),
            buyer: Party(cii: agreement.at("BuyerTradeParty")),
            seller: Party(cii: agreement.at("SellerTradeParty"))
        )
    }

    /// `20260930` (format 102) as `2026-09-30`.
    private static func isoDate(_ text: String) -> String {
        guard text.utf8.count == 8, text.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return text }
        return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
    }
}

extension ElectronicInvoice.Party {
    fileprivate init(ubl party: XMLNode) {
        let legal = party.at("PartyLegalEntity")
        let address = party.at("PostalAddress")
        name = legal.text("RegistrationName")
        tradingName = party.text("PartyName", "Name")
        legalID = legal.child("CompanyID")?.identifier
        identifiers = party.children("PartyIdentification").compactMap { $0.child("ID")?.identifier }
        let taxes = party.children("PartyTaxScheme")
        vat = taxes.first { $0.text("TaxScheme", "ID").uppercased() == "VAT" }?.text("CompanyID") ?? ""
        endpoint = party.child("EndpointID")?.identifier
        street = [address.text("StreetName"), address.text("AdditionalStreetName")].filled
        city = address.text("CityName")
        postcode = address.text("PostalZone")
        region = address.text("CountrySubentity")
        country = address.text("Country", "IdentificationCode")
        contactName = party.text("Contact", "Name")
        contactPhone = party.text("Contact", "Telephone")
    }

    fileprivate init(cii party: XMLNode) {
        let legal = party.at("SpecifiedLegalOrganization")
        let address = party.at("PostalTradeAddress")
        let contact = party.at("DefinedTradeContact")
        name = party.text("Name")
        tradingName = legal.text("TradingBusinessName")
        legalID = legal.child("ID")?.identifier
        identifiers = (party.children("ID") + party.children("GlobalID")).compactMap(\.identifier)
        let taxes = party.children("SpecifiedTaxRegistration").compactMap { $0.child("ID")?.identifier }
        vat = taxes.first { $0.scheme == "VA" }?.value ?? ""
        endpoint = party.at("URIUniversalCommunication").child("URIID")?.identifier
        street = [address.text("LineOne"), address.text("LineTwo")].filled
        city = address.text("CityName")
        postcode = address.text("PostcodeCode")
        region = address.text("CountrySubDivisionName")
        country = address.text("CountryID")
        contactName = [contact.text("PersonName"), contact.text("DepartmentName")].first { !$0.isEmpty } ?? ""
        contactPhone = contact.text("TelephoneUniversalCommunication", "CompleteNumber")
    }
}

extension [String] {
    fileprivate var filled: String { filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// An element of a document; one that is not there is empty.
private struct XMLNode {
    private let value: Value

    init(_ value: Value) { self.value = value }

    func children(_ name: String) -> [XMLNode] {
        guard case .map(let map) = value, let found = map.value(for: .string(name)) else { return [] }
        if case .list(let items) = found { return items.map { XMLNode($0) } }
        return [XMLNode(found)]
    }

    func child(_ name: String) -> XMLNode? { children(name).first }

    func at(_ path: String...) -> XMLNode { at(path) }

    private func at(_ path: [String]) -> XMLNode {
        path.reduce(self) { $0.child($1) ?? XMLNode(.string("")) }
    }

    func text(_ path: String...) -> String { at(path).text }

    private var text: String {
        switch value {
        case .string(let text): text
        case .map: child(XMLAnswer.textKey)?.text ?? ""
        default: ""
        }
    }

    /// Nil when nothing stands there.
    var identifier: ElectronicInvoice.Identifier? {
        text.isEmpty ? nil : ElectronicInvoice.Identifier(value: text, scheme: text("@schemeID"))
    }
}
