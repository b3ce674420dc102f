import CEL
import Diagnostics
import Tables

/// Reads outside data as it stands in the examples of check files.
struct OutsideExample {
    let diagnostics: DiagnosticsCollector

    /// The value of a part; of events and sources a list.
    func value(_ node: YAMLNode, of part: NormalForm.Part) -> Value? {
        let type = NormalForm.recordType(of: part)
        return if case .list = NormalForm.variableType(of: part) { list(node, type) } else { record(node, type) }
    }

    private func list(_ node: YAMLNode, _ type: RecordType) -> Value? {
        guard case .sequence(let items) = node.content else {
            diagnostics.report("this is a list of '\(type.name)'", at: node.location)
            return nil
        }
        return .list(items.compactMap { record($0, type) })
    }

    private func record(_ node: YAMLNode, _ type: RecordType) -> Value? {
        guard case .mapping(let entries) = node.content else {
            diagnostics.report("'\(type.name)' is a mapping of fields to values", at: node.location)
            return nil
        }
        var record = OutsideRecord(type)
        for entry in entries {
            guard let index = type.index(of: entry.key.text) else {
                diagnostics.report(
                    "\(type.name) has no field '\(entry.key.text)'",
                    help: didYouMean(entry.key.text, among: type.fields.map(\.name)), at: entry.keyLocation)
                continue
            }
            record[entry.key.text] = value(entry.value, type.fields[index].type)
        }
        return .record(record)
    }

    private func value(_ node: YAMLNode, _ type: CELType) -> Value? {
        switch (type, node.content) {
        case (.record(let name), _): return NormalForm.recordType(named: name).flatMap { record(node, $0) }
        case (.list(.record(let name)), _): return NormalForm.recordType(named: name).flatMap { list(node, $0) }
        case (.list, .sequence(let items)): return .list(items.compactMap { value($0, .string) })
        case (.bool, .scalar(let scalar)): return .bool(scalar.text == "true")
        case (.int, .scalar(let scalar)): return Int64(scalar.text).map { .int($0) }
        case (.double, .scalar(let scalar)): return Double(scalar.text).map { .double($0) }
        case (.timestamp, .scalar(let scalar)):
            return CalendarDate(iso: scalar.text)
                .flatMap { Value.Timestamp(seconds: Int64($0.daysSinceEpoch) * 86_400) }.map { .timestamp($0) }
        case (_, .scalar(let scalar)): return .string(scalar.text)
        default:
            diagnostics.report("a value was expected here, not \(node.kind)", at: node.location)
            return nil
        }
    }
}
