import Checks
import Diagnostics
import Testing

@Suite struct ToleranceTests {
    /// The last number of failing records that is accepted of so many.
    @Test(arguments: [
        ("0%", 100, 0), ("29%", 100, 29), ("57%", 100, 57), ("0.57%", 10_000, 57), ("0.1%", 1000, 1), ("0.1%", 999, 0),
        ("33.333333%", 3, 0), ("33.333334%", 3, 1), ("100%", 7, 7), ("0", 7, 0), ("5", 7, 5),
    ])
    func shareIsMetExactly(text: String, records: Int, accepted: Int) throws {
        let pack = """
            pack: x
            owner: O
            cause: bad-master-data
            checks:
              - { id: A, title: A, for: customer, severity: info, tolerate: \(text), assert: "true" }
            """
        let check = try #require(Pack.decode(pack, file: "x.yaml", diagnostics: DiagnosticsCollector())?.checks.first)
        #expect(check.tolerance.accepts(failed: accepted, of: records))
        #expect(!check.tolerance.accepts(failed: accepted + 1, of: records))
    }
}
