/// A CSV file, mapped into memory: its dialect and header are known, its records are read on demand.
///
/// The file must not be cut short by another program while it is open.
public final class CSVFile: Sendable {
    public let path: String

    /// Maps the file, finds out how it is written, and reads its header.
    public init(path: String, options: CSVOptions = CSVOptions()) throws(SourceError) {
        self.path = path
    }

    /// Found out from the beginning of the file; `ScanResult.dialect` tells of all of it.
    public var dialect: Dialect {
        Dialect(encoding: .utf8, isEncodingGuessed: false, hasByteOrderMark: false, delimiter: nil, lineEnding: nil)
    }
    /// The columns' names as written, untrimmed; `column 1` … where the file has no header.
    public var header: [String] { [] }
    /// Those about the file and its header that its beginning shows. `ScanResult.warnings` has them too.
    public var warnings: [CSVWarning] { [] }
    /// Size of the text, in bytes, for progress.
    public var byteCount: Int { 0 }

    /// Reads all records on `threads` threads and hands the cells of `columns` (indices into `header`, in any order,
    /// also more than once) to `body`, in batches of at most `batchRows` rows.
    ///
    /// The file is cut into pieces at guessed record starts; a piece whose predecessor did not end where it was guessed
    /// to is scanned again with a new state, so that the result never depends on the cut. Each piece has a state of its
    /// own and is read by one thread from beginning to end.
    public func scan<State>(
        _ columns: [Int],
        threads: Int,
        batchRows: Int = 1024,
        limits: ScanLimits = ScanLimits(),
        progress: (@Sendable (_ bytesRead: Int) -> Void)? = nil,
        makeState: @Sendable () -> State,
        body: @Sendable (inout State, borrowing RecordBatch) -> Void
    ) -> ScanResult<State> {
        ScanResult(pieces: [], rowCount: 0, quarantine: Quarantine(count: 0, records: []), warnings: [], warningCounts: [:], dialect: dialect)
    }

    /// Random access to single records by their byte offset, after a scan.
    public func reader(_ columns: [Int]) -> RecordReader { RecordReader() }
}
