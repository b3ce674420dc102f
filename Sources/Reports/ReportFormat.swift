import Audit

/// The kinds of report that go to files, sorted by name; the terminal's summary is none of them.
public enum ReportFormat: String, CaseIterable, Sendable {
    case csv, html, json

    /// What the format writes into the folder, the file for people first; `fixed.csv` only where there is a history,
    /// `waiver-report.csv` only where the plan names waivers.
    public var fileNames: [String] {
        switch self {
        case .csv: [CSVReport.fileName, CoverageReport.fileName, FixedReport.fileName, WaiverReport.fileName]
        case .html: [HTMLReport.fileName]
        case .json: [JSONReport.fileName]
        }
    }

    /// One line for the help text.
    public var summary: String {
        switch self {
        case .csv: "the exception list, what the checks covered and what is fixed, for spreadsheets"
        case .html: "one page for the board and for whoever does the work"
        case .json: "everything, for other programs"
        }
    }

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
