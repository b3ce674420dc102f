/// Where fields and records end in a window of text that begins at the start of a record.
///
/// What it does: from the masks of each 64-byte block it works out which quotes open and which close (the parity of the
/// quotes before), and checks at once that the parity may be believed: an opening quote must follow a delimiter, a
/// line break or a closing quote (a doubled quote); what follows a closing quote must be a delimiter, a line break or an
/// opening quote. Up to the first place where that fails, the text is well-formed by RFC 4180 and the index is exact;
/// there it stops (`isCut`), and `RecordParser` has to read the record that the place is in.
/// Why not plainly byte by byte: that takes about 1 ns for each byte, this 0.1 ns.
/// When it changes: `RecordParser` must give the same records, and `DifferentialTests` hold the two together.
struct WindowIndex: ~Copyable {
    /// Places of the bytes that end a field, counted from the start of the window: delimiters and record ends.
    let fieldEnds: UnsafeMutablePointer<UInt32>
    private(set) var fieldEndCount = 0
    /// Places of the bytes that end a record: LF, or CR with or without LF behind it, or the end of the text.
    let recordEnds: UnsafeMutablePointer<UInt32>
    private(set) var recordEndCount = 0
    /// Places of line breaks inside quotes (of CRLF, the CR).
    let quotedBreaks: UnsafeMutablePointer<UInt32>
    private(set) var quotedBreakCount = 0

    /// Places of the quotes with which fields begin.
    let openingQuotes: UnsafeMutablePointer<UInt32>
    private(set) var openingQuoteCount = 0

    /// What occurs in the window.
    private(set) var found: ByteMasks.Found = []
    private(set) var hasDoubledQuotes = false
    /// The index ends before the end of the window, because quotes are not where they belong.
    private(set) var isCut = false

