import GRDB

/// How it went over the last runs, this one included: what the page's charts are made of.
public struct HistoryCourse: Sendable {
    /// As many runs as a chart can show.
    static let length = 12

    /// First to last.
    public var runs: [RecordedRun]
    /// By name; over the same runs.
    public var causes: [Trend]
    /// Of all findings first, then by cause; over all runs.
    public var times: [TimesToFix]

    public init(runs: [RecordedRun], causes: [Trend], times: [TimesToFix]) {
        self.runs = runs
        self.causes = causes
        self.times = times
    }

    init(_ database: Database) throws {
        runs = try RecordedRun.all(database, last: Self.length)
        causes = try Trend.all(database, by: .cause, last: Self.length)
        times = try TimesToFix.all(database, by: .cause)
    }
}
