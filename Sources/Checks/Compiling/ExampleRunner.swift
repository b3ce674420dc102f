import CEL
import Diagnostics
import Identifiers
import Tables

extension CompiledCheck {
    /// Evaluates the check's examples; what does not hold, or cannot be read, goes to `diagnostics`.
    public func runExamples(diagnostics: DiagnosticsCollector) {
        let expectations = Set(check.examples.map(\.expectation))
        if !expectations.isSuperset(of: [.pass, .fail]) {
            diagnostics.report(
                "'\(check.id)' needs an example that passes and one that fails",
                at: check.location
            )
        }
        for example in check.examples { run(example, diagnostics) }
    }

    private func run(_ example: Example, _ diagnostics: DiagnosticsCollector) {
        guard let values = ExampleValues(example.node, of: self, diagnostics: diagnostics) else { return }
        let result = self.result(on: values)
        guard result != .success(example.expectation) else { return }
        let found =
            switch result {
            case .success(let result): "it is \(result.rawValue)"
            case .failure(let error): "the evaluation fails: \(error.message)"
            }
        diagnostics.report(
            "'\(check.id)': this example should be \(example.expectation.rawValue), but \(found)",
            at: example.node.location
        )
    }

    private func result(on values: ExampleValues) -> Result<Example.Expectation, EvaluationError> {
        let activation = Activation { values[$0] }
        if let condition {
            switch Program(condition, in: environment.environment).evaluate(activation) {
            case .success(.bool(true)): break
            case .success: return .success(.notApplicable)
            case .failure(let error): return .failure(error)
            }
        }
        switch rule {
        case .assert(let assertion):
            return Program(assertion, in: environment.environment).evaluate(activation).map {
                if case .bool(true) = $0 { .pass } else { .fail }
            }
        case .unique(let keys): return .success(values.hasTwin(by: keys, in: environment.environment) ? .fail : .pass)
        case .similar(let similarity):
            return .success(values.hasTwin(like: similarity, in: environment.environment) ? .fail : .pass)
        }
    }
}

/// The values of one example: its record, linked records, `today` and `params`.
private struct ExampleValues {
    private var values: [String: Value] = [:]
    /// For a check about uniqueness: the other records of the same kind.
    private var others: [Value] = []
    private let record: String

    init?(_ node: YAMLNode, of compiled: CompiledCheck, diagnostics: DiagnosticsCollector) {
        record = compiled.check.record
        guard case .mapping(let entries) = node.content else {
            diagnostics.report("an example is a mapping, e.g. { customer: { … } }", at: node.location)
            return nil
        }
        let schema = compiled.environment.schema
        var found = diagnostics.all.count
        values["params"] = .record(compiled.parameters)
        values["today"] = Value.Timestamp(seconds: 1_790_726_400).map { .timestamp($0) }
        for dataset in schema.datasets(linkingTo: record) { values[dataset.dataset] = .list([]) }
        let reader = ExampleReader(schema: schema, diagnostics: diagnostics)
        for entry in entries {
            let name = entry.key.text
            if name == "today" {
                values[name] = reader.value(entry.value, as: .date, field: name)
                if values[name] == nil, case .scalar(let scalar) = entry.value.content {
                    diagnostics.report(
                        "'\(scalar.text)' is no date", help: "write it as 2026-09-30", at: entry.value.location)
                }
            } else if name == "params" {
                values[name] = reader.parameters(entry.value, over: compiled.parameters)
            } else if let dataset = schema.datasets.first(where: { $0.dataset == name }) {
                let records = reader.records(entry.value, of: dataset)
                if dataset.record == record { others = records } else { values[name] = .list(records) }
            } else if name == record, let dataset = schema.dataset(ofRecord: name) {
                values[name] = reader.record(entry.value, of: dataset)
            } else if name == PreviousRecord.name, record == "customer", let previous = schema.previous {
                values[name] = reader.record(entry.value, of: previous)
            } else if let part = NormalForm.Part(rawValue: name) {
                values[name] = OutsideExample(diagnostics: diagnostics).value(entry.value, of: part)
            } else {
                diagnostics.report(
                    "an example of '\(compiled.check.id)' knows no '\(name)'",
                    help: didYouMean(
                        name,
                        among: [record, "today", "params", PreviousRecord.name]
                            + NormalForm.Part.allCases.map(\.rawValue)
                            + schema.datasets.map(\.dataset)),
                    at: entry.keyLocation
                )
            }
        }
        found = diagnostics.all.count - found
        if found > 0 { return nil }
    }

    subscript(name: String) -> Value? { values[name] }

