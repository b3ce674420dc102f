import Checks
import Diagnostics

extension YAMLNode.Entry {
    /// The value as a text with its place; anything else is reported.
    func source(_ diagnostics: DiagnosticsCollector) -> SourceText? {
        guard case .scalar(let scalar) = value.content else {
            diagnostics.report("'\(key.text)' should be a text, not \(value.kind)", at: value.location)
            return nil
        }
        return SourceText(text: scalar.text, node: value)
    }
}

extension YAMLNode {
    func node(under key: String) -> YAMLNode? {
        if case .mapping(let entries) = content { entries.first { $0.key.text == key }?.value } else { nil }
    }

    func text(under key: String) -> String {
        if case .scalar(let scalar)? = node(under: key)?.content { scalar.text } else { "" }
    }

    /// Of a mapping, in order.
    var keys: [String] { if case .mapping(let entries) = content { entries.map(\.key.text) } else { [] } }

    func isText(_ text: String) -> Bool {
        if case .scalar(let scalar) = content { scalar.text == text } else { false }
    }

    /// Mappings are merged key by key, anything else is replaced.
    func merged(with other: YAMLNode?) -> YAMLNode {
        guard let other else { return self }
        guard case .mapping(let own) = content, case .mapping(let others) = other.content else { return other }
        let merged = own.map { entry -> Entry in
            guard let override = others.first(where: { $0.key.text == entry.key.text }) else { return entry }
            return Entry(
                key: entry.key, keyLocation: override.keyLocation, value: entry.value.merged(with: override.value))
        }
        let added = others.filter { other in !own.contains { $0.key.text == other.key.text } }
        return YAMLNode(content: .mapping(merged + added), location: location)
    }
}
