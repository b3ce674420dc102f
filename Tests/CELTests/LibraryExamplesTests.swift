import CEL
import Foundation
import TestSupport
import Testing

@Suite struct LibraryExamplesTests {
    @Test(arguments: StandardLibrary.all.flatMap { function in function.examples.map { (function.name, $0) } })
    func exampleHasTheValueItPromises(function: String, example: FunctionDeclaration.Example) throws {
        let value = try evaluate(example.expression).get()
        let promised = try evaluate(example.value).get()
        #expect(value.isEqual(to: promised), "\(function): \(example.expression) is \(value)")
        #expect(value.type == promised.type)
    }

    @Test func everyFunctionHasAnExampleAndALine() {
        for function in StandardLibrary.all {
            #expect(!function.examples.isEmpty, "\(function.name)")
            #expect(function.documentation.hasSuffix("."), "\(function.name)")
            #expect(!function.documentation.contains("\n"), "\(function.name)")
        }
    }

    @Test func namesAndOverloadsAreUnique() {
        let names = StandardLibrary.all.map(\.name)
        #expect(Set(names).count == names.count)
        let ids = StandardLibrary.all.flatMap(\.overloads).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func documentationIsWhatTheTableSays() throws {
        let chapters = StandardLibrary.families.map { FunctionReference.markdown($0.title, $0.functions) }
        let introduction = """
            # Functions

            What expressions in checks can call besides the identifiers' functions. Written by
            `KEUR_UPDATE_GOLDEN=1 swift test --filter LibraryExamples` from the tables in `Sources/CEL/Library`.


            """
        let file = TestFiles.root.appending(path: "docs/functions.md")
        let difference = try Golden.difference(introduction + chapters.joined(separator: "\n"), from: file)
        #expect(difference == nil)
    }
}
