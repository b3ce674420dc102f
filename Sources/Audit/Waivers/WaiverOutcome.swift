/// What the waivers of a plan did to a run.
public struct WaiverOutcome: Sendable {
    public enum State: String, Sendable, CaseIterable {
        case active
        /// Its last day is over: what it covered counts again.
        case expired
        /// Nothing was found that it could cover.
        case unmatched
        /// Its check was not part of the run.
        case notRun = "not_run"
    }

    public struct Use: Sendable {
        public var waiver: Waiver
        public var state: State
        /// How many findings it covers, or as an expired one raises again.
        public var findings: Int
        /// The sum over these findings.
        public var cashAtRisk: Money

        public init(waiver: Waiver, state: State, findings: Int, cashAtRisk: Money) {
            self.waiver = waiver
            self.state = state
            self.findings = findings
            self.cashAtRisk = cashAtRisk
        }
    }

    /// Path of the waivers file.
    public var file: String
    /// In the order of the file.
    public var uses: [Use]
    public var waivedFindings: Int
    /// Each customer once, with the largest amount among its waived findings.
    public var waivedCash: Money

    public init(file: String, uses: [Use], waivedFindings: Int, waivedCash: Money) {
        self.file = file
        self.uses = uses
        self.waivedFindings = waivedFindings
        self.waivedCash = waivedCash
    }

    /// Those that no longer hold and whose findings count again.
    public var raisingAgain: [Use] { uses.filter { $0.state == .expired && $0.findings > 0 } }

    public var unmatched: [Use] { uses.filter { $0.state == .unmatched } }
}
