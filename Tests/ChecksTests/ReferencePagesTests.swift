import CEL
import Checks
import Foundation
import TestSupport
import Testing

@Suite struct ReferencePagesTests {
    @Test func functionsPageIsCurrent() throws {
        let page = FunctionReference.markdown(DomainFunctions.all + StandardLibrary.all)
        #expect(try Golden.difference(page, from: TestFiles.root.appending(path: "docs/functions.md")) == nil)
    }
}
