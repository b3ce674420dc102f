public import CEL

/// A text with its `{CEL}` parts compiled.
public struct CompiledTemplate: Sendable {
    public enum Part: Sendable {
        case text(String)
        case expression(CheckedExpression, Program)
    }

    public let parts: [Part]

    public init(parts: [Part]) { self.parts = parts }

    public var expressions: [CheckedExpression] {
        parts.compactMap { if case .expression(let checked, _) = $0 { checked } else { nil } }
    }
}

extension DiagnosticsCollector {
    /// Parses and types an expression as it stands in a file; nil after its mistakes were reported, each at its place.
    ///
    /// `what` names it in messages, e.g. `'when'`; `text` is the part of `source` that begins at `offset`, where it is not
    /// all of it.
    public func expression(
        _ source: SourceText,
        _ wanted: CELType? = nil,
        _ what: String,
        in environment: Environment,
        text: String? = nil,
        from offset: Int = 0
    ) -> CheckedExpression? {
        do {
            let parsed = try parse(text ?? source.text, in: environment)
            let checked = try check(parsed, in: environment)
            if let wanted, !checked.type.fits(wanted) {
                report(
                    "\(what) should give \(wanted.inWords), not \(checked.type)",
                    at: source.location(ofOffset: offset)
                )
                return nil
            }
            if let issue = checked.costIssue(in: environment) {
                report(issue.message, help: issue.help, at: source.location(ofOffset: offset + issue.offset))
                return nil
            }
            return checked
        } catch {
            for issue in error.all {
                report(issue.message, help: issue.help, at: source.location(ofOffset: offset + issue.offset))
            }
            return nil
        }
    }

    /// Compiles a text with `{CEL}` parts; nil when it cannot be cut into parts. Parts with mistakes are reported and left
    /// out.
    public func template(_ source: SourceText, _ what: String, in environment: Environment) -> CompiledTemplate? {
        let template: MessageTemplate
        do {
            template = try MessageTemplate(source.text)
        } catch {
            report(
                error.isOpening ? "the brace is never closed" : "the brace was never opened",
                help: "write '\(error.isOpening ? "{{" : "}}")' for a brace that is none of CEL's",
                at: source.location(ofOffset: error.offset)
            )
            return nil
        }
        return CompiledTemplate(
            parts: template.parts.compactMap { part in
                switch part {
                case .text(let text): return .text(text)
                case .expression(let text, let offset):
                    return expression(source, nil, what, in: environment, text: text, from: offset).map {
                        .expression($0, Program($0, in: environment))
                    }
                }
            }
        )
    }
}

extension CELType {
    fileprivate func fits(_ wanted: CELType) -> Bool {
        switch (self, wanted) {
        case (wanted, _), (.dyn, _): true
        case (.int, .double), (.uint, .double): true
        case (.list, .list), (.map, .map): true
        default: false
        }
    }

    fileprivate var inWords: String {
        switch self {
        case .bool: "true or false"
        case .double: "a number"
        case .string: "a text"
        case .list: "a list"
        case .timestamp: "a date"
        default: description
        }
    }
}
