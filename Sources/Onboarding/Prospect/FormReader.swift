import CEL
public import Checks
import Diagnostics

/// Reads a form about one company: JSON or YAML, one value to a field.
public struct FormReader {
    /// Fields of the plan's own customers, besides the standard ones.
    private let ownFields: [String]
    private let diagnostics: DiagnosticsCollector

    public init(ownFields: [String], diagnostics: DiagnosticsCollector) {
        self.ownFields = ownFields
        self.diagnostics = diagnostics
    }

    /// `field=value`, as on the command line.
    public func read(assignment: String, into prospect: inout Prospect) {
        guard let equals = assignment.firstIndex(of: "=") else {
            diagnostics.report(Diagnostic("'\(assignment)' sets nothing", help: "write --set field=value"))
            return
        }
        let name = String(assignment[..<equals]).trimmingCharacters
        set(name, String(assignment[assignment.index(after: equals)...]), .flag, at: nil, in: &prospect)
    }

    /// A form; `file` is its name for messages. What is wrong with it goes to the diagnostics, all in one go.
    public func read(form text: String, file: String, into prospect: inout Prospect) {
        if text.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "{" {
            readJSON(text, file: file, into: &prospect)
        } else {
            readYAML(text, file: file, into: &prospect)
        }
    }

    private func readJSON(_ text: String, file: String, into prospect: inout Prospect) {
        let bytes = Array(text.utf8)
        let form: Value
        do throws(JSONError) {
            form = try Value(json: bytes)
        } catch {
            diagnostics.report(
                "this is no JSON: \(error.message)",
                at: Self.location(ofByte: error.offset, in: bytes, file: file))
            return
        }
        guard case .map(let fields) = form else { return }
        let places = JSONKeys.offsets(in: bytes)
        for (key, value) in fields.entries {
            guard case .string(let name) = key else { continue }
            let place = Self.location(ofByte: places[name] ?? 0, in: bytes, file: file)
            switch value {
            case .null: continue
            case .string(let text): set(name, text, .form(file), at: place, in: &prospect)
            case .bool(let flag): set(name, flag ? "true" : "false", .form(file), at: place, in: &prospect)
            case .int(let number): set(name, String(number), .form(file), at: place, in: &prospect)
            case .uint(let number): set(name, String(number), .form(file), at: place, in: &prospect)
            case .double(let number): set(name, "\(number)", .form(file), at: place, in: &prospect)
            default:
                diagnostics.report(
                    Diagnostic(
                        "'\(name)' should be a text, a number, true or false",
                        help: "a form is flat: one value to a field",
                        at: place))
            }
        }
    }

    private func readYAML(_ text: String, file: String, into prospect: inout Prospect) {
        let root: YAMLNode?
        do throws(Diagnostic) {
            root = try YAMLParser.parse(text, file: file)
        } catch {
            diagnostics.report(error)
            return
        }
        guard let root, case .mapping(let entries) = root.content else {
            diagnostics.report(
                "this is no form: it should hold 'field: value' lines, a JSON object, or an invoice",
                at: SourceLocation(file: file, line: 1, column: 1))
            return
        }
        for entry in entries where !entry.value.isNull {
            guard case .scalar(let scalar) = entry.value.content else {
                diagnostics.report(
                    "'\(entry.key.text)' should be a text, not \(entry.value.kind)", at: entry.value.location)
                continue
            }
            set(entry.key.text, scalar.text, .form(file), at: entry.keyLocation, in: &prospect)
        }
    }

    private func set(
        _ name: String,
        _ text: String,
        _ origin: Prospect.Origin,
        at location: SourceLocation?,
        in prospect: inout Prospect
    ) {
        switch ProspectFields.field(named: name, own: ownFields) {
        case .success(let field): prospect.set(field, text, from: origin)
        case .failure(var diagnostic):
            diagnostic.location = location
            diagnostics.report(diagnostic)
        }
    }

    private static func location(ofByte offset: Int, in bytes: [UInt8], file: String) -> SourceLocation {
        let before = bytes.prefix(offset)
        let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? []
        return SourceLocation(
            file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
    }
}
