import Foundation
import TestSupport
import Testing

@Suite struct FieldsPageTests {
    @Test func fieldsPageSaysWhatTheTableSays() throws {
        let page = TestFiles.root.appending(path: "docs/fields.md")
        let difference = try Golden.difference(FieldsPage.text, from: page)
        #expect(difference == nil, "\(difference ?? "")")
    }
}
