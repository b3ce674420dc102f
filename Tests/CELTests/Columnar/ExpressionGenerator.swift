import CEL
import TestSupport

/// Writes well-typed expressions over the fields of `TestTable` and its linked records, and tables to run them on.
struct ExpressionGenerator {
    var random: SeededRandom
    /// The record that is in reach besides `r`: the variable of a macro over `xs`.
    private var element: String?

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    private mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func record() -> String {
        if number(16) == 0 { return "o" }
        guard let element else { return "r" }
        // What asks for the row itself inside a macro cannot be folded, and must come to the same.
        return number(8) == 0 ? "r" : element
    }

    private mutating func field(_ names: [String]) -> String { "\(record()).\(pick(names))" }

    // MARK: Expressions by type

    mutating func bool(_ depth: Int) -> String {
        if depth == 0 {
            switch number(5) {
            case 0: return "has(\(field(TestTable.fields.map(\.name))))"
            case 1: return "malformed(\(field(TestTable.fields.map(\.name))))"
            case 2: return pick(["true", "false"])
            default: return field(["b", "b2"])
            }
        }
        let comparison = pick(["==", "!=", "<", "<=", ">", ">="])
        if number(20) == 0 { return textSwitch(depth) }
        switch number(element == nil ? 20 : 16) {
        case 0: return "!(\(bool(depth - 1)))"
        case 1, 2: return "(\(bool(depth - 1)) && \(bool(depth - 1)))"
        case 3, 4: return "(\(bool(depth - 1)) || \(bool(depth - 1)))"
        case 5: return "(\(bool(depth - 1)) ? \(bool(depth - 1)) : \(bool(depth - 1)))"
        case 6: return "(\(string(depth - 1)) \(comparison) \(string(depth - 1)))"
        case 7: return "(\(int(depth - 1)) \(comparison) \(int(depth - 1)))"
        case 8: return "(\(double(depth - 1)) \(comparison) \(double(depth - 1)))"
        case 9: return "(\(int(depth - 1)) \(comparison) \(double(depth - 1)))"
        case 10: return "(\(timestamp()) \(comparison) \(timestamp()))"
        case 11: return "(\(bool(depth - 1)) \(pick(["==", "!="])) \(bool(depth - 1)))"
        case 12: return "(\(string(depth - 1)) in ['', 'a', 'é', 'ACME B.V.', 'ab'])"
        case 13: return "(\(int(depth - 1)) in [0, 1, -1, 9223372036854775807])"
        case 14:
            return "\(string(depth - 1)).\(pick(["startsWith", "endsWith", "contains"]))(\(string(number(2))))"
        case 15:
            let pattern = pick(["'^a'", "'[0-9]+'", "'é|ß'", "'^$'", "'B.V'", "'(' + ''", field(["s", "s2"])])
            return "\(string(depth - 1)).matches(\(pattern))"
        case 16: return "(\(list(depth - 1)).size() \(comparison) \(number(4)))"
        default:
            let list = list(depth - 1)
            let condition = inside("x") { $0.bool(depth - 1) }
            return "\(list).\(pick(["all", "exists", "exists_one"]))(x, \(condition))"
        }
    }

    /// Alternatives that ask first for a constant in the same field.
    private mutating func textSwitch(_ depth: Int) -> String {
        let field = field(["s", "s2"])
        let alternatives = ["''", "'a'", "'é'", "'B.V.'", "'1'"].shuffled(using: &random).prefix(3 + number(2)).map {
            text in
            let first = number(3) == 0 ? "\(text) == \(field)" : "\(field) == \(text)"
            return number(4) == 0 ? first : "\(first) && \(bool(depth - 1))"
        }
        return "(\(alternatives.joined(separator: " || ")))"
    }

    private mutating func string(_ depth: Int) -> String {
        if depth <= 0 || number(3) == 0 {
            return number(3) == 0 ? pick(["''", "'a'", "'é'", "'B.V.'", "'1'"]) : field(["s", "s2"])
        }
        switch number(7) {
        case 0: return "(\(bool(depth - 1)) ? \(string(depth - 1)) : \(string(depth - 1)))"
        case 1: return "(\(string(depth - 1)) + \(string(depth - 1)))"
        case 2: return "\(string(depth - 1)).\(pick(["lowerAscii", "upperAscii", "trim"]))()"
        case 3: return "\(string(depth - 1)).replace(\(string(0)), \(string(0))\(pick(["", ", 1", ", 0", ", -1"])))"
        case 4: return "\(string(depth - 1)).charAt(\(pick(["0", "1", "-1"])))"
        default: return "\(string(depth - 1)).substring(\(pick(["0", "1", "2", "0, 1", "1, 3", "-1", "2, 1"])))"
        }
    }

