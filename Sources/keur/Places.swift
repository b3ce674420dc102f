import Checks
import Diagnostics
import Foundation

/// Where keur finds what belongs to it.
enum Places {
    /// The folder of the packs that ship: below `KEUR_HOME`, else beside the executable or above it.
    static var packs: String {
        if let home = ProcessInfo.processInfo.environment["KEUR_HOME"] { return home + "/checks" }
        var folder = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            for candidate in ["checks", "share/keur/checks"] {
                let path = folder.appending(path: candidate).path
                if FileManager.default.fileExists(atPath: path + "/intake.yaml") { return path }
            }
        }
        return "checks"
    }

    static var library: PackLibrary { PackLibrary(folder: packs) }
}

func nearestName(_ name: String, among known: [String]) -> String? { nearest(to: name, among: known) }
