import CEL
import Testing

@Suite struct EvaluatorTests {
    /// Each is true.
    @Test(arguments: [
        // Logic settles in spite of errors.
        "(1 / 0 > 1 && false) == false", "1 / 0 > 1 || true", "!('x' && false)",
        "[0, 2].exists(n, 4 / n == 2)", "![0, 2].all(n, 4 / n > 5)", "(true ? 1 : 1 / 0) == 1",
        // Numbers.
        "-7 / 2 == -3", "-7 % 3 == -1", "1.0 / 0.0 > 1e308", "dyn(1) == 1.0 && dyn(1u) == 1",
        "dyn(9223372036854775807) >= 9223372036854775808.0", "!(0.0 / 0.0 < 1.0) && !(0.0 / 0.0 >= 1.0)",
        "[0.0 / 0.0] != [0.0 / 0.0]",
        // Texts are bytes.
        "'\\u00e9' != 'e\\u0301'", "size('e\\u0301') == 2", "'\\U0001F431' > '\\uFFFD'",
        "!('e\\u0301'.startsWith('\\u00e9'))",
        "!('\\u00e9' in {'e\\u0301': 1})",
        // Collections.
        "{1: 'a'}[dyn(1.0)] == 'a'", "3.0 in {3u: 1}", "{'a': null} != {'b': null}",
        "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter(n, n in [2, 9]) == [2, 9]", "{'b': 1, 'a': 2}.map(k, k) == ['b', 'a']",
        "has({'a': null}.a)", "[1, 2].transformMap(i, v, v * 2) == {0: 2, 1: 4}",
        // Macros over literals.
        "['1', '2'].map(n, 'a' + n) == ['a1', 'a2']", "[1, 2, 3].filter(n, n > 1).map(n, n * 2) == [4, 6]",
        "[1, 2].map(n, [n, 3].filter(m, m > n)) == [[3], [3]]", "[1, 2].map(x, [x].map(x, x + 1)) == [[2], [3]]",
        "['b', 'k'].filter(n, n in {'a': 1, 'b': 2}).map(n, {n: n + n}) == [{'b': 'bb'}]", "[].map(n, 1 / n) == []",
        // Maps with more keys than a look through all of them is worth.
        "{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'entity': 10}.entity == 10",
        "!('j' in {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'entity': 10})",
        // Macro variables hide each other.
        "[1].all(x, [2].all(x, x == 2) && x == 1)", "cel.bind(x, 1, cel.bind(x, x + 1, x)) == 2",
        // Only what is needed of an optional is evaluated.
        "optional.of(1).orValue(1 / 0) == 1",
        "timestamp('2024-02-29T12:00:00Z').getDayOfYear('Europe/Amsterdam') == 59",
    ])
    func holds(source: String) throws {
        #expect(isTrue(try evaluate(source)))
    }

    @Test(arguments: [
        ("1 / 0", "division by zero"), ("1 % 0", "division by zero"),
        ("[2, 0].map(n, 4 / n)", "division by zero"), ("[1, 0].filter(n, 1 / n == 1)", "division by zero"),
        ("9223372036854775807 + 1", "the result is too large for an int"),
        ("-9223372036854775808 / -1", "the result is too large for an int"),
        ("-(-9223372036854775808)", "the result is too large for an int"),
        ("0u - 1u", "the result is too large for a uint"), ("1 + 1.0", "'+' does not take (int, double)"),
        ("1 < 'a'", "'<' does not take (int, string)"), ("dyn(null) < 1", "'<' does not take (null, int)"),
        ("'a' in 'abc'", "'in' does not take (string, string)"), ("!1", "'!' does not take (int)"),
        ("-true", "'-' does not take (bool)"), ("size(1)", "'size' does not take (int)"),
        ("{'a': 1}.b", "no such key: 'b'"), ("{'a': 1}['b']", "no such key"),
        ("[1][1]", "the index is out of range for a list of 1"), ("{1: 1, 1u: 2}", "a map has the same key twice"),
        ("{1.0: 1}", "a map's key cannot be a double"), ("null.a", "null has no field 'a'"),
        ("x", "unknown name 'x'"),
        ("f(1)", "unknown function 'f'"), ("1 ? 2 : 3", "expected a bool, found an int"),
        ("[3, 2, 1, 0].exists_one(n, 12 / n > 1)", "division by zero"),
        ("1.all(x, true)", "'all' runs over lists and maps, not over an int"),
        ("'a'.matches('(')", "not a regular expression: missing ): ("), ("int('1.0')", "the text is not an int"),
        ("int('1.0')", "the text is not an int"), ("string(b'\\xff')", "the bytes are not UTF-8"),
        ("timestamp('2024-02-30T00:00:00Z')", "the text is not a timestamp"),
        ("timestamp(0).getHours('Nowhere/City')", "unknown time zone"), ("[].min()", "an empty list has no 'min'"),
    ])
    func failsWith(source: String, message: String) throws {
        #expect(failure(try evaluate(source))?.message == message)
    }

