import ArgumentParser
import CEL
import Checks
import Foundation

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Evaluate a CEL expression.",
        discussion: """
            The variables are the keys of a JSON object. The value is printed as JSON.

            Examples:
              keur eval '1 + 2'
              keur eval 'isVat(customer.vat_number)' --json customer.json
              echo '{"customer": {"country": "NL"}}' | keur eval 'customer.country in ["NL", "BE"]' --json -
            """
    )

    @Argument(help: "The expression.")
    var expression: String

    @Option(help: "File with the variables as a JSON object; - for standard input.", completion: .file())
    var json: String?

    func run() throws {
        let variables = try variables()
        let environment = Environment(
            variables: variables.mapValues { _ in .dyn },
            functions: StandardLibrary.all + DomainFunctions.all,
            allowsNumericComparisonsAcrossTypes: true
        )
        let checked: CheckedExpression
        do throws(Issues) {
            checked = try check(try CEL.parse(expression, in: environment), in: environment)
        } catch {
            throw CommandFailure(text: error.all.map(text(of:)).joined(separator: "\n"), code: .usage)
        }
        switch Program(checked, in: environment).evaluate(Activation(variables)) {
        case .success(let value): print(value.jsonText)
        case .failure(let error):
            throw CommandFailure(
                text: text(of: Issue("the evaluation failed: \(error.message)", at: error.offset ?? 0)),
                code: .exceptions
            )
        }
    }

    /// The place, the mistake, and the line with a caret below.
    private func text(of issue: Issue) -> String {
        let before = expression.unicodeScalars.prefix(issue.offset)
        let line = before.count { $0 == "\n" } + 1
        let column = before.reversed().prefix { $0 != "\n" }.count + 1
        let help = issue.help.map { "; \($0)" } ?? ""
        let source = expression.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        return """
            expression:\(line):\(column): \(issue.message)\(help)
              \(source)
              \(String(repeating: " ", count: column - 1))^
            """
    }

    private func variables() throws -> [String: Value] {
        guard let json else { return [:] }
        let data =
            json == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: json)
        guard let data else { throw CommandFailure(text: "\(json): there is no such file", code: .source) }
        do {
            return try JSONDecoder().decode([String: JSONValue].self, from: data).mapValues(\.value)
        } catch {
            throw CommandFailure(text: "\(json): this is no JSON object of variables", code: .usage)
        }
    }
}

/// JSON as CEL sees it: whole numbers are ints, others doubles.
private enum JSONValue: Decodable {
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    case list([JSONValue])
    case map([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .int(number)
        } else if let number = try? container.decode(Double.self) {
            self = .double(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let items = try? container.decode([JSONValue].self) {
            self = .list(items)
        } else {
            self = .map(try container.decode([String: JSONValue].self))
        }
    }

    var value: Value {
        switch self {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .double(let number): return .double(number)
        case .string(let text): return .string(text)
        case .list(let items): return .list(items.map(\.value))
        case .map(let entries):
            let sorted = entries.sorted { $0.key < $1.key }.map { (key: Value.string($0.key), value: $0.value.value) }
            // The keys of a JSON object are texts and differ, so they always make a map.
            return (try? MapValue(sorted)).map { .map($0) } ?? .null
        }
    }
}
