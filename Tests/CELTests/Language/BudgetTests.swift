import CEL
import Testing

/// What a stranger's expression could do to the machine ends with an error of its own kind, soon and within bounds.
@Suite struct BudgetTests {
    /// `text` has 2 MB, `other` is its equal, `list` has 30,000 texts of a kilobyte, `numbers` 30,000 numbers.
    private static let values: [String: Value] = {
        let text = String(repeating: "abcdefg ", count: 1 << 18)
        let kilobyte = String(repeating: "x", count: 1024)
        return [
            "text": .string(text), "other": .string(String(text.reversed().reversed())),
            "list": .list(Array(repeating: .string(kilobyte), count: 30_000)),
            "numbers": .list((0..<30_000).map { .int(Int64($0)) }),
        ]
    }()

    @Test(arguments: [
        // The same long text read again and again.
        "numbers.all(n, text == other)", "numbers.all(n, text <= other)", "numbers.all(n, !text.contains('z'))",
        "numbers.all(n, text.size() > n)", "numbers.all(n, !text.startsWith(other + 'x'))",
        "numbers.all(n, text.indexOf('z') < n)", "numbers.all(n, !text.matches('z'))",
        "numbers.all(n, {text: n}[other] == n)",
        "numbers.all(n, other in {text: n})", "numbers.all(n, timestamp(text) > timestamp(0) || true)",
        "numbers.all(n, text.trim() != '')", "numbers.map(n, text).sort() == []", "numbers.map(n, text).max() == ''",
        "numbers.map(n, text).distinct() == []", "numbers.all(n, other in [text])",
        // Patterns that are costly to compile or to match.
        "numbers.all(n, !'x'.matches('(a{100}){9}' + string(n)))",
        "numbers.all(n, !'x'.matches(n % 2 == 0 ? r'\\pL{99}' : r'\\pN{99}'))",
        "numbers.all(n, !text.matches('((a?){200}(b?){200}){5}z'))",
        "numbers.all(n, 'x'.matches(r'\\pL{1000}' + string(n)) || true)",
        // Everything against everything.
        "numbers.all(n, !sets.intersects(numbers, [-1]))", "sets.equivalent(list, list)",
        "numbers.all(n, numbers.indexOf(-1) < n)",
        "numbers.map(n, [n]).distinct() == []", "numbers.all(n, n in numbers)",
        "numbers.all(a, numbers.all(b, a + b >= 0))",
        "numbers.map(a, numbers) == numbers.map(a, numbers)", "numbers.sortBy(n, numbers.sortBy(m, -m)[0])",
        // Growth.
        "numbers.map(n, text + text).size() > 0", "list.join(text).size() > 0", "text.replace('', text).size() > 0",
        "text.replace('a', text).size() > 0", "text.split('').size() > 0",
        "numbers.map(n, numbers + numbers).size() > 0",
        "'%s'.format([numbers.map(n, text)]).size() > 0",
        "numbers.map(n, '%.1000f%.1000f%.1000f'.format([1e308, 1e308, 1e308])).size() > 0",
        "lists.range(1000000).map(a, lists.range(1000000)).size() > 0", "lists.range(9223372036854775807).size() > 0",
        "numbers.map(n, numbers.map(m, n)).flatten().size() > 0",
        "numbers.transformMap(k, v, numbers + [k]).size() > 0",
        "list.map(t, list.join()).size() > 0", "numbers.map(n, base64.encode(bytes(text))).size() > 0",
        "numbers.map(n, text.reverse()).size() > 0", "numbers.map(n, strings.quote(text)).size() > 0",
        "numbers.map(n, text.lowerAscii()).size() > 0", "numbers.map(n, text.substring(1)).size() > 0",
    ])
    func hardStopEndsIt(source: String) throws {
        let environment = Environment(
            variables: ["text": .string, "other": .string, "list": .list(.string), "numbers": .list(.int)])
        let checked = try check(try parse(source, in: environment), in: environment)
        guard case .failure(let error) = Program(checked, in: environment).evaluate(Activation(Self.values)) else {
            Testing.Issue.record("\(source) came to an end")
            return
        }
        #expect(error.kind == .budget, "\(error.message)")
    }

    /// What was compiled for another record, on this thread or on another, does not decide how much one may take.
    @Test func patternFromTheDataCountsTheSameEachTime() throws {
        let environment = Environment(variables: ["pattern": .string])
        let checked = try check(
            try parse("['a', 'b'].exists(t, t.matches(pattern)) || 'c'.matches('x' + pattern)", in: environment),
            in: environment)
        let program = Program(checked, in: environment)
        let steps = ["b{50}", "b{50}", "c", "b{50}"].map { pattern in
            var left = 1_000_000
            _ = program.evaluate(Activation(["pattern": .string(pattern)]), spending: &left)
            return 1_000_000 - left
        }
        #expect(steps[0] == steps[1] && steps[0] == steps[3])
        #expect(steps[0] > steps[2])
    }

