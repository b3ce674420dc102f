public import Diagnostics

/// A node of a YAML file with its place, and scalars exactly as written: `NO` is the text NO, `0012` keeps its zeros.
public struct YAMLNode: Sendable {
    public indirect enum Content: Sendable {
        case scalar(Scalar)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public struct Entry: Sendable {
        public var key: Scalar
        public var keyLocation: SourceLocation
        public var value: YAMLNode

        public init(key: Scalar, keyLocation: SourceLocation, value: YAMLNode) {
            self.key = key
            self.keyLocation = keyLocation
            self.value = value
        }
    }

    public struct Scalar: Sendable {
        public var text: String
        /// Where the n-th Unicode scalar of `text` stands in the file, as far as the writing style lets one tell.
        var position: ScalarPosition
        /// Written without quotes: `~` and nothing at all are then no value.
        public var isPlain: Bool
    }

    public var content: Content
    public var location: SourceLocation

    public init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }

    /// The node is empty, `~` or `null`.
    public var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// In words, for messages: `a text`, `a list` or `a mapping`.
    public var kind: String {
        switch content {
        case .scalar: isNull ? "nothing" : "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// How places inside a scalar's text relate to places in the file.
enum ScalarPosition: Sendable {
    /// The text stands as it is from this line and column on, on one line.
    case verbatim(line: Int, column: Int)
    /// A literal block (`|`): each line of the text is a line of the file, indented by `column - 1`.
    case block(firstLine: Int, column: Int)
    /// Folded over lines, or with quotes that are doubled or escaped.
    case anchored(ScalarAnchors)
    /// Other escapes: only the scalar as a whole has a place.
    case whole
}

extension YAMLNode {
    /// The place of the scalar at `offset` of this node's text, in Unicode scalars; the node's own place where
    /// escapes make that unknowable.
    public func location(ofOffset offset: Int) -> SourceLocation {
        guard case .scalar(let scalar) = content else { return location }
        switch scalar.position {
        case .verbatim(let line, let column):
            return SourceLocation(file: location.file, line: line, column: column + offset)
        case .block(let firstLine, let column):
            let before = scalar.text.unicodeScalars.prefix(offset)
            let line = before.count { $0 == "\n" }
            let inLine = before.reversed().prefix { $0 != "\n" }.count
            return SourceLocation(file: location.file, line: firstLine + line, column: column + inLine)
        case .anchored(let anchors):
            guard let place = anchors.place(ofOffset: offset) else { return location }
            return SourceLocation(file: location.file, line: place.line, column: place.column)
        case .whole:
            return location
        }
    }
}
