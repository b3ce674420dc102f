import CEL
import Checks
import Enrichment
import Testing

@Suite struct ConnectorFunctionsTests {
    private static let environment = Environment(
        functions: StandardLibrary.all + DomainFunctions.all + ConnectorFunctions.all)

    private func value(_ expression: String) throws -> Value {
        let checked = try CEL.check(try parse(expression, in: Self.environment), in: Self.environment)
        return try Program(checked, in: Self.environment).evaluate(Activation([:])).get()
    }

    @Test(arguments: ConnectorFunctions.all.flatMap(\.examples).map { ($0.expression, $0.value) })
    func exampleHolds(expression: String, value: String) throws {
        guard case .bool(true) = try self.value("dyn(\(expression)) == dyn(\(value))") else {
            Testing.Issue.record("\(expression) is not \(value)")
            return
        }
    }

    @Test(arguments: [
        ("date('2025-10-20+02:00')", "2025-10-20"), ("date('2025-10-20Z')", "2025-10-20"),
        ("date('2026-01-12T08:00:00.000+01:00')", "2026-01-12"), ("date('20.05.2025')", "2025-05-20"),
        ("date('12-01-2026 10:00:00')", "2026-01-12"), ("date('1992-10-21T23:00:00Z')", "1992-10-22"),
        ("date('2025-11-04T04:01:10.123Z')", "2025-11-04"), ("dateIn('le 1er juillet 2025')", "2025-07-01"),
        ("dateIn('10 décembre 2009')", "2009-12-10"), ("date('2025-01-31T12:00:00Z')", "2025-01-31"),
        ("date('2018-04-13T15:30:00Z')", "2018-04-13"), ("date('2018-04-13T19:30:00.000Z')", "2018-04-13"),
        ("date('2025-01-31T20:00:00Z')", "2025-02-01"), ("date('2025-01-31T22:30:00.000Z')", "2025-02-01"),
    ])
    func dayIsTheRegistersOwn(expression: String, day: String) throws {
        #expect(try value("string(\(expression))").jsonText == "\"\(day)T00:00:00Z\"")
    }

    @Test(arguments: [
        "123.4.2025", "1.123.2025", "2025-123-1", "2025-1-123", "12.34.5.2025", "2025.1.2.3", "1..2025", "....",
    ])
    func whatIsNoDayIsNull(text: String) throws {
        #expect(try value("date('\(text)')").jsonText == "null")
    }

    @Test(arguments: [
        ("'NaN'", "null"), ("'inf'", "null"), ("'-Infinity'", "null"), ("'0x1p4'", "null"), ("'1e999'", "null"),
        ("1.0 / 0.0", "null"), ("''", "null"), ("' -4.5E+4 '", "-45000.0"), ("'0012'", "12.0"), ("7u", "7.0"),
    ])
    func numberIsADecimal(argument: String, number: String) throws {
        guard case .bool(true) = try value("number(\(argument)) == dyn(\(number))") else {
            Testing.Issue.record("number(\(argument)) is not \(number)")
            return
        }
    }

    @Test(arguments: ["json('{')", "json('{} {}')", "json('')"])
    func textThatIsNoJSONFails(expression: String) throws {
        let failure = #expect(throws: EvaluationError.self) { try value(expression) }
        #expect(failure?.message.contains("not JSON") == true)
    }

    @Test(arguments: [
        ("extract('Company No. 1', 'Number')", ""), ("extract('ab', '(x)?b')", ""), ("extract('a12b', '[0-9]+')", "12"),
        ("extract('a', '(')", ""),
    ])
    func extractGivesTheGroupOrNothing(expression: String, text: String) throws {
        #expect(try value(expression).jsonText == "\"\(text)\"")
    }
}
