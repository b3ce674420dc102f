extension StandardLibrary {
    private static let a = CELType.parameter("A")
    private static let b = CELType.parameter("B")

    /// The operators, for the checker and the documentation; the evaluator computes them itself.
    static let operators: [FunctionDeclaration] = [
        FunctionDeclaration(
            "_&&_",
            "Both hold; false on one side settles it, whatever the other is.",
            examples: [.init("1 / 0 > 1 && false", "false")],
            overloads: [builtIn("logical_and", [.bool, .bool], .bool)]
        ),
        FunctionDeclaration(
            "_||_",
            "At least one holds; true on one side settles it, whatever the other is.",
            examples: [.init("1 / 0 > 1 || true", "true")],
            overloads: [builtIn("logical_or", [.bool, .bool], .bool)]
        ),
        FunctionDeclaration(
            "!_",
            "Does not hold.",
            examples: [.init("!true", "false")],
            overloads: [builtIn("logical_not", [.bool], .bool)]
        ),
        FunctionDeclaration(
            "_?_:_",
            "The second if the first holds, else the third; only that one is evaluated.",
            examples: [.init("1 < 2 ? 'yes' : 'no'", "'yes'")],
            overloads: [builtIn("conditional", [.bool, a, a], a)]
        ),
        FunctionDeclaration(
            "_==_",
            "Equal; numbers of different types by their value, texts byte by byte.",
            examples: [.init("[1, 2] == [1, 2]", "true"), .init("dyn(1) == 1.0", "true")],
            overloads: [builtIn("equals", [a, a], .bool)]
        ),
        FunctionDeclaration(
            "_!=_",
            "Not equal.",
            examples: [.init("'a' != 'A'", "true")],
            overloads: [builtIn("not_equals", [a, a], .bool)]
        ),
        ordering("_<_", "less", "Before; texts in the order of their UTF-8 bytes.", .init("'Abc' < 'abc'", "true")),
        ordering("_<=_", "less_equals", "Before or equal.", .init("1 <= 1", "true")),
        ordering("_>_", "greater", "After.", .init("duration('2m') > duration('90s')", "true")),
        ordering("_>=_", "greater_equals", "After or equal.", .init("1.5 >= 2.0", "false")),
        FunctionDeclaration(
            "_+_",
            "The sum; texts, bytes and lists one after the other; a moment moved by a duration.",
            examples: [
                .init("1 + 2", "3"), .init("'a' + 'b'", "'ab'"), .init("[1] + [2]", "[1, 2]"),
                .init(
                    "timestamp('2026-01-31T00:00:00Z') + duration('24h')",
                    "timestamp('2026-02-01T00:00:00Z')"
                ),
            ],
            overloads: [
                builtIn("add_int64", [.int, .int], .int),
                builtIn("add_uint64", [.uint, .uint], .uint),
                builtIn("add_double", [.double, .double], .double),
                builtIn("add_string", [.string, .string], .string),
                builtIn("add_bytes", [.bytes, .bytes], .bytes),
                builtIn("add_list", [.list(a), .list(a)], .list(a)),
                builtIn("add_timestamp_duration", [.timestamp, .duration], .timestamp),
                builtIn("add_duration_timestamp", [.duration, .timestamp], .timestamp),
                builtIn("add_duration_duration", [.duration, .duration], .duration),
            ]
        ),
        FunctionDeclaration(
            "_-_",
            "The difference; of two moments, the duration between them.",
            examples: [.init("7 - 9", "-2")],
            overloads: [
                builtIn("subtract_int64", [.int, .int], .int),
                builtIn("subtract_uint64", [.uint, .uint], .uint),
                builtIn("subtract_double", [.double, .double], .double),
                builtIn("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration),
                builtIn("subtract_timestamp_duration", [.timestamp, .duration], .timestamp),
                builtIn("subtract_duration_duration", [.duration, .duration], .duration),
            ]
        ),
        FunctionDeclaration(
            "_*_",
            "The product.",
            examples: [.init("1.5 * 2.0", "3.0")],
            overloads: [
                builtIn("multiply_int64", [.int, .int], .int),
                builtIn("multiply_uint64", [.uint, .uint], .uint),
                builtIn("multiply_double", [.double, .double], .double),
            ]
        ),
        FunctionDeclaration(
            "_/_",
            "The quotient; of integers, without its fraction.",
            examples: [.init("-7 / 2", "-3"), .init("7.0 / 2.0", "3.5")],
            overloads: [
                builtIn("divide_int64", [.int, .int], .int),
                builtIn("divide_uint64", [.uint, .uint], .uint),
                builtIn("divide_double", [.double, .double], .double),
            ]
        ),
        FunctionDeclaration(
            "_%_",
            "What the division of integers leaves, with the sign of the dividend.",
            examples: [.init("-7 % 3", "-1")],
            overloads: [
                builtIn("modulo_int64", [.int, .int], .int), builtIn("modulo_uint64", [.uint, .uint], .uint),
            ]
        ),
        FunctionDeclaration(
            "-_",
            "The number with the other sign.",
            examples: [.init("-(2 + 3)", "-5")],
            overloads: [
                builtIn("negate_int64", [.int], .int), builtIn("negate_double", [.double], .double),
            ]
        ),
        FunctionDeclaration(
            "_[_]",
            "An element of a list, counted from 0, or the value under a key of a map.",
            examples: [.init("[7, 8, 9][0]", "7"), .init("{'a': 1}['a']", "1")],
            overloads: [
                builtIn("index_list", [.list(a), .int], a),
                builtIn("index_map", [.map(a, b), a], b),
                builtIn("optional_list_index_int", [.optional(.list(a)), .int], .optional(a)),
                builtIn("optional_map_index_value", [.optional(.map(a, b)), a], .optional(b)),
            ]
        ),
        FunctionDeclaration(
            "_[?_]",
            "The same, as an optional that is empty when there is none.",
            examples: [.init("[7][?1].orValue(0)", "0")],
            overloads: [
                builtIn("list_optindex_optional_int", [.list(a), .int], .optional(a)),
                builtIn("map_optindex_optional_value", [.map(a, b), a], .optional(b)),
                builtIn("optional_list_optindex_optional_int", [.optional(.list(a)), .int], .optional(a)),
                builtIn("optional_map_optindex_optional_value", [.optional(.map(a, b)), a], .optional(b)),
            ]
        ),
        FunctionDeclaration(
            "@in",
            "Is an element of a list, or a key of a map.",
            examples: [.init("2 in [1, 2]", "true"), .init("'b' in {'a': 1}", "false")],
            overloads: [
                builtIn("in_list", [a, .list(a)], .bool), builtIn("in_map", [a, .map(a, b)], .bool),
            ]
        ),
    ]

    static func builtIn(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ style: FunctionDeclaration.Style = .global
    ) -> FunctionDeclaration.Overload {
        FunctionDeclaration.Overload(id, style, parameters, result, .builtIn)
    }

    private static func ordering(
        _ name: String,
        _ id: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example
    ) -> FunctionDeclaration {
        let types: [(String, CELType)] = [
            ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
            ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
        ]
        return FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: types.map { builtIn("\(id)_\($0.0)", [$0.1, $0.1], .bool) }
        )
    }
}
