import Audit
import Diagnostics
import Foundation
import Reports
import Tables

/// Turns the rows of a list that came back into waivers and changes, and says of each other row why not.
struct ReturnedApplication {
    private let list: ReturnedList
    private let path: String
    private let plan: Plan
    private let approver: String
    private let expires: String
    private(set) var desk: WaiverDesk?
    private(set) var report = ReturnedReport(changes: [], refusals: [])
    private(set) var waiversAdded = 0
    /// Waivers that stood there already, word for word: the list was applied before.
    private(set) var waiversKept = 0

    var undecided: Int { list.undecided }

    init(
        _ list: ReturnedList, path: String, plan: Plan, desk: WaiverDesk?, approver: String?, expires: String?
    ) {
        self.list = list
        self.path = path
        self.plan = plan
        self.desk = desk
        self.approver = approver ?? ""
        self.expires = expires ?? ""
    }

    mutating func apply(to result: AuditResult) {
        for record in list.quarantine.records {
            report.refusals.append(
                ReturnedReport.Refusal(
                    line: record.line, findingID: "", decision: "", correctedValue: "", comment: "",
                    reason: "the line cannot be read (\(record.reason.rawValue)); mend its quotes and separators"))
        }
        let findings = result.findings(withIDs: Set(list.rows.map(\.findingID)))
        var seen: Set<String> = []
        var corrections: [ReturnedList.Row] = []
        for row in list.rows {
            if let refusal = refusal(row, findings[row.findingID], isFirst: seen.insert(row.findingID).inserted) {
                refuse(row, refusal)
            } else if row.decision == .correct {
                corrections.append(row)
            } else if let finding = findings[row.findingID], let refusal = waive(finding, row) {
                refuse(row, refusal)
            }
        }
        let verdicts = result.review(
            corrections.map {
                Correction(findingID: $0.findingID, value: $0.correctedValue, oldValue: $0.oldValue)
            })
        var given: Set<FieldChange> = []
        for (row, verdict) in zip(corrections, verdicts) {
            switch verdict {
            case .refused(let refusal): refuse(row, refusal.description)
            case .change(let change):
                // Two checks on one field are mended by one change.
                guard given.insert(change).inserted else { continue }
                report.changes.append(
                    ReturnedReport.Change(
                        change: change, source: "\(path) line \(row.line), \(row.findingID)",
                        approver: approver(of: row)))
            }
        }
        report.refusals.sort { $0.line < $1.line }
    }

    private func approver(of row: ReturnedList.Row) -> String {
        (row.approver.isEmpty ? approver : row.approver).trimmingBlanks
    }

    /// What is wrong with a row before anything is done with it.
    private func refusal(_ row: ReturnedList.Row, _ finding: Finding?, isFirst: Bool) -> String? {
        if case .unclear(let word) = row.decision {
            let help =
                nearest(to: word, among: ReturnedList.decisions).map { "did you mean '\($0)'?" }
                ?? "write accept or correct"
            return word.isEmpty ? "a value without a decision; write correct" : "'\(word)' is no decision; \(help)"
        }
        if row.findingID.isEmpty { return "the row has no finding_id; copy it from the list that went out" }
        if !isFirst { return "the list has this exception on an earlier line too; decide on one" }
        guard let finding else { return CorrectionRefusal.noSuchFinding.description }
        if approver(of: row).isEmpty { return "nobody approves it; name somebody with --approver" }
        if plan.waivers?.needsFourEyes == true, Waiver.isSamePerson(approver(of: row), finding.owner) {
            return "'\(approver(of: row))' owns the fix, and the plan asks for four eyes; have somebody else approve it"
        }
        return nil
    }

    /// Adds a waiver, or says why not.
    private mutating func waive(_ finding: Finding, _ row: ReturnedList.Row) -> String? {
        guard desk != nil else { return "the plan names no file of waivers; add the line 'waivers: waivers.csv'" }
        if finding.result == .unknown { return "the check could not be evaluated, so there is nothing to accept" }
        if row.comment.isEmpty { return "a waiver needs a reason; write it as comment" }
        let text = row.expires.isEmpty ? expires : row.expires
        if text.isEmpty { return "a waiver needs a last day; give it with --expires" }
        let day: CalendarDate
        switch EnteredDate(text) {
        case .date(let date): day = date
        case .ambiguous(let first, let second): return "the expiry '\(text)' may mean \(first) or \(second)"
        case .none: return "the expiry '\(text)' is no date; write it as 2026-12-31"
        }
        let listed = ListedFinding(
            id: finding.id, checkID: finding.checkID, recordID: finding.recordID, owner: finding.owner)
        let approver = approver(of: row)
        if desk?.has(listed, reason: row.comment, approver: approver, expires: day) == true {
            waiversKept += 1
            return nil
        }
        let refusal = desk?.add(listed, reason: row.comment, approver: approver, expires: day)
        if refusal == nil { waiversAdded += 1 }
        return refusal
    }

    private mutating func refuse(_ row: ReturnedList.Row, _ reason: String) {
        let decision =
            switch row.decision {
            case .accept: "accept"
            case .correct: "correct"
            case .unclear(let word): word
            }
        report.refusals.append(
            ReturnedReport.Refusal(
                line: row.line, findingID: row.findingID, decision: decision,
                correctedValue: FormulaGuard.restore(row.correctedValue), comment: row.comment, reason: reason))
    }
}
