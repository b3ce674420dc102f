import Foundation
import Identifiers
import TestSupport
import Testing

@Suite struct IdentifierReferencePageTests {
    @Test func identifiersPageIsCurrent() throws {
        let page = IdentifierReference.markdown
        #expect(try Golden.difference(page, from: TestFiles.root.appending(path: "docs/identifiers.md")) == nil)
    }
}
