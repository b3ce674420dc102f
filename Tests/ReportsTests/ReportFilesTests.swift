import Audit
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct ReportFilesTests {
    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func allFormatsWriteTheirFiles() throws {
        try TestFiles.withTemporaryFolder { folder in
            let target = folder.appending(path: "made/on the way")
            let paths = try writeReports(
                on: SampleAudit.result("en"), formats: ReportFormat.allCases, to: target.path)
            let expected = [
                "exceptions.csv", "coverage.csv", "fixed.csv", "waiver-report.csv", "audit.html", "audit.json",
            ]
            #expect(paths == expected.map { target.appending(path: $0).path })
            #expect(try names(in: target) == expected.sorted())
        }
    }

    @Test func onlyTheFormatsAskedForAreWritten() throws {
        try TestFiles.withTemporaryFolder { folder in
            try writeReports(on: SampleAudit.result("en"), formats: [.json], to: folder.path)
            #expect(try names(in: folder) == ["audit.json"])
        }
    }

    @Test func earlierReportIsReplacedAndKeepsItsPermissions() throws {
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "audit.json")
            try Data("old".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try writeReports(on: SampleAudit.result("en"), formats: [.json], to: folder.path)
            #expect(try Data(contentsOf: file).count > 1000)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
        }
    }

    @Test func fileWhereTheFolderShouldBeIsNamed() throws {
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "reports")
            try Data().write(to: file)
            let error = #expect(throws: ReportError.self) {
                try writeReports(on: SampleAudit.result("en"), formats: [.csv], to: file.path)
            }
            #expect(
                error?.description == """
                    \(file.path): is a file, and reports need a folder; name another folder with --out or under \
                    'reports: directory' in the plan
                    """)
            let below = #expect(throws: ReportError.self) {
                try writeReports(on: SampleAudit.result("en"), formats: [.csv], to: file.path + "/below")
            }
            #expect(below?.what == "is a file, and reports need a folder")
        }
    }

    @Test func folderWhereAReportShouldGoLeavesTheOthersAsTheyWere() throws {
        try TestFiles.withTemporaryFolder { folder in
            let list = folder.appending(path: "exceptions.csv")
            try Data("earlier".utf8).write(to: list)
            try FileManager.default.createDirectory(
                at: folder.appending(path: "coverage.csv"), withIntermediateDirectories: false)
            let error = #expect(throws: ReportError.self) {
                try writeReports(on: SampleAudit.result("en"), formats: [.csv], to: folder.path)
            }
            #expect(error?.path.hasSuffix("coverage.csv") == true)
            #expect(error?.what == "is a folder, where a report should go")
            #expect(try Data(contentsOf: list) == Data("earlier".utf8))
            #expect(try names(in: folder) == ["coverage.csv", "exceptions.csv"])
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func folderWithoutWriteAccessIsSaidSo() throws {
        try TestFiles.withTemporaryFolder { folder in
            chmod(folder.path, 0o500)
            defer { chmod(folder.path, 0o700) }
            let error = #expect(throws: ReportError.self) {
                try writeReports(on: SampleAudit.result("en"), formats: [.csv], to: folder.path)
            }
            #expect(error?.what == "no permission to write here")
        }
    }

    @Test func leftoversOfKilledRunsGoAfterADay() throws {
        try TestFiles.withTemporaryFolder { folder in
            let files = [(".keur-1a-audit.json.part", 90_000.0), (".keur-2b-audit.json.part", 60), (".x", 90_000)]
            for (name, age) in files {
                let file = folder.appending(path: name)
                try Data().write(to: file)
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file.path)
            }
            try writeReports(on: SampleAudit.result("en"), formats: [.json], to: folder.path)
            #expect(try names(in: folder) == [".keur-2b-audit.json.part", ".x", "audit.json"])
        }
    }
}