    @Test func errorTellsItsPlace() throws {
        #expect(failure(try evaluate("1 + 2 / 0"))?.offset == 6)
    }

    @Test func stepsBeyondTheBudgetAreAnErrorOfTheirOwnKind() throws {
        let list = "[1,2,3,4,5,6,7,8,9,10]"
        let source =
            "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, \(list).all(e, \(list).all(f, true))))))"
        #expect(failure(try evaluate(source))?.kind == .budget)
        #expect(failure(try evaluate("\(source) || true"))?.kind == .budget)
    }

    /// Each binding doubles the value before it.
    @Test(arguments: [
        ("'0123456789'", "x + x", "size(x)"), ("[1]", "x + x", "size(x)"), ("[1]", "[x, x]", "x == [x]"),
        ("[1]", "[x, x]", "x == x"), ("[1]", "[x, x]", "'%s'.format([x])"), ("[1]", "[x, x]", "x.flatten(100)"),
        ("'0123456789'", "x.replace('', x)", "size(x)"),
    ])
    func doublingEndsWithTheBudget(start: String, step: String, end: String) throws {
        var source = end
        for _ in 0..<60 { source = "cel.bind(x, \(step), \(source))" }
        let result = try evaluate("cel.bind(x, \(start), \(source))")
        if case .success(.bool(false)) = result { return }
        #expect(failure(result)?.kind == .budget)
    }

    @Test func absentFieldOfARecordReadsAsZero() throws {
        let row: [String: Value] = ["row": .record(Row(values: [0: .string("Acme")], malformed: [1]))]
        #expect(isTrue(try evaluate("row.name == 'Acme' && row.amount == 0 && row.due == timestamp(0)", row)))
        #expect(isTrue(try evaluate("has(row.name) && !has(row.amount) && !row.?amount.hasValue()", row)))
        #expect(failure(try evaluate("row.other", row))?.message == "'row' has no field 'other'")
        #expect(isTrue(try evaluate("row == row && row != {}", row)))
    }

    @Test func activationIsAskedOnlyForWhatIsNeeded() throws {
        var asked: [String] = []
        let environment = Environment(variables: ["a": .bool, "b": .bool])
        let program = try Program(unchecked: parse("a || b", in: environment), in: environment)
        let result = program.evaluate(
            Activation(lookup: {
                asked.append($0)
                return .bool(true)
            })
        )
        #expect(isTrue(result))
        #expect(asked == ["a"])
    }

    /// Whatever the length of a chain, it is evaluated or refused; it does not exhaust the stack.
    @Test(arguments: [
        Array(repeating: "1", count: 40_000).joined(separator: "+"),
        Array(repeating: "1", count: 30_000).joined(separator: "=="),
        Array(repeating: "true", count: 15_000).joined(separator: "&&"), pile("(", ").a", 240),
        pile("(", Array(repeating: "+1", count: 150).joined() + ")", 240), pile("(", ".a.a.a.a.a.a.a.a.a.a.a.a)", 240),
        pile("[", "]", 240), pile("[", "][0]", 240), pile("size(", ")", 240), pile("!(", ")", 120),
        pile("true ? ", " : 1", 240), pile("1 + (", ")", 240), pile("[1].all(x, ", ")", 240),
    ])
    func longChainIsEvaluatedOrRefused(source: String) {
        let environment = Environment()
        guard let expression = try? parse(source, in: environment) else { return }
        _ = Program(unchecked: expression, in: environment).evaluate(Activation())
        guard let checked = try? check(expression, in: environment) else { return }
        _ = Program(checked, in: environment).evaluate(Activation())
    }

    @Test func sumOfNineHundredTermsIsEvaluated() throws {
        let sum = Array(repeating: "1", count: 900).joined(separator: "+")
        #expect(isTrue(try evaluate("\(sum) == 900")))
    }

    private static func pile(_ open: String, _ close: String, _ depth: Int) -> String {
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }

    private func isTrue(_ result: Result<Value, EvaluationError>) -> Bool {
        if case .success(.bool(true)) = result { true } else { false }
    }

    private func failure(_ result: Result<Value, EvaluationError>) -> EvaluationError? {
        if case .failure(let error) = result { error } else { nil }
    }
}
