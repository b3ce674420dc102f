import Foundation
import Tables
import TestSupport
import Testing

/// The sample shows what headers lead to; each of its columns has to be known, but for the ones that are meant not to be.
@Suite struct SampleHeaderTests {
    @Test(arguments: [
        ("customers", ";", ["kvk_nr_registernr", "zz_po", "zz_po_to", "zz_memo"]),
        ("invoices", ",", []),
        ("open_items", ";", []),
    ])
    func headersOfTheSampleLeadToFields(dataset: String, delimiter: String, unknown: [String]) throws {
        let file = TestFiles.root.appending(path: "samples/top-accounts/\(dataset).csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        let header = text.prefix { !$0.isNewline }.components(separatedBy: delimiter)
        let mapping = HeaderMapping(header: header, dataset: dataset)
        #expect(mapping.unmapped.map(\.field) == unknown)
        #expect(mapping.conflicts.isEmpty)
        #expect(mapping.columns.count + unknown.count == header.count)
    }
}
