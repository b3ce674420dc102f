import Checks
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Broken check files, each beside what keur says to it. A new case needs no code: a `.yaml`, and
/// `KEUR_UPDATE_GOLDEN=1` for its `.txt`.
@Suite struct CheckFileDiagnosticsTests {
    private static let folder = TestFiles.fixture("Fixtures/diagnostics")

    static let cases: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test(arguments: cases)
    func brokenFileIsToldWhereWhatAndWhatToDo(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        let diagnostics = DiagnosticsCollector()
        let pack = Pack.decode(text, file: "\(name).yaml", diagnostics: diagnostics)
        _ = CheckCompiler(schema: .standard, diagnostics: diagnostics).compile(pack.map { [$0] } ?? [])
        let found = Diagnostics(diagnostics.all).description + "\n"
        #expect(try Golden.difference(found, from: Self.folder.appending(path: "\(name).txt")) == nil)
    }

    @Test func thereAreCases() { #expect(Self.cases.count > 20) }
}
