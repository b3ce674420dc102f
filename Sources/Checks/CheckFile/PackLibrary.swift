public import Diagnostics
import Foundation

/// Finds check files: packs that ship by name, one's own by path.
public struct PackLibrary: Sendable {
    /// The folder of the packs that ship.
    private let folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// Names of the packs that ship, sorted.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// Reads a pack; what is wrong with it, or that there is none, goes to `diagnostics`.
    ///
    /// `reference` is the name of a pack that ships, or the path of a check file; `base` the folder that a relative path
    /// starts from.
    public func pack(
        _ reference: String,
        from base: String,
        at location: SourceLocation?,
        diagnostics: DiagnosticsCollector
    ) -> Pack? {
        let isPath = reference.contains("/") || reference.hasSuffix(".yaml") || reference.hasSuffix(".yml")
        let path =
            if !isPath {
                "\(folder)/\(reference).yaml"
            } else if reference.hasPrefix("/") || base.isEmpty {
                reference
            } else {
                "\(base)/\(reference)"
            }
        guard let data = FileManager.default.contents(atPath: path) else {
            let help =
                isPath
                ? "a path starts from the plan's folder"
                : didYouMean(reference, among: names) ?? "packs are \(names.joined(separator: ", "))"
            diagnostics.report(
                Diagnostic(
                    isPath ? "there is no check file '\(path)'" : "there is no pack '\(reference)'", help: help,
                    at: location)
            )
            return nil
        }
        let shown = isPath ? path : "checks/\(reference).yaml"
        guard let text = String(validating: data, as: UTF8.self) else {
            diagnostics.report(
                "the file is not in UTF-8",
                help: "save it as UTF-8",
                at: SourceLocation(file: shown, line: 1, column: 1)
            )
            return nil
        }
        return Pack.decode(text, file: shown, diagnostics: diagnostics)
    }
}
