public import Diagnostics

/// A text in one or more languages; one without a language serves all of them.
public struct LocalizedText: Sendable, Hashable {
    /// The languages in which keur speaks; English stands in for one that is missing.
    public static let languages = ["en", "nl"]

    private var byLanguage: [String: String]
    private var fallback: String

    public init(_ text: String) {
        byLanguage = [:]
        fallback = text
    }

    init(_ byLanguage: [String: String]) {
        self.byLanguage = byLanguage
        fallback = byLanguage["en"] ?? byLanguage.sorted { $0.key < $1.key }.first?.value ?? ""
    }

    public func text(in language: String) -> String { byLanguage[language] ?? fallback }
}

/// A localized text as it stands in a check file: each version with the node it was read from.
public struct LocalizedSource: Sendable {
    public var versions: [(language: String?, source: SourceText)]

    public var text: LocalizedText {
        if let single = versions.first(where: { $0.language == nil }) { return LocalizedText(single.source.text) }
        return LocalizedText(
            Dictionary(versions.compactMap { version in version.language.map { ($0, version.source.text) } }) { $1 }
        )
    }
}

/// A text of a check file that has a meaning of its own (an expression, a message with expressions), with its place.
public struct SourceText: Sendable {
    public var text: String
    public var node: YAMLNode

    public init(text: String, node: YAMLNode) {
        self.text = text
        self.node = node
    }

    public func location(ofOffset offset: Int) -> SourceLocation { node.location(ofOffset: offset) }
}

extension MappingReader {
    /// One text, or a mapping of languages to texts.
    public mutating func localized(_ key: String) -> LocalizedSource? {
        guard let value = value(key) else { return nil }
        switch value.content {
        case .scalar(let scalar):
            return LocalizedSource(versions: [(nil, SourceText(text: scalar.text, node: value))])
        case .sequence:
            diagnostics.report("'\(key)' should be a text, or a text for each language, not a list", at: value.location)
            return nil
        case .mapping:
            var texts = MappingReader(value, what: key, diagnostics: diagnostics)
            let versions = LocalizedText.languages.compactMap { language in
                texts.text(language).map { (language, SourceText(text: $0.text, node: $0.node)) }
            }
            texts.finish()
            return versions.isEmpty ? nil : LocalizedSource(versions: versions)
        }
    }

    public mutating func source(_ key: String) -> SourceText? {
        text(key).map { SourceText(text: $0.text, node: $0.node) }
    }
}

extension YAMLNode {
    /// A mapping of one key to a text that stands in no file, e.g. from the command line.
    public static func override(_ key: String, with text: String, from flag: String) -> YAMLNode {
        let location = SourceLocation(file: flag, line: 1, column: 1)
        func scalar(_ text: String) -> Scalar { Scalar(text: text, position: .whole, isPlain: false) }
        let value = YAMLNode(content: .scalar(scalar(text)), location: location)
        return YAMLNode(
            content: .mapping([Entry(key: scalar(key), keyLocation: location, value: value)]), location: location)
    }
}

extension SourceText {
    /// A text from the command line, which stands in no file.
    public init(flag: String, text: String) {
        let location = SourceLocation(file: flag, line: 1, column: 1)
        let scalar = YAMLNode.Scalar(text: text, position: .verbatim(line: 1, column: 1), isPlain: true)
        self.init(text: text, node: YAMLNode(content: .scalar(scalar), location: location))
    }
}
