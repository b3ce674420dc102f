import CEL
import Checks
import Testing

/// What a call takes in time it takes in steps, about a tenth of a microsecond each.
@Suite struct FunctionStepsTests {
    private static let environment = Environment(
        variables: ["a": .string, "b": .string], functions: StandardLibrary.all + DomainFunctions.all)

    private func steps(_ source: String, _ a: String, _ b: String = "") throws -> Int {
        let checked = try check(try parse(source, in: Self.environment), in: Self.environment)
        var left = 1_000_000
        _ = Program(checked, in: Self.environment).evaluate(
            Activation(["a": .string(a), "b": .string(b)]), spending: &left)
        return 1_000_000 - left
    }

    @Test(arguments: ["sameLegalName(a, b)", "nameSimilarity(a, b)", "explainNames(a, b)"])
    func longNamesCountEachWordAgainstEach(source: String) throws {
        let words = (0..<64).map { "Gesellschaft\($0)" }.joined(separator: " ")
        #expect(try steps(source, words, words.replacing("schaft", with: "shaft")) > 10_000)
        #expect(try steps(source, "Acme Holding B.V.", "ACME BV") < 200)
    }

    @Test(arguments: ["isCompanyNumber(a, 'DE')", "repairIdentifier(a, 'iban')", "legalForm(a)", "isPostcode(a, 'GB')"])
    func longTextsCountTheirCharacters(source: String) throws {
        #expect(try steps(source, String(repeating: "x", count: 10_000)) > 2500)
        #expect(try steps(source, "NL91ABNA0417164300") < 50)
    }

    /// A pattern is compiled for as long as it is large, and one that is too large longest.
    @Test func patternsCountWhatTheyGrowTo() throws {
        for source in ["matchesPattern(b, a)", "isPattern(a)"] {
            #expect(try steps(source, "45[0-9]{8}", "4500012345") < 500)
            #expect(try steps(source, "(a{100}){9}", "x") > 900)
            #expect(try steps(source, #"\pL{1000}"#, "x") > 300_000)
        }
        let once = try steps("matchesPattern(b, a)", "45[0-9]{8}", "4500012345")
        let often = try steps("lists.range(100).all(n, matchesPattern(b, a))", "45[0-9]{8}", "4500012345")
        #expect(often < 100 * once / 10, "one pattern over many texts is compiled once")
    }
}
