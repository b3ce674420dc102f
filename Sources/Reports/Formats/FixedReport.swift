import Audit
import Checks

/// `fixed.csv`: what earlier runs found and this one does not, most cash first.
///
/// Written where there is a history. Conventions are those of `exceptions.csv`.
package enum FixedReport {
    /// A promise: new ones go to the end.
    package static let columns = [
        "finding_id", "how", "severity", "check_id", "title", "cause", "record", "record_id", "customer_id",
        "customer_name", "field", "owner", "cash_at_risk", "currency", "first_seen", "open_since", "gone_on",
        "days_open", "runs_open",
    ]

    static let fileName = "fixed.csv"

    static func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {
        guard let fixed = result.fixed else { return }
        let file = try job.open(fileName)
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        for finding in fixed {
            append(finding, to: &buffer)
            if buffer.count > 1 << 20 {
                try file.write(buffer)
                buffer.removeAll()
            }
        }
        try file.write(buffer)
    }

    private static func append(_ finding: FixedFinding, to buffer: inout ByteBuffer) {
        for cell in [
            finding.id, finding.how.rawValue, finding.severity.rawValue, finding.checkID, finding.title, finding.cause,
            finding.record, finding.recordID, finding.customerID, finding.customerName, finding.field, finding.owner,
        ] {
            CSVCell.append(cell, to: &buffer)
            buffer.append(UInt8(ascii: ","))
        }
        buffer.append(hundredths: finding.cashAtRisk.hundredths)
        buffer.append(UInt8(ascii: ","))
        CSVCell.append(finding.cashAtRisk.currency, to: &buffer)
        for date in [finding.firstSeen, finding.openSince, finding.goneOn] {
            buffer.append(UInt8(ascii: ","))
            buffer.append(date)
        }
        for number in [finding.daysOpen, finding.runsOpen] {
            buffer.append(UInt8(ascii: ","))
            buffer.append(number: number)
        }
        CSVCell.endRow(&buffer)
    }
}
