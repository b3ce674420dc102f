import Audit
import Checks
import Foundation
import Reports
import Tables
import TestSupport
import Testing

@Suite struct WaiverFileTests {
    /// Whatever somebody writes as a reason comes back as it was, however often the file is written.
    @Test func hostileCellsComeBack() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "w.csv").path
            let day = try #require(CalendarDate(iso: "2026-12-31"))
            // Within a text, a formula behind a semicolon or a line break gets an apostrophe for good; NUL is replaced.
            let cells = HostileCells.cells.filter {
                !$0.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty && !$0.contains("\u{0}")
                    && !$0.contains(";=")
                    && !$0.contains("\n=") && !$0.contains("\t=")
            }
            var file = WaiverFile(newAt: path)
            for cell in cells {
                file.append(
                    findingID: "A-1-0123456789abcdef", checkID: "A-1", recordID: cell, reason: cell, approver: cell,
                    expires: day)
            }
            for _ in 0..<3 {
                try file.write()
                let diagnostics = DiagnosticsCollector()
                file = try #require(try WaiverFile(at: path, diagnostics: diagnostics))
                try diagnostics.throwIfAny()
                #expect(file.rows.map { $0[3] } == cells)
                #expect(file.waivers.count == cells.count)
            }
        }
    }
}
