import CEL
import Foundation

/// The report on a CEL conformance suite, or nil when the object is none.
///
/// The form of the file: `suite`, `class` and `tests`, each with `expr`, declarations, `bindings` and what to `expect`, values
/// tagged with their type.
func celSuite(_ object: [String: Any]) -> SuiteReport? {
    guard let suite = object["suite"] as? String, let tests = object["tests"] as? [[String: Any]] else { return nil }
    return SuiteReport(
        name: "cel \(suite)",
        outcomes: tests.map { test in
            let id = test["id"] as? String ?? "?"
            return CaseOutcome(id: id, result: CELCase(test, suite: suite).result(id: id))
        }
    )
}

private struct CELCase {
    private let test: [String: Any]
    private let suite: String

    init(_ test: [String: Any], suite: String) {
        self.test = test
        self.suite = suite
    }

    private struct Failure: Error {
        var text: String
    }

    /// What the run came to, or that the test is left out, which the list has to say too.
    func result(id: String) -> CaseOutcome.Result {
        let needs = test["needs"] as? [String] ?? []
        let isOutOfReach = test["needs_proto"] as? Bool == true || suite == "block_ext"
        guard let reason = LeftOut.reason(for: id) else {
            return isOutOfReach ? .unlisted(needs: needs.isEmpty ? suite : needs.joined(separator: ", ")) : run()
        }
        // An error is soon had from what is not understood, so that it proves nothing.
        if expectation["error"] == nil, case .passed = run() { return .failed("passes, so take it off the list") }
        return .skipped(reason: reason)
    }

    private func run() -> CaseOutcome.Result {
        do {
            guard let source = test["expr"] as? String else { throw Failure(text: "no expression") }
            let environment = try environment()
            let parsed: CEL.Expression
            do throws(Issues) {
                parsed = try parse(source, in: environment)
            } catch {
                return verdict(ofError: error.all.map(\.message).joined(separator: "; "))
            }
            if test["disable_check"] as? Bool == true {
                return try verdict(of: Program(unchecked: parsed, in: environment).evaluate(activation()))
            }
            let checked: CheckedExpression
            do throws(Issues) {
                checked = try check(parsed, in: environment)
            } catch {
                return verdict(ofError: error.all.map(\.message).joined(separator: "; "))
            }
            if let wanted = expectation["type"] as? String,
                wanted != "\(checked.type)", wanted != checked.type.protobufName
            {
                return .failed("type \(checked.type), expected \(wanted)")
            }
            if test["check_only"] as? Bool == true { return .passed }
            return try verdict(of: Program(checked, in: environment).evaluate(activation()))
        } catch let failure as Failure {
            return .failed(failure.text)
        } catch {
            return .failed("\(error)")
        }
    }

    private var expectation: [String: Any] { test["expect"] as? [String: Any] ?? [:] }

    private func verdict(ofError message: String) -> CaseOutcome.Result {
        expectation["error"] != nil ? .passed : .failed("error: \(message)")
    }

    private func verdict(of result: Result<Value, EvaluationError>) throws -> CaseOutcome.Result {
        switch result {
        case .failure(let error): return verdict(ofError: error.message)
        case .success(let value):
            if expectation["error"] != nil { return .failed("\(value), expected an error") }
            let wanted = try expectation["value"].map { try Self.value($0) } ?? .bool(true)
            return Self.isSame(value, wanted) ? .passed : .failed("\(value), expected \(wanted)")
        }
    }

    // MARK: The environment and its values

    private func environment() throws -> Environment {
        var variables: [String: CELType] = [:]
        for (name, type) in test["variables"] as? [String: String] ?? [:] {
            variables[name] = TypeText(type).type
        }
        var functions = StandardLibrary.all
        for function in test["functions"] as? [[String: Any]] ?? [] { functions.append(try Self.declaration(function)) }
        return Environment(
            variables: variables,
            functions: functions,
            container: test["container"] as? String ?? ""
        )
    }

    private static func declaration(_ function: [String: Any]) throws -> FunctionDeclaration {
        guard let name = function["name"] as? String else { throw Failure(text: "a function without a name") }
        let parameters = function["params"] as? [String] ?? []
        let typeParameters = Set(function["type_params"] as? [String] ?? [])
        let isMember = function["member"] as? Bool == true
        return FunctionDeclaration(
            name,
            "",
            overloads: [
                .init(
                    function["id"] as? String ?? "\(name)_\(parameters.joined(separator: "_"))",
                    isMember ? .member : .global,
                    parameters.map { TypeText($0, parameters: typeParameters).type },
                    TypeText(function["result"] as? String ?? "dyn", parameters: typeParameters).type,
                    .builtIn
                )
            ]
        )
    }

