public import Diagnostics
import Foundation

/// YAML files of one kind: those that ship by name, one's own by path.
public struct ShippedFiles: Sendable {
    private let folder: String
    /// The folder as it is named in messages.
    private let shownAs: String
    /// What one is called in messages, what several are, and what a path leads to.
    private let words: (one: String, many: String, file: String)

    public init(folder: String, shownAs: String, one: String, many: String, file: String) {
        self.folder = folder
        self.shownAs = shownAs
        words = (one, many, file)
    }

    /// Names of those that ship, sorted.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The text of a file and its name for messages; that there is none, or that it cannot be read, goes to `diagnostics`.
    ///
    /// `reference` is the name of a file that ships, or a path; `base` the folder that a relative path starts from.
    public func read(
        _ reference: String,
        from base: String,
        at location: SourceLocation?,
        diagnostics: DiagnosticsCollector
    ) -> (text: String, shown: String)? {
        let ending = (reference as NSString).pathExtension.lowercased()
        let isPath = reference.contains("/") || ending == "yaml" || ending == "yml"
        let path =
            if !isPath {
                "\(folder)/\(reference).yaml"
            } else if reference.hasPrefix("/") || base.isEmpty {
                reference
            } else {
                "\(base)/\(reference)"
            }
        guard let data = FileManager.default.contents(atPath: path) else {
            if isPath {
                diagnostics.report(
                    Diagnostic(
                        "there is no \(words.file) '\(path)'", help: "a path starts from the plan's folder",
                        at: location)
                )
            } else {
                reportMissing(reference, at: location, diagnostics)
            }
            return nil
        }
        let shown = isPath ? path : "\(shownAs)/\(reference).yaml"
        guard let text = String(validating: data, as: UTF8.self) else {
            diagnostics.report(
                "the file is not in UTF-8",
                help: "save it as UTF-8",
                at: SourceLocation(file: shown, line: 1, column: 1)
            )
            return nil
        }
        return (text, shown)
    }

    private func reportMissing(_ name: String, at location: SourceLocation?, _ diagnostics: DiagnosticsCollector) {
        let names = names
        guard names.isEmpty else {
            diagnostics.report(
                Diagnostic(
                    "there is no \(words.one) '\(name)'",
                    help: didYouMean(name, among: names) ?? "\(words.many) are \(names.joined(separator: ", "))",
                    at: location))
            return
        }
        // Of a program that was copied away from its files, which is one mistake however many names follow.
        let message = "the \(words.many) that ship with keur are not beside the program"
        guard !diagnostics.all.contains(where: { $0.message == message }) else { return }
        diagnostics.report(
            Diagnostic(message, help: "set KEUR_HOME to the folder that keur was built or installed in", at: location))
    }
}
