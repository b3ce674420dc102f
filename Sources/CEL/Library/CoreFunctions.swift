/// Size, and conditions on texts.
enum CoreFunctions {
    static let all: [FunctionDeclaration] = [size, contains, startsWith, endsWith, matches]

    private static let size = FunctionDeclaration(
        "size",
        "The number of characters of a text, of bytes, of elements of a list or of entries of a map.",
        examples: [.init("size('müller')", "6"), .init("[1, 2].size()", "2")],
        overloads: [CELType.string, .bytes, .list(.parameter("A")), .map(.parameter("A"), .parameter("B"))].flatMap { type in
            [FunctionDeclaration.Style.global, .member].map { style in
                let name = "\(type)".prefix { $0 != "(" }
                return .init(style == .global ? "size_\(name)" : "\(name)_size", style, [type], .int, .general(count))
            }
        }
    )

    @Sendable private static func count(_ values: [Value]) throws(EvaluationError) -> Value {
        switch values.first {
        case .string(let text): .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): .int(Int64(bytes.count))
        case .list(let items): .int(Int64(items.count))
        case .map(let map): .int(Int64(map.count))
        default: throw EvaluationError("size() needs a text, bytes, a list or a map")
        }
    }

    private static func condition(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ holds: @escaping @Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: [.init("\(name)_string", .member, [.string, .string], .bool, .textPredicate2(holds))]
        )
    }

    private static let contains = condition(
        "contains", "Whether a text stands within another.", .init("'invoice'.contains('voi')", "true"), containsBytes)
    private static let startsWith = condition(
        "startsWith", "Whether a text begins with another.", .init("'NL0012'.startsWith('NL')", "true"), hasPrefix)
    private static let endsWith = condition(
        "endsWith", "Whether a text ends with another.", .init("'Acme B.V.'.endsWith('B.V.')", "true"), hasSuffix)

    private static let matches = FunctionDeclaration(
        "matches",
        "Whether a pattern (RE2) is found anywhere in a text; '^' and '$' tie it to the ends.",
        examples: [.init("'4500012345'.matches('^45[0-9]{8}$')", "true")],
        overloads: [
            .init("matches", .global, [.string, .string], .bool, .general(match)),
            .init("matches_string", .member, [.string, .string], .bool, .general(match)),
        ]
    )

    @Sendable private static func match(_ values: [Value]) throws(EvaluationError) -> Value {
        guard values.count == 2, case .string(let text) = values[0], case .string(let pattern) = values[1] else {
            throw EvaluationError("matches() needs a text and a pattern")
        }
        do {
            return .bool(try PatternCache.shared.expression(for: pattern).matches(text))
        } catch {
            throw EvaluationError("'\(pattern)' is no pattern: \(error.reason)")
        }
    }
}
