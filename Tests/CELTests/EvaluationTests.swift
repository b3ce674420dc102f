import CEL
import Testing

@Suite struct EvaluationTests {
    private func evaluate(_ source: String) throws -> Value {
        let environment = Environment()
        let checked = try check(try parse(source, in: environment), in: environment)
        return try Program(checked, in: environment).evaluate(Activation([:])).get()
    }

    private func holds(_ source: String) throws -> Bool {
        guard case .bool(let flag) = try evaluate(source) else { return false }
        return flag
    }

    @Test(arguments: [
        "1 + 2 * 3 == 7", "-7 / 2 == -3", "-7 % 3 == -1", "[1, 2, 3].exists(x, x > 2)",
        "[3, 1].map(x, x * 2) == [6, 2]",
        "[1, 2, 3].filter(x, x % 2 == 1) == [1, 3]", "{'a': 1}.a == 1", "has({'a': null}.a)", "size('müller') == 6",
        "!('é' == 'e\\u0301')", "'abc'.matches('b')", "dyn(1) == 1.0", "!(false && 1 / 0 == 1)",
        "(1 / 0 == 1 || true)", "timestamp('2026-09-30T00:00:00Z').getFullYear() == 2026", "[1.5, 2.5].sum() == 4.0",
        "-9223372036854775808 < 0", "r'\\d' == '\\\\d'", "1 < 2 ? true : false", "'b' in ['a', 'b', 'c', 'd', 'e']",
        "cel.bind(x, 2, x * x) == 4", "math.greatest(1, 3, 2) == 3", "'a,b'.split(',') == ['a', 'b']",
    ])
    func languageGivesWhatItPromises(source: String) throws {
        #expect(try holds(source))
    }

    @Test(arguments: [
        "9223372036854775807 + 1", "1 / 0", "[1][1]", "{'a': 1}.b", "int('x')", "'x'.matches('(')",
        "[1, 2].map(x, 1 / 0)",
    ])
    func brokenEvaluationIsAnErrorAndNoCrash(source: String) {
        #expect(throws: (any Error).self) { try evaluate(source) }
    }

    @Test func exponentialExpressionRunsOutOfBudget() throws {
        let list = "[" + (0..<100).map(String.init).joined(separator: ", ") + "]"
        let source = "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, a + b + c + d >= 0))))"
        let error = #expect(throws: EvaluationError.self) { try evaluate(source) }
        #expect(error?.kind == .budget)
    }

    @Test(arguments: [
        String(repeating: "(", count: 100_000), String(repeating: "[", count: 50_000),
        String(repeating: "!", count: 100_000) + "true",
        String(repeating: "-", count: 100_000) + "1", "1" + String(repeating: ".a", count: 100_000),
    ])
    func deepNestingIsRefused(source: String) {
        #expect(throws: Issues.self) { try parse(source, in: Environment()) }
    }

    @Test(arguments: [
        ("customer.nam == 'x'", 9, "customer has no field 'nam'; did you mean 'name'?"),
        ("custmer.name == 'x'", 0, "unknown name 'custmer'; did you mean 'customer'?"),
        ("name == 'x'", 0, "unknown name 'name'; did you mean 'customer.name'?"),
        ("customer.name = 'x'", 14, "'=' alone means nothing; use '==' to compare"),
        ("customer.due and true", 13, "'and' is no operator; use '&&'"),
        (
            "customer.amount * 2 > 1", 16,
            "'*' does not go with double and int; write whole numbers with a decimal (2.0), or double(x)"
        ),
        ("siez(customer.name) > 1", 0, "unknown function 'siez'; did you mean 'size'?"),
        ("len(customer.name) > 1", 0, "unknown function 'len'; use size(x)"),
        ("", 0, "the expression is empty"),
        ("'abc", 0, "the text is not closed; end it with '"),
    ])
    func mistakeIsLocatedWithAdvice(source: String, offset: Int, message: String) {
        let customer = RecordType(
            name: "customer",
            fields: [
                .init(name: "name", type: .string), .init(name: "amount", type: .double),
                .init(name: "due", type: .bool),
            ]
        )
        let environment = Environment(variables: ["customer": .record("customer")], recordTypes: [customer])
        let issues = #expect(throws: Issues.self) { try check(try parse(source, in: environment), in: environment) }
        let first = issues?.all.first
        #expect(first.map { $0.message + ($0.help.map { "; \($0)" } ?? "") } == message)
        #expect(first?.offset == offset)
    }
}
