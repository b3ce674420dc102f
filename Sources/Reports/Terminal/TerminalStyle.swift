/// The few ways in which text stands out in a terminal; plain text where colours are not wanted.
package struct TerminalStyle: Sendable {
    var colour: Bool

    package init(colour: Bool) { self.colour = colour }

    package func strong(_ text: String) -> String { wrapped(text, in: "1") }
    package func faint(_ text: String) -> String { wrapped(text, in: "2") }
    /// For what costs money.
    package func risk(_ text: String) -> String { wrapped(text, in: "31") }

    private func wrapped(_ text: String, in code: String) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
