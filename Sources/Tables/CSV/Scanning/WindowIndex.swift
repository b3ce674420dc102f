/// Where fields and records end in a window of text that begins at the start of a record.
///
/// What it does: it turns the masks of each block of 64 bytes into places, by `QuoteState` where there are quotes. As long
/// as quotes are where RFC 4180 has them, the index is exact; at the first one that is not it stops (`isCut`), and
/// `RecordParser` has to read the record that the place is in.
/// Why not plainly byte by byte: that takes about 1 ns for each byte, this 0.1 ns.
/// When it changes: `RecordParser` must give the same records, and `DifferentialTests` hold the two together.
struct WindowIndex: ~Copyable {
    /// Places of the bytes that end a field: delimiters and record ends.
    private(set) var fieldEnds: Places
    /// Places of the bytes that end a record: LF, or CR with or without LF behind it, or the end of the text.
    private(set) var recordEnds: Places
    /// Places of line breaks inside quotes (of CRLF, the CR).
    private(set) var quotedBreaks: Places
    /// Places of the quotes with which fields begin, unless there are many.
    private(set) var openingQuotes: Places
    /// Places of doubled quotes (of each pair, the second).
    private(set) var doubledQuotes: Places
    /// So many fields are quoted that it is faster to look at each than to go by `openingQuotes`.
    private(set) var hasManyQuotes = false
    /// What occurs in the window.
    private(set) var found: ByteMasks.Found = []
    /// The index ends before the end of the window, because quotes are not where they belong.
    private(set) var isCut = false

    let capacity: Int
    private let instructions: InstructionSet
    private let masks: ByteMasks
    private let fieldEndMasks: UnsafeMutablePointer<UInt64>
    private let recordEndMasks: UnsafeMutablePointer<UInt64>
    private let quotedBreakMasks: UnsafeMutablePointer<UInt64>
    private let words: UnsafeMutablePointer<UInt64>
    /// Numbers of blocks, of one kind after the other.
    private let numbers: UnsafeMutablePointer<UInt32>
    private let allPlaces: UnsafeMutablePointer<UInt32>

    /// Places in ascending order, counted from the start of the window.
    struct Places {
        let start: UnsafeMutablePointer<UInt32>
        fileprivate(set) var count = 0

        @inline(__always)
        subscript(index: Int) -> UInt32 { start[index] }

        @inline(__always)
        fileprivate mutating func append(_ place: Int) {
            start[count] = UInt32(truncatingIfNeeded: place)
            count += 1
        }

