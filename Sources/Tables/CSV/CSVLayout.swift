/// What must be known of a CSV text before its records can be read: how it is written, its columns, where data begin.
struct CSVLayout {
    var dialect: Dialect
    /// The delimiter in use; a comma in a file of one column.
    let delimiter: UInt8
    let comment: UInt8?
    var header: [String]
    /// The physical line on which the header begins, 1-based.
    let headerLine: Int
    /// Offset and physical line of the first data record.
    let dataStart: Int
    let dataLine: Int
    var warnings: [CSVWarning]
    /// Up to the end of the header.
    let lineEndings: LineEndings

    var columnCount: Int { header.count }

    /// Reads what stands before the data. `textStart` is the offset behind a byte-order mark.
    init(
        _ bytes: SourceBytes, textStart: Int, encoding: DetectedEncoding, options: CSVOptions, path: String
    ) throws(SourceError) {
        var preamble = Preamble(bytes, at: textStart)
        preamble.skipLines(options.skipLines)
        let separator = options.skipLines == 0 ? preamble.skipSeparatorLine() : nil
        var warnings: [CSVWarning] = []
        if encoding.isGuessed { warnings.append(CSVWarning(.encodingGuessed)) }
        if separator != nil { warnings.append(CSVWarning(.separatorLine, line: 1)) }

        let detection = DelimiterDetection(
            text: bytes.start, start: preamble.offset, end: bytes.count, comment: options.comment)
        let found = options.delimiter ?? separator ?? detection.find()
        delimiter = found ?? ASCII.comma
        comment = options.comment

        var parser = RecordParser(text: bytes.start, end: bytes.count, delimiter: delimiter, comment: comment)
        guard let first = preamble.skipToRecord(&parser) else { throw .emptyFile(path) }
        headerLine = preamble.line
        if options.hasHeader {
            var reader = HeaderReader(parser, bytes, line: preamble.line)
            try reader.check(first, encoding: encoding.encoding, path: path)
            reader.warn(of: first)
            header = reader.names
            warnings += reader.warnings
            dataStart = first.next
            dataLine = preamble.line + first.lines
            preamble.lineEndings.formUnion(LineEndings(first.lineEnding))
        } else {
            dataStart = preamble.offset
            dataLine = preamble.line
            header = (1...Self.columnsWithoutHeader(&parser, from: dataStart)).map { "column \($0)" }
        }
        self.warnings = warnings
        lineEndings = preamble.lineEndings
        dialect = Dialect(
            encoding: encoding.encoding, isEncodingGuessed: encoding.isGuessed,
            hasByteOrderMark: encoding.byteOrderMarkLength > 0, delimiter: found,
            lineEnding: Self.lineEnding(in: &parser, from: dataStart, after: lineEndings))
    }

    /// The number of fields of the first record without a defect.
    private static func columnsWithoutHeader(_ parser: inout RecordParser, from start: Int) -> Int {
        var first: Int?
        var at = start
        while at < min(parser.end, start + DelimiterDetection.sampleBytes) {
            let outline = parser.read(at: at)
            at = outline.next
            guard outline.kind == .record else { continue }
            if outline.defect == nil { return parser.fields.count }
            first = first ?? parser.fields.count
        }
        return first ?? 1
    }

    private static func lineEnding(
        in parser: inout RecordParser, from start: Int, after seen: LineEndings
    ) -> LineEnding? {
        var endings = seen
        var at = start
        while at < min(parser.end, start + 64 * 1024) {
            let outline = parser.read(at: at)
            endings.formUnion(LineEndings(outline.lineEnding))
            at = outline.next
        }
        return endings.ending
    }
}

/// Passes over the lines before the header.
private struct Preamble {
    let bytes: SourceBytes
    var offset: Int
    var line = 1
    var lineEndings: LineEndings = []

    init(_ bytes: SourceBytes, at offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    private var lines: RecordParser { RecordParser(text: bytes.start, end: bytes.count, delimiter: ASCII.comma) }

    mutating func skipLines(_ count: Int) {
        for _ in 0..<max(0, count) where offset < bytes.count {
            offset = lines.skipLineEnd(at: lines.lineEnd(from: offset)).next
            line += 1
        }
    }

    /// Excel's way of naming the delimiter: `sep=;` on a line of its own.
    mutating func skipSeparatorLine() -> UInt8? {
        let end = lines.lineEnd(from: offset)
        var content = Array(UnsafeBufferPointer(start: bytes.start + offset, count: end - offset))
        if content.count >= 2, content.first == ASCII.quote, content.last == ASCII.quote {
            content = Array(content.dropFirst().dropLast())
        }
        guard content.count == 5, let separator = content.last, separator < 0x80 else { return nil }
        guard content.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 }) else { return nil }
        let (next, ending) = lines.skipLineEnd(at: end)
        offset = next
        line += 1
        lineEndings.formUnion(LineEndings(ending))
        return separator
    }

    /// Passes over blank lines and comments; nil when nothing comes after them.
    mutating func skipToRecord(_ parser: inout RecordParser) -> RecordParser.Outline? {
        while offset < bytes.count {
            let outline = parser.read(at: offset)
            if outline.kind == .record { return outline }
            offset = outline.next
            line += outline.lines
            lineEndings.formUnion(LineEndings(outline.lineEnding))
        }
        return nil
    }
}
