/// A message as it stands in a check file, cut into plain text and `{CEL}` parts.
///
/// `{{` and `}}` stand for the braces themselves. Braces and quotes inside an expression are respected, so that
/// `{customer.name + " }"}` is one part.
package struct MessageTemplate {
    package enum Part: Hashable {
        case text(String)
        /// `offset` counts the Unicode scalars of the message before the expression.
        case expression(String, offset: Int)
    }

    package struct UnpairedBrace: Error, Hashable {
        /// In Unicode scalars.
        package var offset: Int
        package var isOpening: Bool
    }

    package var parts: [Part]

    package init(_ message: String) throws(UnpairedBrace) {
        let scalars = Array(message.unicodeScalars)
        var parts: [Part] = []
        var text = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            let isDoubled = position + 1 < scalars.count && scalars[position + 1] == scalar
            if (scalar == "{" || scalar == "}"), isDoubled {
                text.append(scalar)
                position += 2
            } else if scalar == "{" {
                guard let end = Self.end(ofExpressionAt: position + 1, in: scalars) else {
                    throw UnpairedBrace(offset: position, isOpening: true)
                }
                if !text.isEmpty { parts.append(.text(String(text))) }
                text.removeAll()
                var expression = String.UnicodeScalarView()
                expression.append(contentsOf: scalars[position + 1..<end])
                parts.append(.expression(String(expression), offset: position + 1))
                position = end + 1
            } else if scalar == "}" {
                throw UnpairedBrace(offset: position, isOpening: false)
            } else {
                text.append(scalar)
                position += 1
            }
        }
        if !text.isEmpty { parts.append(.text(String(text))) }
        self.parts = parts
    }

    /// The position of the brace that closes the expression, or nil when none does.
    private static func end(ofExpressionAt start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var depth = 0
        var quote: Unicode.Scalar?
        var position = start
        while position < scalars.count {
            let scalar = scalars[position]
            if let open = quote {
                if scalar == "\\" { position += 1 }
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "{" {
                depth += 1
            } else if scalar == "}" {
                if depth == 0 { return position }
                depth -= 1
            }
            position += 1
        }
        return nil
    }
}
