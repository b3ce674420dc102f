public import Foundation

/// A file that holds exactly what a product must print.
///
/// `KEUR_UPDATE_GOLDEN=1` rewrites the file and still reports a difference, so that someone looks at the change.
public enum Golden {
    /// Nil when `text` is what the file says; else what to show in the failed expectation.
    public static func difference(_ text: String, from file: URL) throws -> String? {
        if ProcessInfo.processInfo.environment["KEUR_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
            return "rewrote \(file.lastPathComponent); look at the change, then run again without KEUR_UPDATE_GOLDEN"
        }
        guard let expected = try? String(decoding: Data(contentsOf: file), as: UTF8.self) else {
            return "\(file.path) is missing; run with KEUR_UPDATE_GOLDEN=1 to write it"
        }
        guard Array(expected.utf8) != Array(text.utf8) else { return nil }
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(wanted, found).prefix { $0 == $1 }.count
        return """
            \(file.lastPathComponent), line \(line + 1)
            expected: \(line < wanted.count ? wanted[line] : "(end of file)")
            found:    \(line < found.count ? found[line] : "(end of text)")
            """
    }
}
