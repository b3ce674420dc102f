import Audit

/// `coverage.csv`: how each check went over the records it looks at, and why results are unknown.
enum CoverageReport {
    static let columns = ["check", "records", "pass", "fail", "not_applicable", "unknown", "reason"]

    static let fileName = "coverage.csv"

    static func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(fileName)
        var buffer = ByteBuffer()
        append(result.coverage, to: &buffer)
        try file.write(buffer)
    }

    static func append(_ coverage: [CheckCoverage], to buffer: inout ByteBuffer) {
        CSVCell.append(columns, to: &buffer)
        for check in coverage {
            CSVCell.append(check.checkID, to: &buffer)
            for number in [check.records, check.pass, check.fail, check.notApplicable, check.unknown] {
                buffer.append(UInt8(ascii: ","))
                buffer.append(number: number)
            }
            buffer.append(UInt8(ascii: ","))
            CSVCell.append(check.reason, to: &buffer)
            CSVCell.endRow(&buffer)
        }
    }
}
