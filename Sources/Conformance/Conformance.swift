import Foundation

/// Runs the cases found below a folder through keur's real code and tells how many passed.
///
/// A file is recognised by what it holds, not by its name: a JSON object with `suite` and `tests` is a CEL suite, one with
/// `cases` a set of CSV files, one with `invoices` a set of electronic invoices, and JSON Lines with `kind`, `value` and `valid`
/// are identifier vectors.
/// Exits 1 when a case failed, or gave its value although it stands in the list of those left out (`LeftOut`); 2 when there was
/// none to run. What is out of reach and not in that list is counted and told.
@main struct Conformance {
    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: scripts/conformance DIR\n".utf8))
            exit(2)
        }
        let root = URL(filePath: CommandLine.arguments[1]).resolvingSymlinksInPath()
        let files = files(below: root)
        var reports = files.compactMap(report(on:))
        if let connectors = await connectorSuite(files) { reports.append(connectors) }
        for line in reports.flatMap(\.lines) { print(line) }
        let passed = reports.map(\.passed).reduce(0, +)
        let failed = reports.map(\.failed).reduce(0, +)
        let skipped = reports.map(\.skipped).reduce(0, +)
        let unlisted = reports.map(\.unlisted).reduce(0, +)
        let note = unlisted > 0 ? ", \(unlisted) of these not in the list of tests left out" : ""
        print("\(passed) passed, \(failed) failed, \(skipped) skipped\(note)")
        if passed + failed == 0 { exit(2) }
        if failed > 0 { exit(1) }
    }

    private static func files(below root: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let urls = (found?.allObjects as? [URL]) ?? []
        return urls.filter { ["csv", "json", "jsonl", "xml"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
    }

    private static func report(on file: URL) -> SuiteReport? {
        guard ["json", "jsonl"].contains(file.pathExtension), let data = try? Data(contentsOf: file) else { return nil }
        if file.pathExtension == "jsonl" { return identifierSuite(data, name: file.lastPathComponent) }
        guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else { return nil }
        let folder = file.deletingLastPathComponent()
        return celSuite(object) ?? invoiceSuite(object, folder: folder) ?? csvSuite(object, folder: folder)
    }
}
