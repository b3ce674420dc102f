import Audit

/// The kinds of report that go to files, sorted by name; the terminal's summary is none of them.
public enum ReportFormat: String, CaseIterable, Sendable {
    case csv, html, json

    /// Opens the format's files and writes what comes before the findings.
    func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {
        switch self {
        case .csv:
            try CSVReport.begin(in: &job)
            if let only = result.only {
                try CSVReport.begin(only: FindingSelection(only, of: result), in: &job)
            }
            try CoverageReport.begin(result, in: &job)
            try FixedReport.begin(result, in: &job)
            if let waivers = result.waivers { try WaiverReport.begin(waivers, in: &job) }
        case .html:
            try HTMLReport.begin(result, in: &job)
        case .json:
            try JSONReport.begin(result, in: &job)
        }
    }
}
