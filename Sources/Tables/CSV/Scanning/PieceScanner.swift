/// What the scanners of all pieces of a text have in common.
struct ScanJob: Sendable {
    let bytes: SourceBytes
    let delimiter: UInt8
    let comment: UInt8?
    let columnCount: Int
    /// Indices of the asked-for columns.
    let columns: [Int]
    let batchRows: Int
    let limits: ScanLimits
    let damage: DamageCheck

    /// How to tell that a record has bytes which are not text.
    enum DamageCheck: Sendable {
        /// The text came as UTF-8.
        case utf8
        /// It was converted to UTF-8: what could not be decoded is U+FFFD now.
        case replacementCharacters
    }

    func isDamaged(from start: Int, to end: Int) -> Bool {
        switch damage {
        case .utf8: !UTF8Check.isWellFormed(bytes.start, from: start, to: end)
        case .replacementCharacters: UTF8Check.hasReplacementCharacter(bytes.start, from: start, to: end)
        }
    }
}

/// Reads the records of one piece of a text: those that begin from `start` on and before `limit`.
struct PieceScanner: ~Copyable {
    /// Windows are small enough to stay in the first-level cache together with their index. Records longer than the
    /// largest one are read by `RecordParser`.
    static let windowBytes = 16 * 1024
    private static let smallestWindow = 1024
    private static let largestWindow = 1024 * 1024

    private let job: ScanJob
    private let text: UnsafePointer<UInt8>
    private let end: Int
    private let limit: Int
    /// Offset of the record to be read next.
    private var at: Int
    private var parser: RecordParser
    private var index: WindowIndex
    private var batch: BatchBuilder
    private(set) var notes: PieceNotes
    /// Set when bytes were met that are not UTF-8.
    private(set) var metDamage = false

    init(_ job: ScanJob, start: Int, limit: Int) {
        self.job = job
        text = job.bytes.start
        end = job.bytes.count
        self.limit = limit
        at = start
        parser = RecordParser(text: text, end: end, delimiter: job.delimiter, comment: job.comment)
        index = WindowIndex(capacity: Self.windowBytes)
        batch = BatchBuilder(columns: job.columns, columnCount: job.columnCount, capacity: job.batchRows)
        notes = PieceNotes(limits: job.limits, start: start)
    }

    /// Reads to the end of the piece. `shouldStop` is asked now and then; what was read so far is then worth nothing.
    mutating func run(shouldStop: () -> Bool, body: (borrowing RecordBatch) -> Void) {
        var window = Self.windowBytes
        while at < limit, !shouldStop() {
            // A comment may hold quotes that mean nothing, which the index cannot know.
            guard job.comment == nil else {
                readRecord(body)
                continue
            }
            let length = min(window, end - at)
            if length > index.capacity { index = WindowIndex(capacity: window) }
            index.index(text + at, length: length, delimiter: job.delimiter, endsText: at + length == end)
            let records = recordsInWindow()
            if records > 0 { readWindow(records, body) }
            if index.isCut {
                if at < limit { readRecord(body) }
                window = Self.smallestWindow
            } else if records > 0 {
                window = max(min(window * 2, Self.windowBytes), Self.smallestWindow)
            } else if window < Self.largestWindow, at + length < end {
                window *= 2
            } else {
                readRecord(body)
                window = Self.windowBytes
            }
        }
        batch.flush(body)
        notes.rows = batch.rows
        notes.end = at
    }

    /// How many records end in the window, of those that begin before the limit.
    private func recordsInWindow() -> Int {
        guard index.recordEndCount > 0, at + Int(index.recordEnds[index.recordEndCount - 1]) >= limit else {
            return index.recordEndCount
        }
        var records = 1
        while records < index.recordEndCount, nextRecord(after: index.recordEnds[records - 1]) + at < limit {
            records += 1
        }
        return records
    }

    /// The place behind a record end, counted from the start of the window.
    @inline(__always)
    private func nextRecord(after recordEnd: UInt32) -> Int {
        let next = Int(recordEnd) + 1
        guard index.hasCarriageReturns, at + next < end, text[at + next - 1] == ASCII.carriageReturn,
            text[at + next] == ASCII.lineFeed
        else { return next }
        return next + 1
    }

    // MARK: - Records that the index knows

