package import Audit
import Checks

/// `exceptions.csv`: one row for each finding, the most urgent first.
///
/// RFC 4180 in UTF-8 without a byte order mark, lines end in CRLF. Texts are kept from running as formulas
/// (`FormulaGuard`); numbers and dates are keur's own and stay what they are.
package enum CSVReport {
    /// The columns, in their order. They are a promise: new ones go to the end.
    package static let columns = [
        "finding_id", "status", "result", "priority", "severity", "check_id", "title", "cause", "record", "record_id",
        "customer_id", "customer_name", "field", "value", "message", "fix", "owner", "cash_at_risk", "currency",
        "first_seen", "runs_open", "source", "line", "suggestion",
    ]

    static let fileName = "exceptions.csv"
    /// The rows of some statuses, for a run that was asked for these alone.
    static let onlyFileName = "only.csv"

    static func begin(in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(fileName)
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        try file.write(buffer)
        job.pourFindings(into: file) { findings, _, buffer in append(findings, to: &buffer) }
    }

    /// The list of some findings, as a file of its own.
    package static func text(_ findings: [Finding]) -> String {
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        append(findings, to: &buffer)
        return buffer.text
    }

    static func begin(only selection: FindingSelection, in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(onlyFileName)
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        try file.write(buffer)
        job.pourFindings(into: file) { findings, _, buffer in
            append(findings.filter(selection.contains), to: &buffer)
        }
    }

    static func append(_ findings: [Finding], to buffer: inout ByteBuffer) {
        var kinds: [ObjectIdentifier: KindCells] = [:]
        findings.withUnsafeBufferPointer { findings in
            for index in findings.indices {
                let kind = ObjectIdentifier(findings[index].kind)
                let cells = kinds[kind] ?? KindCells(findings[index].kind)
                kinds[kind] = cells
                append(findings[index], cells, to: &buffer)
            }
        }
    }

    private static func append(_ finding: borrowing Finding, _ kind: KindCells, to buffer: inout ByteBuffer) {
        func text(_ cell: String, _ buffer: inout ByteBuffer) {
            CSVCell.append(cell, to: &buffer)
            buffer.append(UInt8(ascii: ","))
        }
        text(finding.id, &buffer)
        text(finding.status.rawValue, &buffer)
        text(finding.result.rawValue, &buffer)
        buffer.append(number: finding.priority)
        buffer.append(UInt8(ascii: ","))
        buffer.append(kind.severityToRecord)
        text(finding.recordID, &buffer)
        text(finding.customerID, &buffer)
        text(finding.customerName, &buffer)
        buffer.append(kind.field)
        text(finding.value, &buffer)
        text(finding.message, &buffer)
        buffer.append(kind.fixAndOwner)
        buffer.append(hundredths: finding.cashAtRisk.hundredths)
        buffer.append(UInt8(ascii: ","))
        text(finding.cashAtRisk.currency, &buffer)
        buffer.append(finding.firstSeen)
        buffer.append(UInt8(ascii: ","))
        buffer.append(number: finding.runsOpen)
        buffer.append(UInt8(ascii: ","))
        buffer.append(kind.source)
        buffer.append(number: finding.line)
        buffer.append(UInt8(ascii: ","))
        CSVCell.append(finding.suggestion, to: &buffer)
        CSVCell.endRow(&buffer)
    }
}

/// The cells that all findings of a kind share, ready to be copied, each with the separator behind it.
private final class KindCells {
    let severityToRecord: [UInt8]
    let field: [UInt8]
    let fixAndOwner: [UInt8]
    let source: [UInt8]

    init(_ kind: FindingKind) {
        severityToRecord = Self.cells([kind.severity.rawValue, kind.checkID, kind.title, kind.cause, kind.record])
        field = Self.cells([kind.field])
        fixAndOwner = Self.cells([kind.fix, kind.owner])
        source = Self.cells([kind.source])
    }

    private static func cells(_ texts: [String]) -> [UInt8] {
        var buffer = ByteBuffer()
        for text in texts {
            CSVCell.append(text, to: &buffer)
            buffer.append(UInt8(ascii: ","))
        }
        return buffer.withBytes { Array($0) }
    }
}
