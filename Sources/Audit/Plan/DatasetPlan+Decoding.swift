import Checks
import Diagnostics
import Tables

extension DatasetPlan {
    static func decode(_ entry: YAMLNode.Entry, diagnostics: DiagnosticsCollector) -> DatasetPlan? {
        let name = entry.key.text
        var reader = MappingReader(entry.value, what: "dataset '\(name)'", diagnostics: diagnostics)
        let source = reader.requiredText("source")
        let standardRecord = StandardFields.record(of: name)
        let record = reader.text("record")
        let key = reader.text("key")?.text
        let fields = reader.mapping("fields").compactMap {
            FieldPlan.decode($0, of: name, diagnostics: diagnostics)
        }
        let links = reader.mapping("links").compactMap { link -> LinkPlan? in
            guard case .scalar(let field) = link.value.content else {
                diagnostics.report("a link names the field that holds the key", at: link.value.location)
                return nil
            }
            return LinkPlan(name: link.key.text, field: field.text, location: link.keyLocation)
        }
        let options = CSVOptions.decode(&reader)
        reader.finish()
        if let record, let standardRecord, record.text != standardRecord {
            diagnostics.report(
                "the records of '\(name)' are called '\(standardRecord)'",
                help: "leave 'record' out, or give the dataset another name",
                at: record.node.location
            )
        }
        if let record,
            NormalForm.recordType(named: record.text) != nil || NormalForm.Part(rawValue: record.text) != nil
        {
            diagnostics.report(
                "'\(record.text)' is a name of the outside data", help: "call the record something else",
                at: record.node.location)
        }
        guard let recordName = standardRecord ?? record?.text else {
            diagnostics.report(
                "'record' is missing: what is one row of '\(name)' called in checks?",
                help: didYouMean(name, among: StandardFields.datasets),
                at: entry.keyLocation
            )
            return nil
        }
        guard let source else { return nil }
        return DatasetPlan(
            name: name,
            nameLocation: entry.keyLocation,
            source: source.text,
            record: recordName,
            key: key,
            fields: fields,
            links: links,
            options: options,
            recordLocation: record?.node.location
        )
    }
}

extension CSVOptions {
    static func decode(_ reader: inout MappingReader) -> CSVOptions {
        var options = CSVOptions()
        if let (text, node) = reader.text("encoding") {
            options.encoding = TextEncoding(name: text)
            if options.encoding == nil {
                let known = TextEncoding.allCases.map(\.rawValue)
                reader.diagnostics.report(
                    "'\(text)' is no encoding that keur reads",
                    help: didYouMean(text, among: known) ?? "it is one of \(known.joined(separator: ", "))",
                    at: node.location
                )
            }
        }
        options.delimiter = reader.choice(
            "delimiter",
            of: [
                ",": UInt8(ascii: ","), ";": UInt8(ascii: ";"), "|": UInt8(ascii: "|"), "tab": UInt8(ascii: "\t"),
                "\t": UInt8(ascii: "\t"), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";"),
                "pipe": UInt8(ascii: "|"),
            ]
        )
        if let skipped = reader.integer("skip_lines", in: 0...1_000_000) { options.skipLines = skipped }
        return options
    }
}

extension FieldPlan {
    /// `dataset` tells the type of a standard field.
    static func decode(
        _ entry: YAMLNode.Entry, of dataset: String, diagnostics: DiagnosticsCollector
    ) -> FieldPlan? {
        PlanNames(diagnostics: diagnostics).check(field: entry.key.text, at: entry.keyLocation)
        var plan = FieldPlan(
            field: entry.key.text,
            column: "",
            location: entry.keyLocation,
            type: nil,
            decimalMark: nil,
            dateFormat: nil,
            trueTexts: [],
            falseTexts: []
        )
        if case .scalar(let column) = entry.value.content {
            plan.column = column.text
            plan.location = entry.value.location
            return plan
        }
        var reader = MappingReader(entry.value, what: "field '\(entry.key.text)'", diagnostics: diagnostics)
        let column = reader.requiredText("column")
        plan.type = reader.choice(
            "type",
            of: [
                "string": FieldType.string, "bool": .bool, "int": .int, "decimal": .decimal, "date": .date,
            ]
        )
        plan.decimalMark = reader.choice("decimal_mark", of: [",": UInt8(ascii: ","), ".": UInt8(ascii: ".")])
        if let (text, node) = reader.text("format") {
            plan.dateFormat = DateFormat(text)
            if plan.dateFormat == nil {
                diagnostics.report(
                    "'\(text)' is no date format",
                    help: "write it with dd, MM and yyyy, e.g. dd.MM.yyyy",
                    at: node.location
                )
            }
        }
        plan.trueTexts = reader.texts("true").map(\.text)
        plan.falseTexts = reader.texts("false").map(\.text)
        plan.checkForms(ofType: plan.type ?? standardType(of: plan.field, in: dataset), &reader)
        reader.finish()
        guard let column else { return nil }
        plan.column = column.text
        plan.location = column.node.location
        return plan
    }
}

extension FieldPlan {
    private static func standardType(of field: String, in dataset: String) -> FieldType {
        StandardFields.fields(of: dataset).first { $0.name == field }?.type ?? .string
    }

    /// How cells of another type are written would be read by nobody.
    private func checkForms(ofType type: FieldType, _ reader: inout MappingReader) {
        let forms: [(key: String, of: String, isFitting: Bool)] = [
            ("format", "dates", type == .date),
            ("decimal_mark", "numbers", type == .decimal || type == .int),
            ("true", "yes and no", type == .bool),
            ("false", "yes and no", type == .bool),
        ]
        for form in forms where !form.isFitting {
            guard let node = reader.value(form.key) else { continue }
            reader.diagnostics.report(
                "'\(form.key)' is for \(form.of), and '\(field)' is \(type.inWords)",
                help: "leave it out, or say the field's 'type'", at: node.location)
        }
    }
}

extension FieldType {
    fileprivate var inWords: String {
        switch self {
        case .string: "a text"
        case .bool: "yes or no"
        case .int, .decimal: "a number"
        case .date: "a date"
        }
    }
}
