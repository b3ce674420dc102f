import Checks
import Diagnostics
import Enrichment
import Foundation

/// Where keur finds what belongs to it.
enum Places {
    /// The folder of the packs that ship: below `KEUR_HOME`, else beside the executable or above it.
    static var packs: String { folder("checks", containing: "intake.yaml", installed: "share/keur/checks") }

    /// The folder of the connectors that ship, found the same way.
    static var connectors: String {
        folder("Sources/Enrichment/Connectors", containing: "gleif.yaml", installed: "share/keur/connectors")
    }

    private static func folder(_ name: String, containing file: String, installed: String) -> String {
        if let home = ProcessInfo.processInfo.environment["KEUR_HOME"] {
            return FileManager.default.fileExists(atPath: "\(home)/\(name)/\(file)")
                ? "\(home)/\(name)" : "\(home)/\(installed)"
        }
        var folder = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            for candidate in [name, installed] {
                let path = folder.appending(path: candidate).path
                if FileManager.default.fileExists(atPath: "\(path)/\(file)") { return path }
            }
        }
        return name
    }

    static var connectorLibrary: ConnectorLibrary { ConnectorLibrary(folder: connectors) }

    static var library: PackLibrary { PackLibrary(folder: packs) }
}

func nearestName(_ name: String, among known: [String]) -> String? { nearest(to: name, among: known) }
