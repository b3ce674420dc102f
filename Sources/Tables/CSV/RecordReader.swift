import CScan

/// Random access to single records of a file by the byte offset at which a scan found them: for the few records that
/// end up in a report.
public final class RecordReader: Sendable {
    private let bytes: SourceBytes
    private let delimiter: UInt8
    private let columns: [Int]
    /// Cells behind the last column asked for need not be found.
    private let neededFields: Int
    private let keepsPages: Bool
    private let instructions = InstructionSet.best

    /// So much of a large file is copied for a record, more for one that goes on; even longer ones are read from its mapping.
    private static let copiedBytes = [512, 8192]

    init(_ content: CSVContent, columns: [Int], keepsPages: Bool) {
        self.keepsPages = keepsPages
        bytes = content.bytes
        delimiter = content.layout.delimiter
        self.columns = columns
        neededFields = (columns.max() ?? 0) + 1
    }

    /// The asked-for cells of a record, by their place among the columns asked for.
    public func record(at byteOffset: Int) -> RecordCells {
        precondition((0..<bytes.count).contains(byteOffset), "no record begins here")
        for count in Self.copiedBytes {
            guard let copy = bytes.copy(from: byteOffset, count: count, keepsPages: keepsPages) else { break }
            var fields = plainFields(copy.start, at: 0, end: copy.count)
            if fields == nil {
                let record = read(copy.start, at: 0, end: copy.count)
                if record.outline.contentEnd < copy.count, record.outline.defect == nil { fields = record.fields }
            }
            if let fields { return RecordCells(base: copy.start, owner: copy, fields: fields, columns: columns) }
        }
        let fields =
            plainFields(bytes.start, at: byteOffset, end: bytes.count)
            ?? read(bytes.start, at: byteOffset, end: bytes.count).fields
        return RecordCells(base: bytes.start, owner: bytes, fields: fields, columns: columns)
    }

    /// Calls the beginning of a record into the cache.
    public func prefetchRecord(at byteOffset: Int) {
        guard bytes.isRead(at: byteOffset, keepsPages: keepsPages) else { return }
        let end = min(byteOffset + 512, bytes.count)
        for line in stride(from: byteOffset, to: end, by: 64) { cscan_prefetch(bytes.start + line) }
    }

    /// All asked-for cells as text, in the order asked; empty for a column that the record does not have.
    public func cells(at byteOffset: Int) -> [String] { columns.indices.map(record(at: byteOffset).text) }

    /// The whole record as it stands in the file, quotes included, without its line end.
    public func text(at byteOffset: Int) -> String {
        precondition((0..<bytes.count).contains(byteOffset), "no record begins here")
        let end = read(bytes.start, at: byteOffset, end: bytes.count).outline.contentEnd
        let content = UnsafeBufferPointer(start: bytes.start + byteOffset, count: end - byteOffset)
        return String(decoding: content, as: UTF8.self)
    }

    private func read(
        _ text: UnsafePointer<UInt8>, at start: Int, end: Int
    ) -> (outline: RecordParser.Outline, fields: [RecordParser.Field]) {
        var parser = RecordParser(text: text, end: end, delimiter: delimiter)
        let outline = parser.read(at: start)
        return (outline, parser.fields)
    }

    /// The fields up to the last one asked for, of a record that has no quotes up to there and ends in a line break, as nearly all
    /// do: found 64 bytes at a time, in a fifth of the time that `RecordParser` takes. Nil for others.
    private func plainFields(_ text: UnsafePointer<UInt8>, at start: Int, end: Int) -> [RecordParser.Field]? {
        let window = 256
        let blocks = window / 64
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 5 * blocks) { words in
            guard let words = words.baseAddress else { return nil }
            let masks = ByteMasks(
                delimiters: words, quotes: words + blocks, lineFeeds: words + 2 * blocks,
                carriageReturns: words + 3 * blocks, nonASCII: words + 4 * blocks)
            var fields: [RecordParser.Field] = []
            fields.reserveCapacity(neededFields)
            var fieldStart = start
            func endField(at place: Int) {
                fields.append(
                    RecordParser.Field(start: fieldStart, end: place, isQuoted: false, hasDoubledQuotes: false))
                fieldStart = place + 1
            }
            for windowStart in stride(from: start, to: end, by: window) {
                let length = min(window, end - windowStart)
                _ = instructions.find(in: text + windowStart, length: length, delimiter: delimiter, masks)
                for block in 0..<(length + 63) / 64 {
                    let breaks = masks.lineFeeds[block] | masks.carriageReturns[block]
                    // All bits before the first break.
                    let before = breaks == 0 ? UInt64.max : (breaks & (~breaks &+ 1)) &- 1
                    if masks.quotes[block] & before != 0 { return nil }
                    var delimiters = masks.delimiters[block] & before
                    while delimiters != 0 {
                        endField(at: windowStart + 64 * block + delimiters.trailingZeroBitCount)
                        if fields.count == neededFields { return fields }
                        delimiters &= delimiters - 1
                    }
                    if breaks != 0 {
                        endField(at: windowStart + 64 * block + breaks.trailingZeroBitCount)
                        return fields
                    }
                }
            }
            return nil
        }
    }
}

/// The cells of one record: texts are made of those that are asked for only, out of dozens.
public struct RecordCells: Sendable {
    fileprivate nonisolated(unsafe) let base: UnsafePointer<UInt8>
    /// Whoever keeps the memory at `base`.
    fileprivate let owner: any AnyObject & Sendable
    fileprivate let fields: [RecordParser.Field]
    fileprivate let columns: [Int]

    /// Empty for a column that the record does not have.
    public func text(_ slot: Int) -> String {
        columns[slot] < fields.count ? fields[columns[slot]].text(in: base) : ""
    }

    /// Lends the bytes of a cell.
    public func withBytes<Result>(_ slot: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard columns[slot] < fields.count, !fields[columns[slot]].hasDoubledQuotes else {
            var text = text(slot)
            return text.withUTF8(body)
        }
        let field = fields[columns[slot]]
        return body(UnsafeBufferPointer(start: base + field.start, count: field.end - field.start))
    }

    /// The record as it would be with another text in a cell.
    public func replacing(_ slot: Int, by text: String) -> RecordCells {
        let texts = columns.indices.map { $0 == slot ? text : self.text($0) }
        var fields: [RecordParser.Field] = []
        var end = 0
        for text in texts {
            fields.append(
                RecordParser.Field(start: end, end: end + text.utf8.count, isQuoted: false, hasDoubledQuotes: false))
            end += text.utf8.count
        }
        let copy = CopiedBytes(texts.joined())
        return RecordCells(base: copy.start, owner: copy, fields: fields, columns: Array(texts.indices))
    }
}
