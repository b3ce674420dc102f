import Audit
import Foundation
import Reports
import Tables

/// What keeps runs of one plan apart: the lock, where reports go, the known debt.
struct NightShift {
    private let plan: Plan
    private let startedAt: Date
    private let limit: TimeLimit?
    private let lock: FileLock?
    private let baselinePath: String

    /// Takes the plan's lock, without waiting: the run that has it does the work.
    init(_ plan: Plan, input: String, startedAt: Date, limit: TimeLimit?) throws(CommandFailure) {
        self.plan = plan
        self.startedAt = startedAt
        self.limit = limit
        // A plan is the same by whatever link it is reached.
        let place = FileLock.path(for: URL(filePath: input).resolvingSymlinksInPath().path)
        baselinePath = ((place as NSString).deletingPathExtension) + ".baseline.csv"
        guard PlanFile.isPlan(input) else {
            lock = nil
            return
        }
        do throws(FileLock.Holder) {
            lock = try FileLock(at: place, patience: 0)
        } catch {
            throw CommandFailure(
                text: "\(input): another run of this plan is under way (\(error.text)); this one did not start",
                code: .notRun)
        }
    }

    /// When outside sources are to be asked no more.
    var deadlineForAsking: Date? { limit.map { startedAt.addingTimeInterval($0.seconds * TimeLimit.shareForAsking) } }

    // MARK: Reports

    /// Into the folder itself, or one of the run's own below it where the plan keeps several.
    func writeReports(
        on result: AuditResult, formats: [ReportFormat], to folder: String
    ) throws(ReportError) -> [String] {
        guard let kept = plan.reportsKept else {
            return try Reports.writeReports(on: result, formats: formats, to: folder)
        }
        let runs = RunFolders(folder, keeping: kept)
        let own = runs.folder(of: startedAt)
        let paths = try Reports.writeReports(on: result, formats: formats, to: own)
        try runs.publish(own)
        return paths
    }

    // MARK: Known debt

    /// The baseline without what is gone; a new one of all that is found, when that is asked for.
    func baseline(after result: AuditResult, isNew: Bool) throws(CommandFailure) -> Baseline? {
        if isNew { return Baseline(of: result) }
        do throws(SourceError) {
            var baseline = try Baseline(at: baselinePath)
            baseline?.remove(result.fixed ?? [])
            return baseline
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
    }

    func keep(_ result: AuditResult, isNew: Bool) throws(CommandFailure) {
        guard isNew || result.fixed?.isEmpty == false else { return }
        do throws(ReportError) {
            try result.baseline?.write(to: baselinePath)
        } catch {
            throw CommandFailure(text: error.description, code: .source)
        }
    }
}

extension Plan {
    /// The folder of the last run's reports.
    var latestReports: String {
        path(reportsDirectory) + (reportsKept == nil ? "" : "/\(RunFolders.latest)")
    }
}
