/// Works out, block after block of 64 bytes, which quotes open and which close, and what that makes of the other bytes.
///
/// The parity of the quotes before a byte tells whether it is quoted, provided that quotes stand only where RFC 4180 has
/// them. That is checked at once, for all 64 bytes together: an opening quote must follow a delimiter, a line break or a
/// closing quote (the two are then a doubled quote); what follows a closing quote must be a delimiter, a line break or an
/// opening quote. Before the first byte that breaks this, everything is exact; after it, nothing is.
struct QuoteState {
    /// All ones while inside quotes.
    private var inside: UInt64 = 0
    /// 1 if the byte before the block is a closing quote.
    private var closingBefore: UInt64 = 0

    /// A bit for each byte of a block.
    struct Meaning {
        /// Delimiters and record ends.
        var fieldEnds: UInt64
        var recordEnds: UInt64
        /// Line breaks inside quotes; of CRLF, the CR.
        var quotedBreaks: UInt64
        /// Quotes with which a field begins.
        var opening: UInt64
        /// Second quotes of doubled ones.
        var doubled: UInt64
        /// Bytes that are not where they may be.
        var misplaced: UInt64
    }

    var isInside: Bool { inside != 0 }

    /// Whether quotes before the next block matter to it.
    @inline(__always)
    var concernsNextBlock: Bool { inside | closingBefore != 0 }

    /// Reads a block. Those since the one read last must have had no quotes, and not been concerned with any.
    @inline(__always)
    mutating func read(_ masks: ByteMasks, _ block: Int) -> Meaning {
        let quotes = masks.quotes[block]
        let breaks = masks.carriageReturns[block] | masks.lineFeeds[block]
        let quoted = Self.parity(quotes) ^ inside
        let opening = quotes & quoted
        let closing = quotes & ~quoted
        let separators = (masks.delimiters[block] | breaks) & ~quoted
        let separatorBefore = masks.separatorBefore(block) & ~inside
        let afterClosing = closing << 1 | closingBefore
        let firstBreaks = masks.firstBreaks(block)
        let recordEnds = firstBreaks & ~quoted
        let meaning = Meaning(
            fieldEnds: masks.delimiters[block] & ~quoted | recordEnds, recordEnds: recordEnds,
            quotedBreaks: firstBreaks & quoted, opening: opening & ~afterClosing, doubled: opening & afterClosing,
            misplaced: opening & ~(separators << 1 | separatorBefore | afterClosing)
                | afterClosing & ~(separators | opening))
        inside = UInt64(bitPattern: Int64(bitPattern: quoted) >> 63)
        closingBefore = closing >> 63
        return meaning
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
}

extension ByteMasks {
    /// Line breaks: of CRLF, the CR.
    @inline(__always)
    func firstBreaks(_ block: Int) -> UInt64 {
        let returns = carriageReturns[block]
        let returnBefore = block > 0 ? carriageReturns[block - 1] >> 63 : 0
        return (returns | lineFeeds[block]) & ~((returns << 1 | returnBefore) & lineFeeds[block])
    }

    /// 1 if a field may begin with the block's first byte.
    @inline(__always)
    fileprivate func separatorBefore(_ block: Int) -> UInt64 {
        block > 0 ? (delimiters[block - 1] | lineFeeds[block - 1] | carriageReturns[block - 1]) >> 63 : 1
    }
}