    @Test func evaluationsShareWhatIsLeft() throws {
        let environment = Environment()
        let program = Program(
            try check(try parse("lists.range(100).all(n, n >= 0)", in: environment), in: environment), in: environment)
        var left = 1000
        guard case .success(.bool(true)) = program.evaluate(Activation(), spending: &left) else {
            Testing.Issue.record("there was enough for once")
            return
        }
        #expect((0..<1000).contains(left))
        while left >= 0 { _ = program.evaluate(Activation(), spending: &left) }
        #expect(left > -200, "it went on for \(-left) steps")
        guard case .failure(let error) = program.evaluate(Activation(), spending: &left) else {
            Testing.Issue.record("there was nothing left")
            return
        }
        #expect(error.kind == .budget)
    }

    /// What a credit manager may well ask of thousands of records stays within the budget.
    @Test(arguments: [
        "numbers.all(n, n >= 0) && numbers.exists(n, n == 29999)", "numbers.filter(n, n > 5).map(n, n * 2).sum() > 0",
        "!text.matches('(x+x+)+y')", "numbers.sort()[0] == 0", "numbers.distinct().size() == 30000",
        "numbers.map(n, string(n)).join(', ').size() > 0", "text.matches('abc')", "text.contains('fg a')",
    ])
    func workOnManyRecordsIsAllowed(source: String) throws {
        guard case .success(.bool(true)) = try evaluate(source, Self.values) else {
            Testing.Issue.record("\(source): \(try evaluate(source, Self.values))")
            return
        }
    }
}

@Suite struct CostEstimateTests {
    private static let environment: Environment = {
        let invoice = RecordType(
            name: "invoice", fields: [.init(name: "amount", type: .double), .init(name: "text", type: .string)])
        let customer = RecordType(
            name: "customer", fields: [.init(name: "name", type: .string), .init(name: "amount", type: .double)])
        return Environment(
            variables: [
                "customer": .record("customer"), "invoices": .list(.record("invoice")), "answer": .dyn,
            ],
            recordTypes: [invoice, customer])
    }()

    private func issue(_ source: String) throws -> CEL.Issue? {
        let checked = try check(try parse(source, in: Self.environment), in: Self.environment)
        return checked.costIssue(in: Self.environment)
    }

    @Test(arguments: [
        "customer.amount > 0.0 && customer.name != ''", "invoices.all(i, i.amount > 0.0)",
        "invoices.filter(i, i.text == '').map(i, i.amount).sum() > 1.0",
        "invoices.all(i, invoices.exists(j, j.amount == i.amount))",
        "customer.name.split(' ').all(w, w.size() > 1)", "answer.items.all(i, i.names.exists(n, n == customer.name))",
        "customer.name.matches('^[A-Z]') && customer.name.replace('a', 'b') != ''",
        "lists.range(100).all(n, n >= 0)",
        "invoices.slice(0, 9).all(a, invoices.slice(0, 9).all(b, invoices.all(c, a.amount + b.amount > c.amount)))",
        "cel.bind(x, invoices.map(i, i.text), x.size() == x.distinct().size())",
    ])
    func reasonableExpressionIsTaken(source: String) throws {
        #expect(try issue(source) == nil)
    }

    @Test(arguments: [
        ("invoices.all(a, invoices.all(b, invoices.all(c, a.amount + b.amount > c.amount)))", 9, "9,301,"),
        ("lists.range(1000000).all(n, n >= 0)", 6, "4,375,"),
        ("customer.amount > 0.0 && lists.range(int(customer.amount)).exists(n, n < 0)", 59, ""),
        ("lists.range(1000).all(a, lists.range(1000).all(b, a < b))", 18, "4,378,"),
        ("cel.bind(x, lists.range(1000), x.all(a, x.all(b, a < b)))", 33, ""),
        ("{'a': lists.range(1000)}.a.all(x, {'b': lists.range(1000)}.b.exists(y, x == y))", 27, ""),
        ("answer.all(a, a.all(b, b.all(c, b.all(d, c == d))))", 16, ""),
        ("invoices.map(i, invoices.map(j, j.text + i.text)).flatten().distinct().size() > 0", 50, ""),
        ("invoices.map(i, invoices.map(j, invoices.map(k, 1.0))).size() > 0", 9, ""),
        ("[1, 2].map(a, lists.range(100000).map(b, lists.range(100000))).size() > 0", 34, "billions of"),
    ])
    func expressionThatGrowsIsRefusedWhereItGrows(source: String, offset: Int, steps: String) throws {
        let issue = try #require(try issue(source))
        #expect(issue.message.hasPrefix("this may take \(steps)"), "\(issue.message)")
        #expect(issue.offset == offset, "\(issue.offset)")
    }

    @Test func messageSaysHowMuchAndWhatToDo() throws {
        let issue = try #require(try issue("lists.range(1000).all(a, lists.range(1000).all(b, a < b))"))
        #expect(issue.message == "this may take 4,378,127 steps for one record, more than 100,000")
        #expect(issue.help == "lists are taken to have 100 elements: run through fewer of them within one another")
    }
}
