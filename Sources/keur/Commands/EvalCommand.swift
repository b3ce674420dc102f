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
              echo '{"country": "NL"}' | keur eval 'country in ["NL", "BE"]' --json -
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
        do throws(JSONError) {
            guard case .map(let variables) = try Value(json: Array(data)) else {
                throw JSONError(message: "it is no object of variables", offset: 0)
            }
            return Dictionary(
                variables.entries.compactMap { key, value in
                    if case .string(let name) = key { (name, value) } else { nil }
                }
            ) { $1 }
        } catch {
            throw CommandFailure(
                text: "\(json): this is not JSON: \(error.message), at byte \(error.offset)", code: .usage)
        }
    }
}
