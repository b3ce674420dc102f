import Diagnostics

extension Pack {
    /// Reads a check file; every mistake goes to `diagnostics`, and what could be read is given back.
    public static func decode(_ text: String, file: String, diagnostics: DiagnosticsCollector) -> Pack? {
        guard
            let root = YAMLParser.root(
                of: text, file: file, whenEmpty: "the file is empty",
                help: "a check file begins with 'pack: NAME' and lists 'checks:'", diagnostics)
        else { return nil }
        var reader = MappingReader(root, what: "a check file", diagnostics: diagnostics)
        let name = reader.requiredText("pack")?.text ?? file
        let title = reader.localized("title")?.text ?? LocalizedText(name)
        let defaults = CheckDefaults(pack: name, owner: reader.text("owner")?.text, cause: Cause.decode(&reader))
        let parameters = reader.mapping("params").compactMap { Parameter($0, diagnostics: diagnostics) }
        let checks = reader.list("checks").compactMap { Check.decode($0, defaults: defaults, diagnostics: diagnostics) }
        reader.finish()
        return Pack(name: name, title: title, file: file, parameters: parameters, checks: checks)
    }
}

/// What a pack says once for all its checks.
struct CheckDefaults {
    var pack: String
    var owner: String?
    var cause: String?
}

extension Cause {
    static func decode(_ reader: inout MappingReader) -> String? {
        guard let (text, node) = reader.text("cause") else { return nil }
        if !slugs.contains(text) {
            reader.diagnostics.report(
                "'\(text)' is no cause",
                help: didYouMean(text, among: slugs) ?? "it is one of \(slugs.joined(separator: ", "))",
                at: node.location
            )
        }
        return text
    }
}

extension Parameter {
    public init?(_ entry: YAMLNode.Entry, diagnostics: DiagnosticsCollector) {
        guard let value = ParameterValue(entry.value, name: entry.key.text, diagnostics: diagnostics) else {
            return nil
        }
        self.init(name: entry.key.text, value: value, location: entry.keyLocation)
    }
}

extension ParameterValue {
    /// Quoted scalars are texts; plain ones are a bool, a whole number or a decimal where they look like it.
    init?(_ node: YAMLNode, name: String, diagnostics: DiagnosticsCollector) {
        switch node.content {
        case .mapping:
            diagnostics.report(
                "'\(name)' should be a text, a number, true, false or a list of these", at: node.location)
            return nil
        case .sequence(let items):
            self = .list(items.compactMap { ParameterValue($0, name: name, diagnostics: diagnostics) })
        case .scalar(let scalar):
            if !scalar.isPlain {
                self = .string(scalar.text)
            } else if scalar.text == "true" || scalar.text == "false" {
                self = .bool(scalar.text == "true")
            } else if let number = Int64(scalar.text) {
                self = .int(number)
            } else if let number = Double(scalar.text), scalar.text.first?.isLetter == false {
                self = .double(number)
            } else {
                self = .string(scalar.text)
            }
        }
    }
}

extension Check {
    static func decode(_ node: YAMLNode, defaults: CheckDefaults, diagnostics: DiagnosticsCollector) -> Check? {
        var reader = MappingReader(node, what: "a check", diagnostics: diagnostics)
        let id = reader.requiredText("id")
        let title = reader.localized("title")
        let record = reader.requiredText("for")
        let severity = reader.choice(
            "severity",
            of: [
                "blocker": Severity.blocker, "error": Severity.error, "warning": Severity.warning,
                "info": Severity.info,
            ]
        )
        let rule = Rule.decode(&reader)
        let owner = reader.text("owner")?.text ?? defaults.owner
        let cause = Cause.decode(&reader) ?? defaults.cause
        if let id { reportUnlessWellFormed(id.text, at: id.node, diagnostics) }
        if title == nil { diagnostics.report("'title' is missing", at: node.location) }
        if owner == nil {
            diagnostics.report(
                "'owner' is missing", help: "name who fixes it here or at the top of the file", at: node.location)
        }
        if cause == nil {
            diagnostics.report("'cause' is missing", help: "name it here or at the top of the file", at: node.location)
        }
        let details = Details.decode(&reader)
        reader.finish()
        guard let id, let title, let record, let rule, let owner, let cause else { return nil }
        return Check(
            id: id.text,
            location: id.node.location,
            pack: defaults.pack,
            title: title.text,
            record: record.text,
            recordLocation: record.node.location,
            severity: severity ?? .error,
            condition: details.condition,
            rule: rule,
            field: details.field,
            message: details.message,
            fix: details.fix,
            impact: details.impact,
            suggestion: details.suggestion,
            tolerance: details.tolerance,
            optional: details.optional,
            references: details.references,
            owner: owner,
            cause: cause,
            examples: details.examples
        )
    }

