import CEL
import Checks
import Diagnostics

/// Expressions, and the texts and bodies of requests that hold them.
extension ConnectorDecoder {
    func formula(_ source: SourceText, _ wanted: CELType?, _ what: String, in environment: Environment) -> Formula? {
        let mistakes = DiagnosticsCollector()
        let checked = mistakes.expression(source, wanted, what, in: environment)
        for mistake in mistakes.all { diagnostics.report(helping(mistake, in: environment)) }
        return checked.map { Formula($0, in: environment) }
    }

    private func helping(_ mistake: Diagnostic, in environment: Environment) -> Diagnostic {
        let names = environment.withRequest.variables.keys.filter { environment.variables[$0] == nil }
        guard let name = names.first(where: { mistake.message == "unknown name '\($0)'" }) else { return mistake }
        var mistake = mistake
        mistake.help = "'\(name)' stands in requests alone"
        return mistake
    }

    func templates(
        _ entries: [YAMLNode.Entry],
        _ what: String,
        in environment: Environment
    ) -> [(name: String, value: CompiledTemplate)] {
        entries.compactMap { entry in
            guard let source = entry.source(diagnostics) else { return nil }
            return diagnostics.template(source, "\(what) '\(entry.key.text)'", in: environment).map {
                (entry.key.text, $0)
            }
        }
    }

    func body(_ reader: inout MappingReader, in environment: Environment) -> BodyTemplate? {
        let json = reader.value("json").map { BodyTemplate.json(self.json($0, in: environment)) }
        let form = reader.mapping("form")
        let xml = reader.source("xml").flatMap { diagnostics.template($0, "'xml'", in: environment) }
        if let json { return json }
        if !form.isEmpty { return .form(templates(form, "the field", in: environment)) }
        return xml.map { .xml($0) }
    }

    private func json(_ node: YAMLNode, in environment: Environment) -> JSONTemplate {
        switch node.content {
        case .mapping(let entries):
            return .object(entries.map { (name: $0.key.text, value: json($0.value, in: environment)) })
        case .sequence(let items): return .array(items.map { json($0, in: environment) })
        case .scalar(let scalar):
            let source = SourceText(text: scalar.text, node: node)
            return .value(diagnostics.template(source, "the body", in: environment) ?? CompiledTemplate(parts: []))
        }
    }
}
