import CEL
import Checks
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct ShippedPacksTests {
    private static let folder = TestFiles.root.appending(path: "checks").path
    private static let library = PackLibrary(folder: folder)

    @Test func everyExampleOfEveryPackHolds() {
        let diagnostics = DiagnosticsCollector()
        let packs = Self.library.names.compactMap { Self.library.pack($0, from: "", at: nil, diagnostics: diagnostics) }
        let checks = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile(packs)
        for check in checks { check.runExamples(diagnostics: diagnostics) }
        #expect(diagnostics.all.map(\.description) == [])
        #expect(checks.count >= 110)
    }

    @Test func programWithoutItsPacksSaysSoOnce() {
        let diagnostics = DiagnosticsCollector()
        let nowhere = PackLibrary(folder: "/nonexistent/checks")
        for name in ["intake", "address"] { _ = nowhere.pack(name, from: "", at: nil, diagnostics: diagnostics) }
        #expect(
            diagnostics.all.map(\.description) == [
                "the packs that ship with keur are not beside the program;"
                    + " set KEUR_HOME to the folder that keur was built or installed in"
            ])
    }

    @Test func titlesAreShortAndInBothLanguages() {
        let diagnostics = DiagnosticsCollector()
        for name in Self.library.names {
            for check in Self.library.pack(name, from: "", at: nil, diagnostics: diagnostics)?.checks ?? [] {
                let (english, dutch) = (check.title.text(in: "en"), check.title.text(in: "nl"))
                #expect(english.count <= 60 && dutch.count <= 60, "\(check.id)")
                #expect(english != dutch, "\(check.id)")
            }
        }
    }

    @Test(arguments: DomainFunctions.all.flatMap(\.examples).map { ($0.expression, $0.value) })
    func exampleOfADomainFunctionHolds(expression: String, value: String) throws {
        let environment = Environment(functions: StandardLibrary.all + DomainFunctions.all)
        let source = "dyn(\(expression)) == dyn(\(value))"
        let checked = try CEL.check(try parse(source, in: environment), in: environment)
        let result = try Program(checked, in: environment).evaluate(Activation([:])).get()
        if case .bool(true) = result { return }
        Testing.Issue.record("\(expression) is not \(value)")
    }

    @Test func allMistakesOfAFileComeInOneGo() {
        let text = """
            pack: mine
            owner: Me
            cause: bad-master-dat
            checks:
              - id: A-1
                title: One
                for: customer
                severity: eror
                hwen: "true"
                assert: customer.legal_nam != ""
              - id: A-1
                title: Two
                for: custmer
                assert: "true"
            """
        let diagnostics = DiagnosticsCollector()
        let pack = Pack.decode(text, file: "mine.yaml", diagnostics: diagnostics)
        _ = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile(pack.map { [$0] } ?? [])
        #expect(
            Diagnostics(diagnostics.all).description == """
                mine.yaml:3:8: 'bad-master-dat' is no cause; did you mean 'bad-master-data'?
                mine.yaml:8:15: 'eror' is no severity; did you mean 'error'?
                mine.yaml:9:5: unknown key 'hwen'; did you mean 'when'?
                mine.yaml:10:22: customer has no field 'legal_nam'; did you mean 'legal_name'?
                mine.yaml:11:9: there are two checks 'A-1'; the other one stands at mine.yaml:5:9
                mine.yaml:13:10: there are no 'custmer' records; did you mean 'customer'?
                """
        )
    }
}
