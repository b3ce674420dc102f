public import CEL

/// The reference of functions as a page, made of their declarations.
public enum FunctionReference {
    public static func markdown(_ functions: [FunctionDeclaration]) -> String {
        var lines = [
            "# Functions", "",
            "What expressions in check files, plans and `keur eval` can call. Operators are CEL's: `&& || ! ?: == != < <= > >= + - * / % in`;",
            "macros are `has(x.f)`, `malformed(x.f)`, `all`, `exists`, `exists_one`, `map`, `filter`, `sortBy`, `transformList`, `transformMap`,",
            "`transformMapEntry`, `optMap`, `optFlatMap`, `cel.bind`, and the forms with two variables.",
            "This page is made of the functions' declarations; a test keeps it current.", "",
            "| Function | What it gives | Example |", "|---|---|---|",
        ]
        for function in functions where function.name.first?.isLetter == true {
            let signatures = function.overloads.map { "`\(signature(function.name, $0))`" }
            let examples = function.examples.map { "`\($0.expression)` is `\($0.value)`" }
            let cells = [
                signatures.joined(separator: "<br>"), function.documentation, examples.joined(separator: "<br>"),
            ]
            lines.append("| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func signature(_ name: String, _ overload: FunctionDeclaration.Overload) -> String {
        let parameters = overload.parameters.map(\.description)
        let call =
            switch overload.style {
            case .global: "\(name)(\(parameters.joined(separator: ", ")))"
            case .member: "\(parameters.first ?? "").\(name)(\(parameters.dropFirst().joined(separator: ", ")))"
            }
        return "\(call) → \(overload.result)"
    }
}
