/// Reads one record byte by byte: the plain and obvious way, for whatever is out of the ordinary.
///
/// Quoting after RFC 4180: a field is quoted when its first byte is a quote, and a doubled quote inside is a quote.
/// LF, CRLF and CR end a record, also mixed. What RFC 4180 does not allow is told of, never repaired.
struct RecordParser {
    let text: UnsafePointer<UInt8>
    /// Offset of the end of the text.
    let end: Int
    let delimiter: UInt8
    let comment: UInt8?

    /// No byte above this one means anything; most bytes are.
    private let greatestSpecial: UInt8

    /// The fields of the record read last.
    private(set) var fields: [Field] = []

    struct Field {
        /// Offsets of the content, without the quotes around it.
        var start: Int
        var end: Int
        var isQuoted: Bool
        var hasDoubledQuotes: Bool

        var isEmpty: Bool { start == end }
    }

    /// What a record looks like, apart from its fields.
    struct Outline {
        enum Kind { case record, blankLine, comment }
        var kind: Kind
        /// Offset behind the last field.
        var contentEnd: Int
        /// Offset of the next record; behind the line end, if there is one.
        var next: Int
        var lineEnding: LineEnding?
        /// Physical line breaks within the record.
        var innerBreaks: Int
        var defect: QuarantinedRecord.Reason?
        var hasStrayQuote: Bool
    }

    init(text: UnsafePointer<UInt8>, end: Int, delimiter: UInt8, comment: UInt8? = nil) {
        self.text = text
        self.end = end
        self.delimiter = delimiter
        self.comment = comment
        greatestSpecial = max(delimiter, ASCII.quote, ASCII.carriageReturn)
    }

    /// Reads the record that begins at `start`, which must be before the end of the text.
    mutating func read(at start: Int) -> Outline {
        fields.removeAll(keepingCapacity: true)
        var outline = Outline(
            kind: .record, contentEnd: start, next: start, lineEnding: nil, innerBreaks: 0, defect: nil,
            hasStrayQuote: false)
        if let comment, text[start] == comment {
            outline.kind = .comment
            finish(&outline, at: lineEnd(from: start))
            return outline
        }
        var at = start
        while true {
            at = readField(at: at, into: &outline)
            guard outline.defect != .unclosedQuote, at < end, text[at] == delimiter else { break }
            at += 1
        }
        finish(&outline, at: at)
        if outline.contentEnd == start { outline.kind = .blankLine }
        return outline
    }

    /// Reads one field and returns where it ends: at a delimiter, a line break, or the end of the text.
    private mutating func readField(at start: Int, into outline: inout Outline) -> Int {
        guard start < end, text[start] == ASCII.quote else {
            var at = start
            while at < end, text[at] > greatestSpecial || !endsField(text[at]) {
                if text[at] == ASCII.quote { outline.hasStrayQuote = true }
                at += 1
            }
            fields.append(Field(start: start, end: at, isQuoted: false, hasDoubledQuotes: false))
            return at
        }
        var field = Field(start: start + 1, end: start + 1, isQuoted: true, hasDoubledQuotes: false)
        while true {
            while field.end < end, text[field.end] != ASCII.quote { field.end += 1 }
            guard field.end < end else {
                return endOfLineWithOpenQuote(at: start, into: &outline)
            }
            guard field.end + 1 < end, text[field.end + 1] == ASCII.quote else { break }
            field.hasDoubledQuotes = true
            field.end += 2
        }
        outline.innerBreaks += countLineBreaks(from: field.start, to: field.end)
        fields.append(field)
        var at = field.end + 1
        if at < end, !endsField(text[at]) {
            outline.defect = outline.defect ?? .textAfterQuote
            while at < end, !endsField(text[at]) { at += 1 }
        }
        return at
    }

    /// A quote that nothing closes costs its own line, not the rest of the file.
    private mutating func endOfLineWithOpenQuote(at start: Int, into outline: inout Outline) -> Int {
        outline.defect = .unclosedQuote
        let at = lineEnd(from: start)
        fields.append(Field(start: start, end: at, isQuoted: false, hasDoubledQuotes: false))
        return at
    }

    private func finish(_ outline: inout Outline, at end: Int) {
        outline.contentEnd = end
        (outline.next, outline.lineEnding) = skipLineEnd(at: end)
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    /// The offset behind the line break at `offset`, and which one it is; nil at the end of the text.
    func skipLineEnd(at offset: Int) -> (next: Int, lineEnding: LineEnding?) {
        guard offset < end else { return (offset, nil) }
        if text[offset] == ASCII.lineFeed { return (offset + 1, .lf) }
        if offset + 1 < end, text[offset + 1] == ASCII.lineFeed { return (offset + 2, .crlf) }
        return (offset + 1, .cr)
    }

    /// The offset of the first line break at or after `offset`, or of the end of the text.
    func lineEnd(from offset: Int) -> Int {
        var at = offset
        while at < end, text[at] != ASCII.lineFeed, text[at] != ASCII.carriageReturn { at += 1 }
        return at
    }

    private func countLineBreaks(from start: Int, to end: Int) -> Int {
        var count = 0
        var at = start
        while at < end {
            if text[at] == ASCII.carriageReturn {
                count += 1
                if at + 1 < end, text[at + 1] == ASCII.lineFeed { at += 1 }
            } else if text[at] == ASCII.lineFeed {
                count += 1
            }
            at += 1
        }
        return count
    }
}

extension RecordParser.Outline {
    /// How many physical lines the record takes up.
    var lines: Int { innerBreaks + (lineEnding == nil ? 0 : 1) }
}
