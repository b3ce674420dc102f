import CEL
import Testing

@Suite struct LibraryTests {
    private static let examples = StandardLibrary.all.flatMap(\.examples).map { ($0.expression, $0.value) }

    @Test(arguments: examples)
    func exampleOfTheTableHolds(expression: String, value: String) throws {
        let environment = Environment()
        let source = "dyn(\(expression)) == dyn(\(value))"
        let checked = try check(try parse(source, in: environment), in: environment)
        let result = try Program(checked, in: environment).evaluate(Activation([:])).get()
        guard case .bool(true) = result else {
            Testing.Issue.record("\(expression) is not \(value)")
            return
        }
    }
}
