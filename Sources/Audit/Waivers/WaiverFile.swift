public import Checks
import Diagnostics
import Foundation
public import Tables

/// `waivers.csv` as it stands: every row with all its columns, and what the rows mean.
public struct WaiverFile: Sendable {
    /// What keur writes; a file may have other columns besides, in any order.
    public static let columns = ["finding_id", "check_id", "record_id", "reason", "approver", "expires"]

    public let path: String
    public private(set) var header: [String]
    /// Cells by column of the header, without the apostrophes that keep spreadsheets from running them.
    public private(set) var rows: [[String]]
    public let delimiter: UInt8
    public let hasByteOrderMark: Bool
    public let waivers: [Waiver]

    /// A file that is not there yet.
    public init(newAt path: String) {
        self.path = path
        header = Self.columns
        rows = []
        delimiter = UInt8(ascii: ",")
        hasByteOrderMark = false
        waivers = []
    }

    /// Nil when there is no such file. Every row that is not a waiver goes to `diagnostics`, with its line.
    public init?(at path: String, diagnostics: DiagnosticsCollector) throws(SourceError) {
        guard let table = try TextTable(ifThereAt: path) else { return nil }
        self.path = path
        header = table.header
        rows = table.rows.map { $0.cells.map(FormulaGuard.restore) }
        delimiter = table.dialect.delimiter ?? UInt8(ascii: ",")
        hasByteOrderMark = table.dialect.hasByteOrderMark
        waivers = WaiverReader(table, path: path, diagnostics: diagnostics).waivers
    }

    /// Puts a waiver at the end; `checkID` and `recordID` are for whoever reads the file.
    public mutating func append(
        findingID: String, checkID: String, recordID: String, reason: String, approver: String, expires: CalendarDate
    ) {
        let cells = [
            "finding_id": findingID, "check_id": checkID, "record_id": recordID, "reason": reason,
            "approver": approver, "expires": expires.description,
        ]
        for name in Self.columns where !header.contains(where: { $0.lowercased() == name }) {
            header.append(name)
            for index in rows.indices { rows[index].append("") }
        }
        rows.append(header.map { cells[$0.lowercased()] ?? "" })
    }

    /// The waiver that accepts a finding on a day, if one does.
    public func waiver(of findingID: String, check: String, record: String, on day: CalendarDate) -> Waiver? {
        waivers.first { waiver in
            guard waiver.isActive(on: day) else { return false }
            return waiver.target == .finding(id: findingID) || waiver.target == .record(id: record, check: check)
        }
    }
}

/// Reads the rows of a waivers file; what is missing is reported, never made up.
private struct WaiverReader {
    private(set) var waivers: [Waiver] = []
    private let path: String
    private let diagnostics: DiagnosticsCollector

    init(_ table: TextTable, path: String, diagnostics: DiagnosticsCollector) {
        self.path = path
        self.diagnostics = diagnostics
        for record in table.quarantine.records {
            report(
                "the line cannot be read as a waiver (\(record.reason.rawValue))", "mend its quotes and commas",
                record.line)
        }
        let names = table.header.map { $0.lowercased() }
        let needed = ["reason", "approver", "expires"]
        let missing = needed.filter { !names.contains($0) }
        for name in missing {
            report(
                "the waivers have no column '\(name)'",
                nearest(to: name, among: names).map { "is it the one called '\($0)'?" }
                    ?? "the columns are \(WaiverFile.columns.joined(separator: ", "))", 1)
        }
        let byRecord = names.contains("check_id") && names.contains("record_id")
        if !names.contains("finding_id"), !byRecord {
            report(
                "the waivers do not say which findings they accept",
                "add a column 'finding_id', or 'check_id' and 'record_id'", 1)
            return
        }
        guard missing.isEmpty else { return }
        for row in table.rows {
            func cell(_ name: String) -> String {
                names.firstIndex(of: name).map { FormulaGuard.restore(row.cells[$0]).trimmingBlanks } ?? ""
            }
            guard WaiverFile.columns.contains(where: { !cell($0).isEmpty }) else { continue }
            if let waiver = waiver(cell, line: row.line) { waivers.append(waiver) }
        }
    }

    private func waiver(_ cell: (String) -> String, line: Int) -> Waiver? {
        let target = target(cell, line: line)
        var isComplete = true
        for (name, help) in [
            ("reason", "say why the exception is accepted"), ("approver", "say who accepted it"),
            ("expires", "give its last day, e.g. 2026-12-31"),
        ] where cell(name).isEmpty {
            report("the waiver has no \(name == "expires" ? "expiry" : name)", help, line)
            isComplete = false
        }
        guard isComplete, let expires = date(cell("expires"), line: line), let target else { return nil }
        return Waiver(target: target, reason: cell("reason"), approver: cell("approver"), expires: expires, line: line)
    }

    private func target(_ cell: (String) -> String, line: Int) -> Waiver.Target? {
        let (finding, check, record) = (cell("finding_id"), cell("check_id"), cell("record_id"))
        if !finding.isEmpty {
            if FindingID.check(of: finding) == nil {
                report(
                    "'\(finding)' is no finding's id", "copy it from exceptions.csv, or give check_id and record_id",
                    line)
                return nil
            }
            return .finding(id: finding)
        }
        if check.isEmpty || record.isEmpty {
            report("the waiver does not say what it accepts", "give finding_id, or check_id and record_id", line)
            return nil
        }
        return .record(id: record, check: check)
    }

    private func date(_ text: String, line: Int) -> CalendarDate? {
        switch EnteredDate(text) {
        case .date(let date): return date
        case .ambiguous(let first, let second):
            report("the expiry '\(text)' may mean \(first) or \(second)", "write it as \(first)", line)
        case .none:
            report("the expiry '\(text)' is no date", "write it as 2026-12-31", line)
        }
        return nil
    }

    private func report(_ message: String, _ help: String, _ line: Int) {
        diagnostics.report(message, help: help, at: SourceLocation(file: path, line: line, column: 1))
    }
}