    /// Takes up the first `records` records of the window, and moves on behind them.
    private mutating func readWindow(_ records: Int, _ body: (borrowing RecordBatch) -> Void) {
        let start = at
        let length = min(nextRecord(after: index.recordEnds[records - 1]), end - at)
        let mustInspect = index.found.contains(.nul) || index.found.contains(.nonASCII) && hasDamage(length)
        if index.hasCarriageReturns { noteLineEndings(records) } else { noteLineFeeds(records) }
        var cursor = WindowCursor()
        while cursor.record < records {
            let run = takeRun(&cursor, records: records, mustInspect: mustInspect, windowStart: start)
            if run.count > 0 {
                storeCells(run, windowStart: start)
                if index.hasQuotes { unquoteCells(run, &cursor) }
            }
            if batch.room == 0 {
                batch.flush(body)
            } else if cursor.record < records {
                skip(&cursor, windowStart: start, body)
            }
        }
        at = min(start + length, end)
    }

    /// Where one is in a window.
    private struct WindowCursor {
        /// Number of the record.
        var record = 0
        /// Where it begins, counted from the start of the window.
        var start = 0
        /// Index of its first field end.
        var field = 0
        /// Index of the first line break inside quotes that is not before it.
        var quotedBreak = 0
        /// Index of the first opening quote that is not before it.
        var quote = 0
    }

    /// Records of a window, one after the other, that have exactly the columns that they should have.
    private struct Run {
        var firstRecord: Int
        var firstField: Int
        var count = 0
        /// Index in the batch of its first row.
        var row: Int
    }

    /// Enters as many records as are regular and the batch has room for.
    @inline(__always)
    private mutating func takeRun(
        _ cursor: inout WindowCursor, records: Int, mustInspect: Bool, windowStart: Int
    ) -> Run {
        let columns = job.columnCount
        let fieldEnds = index.fieldEnds
        let recordEnds = index.recordEnds
        var run = Run(firstRecord: cursor.record, firstField: cursor.field, row: batch.count)
        var count = 0
        let most = min(batch.room, records - cursor.record)
        var line = notes.lines
        while count < most {
            let recordEnd = recordEnds[cursor.record]
            let lastField = cursor.field + columns - 1
            guard lastField < index.fieldEndCount, fieldEnds[lastField] == recordEnd else { break }
            if mustInspect, isUnfit(windowStart + cursor.start, windowStart + Int(recordEnd)) { break }
            let first = text[windowStart + cursor.start]
            if columns > 1, first == job.delimiter || first == ASCII.quote,
                isEmptyRow(cursor, windowStart: windowStart)
            {
                notes.warn(.emptyRow, line: line)
            }
            batch.byteOffsets[run.row + count] = windowStart + cursor.start
            batch.lines[run.row + count] = Int32(truncatingIfNeeded: line)
            line += 1
            count += 1
            if index.quotedBreakCount > 0 { line += quotedBreaks(&cursor, before: recordEnd) }
            cursor.start = nextRecord(after: recordEnd)
            cursor.field += columns
            cursor.record += 1
        }
        notes.lines = line
        batch.count += count
        run.count = count
        return run
    }

    /// Lets `RecordParser` read a record that is not regular.
    private mutating func skip(
        _ cursor: inout WindowCursor, windowStart: Int, _ body: (borrowing RecordBatch) -> Void
    ) {
        let recordEnd = index.recordEnds[cursor.record]
        at = windowStart + cursor.start
        readRecord(body)
        _ = quotedBreaks(&cursor, before: recordEnd)
        while cursor.quote < index.openingQuoteCount, index.openingQuotes[cursor.quote] < recordEnd {
            cursor.quote += 1
        }
        while index.fieldEnds[cursor.field] != recordEnd { cursor.field += 1 }
        cursor.field += 1
        cursor.record += 1
        cursor.start = at - windowStart
        at = windowStart
    }

    private func quotedBreaks(_ cursor: inout WindowCursor, before recordEnd: UInt32) -> Int {
        let first = cursor.quotedBreak
        while cursor.quotedBreak < index.quotedBreakCount, index.quotedBreaks[cursor.quotedBreak] < recordEnd {
            cursor.quotedBreak += 1
        }
        return cursor.quotedBreak - first
    }

    private func isEmptyRow(_ cursor: WindowCursor, windowStart: Int) -> Bool {
        var start = cursor.start
        for field in cursor.field..<cursor.field + job.columnCount {
            let end = Int(index.fieldEnds[field])
            // In an index, two bytes that begin with a quote are two quotes.
            guard end == start || end - start == 2 && text[windowStart + start] == ASCII.quote else { return false }
            start = end + 1
        }
        return true
    }

    /// Stores the asked-for cells of a run, column by column, as if there were no quotes.
    private func storeCells(_ run: Run, windowStart: Int) {
        let base = text + windowStart
        let offsets = batch.byteOffsets + run.row
        let stride = job.columnCount
        for slot in job.columns.indices {
            let column = job.columns[slot]
            let starts = batch.starts(slot) + run.row
            let counts = batch.counts(slot) + run.row
            var ends = index.fieldEnds + run.firstField + column
            for row in 0..<run.count {
                let start = column == 0 ? offsets[row] &- windowStart : Int(ends[-1]) &+ 1
                starts[row] = base + start
                counts[row] = Int32(truncatingIfNeeded: Int(ends[0]) &- start)
                ends += stride
            }
        }
    }

