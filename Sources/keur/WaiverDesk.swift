import Audit
import Checks
import Diagnostics
import Foundation
import Reports
import Tables

/// The waivers file of a plan while something is added to it. One process at a time has it.
struct WaiverDesk {
    let plan: Plan
    let planPath: String
    /// The day on which waivers are judged.
    let today: CalendarDate
    private(set) var file: WaiverFile
    private let lock: FileLock?

    init(_ plan: Plan, at planPath: String) throws(CommandFailure) {
        guard let waivers = plan.waivers else {
            throw CommandFailure(
                text: "\(planPath): the plan names no file of waivers; add the line 'waivers: waivers.csv'",
                code: .usage)
        }
        self.plan = plan
        self.planPath = planPath
        today = plan.asOf ?? .today
        let path = plan.path(waivers.file)
        do throws(FileLock.Holder) {
            lock = try FileLock(at: FileLock.path(for: path), patience: 10)
        } catch {
            throw CommandFailure(
                text: "\(path): another keur is changing the waivers (\(error.text)); try again when it is done",
                code: .source)
        }
        let diagnostics = DiagnosticsCollector()
        do throws(SourceError) {
            file = try WaiverFile(at: path, diagnostics: diagnostics) ?? WaiverFile(newAt: path)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
        try diagnostics.failIfAny()
    }

    /// Adds a waiver, or says why it is refused.
    mutating func add(
        _ finding: ListedFinding, reason: String, approver: String, expires: CalendarDate
    ) -> String? {
        if let refusal = refusal(finding, approver: approver, expires: expires) { return refusal }
        file.append(
            findingID: finding.id, checkID: finding.checkID, recordID: finding.recordID, reason: reason,
            approver: approver, expires: expires)
        return nil
    }

    /// Whether this very waiver stands in the file already.
    func has(_ finding: ListedFinding, reason: String, approver: String, expires: CalendarDate) -> Bool {
        file.waivers.contains {
            $0.target == .finding(id: finding.id) && $0.reason == reason && $0.approver == approver
                && $0.expires == expires
        }
    }

    private func refusal(_ finding: ListedFinding, approver: String, expires: CalendarDate) -> String? {
        if finding.isUnknown {
            return "its result is unknown, and nobody can accept what nobody has seen: supply what its message asks for"
        }
        if expires < today { return "\(expires) is over: the last day of a waiver is \(today) or later" }
        if let known = file.waiver(
            of: finding.id, check: finding.checkID, record: finding.recordID, on: today)
        {
            return
                "it is waived until \(known.expires) by \(known.approver) already (\(file.path):\(known.line)); change that line"
        }
        if plan.waivers?.needsFourEyes == true, Waiver.isSamePerson(approver, finding.owner) {
            return "'\(approver)' owns the fix, and the plan asks for four eyes: have somebody else approve it"
        }
        return nil
    }

    func write() throws(CommandFailure) {
        do throws(ReportError) {
            try file.write()
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    /// What is known of findings before they are waived.
    enum Knowledge {
        case list([String: ListedFinding])
        case history(HistoryStore)
        case nothing
    }

    /// The exception list of the last audit; where there is none, the history.
    var knowledge: Knowledge {
        get throws(CommandFailure) {
            do throws(SourceError) {
                if let list = try ListedFinding.read("\(plan.latestReports)/exceptions.csv") { return .list(list) }
            } catch {
                throw CommandFailure(text: error.description, code: .source)
            }
            guard let path = Memory.path(of: plan), FileManager.default.fileExists(atPath: path) else {
                return .nothing
            }
            do throws(HistoryError) {
                return .history(try HistoryStore(existing: path))
            } catch {
                throw CommandFailure(error)
            }
        }
    }
}
