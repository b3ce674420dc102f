import Audit
import Foundation
import Reports
import TestSupport
import Testing

/// Disks that fill up and runs that are stopped, for real.
@Suite(.serialized) struct FullDiskTests {
    /// Findings enough for several megabytes.
    private static var large: AuditResult {
        var result = SampleAudit.result("en")
        let some = result.findings[0..<20]
        result.findings = FindingList(count: 40_000) { $0.map { some[$0 % 20] } }
        return result
    }

    @Test(.enabled(if: geteuid() == 0, "mounting a small disk takes root"))
    func fullDiskLeavesTheEarlierReportAndNothingElse() throws {
        try TestFiles.withTemporaryFolder { folder in
            guard shell("mount -t tmpfs -o size=1m tmpfs '\(folder.path)'") else {
                print("skipped: a tmpfs cannot be mounted here")
                return
            }
            defer { _ = shell("umount '\(folder.path)'") }
            let list = folder.appending(path: "exceptions.csv")
            try Data("earlier".utf8).write(to: list)
            let error = #expect(throws: ReportError.self) {
                try writeReports(on: Self.large, formats: ReportFormat.allCases, to: folder.path)
            }
            #expect(error?.what == "the disk is full, so the report was not written")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["exceptions.csv"])
            #expect(try Data(contentsOf: list) == Data("earlier".utf8))
        }
    }

    @Test func limitOnFileSizesIsSaidSoAndLeavesNothing() async throws {
        await #expect(processExitsWith: .success) {
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20)
            #if canImport(Glibc)
                try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
            #else
                try #require(setrlimit(RLIMIT_FSIZE, &limit) == 0)
            #endif
            try FullDiskTests.expectTooLarge()
        }
    }

    private static func expectTooLarge() throws {
        try TestFiles.withTemporaryFolder { folder in
            let error = #expect(throws: ReportError.self) {
                try writeReports(on: large, formats: [.csv, .json], to: folder.path)
            }
            #expect(error?.what == "the report is larger than a file may be here, so it was not written")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.isEmpty)
        }
    }

    @Test func stoppedRunLeavesNoVisibleFile() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keur-test-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGINT)) { [path = path as String] in
            var result = FullDiskTests.large
            let large = result.findings
            result.findings = FindingList(count: large.count) { range in
                if range.contains(30_000) { kill(getpid(), SIGINT) }
                return large[range]
            }
            try writeReports(on: result, formats: [.csv, .json], to: path)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix(".") })
    }

    private func shell(_ command: String) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
