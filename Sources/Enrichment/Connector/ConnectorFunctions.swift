import Foundation
public import CEL
import CHash
import Identifiers

/// What connectors need besides what checks have, to read answers that leave things out.
public enum ConnectorFunctions {
    public static let all: [FunctionDeclaration] = [
        unary(
            "text", "The value as a text; '' for null.", ("text(12)", "'12'"), .string
        ) { .string($0.plainText) },
        unary(
            "list", "The value as a list: null is an empty one, anything but a list the only element.",
            ("list('a')", "['a']"), .list(.dyn)
        ) { value in
            switch value {
            case .null: .list([])
            case .list: value
            default: .list([value])
            }
        },
        unary(
            "first", "The first element of a list, null of an empty one; anything but a list as it is.",
            ("first([1, 2])", "1"), .dyn
        ) { value in
            if case .list(let items) = value { items.first ?? .null } else { value }
        },
        general(
            "find", "All members of a name, at any depth, in order; lists among them are laid out.",
            ("find({'a': {'b': 1}}, 'b')", "[1]"), [.dyn, .string], .list(.dyn)
        ) { values in
            var found: [Value] = []
            values[0].collect(values[1].plainText, into: &found)
            return .list(found)
        },
        general(
            "number", "The value as a number; null when it is none.", ("number('45000')", "45000.0"), [.dyn], .dyn
        ) { $0[0].plainNumber.map(Value.double) ?? .null },
        general(
            "date", "The calendar day that a text names, in the forms that registers use; null when it names none.",
            ("string(date('20250131'))", "'2025-01-31T00:00:00Z'"), [.dyn], .dyn
        ) { values in
            if case .timestamp = values[0] { return values[0] }
            return LooseDate.read(values[0].plainText).map(Value.timestamp) ?? .null
        },
        general(
            "dateIn", "The first day that a text names with its month in words; null when it names none.",
            ("string(dateIn('Uitspraak faillissement op 18 mei 2021'))", "'2021-05-18T00:00:00Z'"), [.string], .dyn
        ) { LooseDate.find(in: $0[0].plainText).map(Value.timestamp) ?? .null },
        general(
            "extract",
            "What the first group of a regular expression (RE2) fits in a text, or all of it where it has no group; '' for nothing.",
            ("extract('Company Number 00123456, Cardiff', r'Number ([0-9]+)')", "'00123456'"), [.dyn, .string], .string
        ) { values in
            // A pattern that is none finds nothing; those of connectors are literals, and their tests would show it.
            let pattern = try? RegularExpression(values[1].plainText)
            return .string(pattern?.extract(from: values[0].plainText) ?? "")
        },
        FunctionDeclaration(
            "json",
            "The value that a text is the JSON of; anything but a text as it is. Fails for a text that is no JSON.",
            examples: [.init(#"json('{"a": 1}')"#, "{'a': 1}")],
            overloads: [
                .init(
                    "json_dyn", .global, [.dyn], .dyn,
                    .general { values throws(EvaluationError) in
                        guard case .string(let text) = values[0] else { return values[0] }
                        do throws(JSONError) {
                            return try Value(json: Array(text.utf8))
                        } catch {
                            throw EvaluationError("a text in it is not JSON, \(error.message) at byte \(error.offset)")
                        }
                    })
            ]),
        FunctionDeclaration(
            "notKnown", "Fails with a reason: whatever reads this is not known.",
            overloads: [
                .init(
                    "notKnown_string", .global, [.string], .dyn,
                    .general { values throws(EvaluationError) in
                        throw EvaluationError(values[0].plainText, kind: .notKnown)
                    })
            ]),
        general(
            "coalesce", "The first of two that is neither null nor empty.", ("coalesce('', 'b')", "'b'"),
            [.dyn, .dyn], .dyn
        ) { $0[0].isNothing ? $0[1] : $0[0] },
        general(
            "normal", "An identifier of a kind in its normal form; '' when it is not valid.",
            ("normal('vat-nl', 'nl 0044.95.445.b01')", "'NL004495445B01'"), [.string, .string], .string
        ) { .string(Identifiers.kind($0[0].plainText)?.normalized($0[1].plainText) ?? "") },
        general(
            "vatNumber", "A VAT number with its country's letters, in normal form; '' when it is not valid.",
            ("vatNumber('004495445B01', 'NL')", "'NL004495445B01'"), [.string, .string], .string
        ) { values in
            let text = values[0].plainText
            let own = Identifiers.vatKind(ofCountry: String(text.prefix(2)).uppercased())?.normalized(text)
            return .string(own ?? Identifiers.vatKind(ofCountry: values[1].plainText)?.normalized(text) ?? "")
        },
        general(
            "companyNumber", "A registration number in its country's normal form; '' when it is not valid there.",
            ("companyNumber('12.345.678', 'NL')", "'12345678'"), [.string, .string], .string
        ) { values in
            let kinds = Identifiers.companyNumberKinds(ofCountry: values[1].plainText)
            return .string(kinds.lazy.compactMap { $0.normalized(values[0].plainText) }.first ?? "")
        },
        general(
            "peppolHost", "The name under which the Peppol SML knows a participant, without its zone.",
            (
                "peppolHost('9915:test')",
                "'eh5boavaktmbgzyh2a63dz4qov33fvp5nsdvqklucfraayoodw6a.iso6523-actorid-upis'"
            ), [.string], .string
        ) { .string("\(Base32.encode(sha256($0[0].plainText.lowercased()))).iso6523-actorid-upis") },
        general(
            "escaped", "A text with percent escapes, as one segment of a path.",
            ("escaped('a: b/c')", "'a%3A%20b%2Fc'"),
            [.string], .string
        ) { .string(RequestBuilder.escaped($0[0].plainText)) },
        general(
            "unescaped", "A text with its percent escapes undone.", ("unescaped('a%3A%20b')", "'a: b'"), [.string],
            .string
        ) { .string($0[0].plainText.removingPercentEncoding ?? "") },
    ]

    /// Of one argument of any type.
    private static func unary(
        _ name: String,
        _ documentation: String,
        _ example: (String, String),
        _ result: CELType,
        _ body: @escaping @Sendable (Value) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init(example.0, example.1)],
            overloads: [
                .init("\(name)_1", .global, [.dyn], result, .unary { value throws(EvaluationError) in body(value) })
            ]
        )
    }

