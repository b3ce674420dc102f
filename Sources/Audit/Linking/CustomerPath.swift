import Checks
import Tables

/// How the records of a dataset lead to their customer: a customer by its own key, an invoice by the customer's, a credit note
/// that names only its invoice through that.
struct CustomerPath: Sendable {
    /// The field with the key: of the customer, or of the record that leads on.
    let field: Int
    /// The dataset whose records lead on; nil where the field holds the customer's key.
    let through: Dataset?
}

extension World {
    /// Nil where records lead to no customer, or nothing is known of customers.
    func customerPath(of dataset: Dataset) -> CustomerPath? {
        if let field = dataset.customerField { return CustomerPath(field: field, through: nil) }
        for link in dataset.schema.links {
            guard let field = dataset.suppliedField(link.field), let target = self.dataset(ofRecord: link.target),
                target.customerField != nil
            else { continue }
            return CustomerPath(field: field, through: target)
        }
        return nil
    }

    /// The first record with the key of this number.
    func customer(_ number: UInt32) -> StoredRecord? {
        guard let customers = dataset(ofRecord: "customer") else { return nil }
        return customers.record(at: customers.survey.firstOffsets[Int(number)], in: self)
    }

    /// By the number of each key of `dataset`, that of the customer to which the first record with it leads.
    func customers(ofKeysIn dataset: Dataset) -> [UInt32] {
        var customers = [UInt32](repeating: KeyTable.none, count: dataset.survey.keys.count)
        guard let keys = self.dataset(ofRecord: "customer")?.survey.keys, let key = dataset.keyField,
            let link = dataset.customerField
        else { return customers }
        let slots = [key, link].compactMap { dataset.layout.fields[$0].slot.map { dataset.layout.columns[$0] } }
        guard slots.count == 2 else { return customers }
        let result = dataset.file.scan(slots, threads: 2, makeState: { [(key: UInt32, customer: UInt32)]() }) {
            pairs, batch in
            let (own, linked) = (batch.column(0), batch.column(1))
            for row in 0..<batch.count where !own[row].isBlankCell && !linked[row].isBlankCell {
                if let number = dataset.survey.keys.number(of: own.starts[row], Int(own.counts[row])),
                    let customer = keys.number(of: linked.starts[row], Int(linked.counts[row]))
                {
                    pairs.append((number, customer))
                }
            }
        }
        for pair in result.pieces.flatMap(\.state) where customers[Int(pair.key)] == KeyTable.none {
            customers[Int(pair.key)] = pair.customer
        }
        return customers
    }
}

extension Dataset {
    /// Position of a field that the extract has.
    fileprivate func suppliedField(_ name: String) -> Int? {
        fieldIndex(name).flatMap { layout.fields[$0].slot == nil ? nil : $0 }
    }

    /// Position of the field with the customer's key: that of the customer itself, or of the link to it.
    fileprivate var customerField: Int? {
        if record == "customer" { return keyField }
        return schema.links.lazy.filter { $0.target == "customer" }.compactMap { self.suppliedField($0.field) }.first
    }
}

extension StoredRecord {
    /// The number of the key of the customer that the record is, or leads to.
    var customerNumber: UInt32? { world.customerPath(of: dataset).flatMap { customerNumber(by: $0) } }

    func customerNumber(by path: CustomerPath) -> UInt32? {
        withBytes(path.field) { bytes in
            if let through = path.through { return world.record(through.record, key: bytes)?.customerNumber }
            guard let start = bytes.baseAddress, !bytes.isBlankCell else { return nil }
            return world.dataset(ofRecord: "customer")?.survey.keys.number(of: start, bytes.count)
        } ?? nil
    }
}
