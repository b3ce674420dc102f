import CEL
import Checks
import Diagnostics

/// How answers become the normal form.
extension ConnectorDecoder {
    mutating func mappings(in environment: Environment) -> [NormalForm.Part: Mapping] {
        var mappings: [NormalForm.Part: Mapping] = [:]
        for part in NormalForm.Part.supplied {
            guard let node = reader.value(part.rawValue) else { continue }
            let type = NormalForm.recordType(of: part)
            if part.isList {
                mappings[part] = .list(lists(node, type, in: environment))
            } else {
                let record = record(node, type, in: environment, isPart: true)
                if !record.fields.contains(where: { $0.name == "found" }) {
                    diagnostics.report(
                        "'found' is missing", help: "say when the answers mean that there is such an entity",
                        at: node.location)
                }
                mappings[part] = .record(record)
            }
        }
        if mappings.isEmpty {
            let parts = NormalForm.Part.supplied.map(\.rawValue).joined(separator: ", ")
            diagnostics.report(
                "the connector supplies nothing", help: "map the answers to \(parts)", at: reader.node.location)
        }
        return mappings
    }

    func matching(_ node: YAMLNode, in environment: Environment) -> Matching? {
        var reader = MappingReader(node, what: "match", diagnostics: diagnostics)
        let items = reader.source("for").flatMap { formula($0, .list(.dyn), "'for'", in: environment) }
        let item = reader.text("as")?.text ?? "item"
        let inner = environment.adding([item])
        let key = reader.source("key").flatMap { formula($0, nil, "'key'", in: inner) }
        let name = reader.source("name").flatMap { formula($0, nil, "'name'", in: inner) }
        let places = ["postcode", "street", "city"].compactMap { place in
            reader.source(place).flatMap { formula($0, nil, "'\(place)'", in: inner) }.map {
                (field: place, formula: $0)
            }
        }
        reader.finish()
        guard let items, let key, let name else {
            diagnostics.report("a match needs 'for', 'key' and 'name'", at: node.location)
            return nil
        }
        return Matching(items: items, item: item, key: key, name: name, places: places)
    }

    func record(
        _ node: YAMLNode,
        _ type: RecordType,
        in environment: Environment,
        isPart: Bool = false
    ) -> RecordMapping {
        var reader = MappingReader(node, what: type.name, diagnostics: diagnostics)
        let premise = isPart ? reader.source("if").flatMap { formula($0, .bool, "'if'", in: environment) } : nil
        let fields = type.fields.compactMap { field -> (name: String, mapping: Mapping)? in
            guard let node = reader.value(field.name) else { return nil }
            return mapping(node, field, in: environment).map { (field.name, $0) }
        }
        reader.finish()
        return RecordMapping(type: type, fields: fields, premise: premise)
    }

    private func mapping(_ node: YAMLNode, _ field: RecordType.Field, in environment: Environment) -> Mapping? {
        switch field.type {
        case .record(let name):
            guard let type = NormalForm.recordType(named: name) else { return nil }
            return .record(record(node, type, in: environment))
        case .list(.record(let name)):
            guard let type = NormalForm.recordType(named: name) else { return nil }
            return .list(lists(node, type, in: environment))
        default:
            guard case .scalar(let scalar) = node.content else {
                diagnostics.report("'\(field.name)' should be an expression, not \(node.kind)", at: node.location)
                return nil
            }
            return formula(SourceText(text: scalar.text, node: node), nil, "'\(field.name)'", in: environment).map {
                .value($0)
            }
        }
    }

    /// One block, or a list of blocks, each with `for`, `as` and fields; without `for` it gives one record.
    private func lists(_ node: YAMLNode, _ type: RecordType, in environment: Environment) -> [ListMapping] {
        if case .sequence(let items) = node.content { return items.flatMap { lists($0, type, in: environment) } }
        guard case .mapping(let entries) = node.content else {
            diagnostics.report("'\(type.name)' should be a mapping with 'for', not \(node.kind)", at: node.location)
            return []
        }
        var reader = MappingReader(node, what: type.name, diagnostics: diagnostics)
        let premise = reader.source("if").flatMap { formula($0, .bool, "'if'", in: environment) }
        let source = reader.source("for")
        let item = reader.text("as")?.text ?? "item"
        let inner = environment.adding([item])
        let items = source.flatMap { formula($0, .list(.dyn), "'for'", in: environment) }
        let condition = reader.source("when").flatMap { formula($0, .bool, "'when'", in: inner) }
        let keys: Set<String> = ["if", "for", "as", "when"]
        let rest = YAMLNode(
            content: .mapping(entries.filter { !keys.contains($0.key.text) }), location: node.location)
        if source == nil { diagnostics.report("'for' is missing", help: "give the list of items", at: node.location) }
        let record = record(rest, type, in: inner)
        guard let items else { return [] }
        return [ListMapping(premise: premise, items: items, item: item, condition: condition, record: record)]
    }
}