    /// Whether another record of the example is probably of the same company.
    func hasTwin(like similarity: Similarity<CheckedExpression>, in environment: Environment) -> Bool {
        func profile(_ record: Value) -> EntityProfile {
            var values = values
            values[self.record] = record
            let texts = similarity.map { expression -> String in
                let result = Program(expression, in: environment).evaluate(Activation(values))
                return if case .success(.string(let text)) = result { text } else { "" }
            }
            return EntityProfile(texts)
        }
        guard let own = values[record].map(profile) else { return false }
        return others.contains { EntityMatch(own, profile($0)).score >= similarity.threshold }
    }

    /// Whether another record of the example has the same key.
    func hasTwin(by keys: [CheckedExpression], in environment: Environment) -> Bool {
        func key(_ value: Value) -> [Value]? {
            var values = values
            values[record] = value
            let parts = keys.map { Program($0, in: environment).evaluate(Activation(values)) }
            let texts = parts.compactMap { try? $0.get() }
            let isAbsent = texts.contains { if case .string("") = $0 { true } else { false } }
            return texts.count == keys.count && !isAbsent ? texts : nil
        }
        guard let own = values[record].flatMap(key) else { return false }
        return others.contains { other in
            guard let theirs = key(other) else { return false }
            return zip(own, theirs).allSatisfy { $0.isEqual(to: $1) }
        }
    }
}

/// Reads the records of examples, each field as its type.
private struct ExampleReader {
    let schema: AuditSchema
    let diagnostics: DiagnosticsCollector

    func records(_ node: YAMLNode, of dataset: DatasetSchema) -> [Value] {
        guard case .sequence(let items) = node.content else {
            diagnostics.report("'\(dataset.dataset)' is a list of records", at: node.location)
            return []
        }
        return items.compactMap { record($0, of: dataset) }
    }

    func record(_ node: YAMLNode, of dataset: DatasetSchema) -> Value? {
        guard case .mapping(let entries) = node.content, let type = schema.recordType(of: dataset.record) else {
            diagnostics.report("a record is a mapping of fields to values", at: node.location)
            return nil
        }
        var values = [Value?](repeating: nil, count: type.fields.count)
        var malformed: Set<Int> = []
        for entry in entries {
            guard let index = type.index(of: entry.key.text) else {
                diagnostics.report(
                    "\(dataset.record) has no field '\(entry.key.text)'",
                    help: didYouMean(entry.key.text, among: type.fields.map(\.name)),
                    at: entry.keyLocation
                )
                continue
            }
            if let link = dataset.links.first(where: { $0.name == entry.key.text }),
                let target = schema.dataset(ofRecord: link.target)
            {
                values[index] = record(entry.value, of: target)
            } else if let field = dataset.field(entry.key.text), !entry.value.isNull {
                values[index] = self.value(entry.value, as: field.type, field: field.name)
                if values[index] == nil { malformed.insert(index) }
            }
        }
        return .record(ExampleRecord(recordType: type, values: values, malformed: malformed))
    }

    /// A scalar as a field's type; nil when it is blank or malformed, which examples may show on purpose.
    func value(_ node: YAMLNode, as type: FieldType, field: String) -> Value? {
        guard case .scalar(let scalar) = node.content else {
            diagnostics.report("'\(field)' is a single value", at: node.location)
            return nil
        }
        let text = scalar.text
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        switch type {
        case .string: return .string(text)
        case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .int: return Int64(text).map { .int($0) }
        case .decimal: return Double(text).map { .double($0) }
        case .date:
            return CalendarDate(iso: text)
                .flatMap { Value.Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400) }.map { .timestamp($0) }
        }
    }

    func parameters(_ node: YAMLNode, over defaults: ParameterRecord) -> Value? {
        guard case .mapping(let entries) = node.content else {
            diagnostics.report("'params' is a mapping", at: node.location)
            return nil
        }
        var values = defaults.recordType.fields.indices.map { defaults.value(at: $0) }
        for entry in entries {
            guard let index = defaults.recordType.index(of: entry.key.text),
                let value = ParameterValue(entry.value, name: entry.key.text, diagnostics: diagnostics)
            else {
                diagnostics.report("the pack has no parameter '\(entry.key.text)'", at: entry.keyLocation)
                continue
            }
            values[index] = value.value
        }
        return .record(ExampleRecord(recordType: defaults.recordType, values: values, malformed: []))
    }
}

private struct ExampleRecord: RecordValue {
    let recordType: RecordType
    let values: [Value?]
    let malformed: Set<Int>

    func value(at fieldIndex: Int) -> Value? { values[fieldIndex] }
    func isMalformed(at fieldIndex: Int) -> Bool { malformed.contains(fieldIndex) }
}
