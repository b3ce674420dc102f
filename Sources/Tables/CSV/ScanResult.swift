/// What a scan of a whole file gave, the same for any number of threads.
public struct ScanResult<State> {
    /// A run of consecutive records that one thread read.
    public struct Piece {
        public let state: State
        /// Index of the piece's first row among all rows of the file.
        public let firstRow: Int
        /// 1-based number of the piece's first physical line.
        public let firstLine: Int
        public let rowCount: Int
    }

    /// In file order.
    public let pieces: [Piece]
    public let rowCount: Int
    public let quarantine: Quarantine
    /// Those of the file and of its header first, then those of the rows by line, of each kind the first ones.
    public let warnings: [CSVWarning]
    /// How many there are of each kind, also beyond those in `warnings`.
    public let warningCounts: [CSVWarning.Kind: Int]
    /// As seen over the whole file.
    public let dialect: Dialect
}

extension ScanResult: Sendable where State: Sendable {}
extension ScanResult.Piece: Sendable where State: Sendable {}

/// How many remarks on single records a scan keeps; beyond that they are counted.
public struct ScanLimits: Hashable, Sendable {
    public var quarantinedRecords: Int
    public var warningsOfEachKind: Int

    public init(quarantinedRecords: Int = 1_000_000, warningsOfEachKind: Int = 1_000) {
        self.quarantinedRecords = quarantinedRecords
        self.warningsOfEachKind = warningsOfEachKind
    }
}
