public import Diagnostics

/// Collects diagnostics while a file is read, so that all of them come in one go.
public final class DiagnosticsCollector {
    public private(set) var all: [Diagnostic] = []

    public init() {}

    public func report(_ diagnostic: Diagnostic) { all.append(diagnostic) }

    public func report(_ message: String, help: String? = nil, at location: SourceLocation) {
        all.append(Diagnostic(message, help: help, at: location))
    }

    /// Throws what was collected, if anything was.
    public func throwIfAny() throws(Diagnostics) {
        if !all.isEmpty { throw Diagnostics(all) }
    }
}

/// Reads the keys of a mapping one by one, notes which were asked for, and reports the rest as unknown.
///
/// A value of the wrong kind is reported and read as absent, so that reading goes on to the next mistake.
public struct MappingReader {
    public let node: YAMLNode
    public let diagnostics: DiagnosticsCollector
    private let entries: [YAMLNode.Entry]
    private var asked: [String] = []

    /// Reports when `node` is no mapping; the reader then is empty.
    public init(_ node: YAMLNode, what: String, diagnostics: DiagnosticsCollector) {
        self.node = node
        self.diagnostics = diagnostics
        if case .mapping(let entries) = node.content {
            self.entries = entries
        } else {
            entries = []
            diagnostics.report("\(what) should be a mapping of keys to values, not \(node.kind)", at: node.location)
        }
    }

    /// The value under `key`; nil when it is missing or nothing stands there.
    public mutating func value(_ key: String) -> YAMLNode? {
        asked.append(key)
        guard let entry = entries.first(where: { $0.key.text == key }), !entry.value.isNull else { return nil }
        return entry.value
    }

    /// The text under `key` as written; lists and mappings are reported.
    public mutating func text(_ key: String) -> (text: String, node: YAMLNode)? {
        guard let value = value(key) else { return nil }
        guard case .scalar(let scalar) = value.content else {
            diagnostics.report("'\(key)' should be a text, not \(value.kind)", at: value.location)
            return nil
        }
        return (scalar.text, value)
    }

    /// As `text(_:)`, and a missing one is reported.
    public mutating func requiredText(_ key: String) -> (text: String, node: YAMLNode)? {
        let isThere = entries.contains { $0.key.text == key && !$0.value.isNull }
        if !isThere { diagnostics.report("'\(key)' is missing", at: node.location) }
        return text(key)
    }

    /// One of `names`, each with its meaning.
    public mutating func choice<Choice>(_ key: String, of names: KeyValuePairs<String, Choice>) -> Choice? {
        guard let (text, node) = text(key) else { return nil }
        if let choice = names.first(where: { $0.key == text })?.value { return choice }
        let known = names.map(\.key)
        diagnostics.report(
            "'\(text)' is no \(key)",
            help: didYouMean(text, among: known) ?? "it is one of \(known.joined(separator: ", "))",
            at: node.location
        )
        return nil
    }

    /// A list of texts; a single text counts as a list of one.
    public mutating func texts(_ key: String) -> [(text: String, node: YAMLNode)] {
        guard let value = value(key) else { return [] }
        switch value.content {
        case .scalar(let scalar): return [(scalar.text, value)]
        case .sequence(let items):
            return items.compactMap { item in
                guard case .scalar(let scalar) = item.content else {
                    diagnostics.report("'\(key)' should be a list of texts, not of \(item.kind)", at: item.location)
                    return nil
                }
                return (scalar.text, item)
            }
        case .mapping:
            diagnostics.report("'\(key)' should be a list, not a mapping", at: value.location)
            return []
        }
    }

    /// The items of a list; anything else is reported.
    public mutating func list(_ key: String) -> [YAMLNode] {
        guard let value = value(key) else { return [] }
        guard case .sequence(let items) = value.content else {
            diagnostics.report("'\(key)' should be a list, not \(value.kind)", at: value.location)
            return []
        }
        return items
    }

    /// The entries of a mapping under `key`; anything else is reported.
    public mutating func mapping(_ key: String) -> [YAMLNode.Entry] {
        guard let value = value(key) else { return [] }
        guard case .mapping(let entries) = value.content else {
            diagnostics.report("'\(key)' should be a mapping of names to values, not \(value.kind)", at: value.location)
            return []
        }
        return entries
    }

    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let (text, node) = text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            diagnostics.report(
                "'\(key)' should be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'",
                at: node.location
            )
            return nil
        }
        return number
    }

    /// Reports every key that nobody asked for, with the nearest one that exists.
    public func finish() {
        for entry in entries where !asked.contains(entry.key.text) {
            diagnostics.report(
                "unknown key '\(entry.key.text)'",
                help: didYouMean(entry.key.text, among: asked)
                    ?? "known here are \(Set(asked).sorted().joined(separator: ", "))",
                at: entry.keyLocation
            )
        }
    }
}
