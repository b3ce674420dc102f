import ArgumentParser
import Diagnostics
import Foundation
import Tables

struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Show how a customer file's columns are understood, and write a plan to start from.",
        discussion: """
            Each column is matched with a standard field by its name, or by a synonym
            (SAP's technical names, English, Dutch, German). What stays unmatched keeps
            its own name and can be used in checks of your own.

            Examples:
              keur map customers.csv
              keur map customers.csv --plan audit.yaml
              keur map invoices.csv --dataset invoices
            """
    )

    @Argument(help: "The file.", completion: .file(extensions: ["csv", "txt"]))
    var file: String

    @Option(help: "Which records they are: \(StandardFields.datasets.joined(separator: ", ")).")
    var dataset = "customers"

    @Option(help: "Write a plan with this mapping to this path.", completion: .file())
    var plan: String?

    func validate() throws {
        if plan != nil, dataset != "customers" {
            throw ValidationError(
                "--plan writes a plan from customers, which every audit starts from; write it from their file, and add"
                    + " '\(dataset): { source: \(file) }' under its 'datasets'")
        }
        guard !StandardFields.datasets.contains(dataset) else { return }
        let near = nearestName(dataset, among: StandardFields.datasets).map { "; did you mean '\($0)'?" } ?? ""
        throw ValidationError("there is no standard dataset '\(dataset)'\(near)")
    }

    func run() throws {
        let csv: CSVFile
        do throws(SourceError) {
            csv = try CSVFile(path: file)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        let mapping = HeaderMapping(header: csv.header, dataset: dataset, declared: [HeaderMapping.Declaration]())
        print(MappingText.table(of: mapping, csv: csv, dataset: dataset))
        if let plan {
            let source = Self.path(of: file, fromFolderOf: plan)
            try write(MappingText.plan(for: mapping, file: source, dataset: dataset), to: plan)
        }
    }

    /// The file's path as a plan elsewhere has to write it: a plan's paths start from its folder.
    private static func path(of file: String, fromFolderOf plan: String) -> String {
        let folder = (plan as NSString).deletingLastPathComponent
        guard !file.hasPrefix("/"), !folder.isEmpty else { return file }
        // Links are followed first: behind one, '..' leads elsewhere.
        func parts(_ path: String) -> [String] { URL(filePath: path).resolvingSymlinksInPath().pathComponents }
        let from = parts(folder)
        let to = parts(
            (file as NSString).deletingLastPathComponent.isEmpty ? "." : (file as NSString).deletingLastPathComponent)
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: from.count - shared) + to.dropFirst(shared)
        return (steps + [(file as NSString).lastPathComponent]).joined(separator: "/")
    }

    private func write(_ text: String, to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(text: "\(path): exists already; name another file, or remove it first", code: .usage)
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure(text: "\(path): cannot be written: \(error.localizedDescription)", code: .usage)
        }
        print("\nWrote \(path). Next: keur audit \(path)")
    }
}

/// A header's mapping in words.
enum MappingText {
    /// Headers are shown, not obeyed: the file may be a stranger's.
    static func table(of mapping: HeaderMapping, csv: CSVFile, dataset: String) -> String {
        let dialect = csv.dialect
        let delimiter = dialect.delimiter.map { $0 == 9 ? "tab" : "'\(UnicodeScalar($0))'" } ?? "none: one column"
        let guessed = dialect.isEncodingGuessed ? " (guessed; declare it in the plan if names look wrong)" : ""
        var lines = [
            "\(csv.path): encoding \(dialect.encoding.rawValue)\(guessed), delimiter \(delimiter), \(csv.header.count) columns",
            "",
        ]
        let width = mapping.columns.map(\.header.count).max() ?? 0
        let fieldWidth = mapping.columns.map { $0.field.count + $0.type.rawValue.count }.max() ?? 0
        for column in mapping.columns {
            let field = "\(column.field) (\(column.type.rawValue))".padding(to: fieldWidth + 3)
            lines.append("  \(column.header.padding(to: width))  →  \(field)  \(column.reason)")
        }
        if !mapping.unmapped.isEmpty {
            lines += ["", "No standard field; in checks of your own under these names:"]
            lines += mapping.unmapped.map { "  \($0.header.padding(to: width))  →  \($0.field) (\($0.type.rawValue))" }
        }
        for conflict in mapping.conflicts {
            let others = conflict.others.map { "'\($0.header)'" }.joined(separator: ", ")
            lines += [
                "",
                "\(conflict.field) is read from '\(conflict.kept.header)'; \(others) would fit too: say which in the plan",
            ]
        }
        let mapped = Set(mapping.columns.map(\.field))
        let missing = StandardFields.fields(of: dataset).map(\.name).filter { !mapped.contains($0) }
        if !missing.isEmpty {
            lines += [
                "",
                "\(mapping.columns.count) of \(mapping.columns.count + missing.count) standard fields found. Not in this file:",
            ]
            lines.append("  " + missing.joined(separator: ", "))
        }
        return lines.map(\.printable).joined(separator: "\n")
    }

    static func plan(for mapping: HeaderMapping, file: String, dataset: String) -> String {
        var lines = [
            "name: \(quoted("Audit of \((file as NSString).lastPathComponent)"))", "datasets:", "  \(dataset):",
            "    source: \(quoted(file))",
        ]
        if let key = StandardFields.key(of: dataset) { lines.append("    key: \(key)") }
        lines.append("    fields:")
        for column in mapping.columns { lines.append("      \(column.field): \(quoted(column.header))") }
        for column in mapping.unmapped {
            lines.append("      # \(column.field): \(quoted(column.header))   no standard field of that name")
        }
        lines += [
            "checks: [\(["intake", "legal-entity", "identifiers", "address", "ap-channel", "po-requirements"].joined(separator: ", ")),",
            "         invoice-rules, payment-terms, credit, dunning, bank, duplicates, governance]",
            "reports: { directory: reports, formats: [csv, html] }", "fail_on: error", "",
        ]
        return lines.joined(separator: "\n")
    }

    /// A text that YAML reads as it stands, whatever is in it.
    private static func quoted(_ text: String) -> String {
        let cleaned = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }.joined()
        return "'\(cleaned.replacing("'", with: "''"))'"
    }
}
