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

    @Test func everyFunctionHasALineAndAnExample() {
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

    /// The evaluator takes whatever it is given when no checker has looked at the call.
    @Test func everyFunctionSurvivesEveryArgument() throws {
        let arguments = [
            "null", "true", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551615u", "1e308",
            "double('NaN')", "''", "'é🐱'", "'%'", "'%.999f'", "b'\\xff'", "[]", "[1, 'a', null]", "[[[]]]",
            "{}", "{1: 2}", "timestamp('9999-12-31T23:59:59Z')", "duration('-9223372036s')", "int",
            "optional.none()", "optional.of(1)", "ip('::1')", "cidr('::/0')",
        ]
        let values = try arguments.map { try evaluate($0).get() }
        var sources = [
            "a[b]", "-a", "!a", "a ? b : a", "{a: b}", "a.all(x, x == b)", "a.map(x, x)",
            "a.transformMapEntry(x, y, {x: y})",
        ]
        sources += ["+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "in", "&&", "||"].map { "a \($0) b" }
        for name in StandardLibrary.all.map(\.name) where name.first?.isLetter == true {
            sources += ["(a)", "(a, b)", "(a, b, b)", "(a, b, b, b)"].map { name + $0 }
            if !name.contains(".") { sources += ["()", "(b)", "(b, b)", "(b, a, b)"].map { "a.\(name)\($0)" } }
        }
        let environment = Environment()
        for source in sources {
            let program = Program(unchecked: try parse(source, in: environment), in: environment)
            for first in values {
                for second in values { _ = program.evaluate(Activation(["a": first, "b": second])) }
            }
        }
    }
}
