import CScan

/// The instructions by which a text is searched, 64 bytes at a time. All of them give the same answers.
enum InstructionSet: CaseIterable {
    case portable
    case sse2
    case avx2
    case avx512
    case neon

    private var variant: cscan_variant {
        switch self {
        case .portable: CSCAN_PORTABLE
        case .sse2: CSCAN_SSE2
        case .avx2: CSCAN_AVX2
        case .avx512: CSCAN_AVX512
        case .neon: CSCAN_NEON
        }
    }

    var isAvailable: Bool { cscan_is_available(variant) }

    /// The fastest that this machine has.
    static let best: InstructionSet = {
        let best = cscan_best()
        return allCases.first { $0.variant == best } ?? .portable
    }()

    /// Fills in the masks of a text and tells what occurs in it.
    func find(in text: UnsafePointer<UInt8>, length: Int, delimiter: UInt8, _ masks: ByteMasks) -> ByteMasks.Found {
        let pointers = cscan_masks(
            delimiters: masks.delimiters, quotes: masks.quotes, line_feeds: masks.lineFeeds,
            carriage_returns: masks.carriageReturns, non_ascii: masks.nonASCII)
        return ByteMasks.Found(rawValue: cscan_find(variant, text, length, delimiter, pointers))
    }

    /// How many entries beyond the last one `positions` may write to.
    static let slack = Int(CSCAN_POSITIONS_SLACK)

    /// Writes the place of every bit that is set, in ascending order, and returns how many there are.
    func positions(of masks: UnsafePointer<UInt64>, blocks: Int, to places: UnsafeMutablePointer<UInt32>) -> Int {
        cscan_positions(variant, masks, blocks, places)
    }

    /// How many entries beyond the last one `words` may write to.
    static let wordsSlack = Int(CSCAN_WORDS_SLACK)

    /// Writes the number of every word that has a bit set, in ascending order, and returns how many there are.
    func words(of masks: UnsafePointer<UInt64>, blocks: Int, to numbers: UnsafeMutablePointer<UInt32>) -> Int {
        cscan_words(variant, masks, blocks, numbers)
    }

    /// Writes the place of every bit of the words with these numbers: a third of the work where few words have any.
    static func fewPositions(
        of masks: UnsafePointer<UInt64>, in numbers: UnsafeBufferPointer<UInt32>,
        to places: UnsafeMutablePointer<UInt32>
    ) -> Int {
        cscan_few_positions(masks, numbers.baseAddress, numbers.count, places)
    }

    /// Drops from the numbers of blocks those whose bytes are ASCII and two-byte sequences of UTF-8 that end in the block, and
    /// returns how many are left. The first block stays, since the byte before may not be there, and those from `blocks` on.
    func dropPlain(
        _ text: UnsafePointer<UInt8>, blocks: Int, from numbers: UnsafeMutablePointer<UInt32>, count: Int
    ) -> Int {
        cscan_drop_plain(variant, text, blocks, numbers, count)
    }
}

/// For each block of 64 bytes of a text a word with a bit for each byte, by what the byte is. Belongs to whoever made it.
struct ByteMasks {
    let delimiters: UnsafeMutablePointer<UInt64>
    let quotes: UnsafeMutablePointer<UInt64>
    let lineFeeds: UnsafeMutablePointer<UInt64>
    let carriageReturns: UnsafeMutablePointer<UInt64>
    /// Bytes of 0x80 and above.
    let nonASCII: UnsafeMutablePointer<UInt64>

    /// What occurs in a text at all.
    struct Found: OptionSet {
        let rawValue: UInt32

        static let quote = Found(rawValue: CSCAN_HAS_QUOTE.rawValue)
        static let carriageReturn = Found(rawValue: CSCAN_HAS_CARRIAGE_RETURN.rawValue)
        static let nonASCII = Found(rawValue: CSCAN_HAS_NON_ASCII.rawValue)
        static let nul = Found(rawValue: CSCAN_HAS_NUL.rawValue)
    }
}