    /// What a check may say and need not.
    private struct Details {
        var condition: SourceText?
        var field: (name: String, location: SourceLocation)?
        var message: LocalizedSource?
        var fix: LocalizedText?
        var impact: SourceText?
        var suggestion: SourceText?
        var tolerance: Tolerance
        var optional: [(name: String, location: SourceLocation)]
        var references: [String]
        var examples: [Example]

        static func decode(_ reader: inout MappingReader) -> Details {
            Details(
                condition: reader.source("when"),
                field: reader.text("field").map { (name: $0.text, location: $0.node.location) },
                message: reader.localized("message"),
                fix: reader.localized("fix")?.text,
                impact: reader.source("impact"),
                suggestion: reader.source("suggest"),
                tolerance: Tolerance.decode(&reader),
                optional: reader.texts("optional").map { (name: $0.text, location: $0.node.location) },
                references: reader.texts("references").map(\.text),
                examples: Example.decode(&reader)
            )
        }
    }

    private static func reportUnlessWellFormed(_ id: String, at node: YAMLNode, _ diagnostics: DiagnosticsCollector) {
        guard !isWellFormed(id: id) else { return }
        diagnostics.report(
            "'\(id)' is no check id",
            help: "use letters, digits, '-', '_' and '.', e.g. PO-02",
            at: node.location
        )
    }

    private static func isWellFormed(id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 64
            && id.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit || "-_.".unicodeScalars.contains($0))
            }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Check.Rule {
    static func decode(_ reader: inout MappingReader) -> Check.Rule? {
        let assertion = reader.source("assert")
        let unique = reader.texts("unique").map { SourceText(text: $0.text, node: $0.node) }
        let similarNode = reader.value("similar")
        let similar = similarNode.flatMap { Similarity<SourceText>.decode($0, reader.diagnostics) }
        let rules: [Check.Rule] =
            [assertion.map { .assert($0) }, unique.isEmpty ? nil : .unique(unique), similar.map { .similar($0) }]
            .compactMap { $0 }
        if rules.count == 1 { return rules[0] }
        if rules.count > 1 {
            reader.diagnostics.report(
                "a check has one of 'assert', 'unique' and 'similar'",
                help: "make a check of each",
                at: reader.node.location
            )
        } else if similarNode == nil {
            reader.diagnostics.report("a check needs 'assert', 'unique' or 'similar'", at: reader.node.location)
        }
        return nil
    }
}

extension Similarity<SourceText> {
    /// A name alone, or a mapping of what is compared.
    static func decode(_ node: YAMLNode, _ diagnostics: DiagnosticsCollector) -> Similarity? {
        if case .scalar(let scalar) = node.content {
            return Similarity(
                name: SourceText(text: scalar.text, node: node),
                same: [],
                places: [],
                identifiers: [],
                threshold: defaultThreshold
            )
        }
        var reader = MappingReader(node, what: "'similar'", diagnostics: diagnostics)
        func sources(_ key: String) -> [SourceText] {
            reader.texts(key).map { SourceText(text: $0.text, node: $0.node) }
        }
        let name = reader.source("name")
        if name == nil { diagnostics.report("'similar' needs a 'name'", at: node.location) }
        let (same, places, identifiers) = (sources("same"), sources("places"), sources("identifiers"))
        var threshold = defaultThreshold
        if let (text, node) = reader.text("at_least") {
            if let number = Double(text), (0.5...1).contains(number) {
                threshold = number
            } else {
                diagnostics.report(
                    "'\(text)' is no score", help: "write a number from 0.5 to 1, e.g. 0.9", at: node.location)
            }
        }
        reader.finish()
        guard let name else { return nil }
        return Similarity(
            name: name, same: same, places: places, identifiers: identifiers, threshold: threshold)
    }
}

extension Tolerance {
    /// `2%` of the applicable records, or a number of records.
    static func decode(_ reader: inout MappingReader) -> Tolerance {
        guard let (text, node) = reader.text("tolerate") else { return .none }
        if text.hasSuffix("%"), let percent = Double(text.dropLast()), (0...100).contains(percent) {
            return .share(percentMillionths: Int((percent * 1_000_000).rounded()))
        }
        if let count = Int(text), count >= 0 { return .records(count) }
        reader.diagnostics.report(
            "'\(text)' is no tolerance",
            help: "write a share such as 2% or a number of records such as 5",
            at: node.location
        )
        return .none
    }
}

extension Example {
    static func decode(_ reader: inout MappingReader) -> [Example] {
        guard let node = reader.value("examples") else { return [] }
        var lists = MappingReader(node, what: "examples", diagnostics: reader.diagnostics)
        let expectations: [Expectation] = [.pass, .fail, .notApplicable]
        let examples = expectations.flatMap { expectation in
            lists.list(expectation.rawValue).map { Example(expectation: expectation, node: $0) }
        }
        lists.finish()
        return examples
    }
}
