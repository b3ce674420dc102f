public import Diagnostics
import Foundation

/// Finds check files: packs that ship by name, one's own by path.
public struct PackLibrary: Sendable {
    private let files: ShippedFiles

    /// `folder` is that of the packs that ship.
    public init(folder: String) {
        files = ShippedFiles(folder: folder, shownAs: "checks", one: "pack", many: "packs", file: "check file")
    }

    /// Names of the packs that ship, sorted.
    public var names: [String] { files.names }

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
        files.read(reference, from: base, at: location, diagnostics: diagnostics).flatMap {
            Pack.decode($0.text, file: $0.shown, diagnostics: diagnostics)
        }
    }

    /// Reads the packs of a list, in order. One that is named twice is a mistake, and is read once.
    public func packs(
        _ references: [(name: String, location: SourceLocation?)],
        from base: String,
        diagnostics: DiagnosticsCollector
    ) -> [Pack] {
        var seen: Set<String> = []
        return references.compactMap { name, location in
            guard seen.insert(URL(filePath: name).standardizedFileURL.path).inserted else {
                diagnostics.report(
                    Diagnostic("the pack '\(name)' is named twice", help: "take one of them out", at: location))
                return nil
            }
            return pack(name, from: base, at: location, diagnostics: diagnostics)
        }
    }

    /// The text of a pack that was read before; nil when it is no longer there.
    public func text(_ reference: String, from base: String) -> String? {
        files.read(reference, from: base, at: nil, diagnostics: DiagnosticsCollector())?.text
    }
}
