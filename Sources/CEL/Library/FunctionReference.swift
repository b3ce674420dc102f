/// The documentation of functions, made from their table.
public enum FunctionReference {
    /// A chapter of Markdown: a heading, then each function with its line, its signatures and its examples.
    public static func markdown(_ title: String, _ functions: [FunctionDeclaration]) -> String {
        var lines = ["## \(title)", ""]
        for function in functions {
            lines.append("### `\(function.name.asWritten)`")
            lines.append("")
            lines.append(function.documentation)
            lines.append("")
            for signature in function.signatures { lines.append("- `\(signature)`") }
            if !function.examples.isEmpty {
                lines += ["", "```cel"]
                lines += function.examples.map { "\($0.expression)   // \($0.value)" }
                lines.append("```")
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

extension FunctionDeclaration {
    /// How each overload is called, e.g. `string.contains(string) → bool`; operators as they are written.
    var signatures: [String] {
        let signatures = overloads.map { overload in
            let types = overload.parameters.map(\.description)
            let call: String
            if name.asWritten != name {
                call = name.asOperator(of: types)
            } else if overload.style == .member {
                call = "\(types[0]).\(name)(\(types.dropFirst().joined(separator: ", ")))"
            } else {
                call = "\(name)(\(types.joined(separator: ", ")))"
            }
            return "\(call) → \(overload.result)"
        }
        // Functions that take any number of arguments have an overload for each count; the first ones show how it goes on.
        return signatures.count > 24 ? Array(signatures.prefix(24)) + ["…"] : signatures
    }
}

extension String {
    /// The symbol of an operator, or the name of a function as it is.
    var asWritten: String {
        switch self {
        case "@in": "in"
        case "_[_]": "[]"
        case "_[?_]": "[?]"
        case "_?_:_": "?:"
        default: contains(where: \.isLetter) ? self : filter { $0 != "_" }
        }
    }

    fileprivate func asOperator(of operands: [String]) -> String {
        switch (self, operands.count) {
        case ("_[_]", 2): "\(operands[0])[\(operands[1])]"
        case ("_[?_]", 2): "\(operands[0])[?\(operands[1])]"
        case ("_?_:_", 3): "\(operands[0]) ? \(operands[1]) : \(operands[2])"
        case (_, 2): "\(operands[0]) \(asWritten) \(operands[1])"
        default: asWritten + operands.joined(separator: " ")
        }
    }
}
