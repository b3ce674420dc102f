/// The part of a text that a scan is reading.
///
/// What it does: it reads a file, a quarter of a megabyte at a time, into memory that stays in the second-level cache; a text
/// that is in memory anyway it shows where it is.
/// Why not all through the mapping: to bring in the pages of 262 MB, and to give them back, took 25 ms, to read them 13 ms.
/// When it changes: what was shown is gone when the next is, so cells that point there have to be handed over before.
struct Stretch: ~Copyable {
    private static let bytes = 256 * 1024

    private let source: SourceBytes
    /// As far as may be read ahead.
    private let limit: Int
    private let memory: UnsafeMutablePointer<UInt8>?
    /// Offsets in the text.
    private var shown: Range<Int>
    /// Where the text's first byte would be.
    private var origin: UnsafePointer<UInt8>

    init(of source: SourceBytes, keepsPages: Bool, limit: Int) {
        self.source = source
        self.limit = limit
        origin = source.start
        shown = 0..<source.bytesInPlace(keepsPages: keepsPages)
        memory = shown.upperBound < limit ? .allocate(capacity: Self.bytes) : nil
    }

    deinit { memory?.deallocate() }

    func shows(_ range: Range<Int>) -> Bool {
        shown.lowerBound <= range.lowerBound && range.upperBound <= shown.upperBound
    }

    /// Where the byte at an offset is that is shown.
    func pointer(at offset: Int) -> UnsafePointer<UInt8> { origin + offset }

    /// Moves on to where `range` begins, and reads on behind it.
    mutating func show(_ range: Range<Int>) {
        let start = range.lowerBound
        let stretch = start..<max(range.upperBound, min(start + Self.bytes, limit))
        if let memory, stretch.count <= Self.bytes, source.copy(stretch, to: memory) {
            (shown, origin) = (stretch, UnsafePointer(memory) - start)
        } else {
            (shown, origin) = (range, source.start)
        }
    }
}
