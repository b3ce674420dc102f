import CEL
import Checks
import Diagnostics

/// What a plan can set, the tables of codes, and the exports that it can name.
extension ConnectorDecoder {
    mutating func settings() -> OutsideSettings {
        let entries = reader.mapping("settings")
        let values = entries.map { entry -> String in
            if entry.value.isNull { return "" }
            return entry.source(diagnostics)?.text ?? ""
        }
        let type = RecordType(
            name: "setting", fields: entries.map { RecordType.Field(name: $0.key.text, type: .string) })
        return OutsideSettings(recordType: type, values: values)
    }

    /// Tables of codes: what a source writes, and what that is in the normal form.
    mutating func codes() -> Value {
        let tables = reader.mapping("codes").map { table -> (key: Value, value: Value) in
            var texts = MappingReader(table.value, what: "'\(table.key.text)'", diagnostics: diagnostics)
            guard case .mapping(let entries) = table.value.content else { return (.string(table.key.text), .null) }
            let rows = entries.map { row in
                (key: Value.string(row.key.text), value: Value.string(texts.text(row.key.text)?.text ?? ""))
            }
            return (.string(table.key.text), map(rows, at: table))
        }
        return (try? MapValue(tables)).map { .map($0) } ?? .null
    }

    private func map(_ rows: [(key: Value, value: Value)], at table: YAMLNode.Entry) -> Value {
        do throws(EvaluationError) {
            return .map(try MapValue(rows))
        } catch {
            diagnostics.report("'\(table.key.text)': \(error.message)", at: table.keyLocation)
            return .null
        }
    }

    /// The exports that a plan can name, and what a row of each is.
    mutating func files(
        readBy steps: [YAMLNode.Entry]
    ) -> [String: (file: ExportFile?, row: Formula?)] {
        let entries = reader.mapping("files")
        let read = steps.compactMap { $0.value.node(under: "file")?.text(under: "name") }
        for entry in entries where !read.contains(entry.key.text) {
            diagnostics.report(
                "no step reads the file '\(entry.key.text)'", help: didYouMean(entry.key.text, among: read),
                at: entry.keyLocation)
        }
        let rows = reader.mapping("rows")
        var exports: [String: (file: ExportFile?, row: Formula?)] = [:]
        for entry in entries {
            let source = entry.value.isNull ? nil : entry.source(diagnostics)
            exports[entry.key.text] = (source.map { ExportFile.at(Self.path($0.text, in: $0.node)) }, nil)
        }
        for entry in rows {
            guard exports[entry.key.text] != nil else {
                diagnostics.report(
                    "'\(entry.key.text)' is not among 'files'",
                    help: didYouMean(entry.key.text, among: exports.keys.sorted()), at: entry.keyLocation)
                continue
            }
            exports[entry.key.text]?.row = entry.source(diagnostics).flatMap {
                formula($0, nil, "'\(entry.key.text)'", in: environment.adding(["row"]))
            }
        }
        return exports
    }

    /// A path starts from the file that names it, be it the connector's or the plan.
    static func path(_ text: String, in node: YAMLNode) -> String {
        let folder = node.location.file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return text.hasPrefix("/") || folder.isEmpty ? text : folder.joined(separator: "/") + "/" + text
    }
}