    private static func general(
        _ name: String,
        _ documentation: String,
        _ example: (String, String),
        _ parameters: [CELType],
        _ result: CELType,
        _ body: @escaping @Sendable ([Value]) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [.init(example.0, example.1)],
            overloads: [
                .init(
                    "\(name)_\(parameters.count)", .global, parameters, result,
                    .general { values throws(EvaluationError) in body(values) })
            ]
        )
    }

    static func sha256(_ text: String) -> [UInt8] { sha256(Array(text.utf8)) }

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(KEUR_SHA256_LENGTH))
        keur_sha256(bytes, bytes.count, &digest)
        return digest
    }
}

/// RFC 4648, section 6, in small letters and without padding, as the Peppol SML wants it.
enum Base32 {
    static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var text: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[bits >> count & 31])
            }
            bits &= 1 << count - 1
        }
        if count > 0 { text.append(alphabet[bits << (5 - count) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Value {
    /// As it stands in a URL or a text; empty for null and for what has no plain form.
    var plainText: String {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .double(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .timestamp(let moment): moment.description
        case .optional(let wrapped): wrapped?.plainText ?? ""
        case .map(let map): map.value(for: .string(XMLAnswer.textKey))?.plainText ?? ""
        default: ""
        }
    }

    var plainNumber: Double? {
        switch self {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number.isFinite ? number : nil
        case .string(let text): Self.decimal(text.trimmed)
        default: nil
        }
    }

    /// What is written in decimal digits: none of `NaN`, `inf` and `0x1p4`, which Swift takes as well.
    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Null, an empty text or an empty list.
    var isNothing: Bool {
        switch self {
        case .null, .optional(nil): true
        case .string(let text): text.isEmpty
        case .list(let items): items.isEmpty
        default: false
        }
    }

    fileprivate func collect(_ name: String, into found: inout [Value]) {
        switch self {
        case .list(let items): for item in items { item.collect(name, into: &found) }
        case .map(let map):
            for (key, value) in map.entries {
                if case .string(name) = key {
                    if case .list(let items) = value { found += items } else { found.append(value) }
                } else {
                    value.collect(name, into: &found)
                }
            }
        default: break
        }
    }
}