    let capacity: Int
    private let instructions: InstructionSet
    private let masks: ByteMasks
    private let fieldEndMasks: UnsafeMutablePointer<UInt64>
    private let recordEndMasks: UnsafeMutablePointer<UInt64>
    private let quotedBreakMasks: UnsafeMutablePointer<UInt64>
    private let words: UnsafeMutablePointer<UInt64>
    /// Places of bytes of 0x80 and above.
    private let highBytes: UnsafeMutablePointer<UInt32>

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
        let places = 64 * blocks + InstructionSet.slack + 1
        fieldEnds = .allocate(capacity: places)
        recordEnds = .allocate(capacity: places)
        quotedBreaks = .allocate(capacity: places)
        openingQuotes = .allocate(capacity: places)
        highBytes = .allocate(capacity: places)
    }

    deinit {
        words.deallocate()
        fieldEnds.deallocate()
        recordEnds.deallocate()
        quotedBreaks.deallocate()
        openingQuotes.deallocate()
        highBytes.deallocate()
    }

    /// Indexes `length` bytes (1 to `capacity`). `endsText` tells that the text ends with the window, so that its last
    /// record needs no line break.
    mutating func index(_ text: UnsafePointer<UInt8>, length: Int, delimiter: UInt8, endsText: Bool) {
        found = instructions.find(in: text, length: length, delimiter: delimiter, masks)
        let blocks = (length + 63) / 64
        let endsInQuotes: Bool
        if hasQuotes {
            endsInQuotes = combineRespectingQuotes(blocks)
        } else {
            combineWithoutQuotes(blocks)
            endsInQuotes = false
        }
        let ends = hasQuotes || hasCarriageReturns ? recordEndMasks : masks.lineFeeds
        fieldEndCount = instructions.positions(of: fieldEndMasks, blocks: blocks, to: fieldEnds)
        recordEndCount = instructions.positions(of: ends, blocks: blocks, to: recordEnds)
        if endsText && !isCut && !endsInQuotes { endLastRecord(of: text, length: length) }
    }

    /// Whether the first `length` bytes of the window, which is at `text`, are UTF-8. Only bytes of 0x80 and above are looked
    /// at, so that text with few of them costs next to nothing.
    func isWellFormedUTF8(_ text: UnsafePointer<UInt8>, length: Int) -> Bool {
        guard found.contains(.nonASCII) else { return true }
        let count = instructions.positions(of: masks.nonASCII, blocks: (length + 63) / 64, to: highBytes)
        var next = 0
        while next < count {
            let at = Int(highBytes[next])
            if at >= length { break }
            let sequence = UTF8Check.sequenceLength(text, at: at, end: length)
            if sequence == 0 { return false }
            next += sequence
        }
        return true
    }

    private mutating func combineWithoutQuotes(_ blocks: Int) {
        (isCut, hasDoubledQuotes, quotedBreakCount, openingQuoteCount) = (false, false, 0, 0)
        guard hasCarriageReturns else {
            for block in 0..<blocks { fieldEndMasks[block] = masks.delimiters[block] | masks.lineFeeds[block] }
            return
        }
        var returnBefore: UInt64 = 0
        for block in 0..<blocks {
            let returns = masks.carriageReturns[block]
            let ends = returns | masks.lineFeeds[block] & ~(returns << 1 | returnBefore)
            returnBefore = returns >> 63
            recordEndMasks[block] = ends
            fieldEndMasks[block] = masks.delimiters[block] | ends
        }
    }

    /// Returns whether the window ends inside quotes.
    private mutating func combineRespectingQuotes(_ blocks: Int) -> Bool {
        (isCut, hasDoubledQuotes, quotedBreakCount, openingQuoteCount) = (false, false, 0, 0)
        // Each of these is about the byte before the block: 1 if it was such a one.
        var returnBefore: UInt64 = 0
        var separatorBefore: UInt64 = 1
        var closingBefore: UInt64 = 0
        // All ones while inside quotes.
        var inside: UInt64 = 0
        var doubled: UInt64 = 0
        var anyQuotedBreak: UInt64 = 0
        for block in 0..<blocks {
            let quotes = masks.quotes[block]
            let returns = masks.carriageReturns[block]
            let breaks = returns | masks.lineFeeds[block]
            if quotes | inside | closingBefore == 0 {
                let ends = breaks & ~((returns << 1 | returnBefore) & masks.lineFeeds[block])
                recordEndMasks[block] = ends
                fieldEndMasks[block] = masks.delimiters[block] | ends
                quotedBreakMasks[block] = 0
                returnBefore = returns >> 63
                separatorBefore = (masks.delimiters[block] | breaks) >> 63
                continue
            }
            let quoted = Self.parity(quotes) ^ inside
            let opening = quotes & quoted
            let closing = quotes & ~quoted
            let separators = (masks.delimiters[block] | breaks) & ~quoted
            let afterClosing = closing << 1 | closingBefore
            let misplaced =
                opening & ~(separators << 1 | separatorBefore | afterClosing) | afterClosing & ~(separators | opening)
            let firstBreaks = breaks & ~((returns << 1 | returnBefore) & masks.lineFeeds[block])
            let ends = firstBreaks & ~quoted
            let quotedBreaks = firstBreaks & quoted
            let fieldEnds = masks.delimiters[block] & ~quoted | ends
            fieldEndMasks[block] = fieldEnds
            recordEndMasks[block] = ends
            quotedBreakMasks[block] = quotedBreaks
            anyQuotedBreak |= quotedBreaks
            doubled |= afterClosing & opening
            noteOpeningQuotes(opening & ~afterClosing, block: block)
            if misplaced != 0 {
                let exact = (misplaced & (~misplaced &+ 1)) &- 1
                fieldEndMasks[block] = fieldEnds & exact
                recordEndMasks[block] = ends & exact
                quotedBreakMasks[block] = quotedBreaks & exact
                for later in block + 1..<max(blocks, block + 1) {
                    (fieldEndMasks[later], recordEndMasks[later], quotedBreakMasks[later]) = (0, 0, 0)
                }
                isCut = true
                break
            }
            inside = UInt64(bitPattern: Int64(bitPattern: quoted) >> 63)
            returnBefore = returns >> 63
            separatorBefore = separators >> 63
            closingBefore = closing >> 63
        }
        hasDoubledQuotes = doubled != 0
        if anyQuotedBreak != 0 {
            quotedBreakCount = instructions.positions(of: quotedBreakMasks, blocks: blocks, to: quotedBreaks)
        }
        return inside != 0
    }

    @inline(__always)
    private mutating func noteOpeningQuotes(_ bits: UInt64, block: Int) {
        var rest = bits
        while rest != 0 {
            openingQuotes[openingQuoteCount] = UInt32(truncatingIfNeeded: 64 * block + rest.trailingZeroBitCount)
            openingQuoteCount += 1
            rest &= rest &- 1
        }
    }

    /// Bit k tells whether an odd number of bits is set from bit 0 to bit k.
    @inline(__always)
    private static func parity(_ bits: UInt64) -> UInt64 {
        var result = bits
        result ^= result << 1
        result ^= result << 2
        result ^= result << 4
        result ^= result << 8
        result ^= result << 16
        result ^= result << 32
        return result
    }

    /// The end of the text ends the record that has begun, if one has.
    private mutating func endLastRecord(of text: UnsafePointer<UInt8>, length: Int) {
        if recordEndCount > 0 {
            let last = Int(recordEnds[recordEndCount - 1])
            let isPair = text[last] == ASCII.carriageReturn && last + 1 < length && text[last + 1] == ASCII.lineFeed
            if last + (isPair ? 2 : 1) >= length { return }
        }
        fieldEnds[fieldEndCount] = UInt32(length)
        fieldEndCount += 1
        recordEnds[recordEndCount] = UInt32(length)
        recordEndCount += 1
    }
}
