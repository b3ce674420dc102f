import Audit
import Foundation
import TestSupport
import Testing

/// One writer at a time, and disks that are full.
@Suite(.serialized) struct WriterTests {
    @Test func secondWriterIsToldAndTheFirstGoesOn() throws {
        try TestFiles.withTemporaryFolder { folder in
            let audits = RecordedAudits(folder: folder)
            try audits.write("customer_id,legal_name,po_number_default\n1,Acme,\n")
            var one = try audits.audit("2026-01-01")
            var two = one
            let first = try HistoryStore(path: audits.path).record(&one, RecordedAudits.facts)
            let error = #expect(throws: HistoryError.self) {
                try HistoryStore(path: audits.path, patience: 0.05).record(&two, RecordedAudits.facts)
            }
            #expect(
                error?.description
                    == "\(audits.path): another run is writing to the history; wait for it to end, then run again")
            // Readers are not kept waiting, and see nothing of a run that may still end badly.
            #expect(try HistoryStore(path: audits.path).runs().isEmpty)
            try first.commit()
            #expect(try HistoryStore(path: audits.path).runs().count == 1)
        }
    }

    @Test func recordingThatIsLetGoLeavesNothing() throws {
        try TestFiles.withTemporaryFolder { folder in
            let audits = RecordedAudits(folder: folder)
            try audits.write("customer_id,legal_name,po_number_default\n1,Acme,\n")
            let store = try HistoryStore(path: audits.path)
            for _ in 0..<2 {
                var result = try audits.audit("2026-01-01")
                _ = try store.record(&result, RecordedAudits.facts)
                #expect(RecordedAudits.lines(result) == ["A 1 new 2026-01-01 1"])
            }
            #expect(try store.runs().isEmpty)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "mounting a small disk takes root"))
    func fullDiskLosesNothingThatWasRecorded() throws {
        try TestFiles.withTemporaryFolder { folder in
            let disk = folder.appending(path: "disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            guard shell("mount -t tmpfs -o size=1m tmpfs '\(disk.path)'") else {
                print("skipped: a tmpfs cannot be mounted here")
                return
            }
            defer { _ = shell("umount '\(disk.path)'") }
            let audits = RecordedAudits(folder: folder)
            let path = disk.appending(path: "history.sqlite").path
            let header = "customer_id,legal_name,po_number_default\n"
            for (count, fits) in [(10, true), (30_000, false), (12, true)] {
                try audits.write(header + (0..<count).map { "\($0),Customer \($0),\n" }.joined())
                var result = try audits.audit("2026-01-01")
                let failure: HistoryError?
                do throws(HistoryError) {
                    try HistoryStore(path: path).record(&result, RecordedAudits.facts).commit()
                    failure = nil
                } catch { failure = error }
                #expect(
                    failure?.description
                        == (fits
                            ? nil
                            : "\(path): the disk is full, so this run is not in the history; make room and run again"))
                #expect(try HistoryStore(path: path).verify() == [])
            }
            #expect(try HistoryStore(path: path).runs().map(\.new) == [10, 2])
        }
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