    private func activation() throws -> Activation {
        var values: [String: Value] = [:]
        for (name, tagged) in test["bindings"] as? [String: Any] ?? [:] { values[name] = try Self.value(tagged) }
        return Activation(values)
    }

    /// A tagged value, e.g. `{"int": "-1"}`.
    private static func value(_ tagged: Any) throws -> Value {
        guard let object = tagged as? [String: Any], let (tag, content) = object.first else {
            throw Failure(text: "no tagged value: \(tagged)")
        }
        switch (tag, content) {
        case ("null", _): return .null
        case ("bool", let flag as Bool): return .bool(flag)
        case ("int", let text as String): if let number = Int64(text) { return .int(number) }
        case ("uint", let text as String): if let number = UInt64(text) { return .uint(number) }
        case ("double", let text as String): if let number = Double(text) { return .double(number) }
        case ("string", let text as String): return .string(text)
        case ("bytes", let text as String): if let data = Data(base64Encoded: text) { return .bytes(Array(data)) }
        case ("list", let items as [Any]): return .list(try items.map { try value($0) })
        case ("map", let entries as [[Any]]):
            return .map(try MapValue(entries.map { (key: try value($0[0]), value: try value($0[1])) }))
        case ("timestamp", let text as String), ("duration", let text as String):
            let environment = Environment()
            let parsed = try parse("\(tag)('\(text)')", in: environment)
            return try Program(unchecked: parsed, in: environment).evaluate(Activation([:])).get()
        case ("type", let name as String): return .type(TypeValue(name: name.typeValueName))
        case ("optional", let wrapped): return .optional(wrapped is NSNull ? nil : try value(wrapped))
        default: break
        }
        throw Failure(text: "unknown tagged value \(tag)")
    }

    /// Same type and same value; NaN is itself, and maps ignore order.
    private static func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && a.entries.allSatisfy { key, value in
                    b.entries.contains { isSame(key, $0) && isSame(value, $1) }
                }
        default: left.type == right.type && left.isEqual(to: right)
        }
    }
}

extension CELType {
    /// As `description`, moments and durations by the names of their messages.
    fileprivate var protobufName: String {
        "\(self)".replacing(#/\btimestamp\b/#, with: "google.protobuf.Timestamp")
            .replacing(#/\bduration\b/#, with: "google.protobuf.Duration")
    }
}

extension String {
    /// How `type()` names a type that the suites write in short.
    fileprivate var typeValueName: String {
        switch self {
        case "timestamp": "google.protobuf.Timestamp"
        case "duration": "google.protobuf.Duration"
        case "null": "null_type"
        default: String(prefix { $0 != "(" })
        }
    }
}

/// Reads a type as the suites write it, e.g. `map(string, list(int))`.
private struct TypeText {
    let type: CELType

    init(_ text: String, parameters: Set<String> = []) {
        var rest = text[...]
        type = Self.read(&rest, parameters)
    }

    private static func read(_ rest: inout Substring, _ parameters: Set<String>) -> CELType {
        rest = rest.drop { $0 == " " || $0 == "," }
        let name = String(rest.prefix { !"(), ".contains($0) })
        rest = rest.dropFirst(name.count)
        var arguments: [CELType] = []
        if rest.first == "(" {
            rest = rest.dropFirst()
            while let next = rest.first, next != ")" {
                if next == "," || next == " " {
                    rest = rest.dropFirst()
                } else {
                    arguments.append(read(&rest, parameters))
                }
            }
            rest = rest.dropFirst()
        }
        // Declarations write place-holders as single capitals without listing them.
        if parameters.contains(name) || (name.count == 1 && name == name.uppercased()) { return .parameter(name) }
        switch (name, arguments.count) {
        case ("list", 1): return .list(arguments[0])
        case ("map", 2): return .map(arguments[0], arguments[1])
        case ("optional_type", 1): return .optional(arguments[0])
        case ("type", 1): return .type(arguments[0])
        case ("wrapper", _): return .dyn
        default: break
        }
        let simple: [String: CELType] = [
            "null": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
            "bytes": .bytes, "timestamp": .timestamp, "duration": .duration, "type": .type(nil), "dyn": .dyn,
            "list": .list(.dyn), "map": .map(.dyn, .dyn), "google.protobuf.Timestamp": .timestamp,
            "google.protobuf.Duration": .duration,
        ]
        return simple[name] ?? .opaque(name, arguments)
    }
}