        @inline(__always)
        fileprivate mutating func append(_ bits: UInt64, ofBlock block: Int) {
            var rest = bits
            while rest != 0 {
                append(64 * block + rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }

    var hasQuotes: Bool { found.contains(.quote) }
    var hasCarriageReturns: Bool { found.contains(.carriageReturn) }

    /// `capacity` is the largest window in bytes, below 4 GiB.
    init(capacity: Int, instructions: InstructionSet = .best) {
        self.capacity = capacity
        self.instructions = instructions
        let blocks = capacity / 64 + 1
        words = .allocate(capacity: 8 * blocks)
        masks = ByteMasks(
            delimiters: words, quotes: words + blocks, lineFeeds: words + 2 * blocks,
            carriageReturns: words + 3 * blocks, nonASCII: words + 4 * blocks)
        fieldEndMasks = words + 5 * blocks
        recordEndMasks = words + 6 * blocks
        quotedBreakMasks = words + 7 * blocks
        let room = 64 * blocks + InstructionSet.slack + 1
        allPlaces = .allocate(capacity: 5 * room + blocks + InstructionSet.wordsSlack + 1)
        fieldEnds = Places(start: allPlaces)
        recordEnds = Places(start: allPlaces + room)
        quotedBreaks = Places(start: allPlaces + 2 * room)
        openingQuotes = Places(start: allPlaces + 3 * room)
        doubledQuotes = Places(start: allPlaces + 4 * room)
        numbers = allPlaces + 5 * room
    }

    deinit {
        words.deallocate()
        allPlaces.deallocate()
    }

    /// Indexes `length` bytes (1 to `capacity`). `endsText` tells that the text ends with the window, so that its last
    /// record needs no line break.
    mutating func index(_ text: UnsafePointer<UInt8>, length: Int, delimiter: UInt8, endsText: Bool) {
        (isCut, hasManyQuotes) = (false, false)
        (quotedBreaks.count, openingQuotes.count, doubledQuotes.count) = (0, 0, 0)
        found = instructions.find(in: text, length: length, delimiter: delimiter, masks)
        let blocks = (length + 63) / 64
        let endsInQuotes: Bool
        if hasQuotes {
            endsInQuotes = combineRespectingQuotes(length)
        } else {
            combineWithoutQuotes(blocks)
            endsInQuotes = false
        }
        let ends = hasQuotes || hasCarriageReturns ? recordEndMasks : masks.lineFeeds
        fieldEnds.count = instructions.positions(of: fieldEndMasks, blocks: blocks, to: fieldEnds.start)
        recordEnds.count = InstructionSet.fewPositions(
            of: ends, in: numbers(of: ends, blocks: blocks), to: recordEnds.start)
        if endsText && !isCut && !endsInQuotes { endLastRecord(of: text, length: length) }
    }

    /// Whether the first `length` bytes of the window, which is at `text`, are UTF-8.
    ///
    /// Of the blocks with bytes of 0x80 and above, those that have only two-byte sequences are done with at once, as nearly all
    /// are in Western languages; in the others each sequence is looked at, which in every block took twice as long.
    func isWellFormedUTF8(_ text: UnsafePointer<UInt8>, length: Int) -> Bool {
        guard found.contains(.nonASCII) else { return true }
        let listed = instructions.words(of: masks.nonASCII, blocks: (length + 63) / 64, to: numbers)
        let count = instructions.dropPlain(text, blocks: length / 64, from: numbers, count: listed)
        var checked = 0
        for block in UnsafeBufferPointer(start: numbers, count: count).lazy.map(Int.init) {
            var rest = masks.nonASCII[block] & UInt64.max << max(0, checked - 64 * block)
            while rest != 0 {
                let at = 64 * block + rest.trailingZeroBitCount
                if at >= length { break }
                let sequence = UTF8Check.sequenceLength(text, at: at, end: length)
                if sequence == 0 { return false }
                checked = at + sequence
                rest &= UInt64.max << (checked - 64 * block)
            }
        }
        return true
    }

    private func numbers(of masks: UnsafePointer<UInt64>, blocks: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: numbers, count: instructions.words(of: masks, blocks: blocks, to: numbers))
    }

    private func combineWithoutQuotes(_ blocks: Int) {
        guard hasCarriageReturns else {
            for block in 0..<blocks { fieldEndMasks[block] = masks.delimiters[block] | masks.lineFeeds[block] }
            if hasQuotes { recordEndMasks.update(from: masks.lineFeeds, count: blocks) }
            return
        }
        for block in 0..<blocks {
            let ends = masks.firstBreaks(block)
            recordEndMasks[block] = ends
            fieldEndMasks[block] = masks.delimiters[block] | ends
        }
    }

    /// Returns whether the window ends inside quotes.
    private mutating func combineRespectingQuotes(_ length: Int) -> Bool {
        let blocks = (length + 63) / 64
        // In most files few blocks are concerned with quotes: all are read as if none were, and then those again.
        combineWithoutQuotes(blocks)
        quotedBreakMasks.update(repeating: 0, count: blocks)
        // The end stands behind the last one, so that there is always a next.
        numbers[instructions.words(of: masks.quotes, blocks: blocks, to: numbers)] = UInt32(truncatingIfNeeded: blocks)
        var state = QuoteState()
        var anyQuotedBreak: UInt64 = 0
        var next = 0
        var block = Int(numbers[0])
        while block < blocks {
            let meaning = state.read(masks, block)
            fieldEndMasks[block] = meaning.fieldEnds
            recordEndMasks[block] = meaning.recordEnds
            quotedBreakMasks[block] = meaning.quotedBreaks
            anyQuotedBreak |= meaning.quotedBreaks
            doubledQuotes.append(meaning.doubled, ofBlock: block)
            if openingQuotes.count < blocks {
                openingQuotes.append(meaning.opening, ofBlock: block)
            } else {
                hasManyQuotes = true
            }
            if meaning.misplaced != 0, 64 * block + meaning.misplaced.trailingZeroBitCount < length {
                cut(block, at: meaning.misplaced, blocks: blocks)
                break
            }
            if block == Int(numbers[next]) { next += 1 }
            block = state.concernsNextBlock ? block + 1 : Int(numbers[next])
        }
        if anyQuotedBreak != 0 {
            quotedBreaks.count = instructions.positions(of: quotedBreakMasks, blocks: blocks, to: quotedBreaks.start)
        }
        return state.isInside
    }

    /// Forgets what was made of the text from the lowest bit of `misplaced` on.
    private mutating func cut(_ block: Int, at misplaced: UInt64, blocks: Int) {
        let exact = (misplaced & (~misplaced &+ 1)) &- 1
        fieldEndMasks[block] &= exact
        recordEndMasks[block] &= exact
        quotedBreakMasks[block] &= exact
        for later in block + 1..<max(blocks, block + 1) {
            (fieldEndMasks[later], recordEndMasks[later], quotedBreakMasks[later]) = (0, 0, 0)
        }
        isCut = true
    }

    /// The end of the text ends the record that has begun, if one has.
    private mutating func endLastRecord(of text: UnsafePointer<UInt8>, length: Int) {
        if recordEnds.count > 0 {
            let last = Int(recordEnds[recordEnds.count - 1])
            let isPair = text[last] == ASCII.carriageReturn && last + 1 < length && text[last + 1] == ASCII.lineFeed
            if last + (isPair ? 2 : 1) >= length { return }
        }
        fieldEnds.append(length)
        recordEnds.append(length)
    }
}
