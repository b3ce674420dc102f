public import Foundation

/// Where the tests' own files lie and are written: fixtures in the source tree, scratch folders in the system's
/// temporary folder.
public enum TestFiles {
    /// The root of the checkout.
    public static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file below the folder of the test target that asks, e.g. `fixture("Fixtures/ragged.csv")`.
    public static func fixture(_ path: String, beside testFile: String = #filePath) -> URL {
        URL(filePath: testFile).deletingLastPathComponent().appending(path: path)
    }

    /// Runs `body` with a new empty folder and removes it afterwards.
    public static func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The same for tests that wait.
    public static func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
