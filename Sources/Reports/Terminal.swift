public import Audit
/// A stand-in until the summary is there.
public func terminalSummary(_ result: AuditResult, width: Int, colour: Bool, files: [String]) -> String {
    "\(result.findings.count) findings\n" + files.joined(separator: "\n")
}
