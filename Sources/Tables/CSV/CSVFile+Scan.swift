import Synchronization

extension CSVFile {
    /// About how much of the file one state is made for.
    static let pieceBytes = 8 * 1024 * 1024

    /// Reads all records on `threads` threads and hands the cells of `columns` (indices into `header`, in any order,
    /// also more than once) to `body`, in batches of at most `batchRows` rows.
    ///
    /// The file is cut into pieces at guessed record starts; a piece whose predecessor did not end where it was guessed
    /// to is scanned again with a new state, so that the result never depends on the cut, nor on the number of threads.
    /// Each piece has a state of its own and is read by one thread from beginning to end.
    ///
    /// With `beginning`, only the records that begin in the first so many bytes are read.
    ///
    /// What has been read is dropped from memory. With `keepsPages`, for a file that will be looked at again soon, its first 704
    /// megabytes stay: bringing pages back costs a twentieth of an audit.
    public func scan<State>(
        _ columns: [Int],
        threads: Int,
        beginning: Int? = nil,
        batchRows: Int = 1024,
        limits: ScanLimits = ScanLimits(),
        progress: (@Sendable (_ bytesRead: Int) -> Void)? = nil,
        keepsPages: Bool = false,
        makeState: @Sendable () -> State,
        body: @Sendable (inout State, borrowing RecordBatch) -> Void
    ) -> ScanResult<State> {
        scan(
            columns, threads: threads, beginning: beginning, batchRows: batchRows, pieceBytes: Self.pieceBytes,
            limits: limits, progress: progress, keepsPages: keepsPages, makeState: makeState, body: body)
    }

    func scan<State>(
        _ columns: [Int],
        threads: Int,
        beginning: Int? = nil,
        batchRows: Int,
        pieceBytes: Int,
        limits: ScanLimits = ScanLimits(),
        progress: (@Sendable (_ bytesRead: Int) -> Void)? = nil,
        keepsPages: Bool = false,
        makeState: @Sendable () -> State,
        body: @Sendable (inout State, borrowing RecordBatch) -> Void
    ) -> ScanResult<State> {
        precondition(columns.allSatisfy(header.indices.contains), "no such column")
        while true {
            let content = self.content
            let scan = FileScan(
                content, columns: columns, threads: max(1, threads), beginning: beginning,
                batchRows: max(1, batchRows), pieceBytes: max(1, pieceBytes), limits: limits,
                keepsPages: keepsPages)
            let pieces = scan.run(progress: progress, makeState: makeState, body: body)
            guard let pieces else {
                settleEncoding()
                continue
            }
            return scan.result(of: pieces)
        }
    }
}

/// One pass over a text.
private struct FileScan: Sendable {
    private let content: CSVContent
    private let job: ScanJob
    private let threads: Int
    private let starts: [Int]
    /// No record that begins here or later is read.
    private let end: Int

    init(
        _ content: CSVContent, columns: [Int], threads: Int, beginning: Int?, batchRows: Int, pieceBytes: Int,
        limits: ScanLimits, keepsPages: Bool
    ) {
        self.content = content
        self.threads = threads
        let layout = content.layout
        job = ScanJob(
            bytes: content.bytes, delimiter: layout.delimiter, comment: layout.comment,
            columnCount: layout.columnCount, columns: columns, batchRows: batchRows, limits: limits,
            keepsPages: keepsPages, damage: layout.dialect.encoding == .utf8 ? .utf8 : .replacementCharacters)
        end = min(beginning ?? content.bytes.count, content.bytes.count)
        let guess = PieceGuess(
            text: content.bytes.start, end: end, delimiter: layout.delimiter, comment: layout.comment,
            columnCount: layout.columnCount)
        starts = layout.dataStart < end ? guess.starts(from: layout.dataStart, pieceBytes: pieceBytes) : []
    }

    /// A piece that has been read.
    struct Piece<State> {
        var start: Int
        var state: State
        var notes: PieceNotes
    }

