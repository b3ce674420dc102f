extension PieceScanner {
    /// Where one is in a window. Places are counted from its start, the rest are indices into the window's index.
    private struct Cursor {
        var record = 0
        /// Where the record begins.
        var start = 0
        /// Its first field end.
        var field = 0
        // The first ones that are not before it.
        var quotedBreak = 0
        var openingQuote = 0
        var doubledQuote = 0
    }

    /// Records of a window, one after the other, that have exactly the columns that they should have.
    private struct Run {
        var firstRecord: Int
        var firstField: Int
        var count = 0
        /// Index in the batch of its first row.
        var row: Int
    }

    /// Takes up the first `records` records of the window, and moves on behind them.
    mutating func readWindow(_ records: Int, _ body: (borrowing RecordBatch) -> Void) {
        let length = min(nextRecord(after: index.recordEnds[records - 1]), end - at)
        let mustInspect = index.found.contains(.nul) || index.found.contains(.nonASCII) && hasDamage(length)
        noteLineEndings(records)
        let looksForQuotes = isFasterToLook(records)
        var cursor = Cursor()
        while cursor.record < records {
            let run = takeRun(&cursor, records: records, mustInspect: mustInspect)
            if run.count > 0 { store(run, &cursor, lookingForQuotes: looksForQuotes) }
            if batch.room == 0 {
                batch.flush(body)
            } else if cursor.record < records {
                readIrregular(&cursor, body)
            }
        }
        at += length
    }

    /// The place behind a record end.
    @inline(__always)
    func nextRecord(after recordEnd: UInt32) -> Int {
        let next = Int(recordEnd) + 1
        guard index.hasCarriageReturns, at + next < end, window[next - 1] == ASCII.carriageReturn,
            window[next] == ASCII.lineFeed
        else { return next }
        return next + 1
    }

    /// Enters as many records as are regular and the batch has room for; of their cells, nothing yet.
    @inline(__always)
    private mutating func takeRun(_ cursor: inout Cursor, records: Int, mustInspect: Bool) -> Run {
        let columns = job.columnCount
        var run = Run(firstRecord: cursor.record, firstField: cursor.field, row: batch.count)
        let most = min(batch.room, records - cursor.record)
        var line = notes.lines
        while run.count < most {
            let recordEnd = index.recordEnds[cursor.record]
            let lastField = cursor.field + columns - 1
            guard lastField < index.fieldEnds.count, index.fieldEnds[lastField] == recordEnd else { break }
            let start = at + cursor.start
            if mustInspect, isUnfit(start, at + Int(recordEnd)) { break }
            let first = window[cursor.start]
            if columns > 1, first == job.delimiter || first == ASCII.quote, isEmptyRow(cursor) {
                notes.warn(.emptyRow, line: line)
            }
            batch.byteOffsets[run.row + run.count] = start
            batch.lines[run.row + run.count] = Int32(truncatingIfNeeded: line)
            line += 1
            if index.quotedBreaks.count > 0 {
                line += pass(index.quotedBreaks, &cursor.quotedBreak, before: recordEnd)
            }
            run.count += 1
            cursor.start = nextRecord(after: recordEnd)
            cursor.field += columns
            cursor.record += 1
        }
        notes.lines = line
        batch.count += run.count
        return run
    }

    /// Lets `RecordParser` read a record that is not regular.
    private mutating func readIrregular(_ cursor: inout Cursor, _ body: (borrowing RecordBatch) -> Void) {
        let recordEnd = index.recordEnds[cursor.record]
        cursor.start = readRecord(from: at + cursor.start, body) - at
        _ = pass(index.quotedBreaks, &cursor.quotedBreak, before: recordEnd)
        _ = pass(index.openingQuotes, &cursor.openingQuote, before: recordEnd)
        _ = pass(index.doubledQuotes, &cursor.doubledQuote, before: recordEnd)
        _ = pass(index.fieldEnds, &cursor.field, before: recordEnd)
        cursor.field += 1
        cursor.record += 1
    }

    /// Moves `next` to the first place that is not before `end`, and returns by how many.
    private func pass(_ places: WindowIndex.Places, _ next: inout Int, before end: UInt32) -> Int {
        let first = next
        while next < places.count, places[next] < end { next += 1 }
        return next - first
    }

    private func isEmptyRow(_ cursor: Cursor) -> Bool {
        var start = cursor.start
        for field in cursor.field..<cursor.field + job.columnCount {
            let end = Int(index.fieldEnds[field])
            // In an index, two bytes that begin with a quote are two quotes.
            guard end == start || end - start == 2 && window[start] == ASCII.quote else { return false }
            start = end + 1
        }
        return true
    }

    // MARK: - Cells

    /// Whether to look at each cell for quotes costs less than to go by the places of the opening ones, where most of those
    /// are in columns that were not asked for: a look takes a nanosecond, to find out which cell a place is in eight.
    private func isFasterToLook(_ records: Int) -> Bool {
        index.hasManyQuotes || records * job.columns.count < 8 * index.openingQuotes.count
    }

    private mutating func store(_ run: Run, _ cursor: inout Cursor, lookingForQuotes: Bool) {
        for slot in job.columns.indices {
            if lookingForQuotes {
                storeColumn(slot, run, unquoting: true)
            } else {
                storeColumn(slot, run, unquoting: false)
            }
        }
        guard index.hasQuotes else { return }
        if !lookingForQuotes {
            forCells(with: index.openingQuotes, from: &cursor.openingQuote, in: run) { batch, slot, row in
                let (start, count) = (batch.starts(slot)[row], batch.counts(slot)[row])
                batch.set(slot: slot, row: row, to: UnsafeBufferPointer(start: start + 1, count: Int(count) - 2))
            }
        }
        forCells(with: index.doubledQuotes, from: &cursor.doubledQuote, in: run) { batch, slot, row in
            let (start, count) = (batch.starts(slot)[row], batch.counts(slot)[row])
            batch.setUndoubled(slot: slot, row: row, from: UnsafeBufferPointer(start: start, count: Int(count)))
        }
    }

    /// Stores the cells of one column.
    ///
    /// Where few cells are quoted, all are stored as they stand, and `forCells` mends those: asking every cell takes three
    /// times as long. Where many are, the last byte tells, since the index vouches for it that no other cell ends in a quote.
    @inline(__always)
    private func storeColumn(_ slot: Int, _ run: Run, unquoting: Bool) {
        let column = job.columns[slot]
        let base = window
        let offsets = batch.byteOffsets + run.row
        let starts = batch.starts(slot) + run.row
        let counts = batch.counts(slot) + run.row
        let stride = job.columnCount
        var ends = index.fieldEnds.start + run.firstField + column
        for row in 0..<run.count {
            var start = column == 0 ? offsets[row] &- at : Int(ends[-1]) &+ 1
            var end = Int(ends[0])
            ends += stride
            if unquoting {
                // No branch, which would be mispredicted. The first byte of all has none before it.
                let isQuoted = base[end &- (end == 0 ? 0 : 1)] == ASCII.quote ? 1 : 0
                start &+= isQuoted
                end &-= isQuoted
            }
            starts[row] = base + start
            counts[row] = Int32(truncatingIfNeeded: end &- start)
        }
    }

    /// Calls `body` for the asked-for cells of a run that have one of `places` in them, once for each.
    @inline(__always)
    private mutating func forCells(
        with places: WindowIndex.Places, from next: inout Int, in run: Run,
        _ body: (inout BatchBuilder, _ slot: Int, _ row: Int) -> Void
    ) {
        var row = 0
        var column = 0
        var ends = index.fieldEnds.start + run.firstField
        while next < places.count {
            let place = places[next]
            while index.recordEnds[run.firstRecord + row] < place {
                row += 1
                guard row < run.count else { return }
                column = 0
                ends += job.columnCount
            }
            while ends[column] < place { column += 1 }
            var slot = batch.firstSlot(of: column)
            while let found = slot {
                body(&batch, found, run.row + row)
                slot = batch.slot(after: found)
            }
            repeat { next += 1 } while next < places.count && places[next] < ends[column]
        }
    }

    // MARK: - Remarks

    private mutating func noteLineEndings(_ records: Int) {
        if !index.hasCarriageReturns {
            // The last record of the text may lack its line feed.
            if records > 1 || at + Int(index.recordEnds[0]) < end { notes.lineEndings.insert(.lf) }
            return
        }
        for record in 0..<records where at + Int(index.recordEnds[record]) < end {
            let recordEnd = index.recordEnds[record]
            if nextRecord(after: recordEnd) - Int(recordEnd) == 2 {
                notes.lineEndings.insert(.crlf)
            } else {
                notes.lineEndings.insert(window[Int(recordEnd)] == ASCII.lineFeed ? .lf : .cr)
            }
        }
    }

    /// Whether bytes in the window are not text. It is then to be found out in which records they are.
    private mutating func hasDamage(_ length: Int) -> Bool {
        switch job.damage {
        case .replacementCharacters: return true
        case .utf8:
            let isWellFormed = index.isWellFormedUTF8(window, length: length)
            if !isWellFormed { metDamage = true }
            return !isWellFormed
        }
    }

    private func isUnfit(_ start: Int, _ end: Int) -> Bool {
        job.hasNUL(from: start, to: end) || job.isDamaged(from: start, to: end)
    }
}
