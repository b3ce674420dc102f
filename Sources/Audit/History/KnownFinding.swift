/// A finding as the history has it, after its last run.
struct KnownFinding: Sendable {
    /// Why a finding is not open any more.
    enum Closing: Int, Sendable {
        /// The record was looked at, and the check did not fail on it.
        case fixed = 1
        /// The record is no longer in the extract.
        case gone = 2
    }

    /// The 64 bits of its name, as SQLite keeps them.
    var id: Int64
    var rule: Int
    /// The run that saw it first, ever.
    var firstRun: Int
    /// The run from which on it has been open without having been fixed.
    var opened: Int
    /// Runs since `opened` that did not look, or did not find the record.
    var missed: Int
    /// The run that closed it; nil while it is open.
    var closed: Int?
    var closing: Closing?
    /// The run since which what follows has been so.
    var since: Int
    /// It was never seen to fail: a check's evaluation broke on the record.
    var isUnknown: Bool
    var fingerprint: Int64
    /// In hundredths.
    var cash: Int64

    /// Runs since `opened` and before `run` that did not see it. Of one whose record was gone, all since then.
    func missed(before run: Int) -> Int { missed + (closed.map { run - $0 } ?? 0) }
}