    /// Nil when the text turns out to be in another encoding than its beginning made believe.
    func run<State>(
        progress: (@Sendable (Int) -> Void)?,
        makeState: @Sendable () -> State,
        body: @Sendable (inout State, borrowing RecordBatch) -> Void
    ) -> [Piece<State>]? {
        let results = PieceResults<State>(count: starts.count)
        let shared = SharedProgress()
        let work = { @Sendable in
            while let number = shared.nextPiece(of: starts.count) {
                let (start, limit) = (starts[number], limit(of: number))
                results.set(number, read(from: start, to: limit, shared, makeState: makeState, body: body))
                progress?(shared.add(bytes: limit - start))
            }
        }
        withoutActuallyEscaping(work) { onThreads(min(threads, starts.count), $0) }
        if shared.isStopped { return nil }
        let pieces = verified(results.all) { read(from: $0, to: $1, shared, makeState: makeState, body: body) }
        return shared.isStopped ? nil : pieces
    }

    private func limit(of number: Int) -> Int {
        number + 1 < starts.count ? starts[number + 1] : end
    }

    private func read<State>(
        from start: Int, to limit: Int, _ shared: SharedProgress, makeState: () -> State,
        body: (inout State, borrowing RecordBatch) -> Void
    ) -> Piece<State> {
        var state = makeState()
        var scanner = PieceScanner(job, start: start, limit: limit)
        scanner.run(shouldStop: { shared.isStopped }) { body(&state, $0) }
        if scanner.metDamage, content.isEncodingProvisional { shared.stop() }
        let notes = scanner.notes
        content.bytes.release(from: start, to: notes.end, keepsPages: job.keepsPages)
        return Piece(start: start, state: state, notes: notes)
    }

    /// Keeps the pieces that begin where the one before ended; reads again what lies between.
    private func verified<State>(_ pieces: [Piece<State>], read: (Int, Int) -> Piece<State>) -> [Piece<State>] {
        var verified: [Piece<State>] = []
        var at = content.layout.dataStart
        for (number, piece) in pieces.enumerated() {
            let limit = limit(of: number)
            if at >= limit { continue }
            let right = piece.start == at ? piece : read(at, limit)
            verified.append(right)
            at = right.notes.end
        }
        return verified
    }

    func result<State>(of pieces: [Piece<State>]) -> ScanResult<State> {
        var notes = ScanNotes(content.layout, limits: job.limits)
        var results: [ScanResult<State>.Piece] = []
        for piece in pieces {
            results.append(
                ScanResult.Piece(
                    state: piece.state, firstRow: notes.rows, firstLine: notes.line, rowCount: piece.notes.rows))
            notes.add(piece.notes)
        }
        notes.conclude()
        var dialect = content.layout.dialect
        dialect.lineEnding = notes.lineEndings.ending
        return ScanResult(
            pieces: results, rowCount: notes.rows,
            quarantine: Quarantine(count: notes.quarantineCount, records: notes.quarantined), warnings: notes.warnings,
            warningCounts: notes.warningCounts, dialect: dialect)
    }
}

/// What the threads of a scan tell each other.
private final class SharedProgress: Sendable {
    private let piecesTaken = Atomic(0)
    private let bytesRead = Atomic(0)
    private let stopped = Atomic(false)

    var isStopped: Bool { stopped.load(ordering: .relaxed) }

    func stop() { stopped.store(true, ordering: .relaxed) }

    /// The number of a piece that nobody has taken yet.
    func nextPiece(of count: Int) -> Int? {
        let number = piecesTaken.add(1, ordering: .relaxed).oldValue
        return number < count && !isStopped ? number : nil
    }

    /// Returns how many bytes have been read by all.
    func add(bytes: Int) -> Int { bytesRead.add(bytes, ordering: .relaxed).newValue }
}

/// Where threads put what they have read; each place is written by one of them.
private final class PieceResults<State>: @unchecked Sendable {  // Guarded by the lock.
    private let lock = Mutex(())
    private var pieces: [FileScan.Piece<State>?]

    init(count: Int) { pieces = Array(repeating: nil, count: count) }

    func set(_ number: Int, _ piece: FileScan.Piece<State>) {
        lock.withLock { _ in pieces[number] = piece }
    }

    var all: [FileScan.Piece<State>] { lock.withLock { _ in pieces.compactMap(\.self) } }
}
