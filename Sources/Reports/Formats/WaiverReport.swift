import Audit

/// `waiver-report.csv`: what each waiver of the plan's file did in this run.
enum WaiverReport {
    static let columns = [
        "state", "finding_id", "check_id", "record_id", "reason", "approver", "expires", "findings", "cash_at_risk",
        "currency", "file", "line",
    ]

    static let fileName = "waiver-report.csv"

    static func begin(_ waivers: WaiverOutcome, in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(fileName)
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        for use in waivers.uses {
            let (finding, record) =
                switch use.waiver.target {
                case .finding(let id): (id, "")
                case .record(let id, _): ("", id)
                }
            for cell in [
                use.state.rawValue, finding, use.waiver.checkID, record, use.waiver.reason, use.waiver.approver,
            ] {
                CSVCell.append(cell, to: &buffer)
                buffer.append(UInt8(ascii: ","))
            }
            buffer.append(use.waiver.expires)
            buffer.append(UInt8(ascii: ","))
            buffer.append(number: use.findings)
            buffer.append(UInt8(ascii: ","))
            buffer.append(hundredths: use.cashAtRisk.hundredths)
            for cell in [use.cashAtRisk.currency, waivers.file] {
                buffer.append(UInt8(ascii: ","))
                CSVCell.append(cell, to: &buffer)
            }
            buffer.append(UInt8(ascii: ","))
            buffer.append(number: use.waiver.line)
            CSVCell.endRow(&buffer)
        }
        try file.write(buffer)
    }
}
