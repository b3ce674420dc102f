/// Reads the records of one piece of a text: those that begin from `start` on and before `limit`.
///
/// Window by window, `WindowIndex` finds the records, and those that are as they should be go straight into the batch
/// (`PieceScanner+Window.swift`). Whatever is out of the ordinary is read by `RecordParser`, here.
struct PieceScanner: ~Copyable {
    /// Small enough to stay in the first-level cache together with its index.
    static let windowBytes = 16 * 1024
    private static let smallestWindow = 1024
    /// `RecordParser` reads records that are longer.
    private static let largestWindow = 1024 * 1024

    let job: ScanJob
    /// The whole text, where it is mapped.
    private let text: UnsafePointer<UInt8>
    let end: Int
    private let limit: Int
    /// Offset of the record to be read next; while a window is read, of its start.
    var at: Int
    private var parser: RecordParser
    private var stretch: Stretch
    /// The text from `at` on, as far as the window goes and a byte further.
    var window: UnsafePointer<UInt8>
    var index: WindowIndex
    var batch: BatchBuilder
    var notes: PieceNotes
    /// Set when bytes were met that are not UTF-8.
    var metDamage = false

    init(_ job: ScanJob, start: Int, limit: Int) {
        self.job = job
        text = job.bytes.start
        end = job.bytes.count
        self.limit = limit
        at = start
        parser = RecordParser(text: text, end: end, delimiter: job.delimiter, comment: job.comment)
        stretch = Stretch(
            of: job.bytes, keepsPages: job.keepsPages, limit: min(limit + Self.windowBytes, end))
        window = text
        index = WindowIndex(capacity: Self.windowBytes)
        batch = BatchBuilder(columns: job.columns, columnCount: job.columnCount, capacity: job.batchRows)
        notes = PieceNotes(limits: job.limits, start: start)
    }

    /// Reads to the end of the piece. `shouldStop` is asked now and then; what was read so far is then worth nothing.
    mutating func run(shouldStop: () -> Bool, body: (borrowing RecordBatch) -> Void) {
        var size = Self.windowBytes
        while at < limit, !shouldStop() {
            // A comment may hold quotes that mean nothing, which the index cannot know.
            guard job.comment == nil else {
                at = readRecord(from: at, body)
                continue
            }
            let length = min(size, end - at)
            if length > index.capacity { index = WindowIndex(capacity: size) }
            showWindow(length, body)
            index.index(window, length: length, delimiter: job.delimiter, endsText: at + length == end)
            let records = recordsInWindow()
            if records > 0 { readWindow(records, body) }
            if index.isCut {
                if at < limit { at = readRecord(from: at, body) }
                size = Self.smallestWindow
            } else if records > 0 {
                size = min(2 * size, Self.windowBytes)
            } else if size < Self.largestWindow, at + length < end {
                size *= 2
            } else {
                at = readRecord(from: at, body)
                size = Self.windowBytes
            }
        }
        batch.flush(body)
        notes.rows = batch.rows
        notes.end = at
    }

    /// Shows the window that begins at `at`. Where what was shown has to go for it, the batch goes first.
    private mutating func showWindow(_ length: Int, _ body: (borrowing RecordBatch) -> Void) {
        // Behind a CR at its end there may be an LF.
        let wanted = at..<min(at + length + 1, end)
        if !stretch.shows(wanted) {
            batch.flush(body)
            stretch.show(wanted)
        }
        window = stretch.pointer(at: at)
    }

    /// How many records end in the window, of those that begin before the limit.
    private func recordsInWindow() -> Int {
        let count = index.recordEnds.count
        guard count > 0, at + Int(index.recordEnds[count - 1]) >= limit else { return count }
        var records = 1
        while records < count, at + nextRecord(after: index.recordEnds[records - 1]) < limit { records += 1 }
        return records
    }

    /// Reads the record that begins at `start`, whatever it is, and returns where the next one begins.
    mutating func readRecord(from start: Int, _ body: (borrowing RecordBatch) -> Void) -> Int {
        let outline = parser.read(at: start)
        let line = notes.lines
        notes.lines += outline.lines
        notes.lineEndings.formUnion(LineEndings(outline.lineEnding))
        let isDamaged = job.isDamaged(from: start, to: outline.contentEnd)
        if isDamaged { metDamage = true }
        if outline.kind == .comment || outline.kind == .blankLine && job.columnCount > 1 { return outline.next }
        if let reason = reasonToQuarantine(outline, from: start, isDamaged: isDamaged) {
            let countsFields = reason == .tooFewFields || reason == .tooManyFields
            notes.quarantine(
                QuarantinedRecord(
                    line: line, lastLine: line + outline.innerBreaks, reason: reason,
                    fields: countsFields ? parser.fields.count : nil, byteOffset: start))
            return outline.next
        }
        if parser.fields.count > job.columnCount { notes.warn(.trailingDelimiter, line: line) }
        if outline.hasStrayQuote { notes.warn(.strayQuote, line: line) }
        if job.columnCount > 1, parser.fields.allSatisfy(\.isEmpty) { notes.warn(.emptyRow, line: line) }
        batch.append(parser.fields, of: text, at: start, line: line)
        if batch.room == 0 { batch.flush(body) }
        return outline.next
    }

    private func reasonToQuarantine(
        _ outline: RecordParser.Outline, from start: Int, isDamaged: Bool
    ) -> QuarantinedRecord.Reason? {
        if let defect = outline.defect { return defect }
        if outline.contentEnd - start > Int(Int32.max) { return .tooLong }
        if isDamaged { return .invalidEncoding }
        if job.hasNUL(from: start, to: outline.contentEnd) { return .nulByte }
        if parser.fields.count < job.columnCount { return .tooFewFields }
        return parser.hasFields(job.columnCount) ? nil : .tooManyFields
    }
}
