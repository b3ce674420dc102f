import Audit
import Foundation
import Reports
import TestSupport
import Testing

/// Figures, not expectations: `KEUR_BENCH=1 swift test -c release --filter ThroughputTests`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["KEUR_BENCH"] == "1"))
struct ThroughputTests {
    /// A million findings with texts of their own where a real one has them.
    private static func million() -> AuditResult {
        var result = SampleAudit.result("en")
        let some = result.findings[0..<20]
        result.findings = FindingList(count: 1_000_000) { range in
            range.map { index in
                var finding = some[index % 20]
                finding.id = "F-\(index)-\(finding.checkID)"
                finding.recordID = "\(100_000 + index)"
                finding.customerID = finding.recordID
                finding.line = index + 2
                finding.message = "\(finding.customerName) (\(index)): \(finding.title)"
                return finding
            }
        }
        return result
    }

    @Test(arguments: [1, 2], [[ReportFormat.csv], [.json], [.csv, .html, .json]])
    func millionFindings(threads: Int, formats: [ReportFormat]) throws {
        let result = Self.million()
        try TestFiles.withTemporaryFolder { folder in
            let clock = ContinuousClock()
            let rendering = clock.measure {
                DispatchQueue.concurrentPerform(iterations: threads) { thread in
                    for start in stride(from: thread * 2048, to: 1_000_000, by: threads * 2048) {
                        _ = result.findings[start..<min(start + 2048, 1_000_000)]
                    }
                }
            }
            let all = try clock.measure {
                try writeReports(on: result, formats: formats, to: folder.path, threads: threads)
            }
            let bytes = try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(0) {
                $0 + (try Data(contentsOf: folder.appending(path: $1), options: .alwaysMapped)).count
            }
            let rate =
                Double(bytes) / 1e6 / (Double(all.components.attoseconds) / 1e18 + Double(all.components.seconds))
            print(
                "\(formats.map(\.rawValue)) threads \(threads): \(all) (the findings alone \(rendering)), "
                    + "\(bytes / 1_000_000) MB, \(Int(rate)) MB/s")
        }
    }
}
