public import Checks
public import Diagnostics
import Synchronization

/// Finds connector files: those that ship by name, one's own by path.
public struct ConnectorLibrary: Sendable {
    private let files: ShippedFiles

    /// `folder` is that of the connectors that ship.
    public init(folder: String) {
        files = ShippedFiles(
            folder: folder, shownAs: "connectors", one: "connector", many: "connectors", file: "connector file")
    }

    /// Names of the connectors that ship, sorted.
    public var names: [String] { files.names }

    /// The file as it stands; throws when there is none.
    public func text(_ reference: String) throws(Diagnostics) -> String {
        let diagnostics = DiagnosticsCollector()
        let file = files.read(reference, from: "", at: nil, diagnostics: diagnostics)
        try diagnostics.throwIfAny()
        return file?.text ?? ""
    }

    /// Reads a connector; every mistake, or that there is none, goes to `diagnostics`.
    ///
    /// `reference` is the name of one that ships or a path, which starts from `base`; `overrides` is what a plan sets.
    public func connector(
        _ reference: String,
        from base: String = "",
        at location: SourceLocation? = nil,
        overrides: YAMLNode? = nil,
        diagnostics: DiagnosticsCollector
    ) -> Connector? {
        files.read(reference, from: base, at: location, diagnostics: diagnostics).flatMap { file in
            let connector = Connector.decode(
                file.text, file: file.shown, overrides: overrides, diagnostics: diagnostics)
            connector?.recompiling.withLock {
                $0 = {
                    Connector.decode(
                        file.text, file: file.shown, overrides: overrides, diagnostics: DiagnosticsCollector())
                }
            }
            return connector
        }
    }
}
