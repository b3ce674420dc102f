extension StandardLibrary {
    static let conversions: [FunctionDeclaration] = [
        .conversion(
            "int",
            "A whole number: a double without its fraction, decimal digits, or the seconds since 1970 of a moment.",
            examples: [.init("int('42')", "42"), .init("int(-1.9)", "-1"), .init("int(timestamp(60))", "60")],
            from: [
                ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string), ("timestamp", .timestamp),
            ],
            to: .int,
            int
        ),
        .conversion(
            "uint",
            "A whole number from 0 on.",
            examples: [.init("uint(7)", "7u"), .init("uint('7')", "7u")],
            from: [("uint64", .uint), ("int64", .int), ("double", .double), ("string", .string)],
            to: .uint,
            uint
        ),
        .conversion(
            "double",
            "A number with a fraction.",
            examples: [.init("double(3)", "3.0"), .init("double('1e3')", "1000.0")],
            from: [("double", .double), ("int64", .int), ("uint64", .uint), ("string", .string)],
            to: .double,
            double
        ),
        .conversion(
            "string",
            "The value as text; moments in UTC, durations in seconds.",
            examples: [
                .init("string(42)", "'42'"), .init("string(1.5)", "'1.5'"), .init("string(duration('90m'))", "'5400s'"),
            ],
            from: [
                ("string", .string), ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double),
                ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
            ],
            to: .string,
            others: networkToString,
            string
        ),
        .conversion(
            "bytes",
            "The UTF-8 bytes of a text.",
            examples: [.init("bytes('é') == b'\\xc3\\xa9'", "true")],
            from: [("bytes", .bytes), ("string", .string)],
            to: .bytes
        ) { value throws(EvaluationError) in
            switch value {
            case .bytes: value
            case .string(let text): .bytes(Array(text.utf8))
            default: throw .doesNotTake("bytes", [value])
            }
        },
        .conversion(
            "bool",
            "True for 1, t, true, True, TRUE, false for 0, f, false, False, FALSE.",
            examples: [.init("bool('true')", "true")],
            from: [("bool", .bool), ("string", .string)],
            to: .bool
        ) { value throws(EvaluationError) in
            switch value {
            case .bool: return value
            case .string("1"), .string("t"), .string("true"), .string("TRUE"), .string("True"): return .bool(true)
            case .string("0"), .string("f"), .string("false"), .string("FALSE"), .string("False"): return .bool(false)
            case .string: throw unreadable("a bool")
            default: throw .doesNotTake("bool", [value])
            }
        },
    ]

    /// Without the text, which may be what stands in a customer's record.
    static func unreadable(_ what: String) -> EvaluationError { EvaluationError("the text is not \(what)") }

    private static func int(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .int: return value
        case .uint(let number):
            guard let int = Int64(exactly: number) else { throw .overflow("an int") }
            return .int(int)
        case .double(let number):
            // Both limits are excluded: 2^63 is no int, and -2^63 may have been rounded to.
            guard number > -0x1p63, number < 0x1p63 else { throw .overflow("an int") }
            return .int(Int64(number))
        case .string(let text):
            guard let int = Int64(text) else { throw unreadable("an int") }
            return .int(int)
        case .timestamp(let moment): return .int(moment.seconds)
        default: throw .doesNotTake("int", [value])
        }
    }

    private static func uint(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .uint: return value
        case .int(let number):
            guard let uint = UInt64(exactly: number) else { throw .overflow("a uint") }
            return .uint(uint)
        case .double(let number):
            guard number >= 0, number < 0x1p64 else { throw .overflow("a uint") }
            return .uint(UInt64(number))
        case .string(let text):
            guard text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-"), let uint = UInt64(text)
            else { throw unreadable("a uint") }
            return .uint(uint)
        default: throw .doesNotTake("uint", [value])
        }
    }

    private static func double(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .double: return value
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            guard let number = Double(decimalText: text) else { throw unreadable("a double") }
            return .double(number)
        default: throw .doesNotTake("double", [value])
        }
    }

    private static func string(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .string: return value
        case .bool(let bool): return .string(bool ? "true" : "false")
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(number.shortText)
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError("the bytes are not UTF-8")
            }
            return .string(text)
        case .timestamp(let moment): return .string(moment.description)
        case .duration(let duration): return .string(duration.description)
        default: throw .doesNotTake("string", [value])
        }
    }
}

extension Double {
    /// Decimal digits with an optional sign, point and exponent, or `NaN`, `Infinity`, `Inf`; nothing else that Swift reads.
    init?(decimalText text: String) {
        let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let isName = ["NaN", "Infinity", "Inf"].contains { unsigned.utf8.elementsEqual($0.utf8) }
        let isDecimal = unsigned.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
                UInt8(ascii: "+"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isName || isDecimal, let value = Double(text) else { return nil }
        self = value
    }

    /// The shortest text that reads back as the number, e.g. `1.5`, `1`, `1e+20`, `NaN`, `-Infinity`.
    var shortText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The shortest text that reads back as the number, without an exponent, e.g. `100000000000000000000`.
    var plainText: String {
        let text = shortText
        guard isFinite, let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let digits = text[..<mark].filter(\.isWholeNumber)
        // Behind how many of the digits the point stands.
        let point = 1 + exponent
        let sign = self < 0 ? "-" : ""
        if point <= 0 { return "\(sign)0.\(String(repeating: "0", count: -point))\(digits)" }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
}
