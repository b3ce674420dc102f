import Diagnostics
import struct Diagnostics.SourceLocation
import Testing

@Suite struct DiagnosticTests {
    @Test(
        arguments: [
            ("isVatt", ["isLei", "isVat", "isIban"], "isVat"),
            ("po_requierd", ["po_required", "po_required_from"], "po_required"),
            ("Severity", ["severity", "fix"], "severity"),
            ("hwen", ["when", "assert"], "when"),
            ("xyz", ["when", "assert"], nil),
            ("", ["when"], nil),
        ] as [(String, [String], String?)])
    func nearestNameIsTheOneASlipAway(name: String, known: [String], expected: String?) {
        #expect(nearest(to: name, among: known) == expected)
    }

    @Test func diagnosticSaysWhereWhatAndWhatToDo() {
        let diagnostic = Diagnostic(
            "unknown function 'isVatt'",
            help: didYouMean("isVatt", among: ["isVat"]),
            at: SourceLocation(file: "checks/po.yaml", line: 12, column: 13)
        )
        #expect(diagnostic.description == "checks/po.yaml:12:13: unknown function 'isVatt'; did you mean 'isVat'?")
    }

    @Test func aStrangersTextIsShownAndNotObeyed() {
        let diagnostic = Diagnostic("unknown key 'k\u{1B}[31m'", help: "a\u{202E}b", at: nil)
        #expect(diagnostic.description == "unknown key 'k\u{FFFD}[31m'; a\u{FFFD}b")
        #expect("a\u{1B}\nb\r\n c".printableLines == "a\u{FFFD}\nb\n c")
    }

    @Test func diagnosticsComeSortedByPlace() {
        let at: (Int, Int) -> SourceLocation = { SourceLocation(file: "a", line: $0, column: $1) }
        let all = Diagnostics([
            Diagnostic("third", at: at(10, 1)), Diagnostic("second", at: at(9, 7)), Diagnostic("first"),
        ])
        #expect(all.all.map(\.message) == ["first", "second", "third"])
    }
}