    /// Takes the quotes off the quoted cells of a run. There are few as a rule: asking every cell would take twice as long.
    private mutating func unquoteCells(_ run: Run, _ cursor: inout WindowCursor) {
        var row = 0
        while cursor.quote < index.openingQuoteCount {
            let quote = index.openingQuotes[cursor.quote]
            while row < run.count, index.recordEnds[run.firstRecord + row] < quote { row += 1 }
            guard row < run.count else { return }
            cursor.quote += 1
            let fields = index.fieldEnds + run.firstField + row * job.columnCount
            var column = 0
            while fields[column] < quote { column += 1 }
            var slot = batch.firstSlot(of: column)
            while let found = slot {
                unquote(slot: found, row: run.row + row)
                slot = batch.slot(after: found)
            }
        }
    }

    private mutating func unquote(slot: Int, row: Int) {
        let inside = UnsafeBufferPointer(
            start: batch.starts(slot)[row] + 1, count: Int(batch.counts(slot)[row]) - 2)
        if index.hasDoubledQuotes, inside.contains(ASCII.quote) {
            batch.setUndoubled(slot: slot, row: row, from: inside)
        } else {
            batch.set(slot: slot, row: row, to: inside)
        }
    }

    private mutating func noteLineFeeds(_ records: Int) {
        if at + Int(index.recordEnds[records - 1]) < end || records > 1 { notes.lineEndings.insert(.lf) }
    }

    private mutating func noteLineEndings(_ records: Int) {
        for record in 0..<records {
            notes.lineEndings.formUnion(
                LineEndings(parser.skipLineEnd(at: at + Int(index.recordEnds[record])).lineEnding))
        }
    }

    // MARK: - Damage

    private mutating func hasDamage(_ length: Int) -> Bool {
        switch job.damage {
        case .replacementCharacters: return true
        case .utf8:
            let isWellFormed = index.isWellFormedUTF8(text + at, length: length)
            if !isWellFormed { metDamage = true }
            return !isWellFormed
        }
    }

    private func isUnfit(_ start: Int, _ end: Int) -> Bool {
        UnsafeBufferPointer(start: text + start, count: end - start).contains(ASCII.nul)
            || job.isDamaged(from: start, to: end)
    }

    // MARK: - Records out of the ordinary

    /// Reads the record at `at`, whatever it is, and moves on behind it.
    private mutating func readRecord(_ body: (borrowing RecordBatch) -> Void) {
        let start = at
        let outline = parser.read(at: start)
        let line = notes.lines
        at = outline.next
        notes.lines += outline.lines
        notes.lineEndings.formUnion(LineEndings(outline.lineEnding))
        let isDamaged = job.isDamaged(from: start, to: outline.contentEnd)
        if isDamaged { metDamage = true }
        if outline.kind == .comment || outline.kind == .blankLine && job.columnCount > 1 { return }
        if let reason = reasonToQuarantine(outline, from: start, isDamaged: isDamaged) {
            let countsFields = reason == .tooFewFields || reason == .tooManyFields
            notes.quarantine(
                QuarantinedRecord(
                    line: line, lastLine: line + outline.innerBreaks, reason: reason,
                    fields: countsFields ? parser.fields.count : nil, byteOffset: start))
            return
        }
        if parser.fields.count > job.columnCount { notes.warn(.trailingDelimiter, line: line) }
        if outline.hasStrayQuote { notes.warn(.strayQuote, line: line) }
        if job.columnCount > 1, parser.fields.allSatisfy(\.isEmpty) { notes.warn(.emptyRow, line: line) }
        batch.append(parser.fields, of: text, at: start, line: line)
        if batch.room == 0 { batch.flush(body) }
    }

    private func reasonToQuarantine(
        _ outline: RecordParser.Outline, from start: Int, isDamaged: Bool
    ) -> QuarantinedRecord.Reason? {
        if let defect = outline.defect { return defect }
        if outline.contentEnd - start > Int(Int32.max) { return .tooLong }
        if isDamaged { return .invalidEncoding }
        if UnsafeBufferPointer(start: text + start, count: outline.contentEnd - start).contains(ASCII.nul) {
            return .nulByte
        }
        if parser.fields.count < job.columnCount { return .tooFewFields }
        return parser.hasFields(job.columnCount) ? nil : .tooManyFields
    }
}