    private mutating func int(_ depth: Int) -> String {
        if depth <= 0 || number(3) == 0 {
            return number(3) == 0
                ? pick(["0", "1", "-1", "3", "9223372036854775807", "-9223372036854775808"]) : field(["i", "i2"])
        }
        switch number(element == nil ? 8 : 5) {
        case 0: return "(\(bool(depth - 1)) ? \(int(depth - 1)) : \(int(depth - 1)))"
        case 1, 2: return "(\(int(depth - 1)) \(pick(["+", "-", "*", "/", "%"])) \(int(depth - 1)))"
        case 3: return "size(\(string(depth - 1)))"
        case 4: return "\(string(depth - 1)).size()"
        case 5, 6: return "\(list(depth - 1)).size()"
        default:
            let list = list(depth - 1)
            return "\(list).map(x, \(inside("x") { $0.int(depth - 1) })).\(pick(["sum", "min", "max"]))()"
        }
    }

    private mutating func double(_ depth: Int) -> String {
        if depth <= 0 || number(3) == 0 {
            return number(3) == 0 ? pick(["0.0", "1.5", "-2.25", "1e300", "3"]).asDouble : field(["d", "d2"])
        }
        switch number(element == nil ? 6 : 4) {
        case 0: return "(\(bool(depth - 1)) ? \(double(depth - 1)) : \(double(depth - 1)))"
        case 1, 2: return "(\(double(depth - 1)) \(pick(["+", "-", "*", "/"])) \(double(depth - 1)))"
        case 3: return "double(\(int(depth - 1)))"
        case 4:
            let list = list(depth - 1)
            let condition = inside("x") { $0.bool(1) }
            return "\(list).map(x, \(condition), \(inside("x") { $0.double(depth - 1) })).sum()"
        default:
            let list = list(depth - 1)
            let value = inside("x") { generator in
                generator.number(2) == 0 ? generator.int(depth - 1) : generator.double(depth - 1)
            }
            return "double(\(list).map(x, \(value)).\(pick(["sum", "min", "max", "avg"]))())"
        }
    }

    private mutating func timestamp() -> String {
        number(3) == 0 ? pick(["today", "timestamp('2026-06-30T00:00:00Z')"]) : field(["t", "t2"])
    }

    private mutating func list(_ depth: Int) -> String {
        guard number(2) == 0 else { return "xs" }
        return "xs.filter(y, \(inside("y") { $0.bool(max(0, depth - 1)) }))"
    }

    private mutating func inside(_ variable: String, _ write: (inout Self) -> String) -> String {
        let outer = element
        element = variable
        defer { element = outer }
        return write(&self)
    }

    // MARK: Tables

    mutating func table(rows: Int) -> TestTable {
        let records = (0..<rows).map { _ in record() as TestTable.Record }
        let linked = (0..<rows).map { _ in (0..<number(4)).map { _ in record() as TestTable.Record } }
        let outside = (0..<rows).map { _ in number(3) == 0 ? nil : record() as TestTable.Record }
        return TestTable(records, linked: linked, outside: outside)
    }

    private mutating func record() -> TestTable.Record {
        TestTable.Record(cells: TestTable.fields.map { cell($0.type) })
    }

    private mutating func cell(_ type: CELType) -> TestTable.Cell {
        switch number(8) {
        case 0: return .blank
        case 1 where type != .string: return .malformed
        default: break
        }
        switch type {
        case .string:
            let texts = ["a", "ab", "B.V.", "é", "ACME B.V.", "straße", "12", "𝔸b", "a\0b", " a ", "[a-"]
            return .value(.string(pick(texts)))
        case .int: return .value(.int(pick([0, 1, -1, 7, 30, .max, .min])))
        case .double: return .value(.double(pick([0, -0.0, 1.5, -2.25, 1e300, .greatestFiniteMagnitude])))
        case .bool: return .value(.bool(number(2) == 0))
        default:
            let days = pick([0, 20_634, 20_635, -1, 2_932_896])
            return Value.Timestamp(seconds: Int64(days) * 86_400).map { .value(.timestamp($0)) } ?? .blank
        }
    }
}

extension String {
    fileprivate var asDouble: String { contains(".") || contains("e") ? self : "double(\(self))" }
}
