extension StandardLibrary {
    private static let numbers: [(name: String, type: CELType)] = [("int", .int), ("uint", .uint), ("double", .double)]

    /// Source: cel-go, ext/math.go, and the conformance suite `math_ext`.
    static let math: [FunctionDeclaration] = [
        extreme("greatest", "The largest of the numbers, or of those in a list.", .after, "3"),
        extreme("least", "The smallest of the numbers, or of those in a list.", .before, "1"),
        FunctionDeclaration(
            "math.abs",
            "The number without its sign.",
            examples: [.init("math.abs(-11)", "11")],
            overloads: numbers.map { number in
                .global("math_abs_\(number.name)", [number.type], number.type) { values throws(EvaluationError) in
                    switch values[0] {
                    case .int(let value):
                        guard value != .min else { throw .overflow("an int") }
                        return .int(abs(value))
                    case .double(let value): return .double(value.magnitude)
                    default: return values[0]
                    }
                }
            }
        ),
        FunctionDeclaration(
            "math.sign",
            "-1, 0 or 1 in the number's type.",
            examples: [.init("math.sign(-11)", "-1")],
            overloads: numbers.map { number in
                .global("math_sign_\(number.name)", [number.type], number.type) { values in
                    switch values[0] {
                    case .int(let value): .int(value.signum())
                    case .uint(let value): .uint(value == 0 ? 0 : 1)
                    case .double(let value) where value < 0: .double(-1)
                    case .double(let value) where value > 0: .double(1)
                    case .double(0): .double(0)
                    default: values[0]
                    }
                }
            }
        ),
        rounding("ceil", "The next whole number up.", "math.ceil(1.2)", "2.0", .up),
        rounding("floor", "The next whole number down.", "math.floor(-1.2)", "-2.0", .down),
        rounding(
            "round", "The nearest whole number; half away from zero.", "math.round(-1.5)", "-2.0",
            .toNearestOrAwayFromZero),
        rounding("trunc", "Without the fraction.", "math.trunc(-1.9)", "-1.0", .towardZero),
        test("isNaN", "Is no number, as `0.0 / 0.0`.", "math.isNaN(0.0 / 0.0)") { $0.isNaN },
        test("isInf", "Is infinite, as `1.0 / 0.0`.", "math.isInf(1.0 / 0.0)") { $0.isInfinite },
        test("isFinite", "Is neither infinite nor NaN.", "math.isFinite(1.0)") { $0.isFinite },
        FunctionDeclaration(
            "math.sqrt",
            "The square root; NaN for negative numbers.",
            examples: [.init("math.sqrt(81.0)", "9.0")],
            overloads: numbers.map { number in
                .global("math_sqrt_\(number.name)", [number.type], .double) { values in
                    switch values[0] {
                    case .int(let value): .double(Double(value).squareRoot())
                    case .uint(let value): .double(Double(value).squareRoot())
                    case .double(let value): .double(value.squareRoot())
                    default: values[0]
                    }
                }
            }
        ),
        bits("bitAnd", "Bits set in both.", .init("math.bitAnd(3, 5)", "1"), { $0 & $1 }, { $0 & $1 }),
        bits("bitOr", "Bits set in one of them or both.", .init("math.bitOr(1u, 4u)", "5u"), { $0 | $1 }, { $0 | $1 }),
        bits("bitXor", "Bits set in only one of them.", .init("math.bitXor(3, 5)", "6"), { $0 ^ $1 }, { $0 ^ $1 }),
        FunctionDeclaration(
            "math.bitNot",
            "Bits set that are not set, and the other way round.",
            examples: [.init("math.bitNot(1)", "-2")],
            overloads: [
                .global("math_bitNot_int_int", [.int], .int) { values throws(EvaluationError) in
                    .int(~(try Arguments(values, of: "math.bitNot").int(0)))
                },
                .global("math_bitNot_uint_uint", [.uint], .uint) { values throws(EvaluationError) in
                    guard case .uint(let value) = values[0] else { throw .doesNotTake("math.bitNot", values) }
                    return .uint(~value)
                },
            ]
        ),
        shift("bitShiftLeft", "Bits moved to the left, filled with zeros.", .init("math.bitShiftLeft(1, 3)", "8")) {
            $0 << $1
        },
        shift("bitShiftRight", "Bits moved to the right, filled with zeros.", .init("math.bitShiftRight(8u, 2)", "2u"))
        { $0 >> $1 },
    ]

