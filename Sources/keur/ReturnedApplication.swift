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

    private var wording: ReturnedWording { ReturnedWording(language: plan.language) }

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
                    reason: wording.torn(record.reason.rawValue)))
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
            case .refused(let refusal): refuse(row, wording.of(refusal))
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
            return wording.noDecision(word, near: nearest(to: word, among: ReturnedList.decisions))
        }
        if row.findingID.isEmpty { return wording.noFinding }
        if !isFirst { return wording.repeated }
        guard let finding else { return wording.of(.noSuchFinding) }
        if approver(of: row).isEmpty { return wording.noApprover }
        if plan.waivers?.needsFourEyes == true, Waiver.isSamePerson(approver(of: row), finding.owner) {
            return wording.ownsTheFix(approver(of: row))
        }
        return nil
    }

    /// Adds a waiver, or says why not.
    private mutating func waive(_ finding: Finding, _ row: ReturnedList.Row) -> String? {
        guard desk != nil else { return wording.noFile }
        if finding.result == .unknown { return wording.notEvaluated }
        if row.comment.isEmpty { return wording.noReason }
        let text = row.expires.isEmpty ? expires : row.expires
        if text.isEmpty { return wording.noExpiry }
        let day: CalendarDate
        switch EnteredDate(text) {
        case .date(let date): day = date
        case .ambiguous(let first, let second): return wording.ambiguousExpiry(text, first, second)
        case .none: return wording.noDate(text)
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
