import CEL
import Foundation

/// The report on a CEL conformance suite, or nil when the object is none.
///
/// Source: tests of google/cel-spec as JSON; values are tagged with their type, e.g. `{"int": "-1"}`.
func celSuite(_ object: [String: Any]) -> SuiteReport? {
    guard let name = object["suite"] as? String, let tests = object["tests"] as? [[String: Any]] else { return nil }
    return SuiteReport(
        name: name,
        outcomes: tests.map { test in
            CaseOutcome(id: test["id"] as? String ?? "(without id)", result: CELCase(test, suite: name).run())
        }
    )
}

/// One test of a suite.
private struct CELCase {
    private let test: [String: Any]
    private let suite: String

    init(_ test: [String: Any], suite: String) {
        self.test = test
        self.suite = suite
    }

    func run() -> CaseOutcome.Result {
        if let reason = reasonToSkip { return .skipped(reason: reason) }
        guard let source = test["expr"] as? String else { return .failed("has no expression") }
        let expected = test["expect"] as? [String: Any] ?? [:]
        do {
            let environment = try environment()
            let type: CELType?
            let program: Program
            do throws(Issues) {
                let expression = try parse(source, in: environment)
                if test["disable_check"] as? Bool == true {
                    type = nil
                    program = Program(unchecked: expression, in: environment)
                } else {
                    let checked = try check(expression, in: environment)
                    type = checked.type
                    program = Program(checked, in: environment)
                }
            } catch {
                if expected["error"] != nil { return .passed }
                return .failed("does not compile: \(error.all.map(\.message).joined(separator: "; "))")
            }
            if let expectedType = expected["type"] as? String, type?.description != expectedType {
                return .failed("has the type \(type?.description ?? "unknown"), not \(expectedType)")
            }
            if test["check_only"] as? Bool == true { return .passed }
            let result = program.evaluate(Activation(try bindings()))
            return try compare(result, with: expected)
        } catch {
            return .failed("the test cannot be read: \(error)")
        }
    }

    private var reasonToSkip: String? {
        if test["needs_proto"] as? Bool == true { return "needs protobuf" }
        if suite == "block_ext" { return "cel.block is made by optimisers, not written" }
        let functions = test["functions"] as? [[String: Any]] ?? []
        if functions.contains(where: { ($0["result"] as? String)?.hasPrefix("tuple(") == true }) {
            return "needs types of extensions with parameters"
        }
        return nil
    }

    private func environment() throws -> CEL.Environment {
        var environment = Environment(container: test["container"] as? String ?? "")
        for (name, type) in test["variables"] as? [String: String] ?? [:] {
            environment.variables[name] = try CELType(conformanceText: type)
        }
        for function in test["functions"] as? [[String: Any]] ?? [] {
            guard let name = function["name"] as? String, let id = function["overload"] as? String,
                let parameters = function["params"] as? [String], let result = function["result"] as? String
            else { throw Unreadable("functions") }
            let overload = FunctionDeclaration.Overload(
                id,
                function["member"] as? Bool == true ? .member : .global,
                try parameters.map(CELType.init(conformanceText:)),
                try CELType(conformanceText: result),
                .builtIn
            )
            environment.functions.append(FunctionDeclaration(name, "Declared by a test.", overloads: [overload]))
        }
        return environment
    }

    private func bindings() throws -> [String: Value] {
        try (test["bindings"] as? [String: Any] ?? [:]).mapValues { try Value(tagged: $0) }
    }

    private func compare(
        _ result: Result<Value, EvaluationError>,
        with expected: [String: Any]
    ) throws -> CaseOutcome.Result {
        switch result {
        case .success(let value):
            if let messages = expected["error"] as? [String] {
                return .failed("is \(value), not the error \(messages.joined(separator: ", "))")
            }
            let wanted = try expected["value"].map(Value.init(tagged:)) ?? .bool(true)
            return value.isSame(as: wanted) ? .passed : .failed("is \(value), not \(wanted)")
        case .failure(let error):
            return expected["error"] != nil ? .passed : .failed("fails: \(error.message)")
        }
    }
}

struct Unreadable: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
