import Foundation
import Onboarding
import TestSupport
import Testing

@Suite struct InvoiceTests {
    private static func invoice(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: TestFiles.fixture("Fixtures/\(name)")))
    }

    private func prospect(_ name: String) throws -> [String: String] {
        var prospect = Prospect()
        prospect.take(buyerOf: try ElectronicInvoice(xml: Self.invoice(name)), file: name)
        return prospect.values.mapValues(\.text)
    }

    @Test func theBuyerOfAUBLInvoiceIsTaken() throws {
        #expect(
            try prospect("peppol-ubl.xml") == [
                "country": "NL", "legal_name": "Voorbeeld Techniek B.V.", "trading_name": "Voorbeeld",
                "vat_number": "NL004495445B01", "registration_number": "90000001", "gln": "8712345000004",
                "street": "Dorpsstraat 1, Unit B", "postcode": "1234 AB", "city": "Ons Dorp", "region": "Utrecht",
                "ap_contact_name": "Crediteuren", "ap_contact_phone": "+31 30 000 0000", "buyer_reference": "KP-7",
                "po_number_default": "4500000001", "contract_number": "C-9", "invoice_currency": "EUR",
                "peppol_id": "0106:90000001", "ap_channel": "peppol",
            ])
    }

    @Test func theBuyerOfACIIInvoiceIsTakenAndItsRoutingTellsAPublicBody() throws {
        #expect(
            try prospect("xrechnung-cii.xml") == [
                "country": "DE", "legal_name": "Beispielamt", "street": "Amtsweg 1", "postcode": "12345",
                "city": "Musterstadt", "buyer_reference": "04011000-12345-03", "leitweg_id": "04011000-12345-03",
                "public_body": "true", "ap_email": "rechnung@beispielamt.example", "ap_channel": "email",
                "invoice_currency": "EUR", "po_number_default": "B-1", "ap_contact_name": "Kasse",
            ])
    }

    @Test func aCreditNoteInAnEnvelopeIsRead() throws {
        let note = try ElectronicInvoice(xml: Self.invoice("envelope-creditnote.xml"))
        #expect(note.syntax == .ublCreditNote)
        #expect(note.buyer.name == "Exemple SARL")
        // The scheme tells the SIREN, the endpoint is no Peppol invoice's.
        #expect(try prospect("envelope-creditnote.xml")["siren"] == "732829320")
        #expect(try prospect("envelope-creditnote.xml")["ap_channel"] == nil)
    }

    /// The OVT code of scheme 0216 has the country before the business ID, and perhaps a unit behind it.
    @Test(arguments: [
        ("003701120389", "0112038-9"), ("00370112038912", "0112038-9"), ("0037011203", "0037011203"),
        ("01120389", "01120389"),
    ])
    func aFinnishBuyerIsTakenByItsBusinessID(code: String, number: String) throws {
        let text = String(decoding: try Self.invoice("peppol-ubl.xml"), as: UTF8.self)
        let legal = #"<cbc:CompanyID schemeID="0106">90000001</cbc:CompanyID>"#
        for invoice in [text, text.replacing(legal, with: "")] {
            let finnish = invoice.replacing("0106", with: "0216").replacing("90000001", with: code)
            var prospect = Prospect()
            prospect.take(buyerOf: try ElectronicInvoice(xml: Array(finnish.utf8)), file: "fi.xml")
            #expect(prospect["registration_number"] == number)
            #expect(prospect["peppol_id"] == "0216:\(code)")
        }
    }

    @Test(arguments: [
        ("", "this is no invoice: it is not well-formed XML"),
        ("<Invoice><ID>1</ID>", "this is no invoice: it is not well-formed XML"),
        (
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Invoice>&e;</Invoice>",
            "this is no invoice: it has a DTD"
        ),
        ("<Order><ID>1</ID></Order>", "this is XML, but neither a UBL invoice or credit note nor a CII invoice"),
    ])
    func whatIsNoInvoiceIsRefused(text: String, message: String) {
        #expect(throws: InvoiceError.self) { try ElectronicInvoice(xml: Array(text.utf8)) }
        do throws(InvoiceError) {
            _ = try ElectronicInvoice(xml: Array(text.utf8))
        } catch {
            #expect(error.description == message)
        }
    }

    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF] + Array("  <x/>".utf8), true), ([0xFF, 0xFE, 0x3C, 0x00], true), (Array("{}".utf8), false),
        (Array("a: <b>".utf8), false), ([], false),
    ])
    func xmlIsToldFromForms(bytes: [UInt8], isXML: Bool) {
        #expect(ElectronicInvoice.looksLikeXML(bytes) == isXML)
    }
}
