public import Diagnostics
import Yams

/// Reads a YAML text into nodes with places.
///
/// A stranger's file is refused rather than executed: limits on size, on nesting and on the number of nodes once aliases
/// are followed (a few lines of nested aliases can stand for billions of nodes).
public struct YAMLParser {
    /// Bytes of text.
    public static let maximumSize = 8 << 20
    /// Levels of brackets or of `- ` on one line, and of nodes in one another.
    static let maximumNesting = 200
    /// Brackets opened and never closed, over the whole file; patterns in quotes may hold a few.
    static let maximumOpenBrackets = 1000
    static let maximumNodes = 500_000

    private let file: String
    private let lines: [Substring]
    private var nodesLeft = Self.maximumNodes

    private init(text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// The root node of a file that has to say something; nil when it is empty or no YAML, which goes to `diagnostics`.
    public static func root(
        of text: String,
        file: String,
        whenEmpty message: String,
        help: String,
        _ diagnostics: DiagnosticsCollector
    ) -> YAMLNode? {
        do {
            if let root = try parse(text, file: file) { return root }
            diagnostics.report(message, help: help, at: SourceLocation(file: file, line: 1, column: 1))
        } catch {
            diagnostics.report(error)
        }
        return nil
    }

    /// The root node of `text`; nil when the text holds nothing but comments.
    public static func parse(_ text: String, file: String) throws(Diagnostic) -> YAMLNode? {
        guard text.utf8.count <= maximumSize else {
            throw Diagnostic(
                "the file is larger than \(maximumSize >> 20) MB",
                help: "plans and check files are small texts; is this the right file?",
                at: SourceLocation(file: file, line: 1, column: 1)
            )
        }
        var parser = YAMLParser(text: text, file: file)
        try parser.refuseDeepNesting()
        let root: Node?
        do {
            // Scalars are read as the field they stand in wants them; guessing at their types took a third of the start-up.
            root = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw parser.diagnostic(for: error)
        } catch {
            throw Diagnostic("\(error)", at: SourceLocation(file: file, line: 1, column: 1))
        }
        guard let root else { return nil }
        return try parser.convert(root, depth: 0)
    }

    private func place(_ mark: Mark?) -> SourceLocation {
        SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    /// The parser below recurses once for each level; a line of ten thousand brackets must not exhaust the stack.
    private func refuseDeepNesting() throws(Diagnostic) {
        var openBrackets = 0
        for (index, line) in lines.enumerated() {
            var brackets = 0
            var dashes = 0
            var inIndentation = true
            for byte in line.utf8 {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= 1
                case UInt8(ascii: "-"), UInt8(ascii: "?"): if inIndentation { dashes += 1 }
                case UInt8(ascii: " "): break
                default: inIndentation = false
                }
                guard brackets <= Self.maximumNesting, dashes <= Self.maximumNesting,
                    openBrackets + brackets <= Self.maximumOpenBrackets
                else {
                    throw Diagnostic(
                        "nested more than \(Self.maximumNesting) levels deep",
                        at: SourceLocation(file: file, line: index + 1, column: 1)
                    )
                }
            }
            openBrackets = max(0, openBrackets + brackets)
        }
    }

    private mutating func convert(_ node: Node, depth: Int) throws(Diagnostic) -> YAMLNode {
        let location = place(node.mark)
        nodesLeft -= 1
        guard nodesLeft > 0 else {
            throw Diagnostic(
                "more than \(Self.maximumNodes) values once aliases ('*name') are followed",
                help: "write the values out instead of nesting aliases",
                at: location
            )
        }
        guard depth <= Self.maximumNesting else {
            throw Diagnostic("nested more than \(Self.maximumNesting) levels deep", at: location)
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(content: .scalar(convert(scalar)), location: location)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence { items.append(try convert(item, depth: depth + 1)) }
            return YAMLNode(content: .sequence(items), location: location)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw Diagnostic("a key should be a text", at: place(key.mark))
                }
                entries.append(
                    YAMLNode.Entry(
                        key: convert(name),
                        keyLocation: place(key.mark),
                        value: try convert(value, depth: depth + 1)
                    )
                )
            }
            return YAMLNode(content: .mapping(entries), location: location)
        case .alias:
            throw Diagnostic("an alias without its anchor", at: location)
        }
    }

    private func convert(_ scalar: Node.Scalar) -> YAMLNode.Scalar {
        let isPlain = scalar.style == .plain || scalar.style == .any
        return YAMLNode.Scalar(text: scalar.string, position: position(of: scalar), isPlain: isPlain)
    }

    /// A quoted scalar's mark is its quote and a block's its indicator, so the text begins further on.
    private func position(of scalar: Node.Scalar) -> ScalarPosition {
        guard let mark = scalar.mark, lines.indices.contains(mark.line - 1) else { return .whole }
        switch scalar.style {
        case .literal:
            guard lines.indices.contains(mark.line) else { return .whole }
            let following = lines[mark.line...]
            guard let first = following.first(where: { !$0.allSatisfy { $0 == " " } }) else { return .whole }
            return .block(firstLine: mark.line + 1, column: first.prefix { $0 == " " }.count + 1)
        case .plain, .any, .singleQuoted, .doubleQuoted:
            let quote = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0
            let rest = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1 + quote)
            if rest.starts(with: scalar.string.unicodeScalars) {
                return .verbatim(line: mark.line, column: mark.column + quote)
            }
        case .folded: break
        }
        return ScalarAnchors(scalar, at: mark, in: lines).map { .anchored($0) } ?? .whole
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            if problem == "mapping values are not allowed in this context" {
                return Diagnostic(
                    "': ' ends a key, so it cannot stand in a text without quotes",
                    help: "put the text in quotes, or on a line of its own after '|'",
                    at: place(mark)
                )
            }
            if problem == "found character that cannot start any token", let character = character(at: mark) {
                return character == "\t"
                    ? Diagnostic("tabs cannot indent YAML", help: "use spaces", at: place(mark))
                    : Diagnostic(
                        "a text without quotes cannot begin with '\(character)'", help: "put it in quotes",
                        at: place(mark))
            }
            let during = context.map { ", \($0.text.trimmingPrefix("error "))" } ?? ""
            return Diagnostic("\(problem)\(during)", at: place(mark))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.first ?? ""
            return Diagnostic(
                "'\(key)' stands twice in the same mapping",
                help: "remove one of them",
                at: secondOccurrence(of: key, after: context.mark.line) ?? place(context.mark)
            )
        case .reader(let problem, let offset, _, _):
            let before = offset.map { lines.joined(separator: "\n").utf8.prefix($0) }
            let line = before.map { $0.count { $0 == UInt8(ascii: "\n") } + 1 } ?? 1
            return Diagnostic(
                "not readable as text: \(problem)",
                help: "save the file as UTF-8",
                at: SourceLocation(file: file, line: line, column: 1)
            )
        default:
            return Diagnostic("\(error)", at: SourceLocation(file: file, line: 1, column: 1))
        }
    }

    private func character(at mark: Mark) -> Unicode.Scalar? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    }

    private func secondOccurrence(of key: String, after line: Int) -> SourceLocation? {
        var seen: [(column: Int, line: Int)] = []
        for (index, text) in lines.enumerated().dropFirst(max(0, line - 1)) {
            let indentation = text.prefix { $0 == " " || $0 == "-" }.count
            guard text.dropFirst(indentation).hasPrefix("\(key):") else { continue }
            if seen.contains(where: { $0.column == indentation }) {
                return SourceLocation(file: file, line: index + 1, column: indentation + 1)
            }
            seen.append((indentation, index + 1))
        }
        return nil
    }
}
