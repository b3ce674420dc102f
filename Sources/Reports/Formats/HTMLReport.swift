import Audit
enum HTMLReport {
    static let fileName = "audit.html"
    static func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {}
}