    private static func rounding(
        _ name: String,
        _ documentation: String,
        _ expression: String,
        _ value: String,
        _ rule: FloatingPointRoundingRule
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            "math.\(name)",
            documentation,
            examples: [.init(expression, value)],
            overloads: [
                .global("math_\(name)_double", [.double], .double) { values throws(EvaluationError) in
                    .double(try Arguments(values, of: "math.\(name)").double(0).rounded(rule))
                }
            ]
        )
    }

    private static func test(
        _ name: String,
        _ documentation: String,
        _ example: String,
        _ body: @escaping @Sendable (Double) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            "math.\(name)",
            documentation,
            examples: [.init(example, "true")],
            overloads: [
                .global("math_\(name)_double", [.double], .bool) { values throws(EvaluationError) in
                    .bool(body(try Arguments(values, of: "math.\(name)").double(0)))
                }
            ]
        )
    }

    private static func bits(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ ints: @escaping @Sendable (Int64, Int64) -> Int64,
        _ uints: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            "math.\(name)",
            documentation,
            examples: [example],
            overloads: [
                .global("math_\(name)_int_int", [.int, .int], .int) { values throws(EvaluationError) in
                    let arguments = Arguments(values, of: "math.\(name)")
                    return .int(ints(try arguments.int(0), try arguments.int(1)))
                },
                .global("math_\(name)_uint_uint", [.uint, .uint], .uint) { values throws(EvaluationError) in
                    guard case .uint(let left) = values[0], case .uint(let right) = values[1] else {
                        throw .doesNotTake("math.\(name)", values)
                    }
                    return .uint(uints(left, right))
                },
            ]
        )
    }

    private static func shift(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ body: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> FunctionDeclaration {
        let implementation: Body = { values throws(EvaluationError) in
            let distance = try Arguments(values, of: "math.\(name)").int(1)
            guard distance >= 0 else { throw EvaluationError("bits cannot be moved by a negative number") }
            switch values[0] {
            case .int(let value): return .int(Int64(bitPattern: body(UInt64(bitPattern: value), distance)))
            case .uint(let value): return .uint(body(value, distance))
            default: throw .doesNotTake("math.\(name)", values)
            }
        }
        return FunctionDeclaration(
            "math.\(name)",
            documentation,
            examples: [example],
            overloads: [
                .global("math_\(name)_int_int", [.int, .int], .int, implementation),
                .global("math_\(name)_uint_int", [.uint, .int], .uint, implementation),
            ]
        )
    }

    /// `math.greatest` and `math.least` take any number of numbers: here up to 32, or a list of them.
    private static func extreme(
        _ name: String,
        _ documentation: String,
        _ wanted: Value.Order,
        _ example: String
    ) -> FunctionDeclaration {
        let function = "math.\(name)"
        let implementation: Body = { values throws(EvaluationError) in
            var numbers = values
            if values.count == 1, case .list(let elements) = values[0] { numbers = elements }
            guard var best = numbers.first else { throw EvaluationError("an empty list has no '\(function)'") }
            for number in numbers {
                switch number {
                case .int, .uint, .double: break
                default: throw .doesNotTake(function, values)
                }
                if number.order(to: best) == wanted { best = number }
            }
            return best
        }
        var overloads: [FunctionDeclaration.Overload] = []
        for number in numbers {
            overloads.append(.global("math_\(name)_\(number.name)", [number.type], number.type, implementation))
            overloads.append(
                .global("math_\(name)_list_\(number.name)", [.list(number.type)], number.type, implementation)
            )
        }
        overloads.append(.global("math_\(name)_list_dyn", [.list(.dyn)], .dyn, implementation))
        for left in numbers {
            for right in numbers {
                let result = left.name == right.name ? left.type : .dyn
                let id = "math_\(name)_\(left.name)_\(right.name)"
                overloads.append(.global(id, [left.type, right.type], result, implementation))
            }
        }
        for count in 3...32 {
            for (type, result) in numbers.map({ ($0.type, $0.type) }) + [(.dyn, .dyn)] {
                let parameters = [CELType](repeating: type, count: count)
                overloads.append(.global("math_\(name)_\(count)_\(type)", parameters, result, implementation))
            }
        }
        return FunctionDeclaration(
            function,
            documentation,
            examples: [.init("\(function)(1, 3, 2)", example), .init("\(function)([1, 3, 2])", example)],
            overloads: overloads
        )
    }
}
