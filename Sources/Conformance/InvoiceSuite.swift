import Foundation
import Onboarding

/// The report on electronic invoices with the facts that stand in them, or nil when the object holds no such cases.
///
/// An entry names its `file`, relative to the suite's folder, its `kind` and its `facts`. Of kind `refuse` are files that are no
/// invoices; all others are read, whether or not they keep every rule, and the facts that onboarding goes by are compared.
func invoiceSuite(_ object: [String: Any], folder: URL) -> SuiteReport? {
    guard let cases = object["invoices"] as? [[String: Any]] else { return nil }
    return SuiteReport(
        name: "invoices",
        outcomes: cases.map { entry in
            let file = entry["file"] as? String ?? ""
            return CaseOutcome(id: file, result: run(entry, folder.appending(path: file)))
        })
}

private func run(_ entry: [String: Any], _ file: URL) -> CaseOutcome.Result {
    guard let data = try? Data(contentsOf: file) else { return .skipped(reason: "files that are not there") }
    let mustBeRefused = ["refuse", "not-wellformed"].contains(entry["kind"] as? String)
    let invoice: ElectronicInvoice
    do throws(InvoiceError) {
        invoice = try ElectronicInvoice(xml: Array(data))
    } catch {
        return mustBeRefused ? .passed : .failed(error.description)
    }
    if mustBeRefused { return .failed("it was read") }
    let wanted = entry["facts"] as? [String: Any] ?? [:]
    for (name, found) in facts(of: invoice) where wanted.keys.contains(name) {
        let expected = text(wanted[name])
        if expected != found { return .failed("\(name): '\(found)', expected '\(expected)'") }
    }
    return .passed
}

private func facts(of invoice: ElectronicInvoice) -> [(name: String, found: String)] {
    let (buyer, seller) = (invoice.buyer, invoice.seller)
    return [
        ("syntax", invoice.syntax.rawValue), ("number", invoice.number), ("issue_date", invoice.issueDate),
        ("currency", invoice.currency), ("customization", invoice.customization), ("profile", invoice.profile),
        ("buyer_reference", invoice.buyerReference), ("purchase_order", invoice.purchaseOrder),
        ("contract", invoice.contract), ("buyer_name", buyer.name), ("buyer_trading_name", buyer.tradingName),
        ("buyer_legal_id", text(buyer.legalID)),
        ("buyer_ids", buyer.identifiers.map { text($0) }.joined(separator: "; ")),
        ("buyer_vat", buyer.vat), ("buyer_endpoint", text(buyer.endpoint)), ("buyer_country", buyer.country),
        ("buyer_city", buyer.city), ("buyer_postcode", buyer.postcode), ("seller_name", seller.name),
        ("seller_vat", seller.vat), ("seller_legal_id", text(seller.legalID)),
        ("seller_endpoint", text(seller.endpoint)),
    ]
}

private func text(_ identifier: ElectronicInvoice.Identifier?) -> String {
    identifier.map { text($0.value, scheme: $0.scheme) } ?? ""
}

private func text(_ value: String, scheme: String) -> String { scheme.isEmpty ? value : "\(scheme):\(value)" }

/// A fact as it stands in the suite: a text, an identifier with its scheme, a list of them, or nothing.
private func text(_ fact: Any?) -> String {
    switch fact {
    case let text as String: text
    case let identifier as [String: Any]:
        text(identifier["value"] as? String ?? "", scheme: identifier["scheme"] as? String ?? "")
    case let list as [Any]: list.map { text($0) }.joined(separator: "; ")
    default: ""
    }
}
