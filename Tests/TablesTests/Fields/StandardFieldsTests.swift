import Tables
import Testing

@Suite struct StandardFieldsTests {
    @Test func datasetsComeWithTheirRecordsAndKeys() {
        #expect(
            StandardFields.datasets == [
                "customers", "invoices", "open_items", "payments", "disputes", "deliveries", "orders", "credit_notes",
                "rebates", "contracts", "dunning_runs", "master_changes",
            ])
        #expect(StandardFields.record(of: "customers") == "customer")
        #expect(StandardFields.record(of: "master_changes") == "master_change")
        #expect(StandardFields.record(of: "plants") == nil)
        #expect(StandardFields.key(of: "credit_notes") == "credit_note_id")
        #expect(StandardFields.key(of: "dunning_runs") == nil)
    }

    @Test func everyKeyIsAFieldOfItsDataset() {
        for dataset in StandardFields.datasets {
            let names = StandardFields.fields(of: dataset).map(\.name)
            #expect(names.contains("customer_id"))
            if let key = StandardFields.key(of: dataset) { #expect(names.contains(key)) }
        }
    }

    @Test func fieldNamesAreUniqueInTheirDataset() {
        for dataset in StandardFields.datasets {
            let names = StandardFields.fields(of: dataset).map(\.name)
            #expect(Set(names).count == names.count, "\(dataset)")
        }
    }

    @Test(arguments: StandardFields.datasets)
    func eachSynonymLeadsToItsFieldAndNoOther(dataset: String) {
        for field in StandardFields.fields(of: dataset) {
            for synonym in field.synonyms {
                let found = HeaderMapping(header: [synonym.text], dataset: dataset).columns
                #expect(found.map(\.field) == [field.name], "\(synonym.text)")
                #expect(found.map(\.reason) == [.synonym(synonym)], "\(synonym.text)")
            }
        }
    }

    @Test func fieldCarriesItsTypeAndItsClosedList() throws {
        let customers = StandardFields.fields(of: "customers")
        let channel = try #require(customers.first { $0.name == "ap_channel" })
        #expect(channel.allowedValues == ["peppol", "platform", "portal", "edi", "email", "post"])
        #expect(channel.record == "customer")
        #expect(channel.type == .string)
        #expect(customers.first { $0.name == "po_valid_until" }?.type == .date)
        #expect(customers.first { $0.name == "currency" }?.valueNote == "ISO 4217")
    }
}
