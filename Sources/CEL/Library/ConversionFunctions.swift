/// `int()`, `string()` and their like.
///
/// Source: the CEL language definition, Type Conversions; where it leaves room, strict.
enum ConversionFunctions {
    static let all: [FunctionDeclaration] = [int, uint, double, string, bytes, bool, type, dyn]

    private static func conversion(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        from types: [CELType],
        to result: CELType,
        _ convert: @escaping @Sendable (Value) throws(EvaluationError) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: types.map { type in
                .init("\(type)_to_\(name)", .global, [type], result, .general { values throws(EvaluationError) in
                    try convert(values[0])
                })
            }
        )
    }

    private static let int = conversion(
        "int", "A whole number: of a decimal without its fraction, of a text of digits, of a moment in seconds since 1970.",
        .init("int('42')", "42"), from: [.int, .uint, .double, .string, .timestamp, .duration], to: .int
    ) { value throws(EvaluationError) in
        switch value {
        case .int: return value
        case .uint(let number):
            if let number = Int64(exactly: number) { return .int(number) }
        case .double(let number):
            if number > -0x1p63, number < 0x1p63 { return .int(Int64(number)) }
        case .string(let text):
            if !text.hasPrefix("+"), let number = Int64(text) { return .int(number) }
            throw EvaluationError("'\(text)' is no whole number")
        case .timestamp(let moment): return .int(moment.seconds)
        case .duration(let duration): return .int(duration.nanoseconds / 1_000_000_000)
        default: break
        }
        throw EvaluationError("the number is out of range")
    }

    private static let uint = conversion(
        "uint", "A whole number without a sign.", .init("uint(7)", "7u"), from: [.uint, .int, .double, .string], to: .uint
    ) { value throws(EvaluationError) in
        switch value {
        case .uint: return value
        case .int(let number):
            if let number = UInt64(exactly: number) { return .uint(number) }
        case .double(let number):
            if number >= 0, number < 0x1p64 { return .uint(UInt64(number)) }
        case .string(let text):
            if !text.hasPrefix("+"), let number = UInt64(text) { return .uint(number) }
            throw EvaluationError("'\(text)' is no whole number")
        default: break
        }
        throw EvaluationError("the number is out of range")
    }

    private static let double = conversion(
        "double", "A decimal number.", .init("double(2)", "2.0"), from: [.double, .int, .uint, .string], to: .double
    ) { value throws(EvaluationError) in
        switch value {
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            guard !text.lowercased().contains("0x"), let number = Double(text) else {
                throw EvaluationError("'\(text)' is no number")
            }
            return .double(number)
        default: return value
        }
    }

    private static let string = conversion(
        "string", "A value as a text.", .init("string(1.5)", "'1.5'"),
        from: [.string, .int, .uint, .double, .bool, .bytes, .timestamp, .duration], to: .string
    ) { value throws(EvaluationError) in
        switch value {
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(TextForm.of(number))
        case .bool(let flag): return .string(flag ? "true" : "false")
        case .bytes(let bytes):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError("the bytes are no text in UTF-8")
            }
            return .string(text)
        case .timestamp(let moment): return .string(TextForm.of(moment))
        case .duration(let duration): return .string(TextForm.of(duration))
        default: return value
        }
    }

    private static let bytes = conversion(
        "bytes", "A text as its bytes in UTF-8.", .init("bytes('a')", "b'a'"), from: [.bytes, .string], to: .bytes
    ) { value throws(EvaluationError) in
        if case .string(let text) = value { return .bytes(Array(text.utf8)) }
        return value
    }

    private static let bool = conversion(
        "bool", "True for 'true', 't' and '1', false for 'false', 'f' and '0'.", .init("bool('true')", "true"),
        from: [.bool, .string], to: .bool
    ) { value throws(EvaluationError) in
        guard case .string(let text) = value else { return value }
        switch text {
        case "1", "t", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "false", "FALSE", "False": return .bool(false)
        default: throw EvaluationError("'\(text)' is neither true nor false")
        }
    }

    private static let type = FunctionDeclaration(
        "type", "The type of a value.", examples: [.init("type(1) == int", "true")],
        overloads: [
            .init("type", .global, [.parameter("A")], .type(.parameter("A")), .general { values in .type(values[0].type) })
        ]
    )

    private static let dyn = FunctionDeclaration(
        "dyn", "The value itself, with a type that is known only when evaluated.", examples: [.init("dyn(1) == 1.0", "true")],
        overloads: [.init("to_dyn", .global, [.parameter("A")], .dyn, .general { values in values[0] })]
    )
}
