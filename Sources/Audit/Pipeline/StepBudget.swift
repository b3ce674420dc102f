import Synchronization

/// What the expressions of a run may take over all records, in steps of the evaluation: what one record may take does not
/// keep a million of them from taking days.
public struct StepLimits: Sendable {
    /// For each byte of the files that are read: 1,000 for a record of 200 bytes, and as many for each that links to it. The
    /// checks that ship take a hundredth of that.
    public var stepsPerByte = 5
    /// Of small files; some twenty seconds.
    public var least = 200_000_000
    /// How many checks that take all they may the run has room for.
    public var greedyChecks = 5

    public init() {}

    func stepsOfCheck(bytes: Int) -> Int {
        let (steps, overflow) = bytes.multipliedReportingOverflow(by: stepsPerByte)
        return overflow ? .max / 1024 : min(max(least, steps), .max / 1024)
    }
}

/// Counts what the checks of a run take, from all threads.
///
/// A check is stopped as a whole: whether it is depends on what all its records take together, which no order of threads can
/// change, and who sees its results sees all of them or none.
final class StepBudget: Sendable {
    let stepsOfCheck: Int
    let stepsOfRun: Int
    /// By check of the run.
    private let taken: Mutex<[Int]>

    init(_ limits: StepLimits, checks: Int, bytes: Int) {
        stepsOfCheck = limits.stepsOfCheck(bytes: bytes)
        stepsOfRun = stepsOfCheck * limits.greedyChecks
        taken = Mutex([Int](repeating: 0, count: checks))
    }

    /// Counts what a check took, and returns what is left for it; below zero when it has to stop.
    func spend(_ steps: Int, on check: Int) -> Int {
        taken.withLock { taken in
            let (sum, overflow) = taken[check].addingReportingOverflow(steps)
            taken[check] = overflow ? .max : sum
            return left(for: check, taken)
        }
    }

    /// By check: what is left.
    func left() -> [Int] { taken.withLock { left($0) } }

    /// False once a check has to stop.
    func isLeft(for check: Int) -> Bool { taken.withLock { left(for: check, $0) >= 0 } }

    /// When all is done: the checks that were stopped. Those that took nothing were not.
    func stopped() -> [Int: Reason] {
        taken.withLock { taken in
            var stopped: [Int: Reason] = [:]
            for (check, left) in left(taken).enumerated() where left < 0 && taken[check] > 0 {
                stopped[check] = taken[check] > stepsOfCheck ? .check(stepsOfCheck) : .run(stepsOfRun)
            }
            return stopped
        }
    }

    enum Reason: Sendable {
        /// It took more than one may.
        case check(Int)
        /// Those before it, and it, took more than all may.
        case run(Int)
    }

    /// What is left for all goes by the order of the checks: those before a check that takes much have their results.
    private func left(for check: Int, _ taken: [Int]) -> Int {
        var all = stepsOfRun
        for steps in taken[...check] { all -= counted(steps) }
        return min(all, stepsOfCheck - taken[check])
    }

    private func left(_ taken: [Int]) -> [Int] {
        var all = stepsOfRun
        return taken.map { steps in
            all -= counted(steps)
            return min(all, stepsOfCheck - steps)
        }
    }

    /// A check that was stopped counts for as much as it may take, whenever each thread noticed.
    private func counted(_ steps: Int) -> Int { min(steps, stepsOfCheck) }
}
