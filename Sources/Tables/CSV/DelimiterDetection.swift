/// Which delimiter a text uses: of `,` `;` tab and `|`, the one under which most records have as many fields as the
/// first one, the header.
///
/// A text in which the first record is one field under each of them has one column.
struct DelimiterDetection {
    static let candidates = [ASCII.comma, ASCII.semicolon, ASCII.tab, ASCII.verticalBar]
    /// How much of the text is looked at.
    static let sampleBytes = 256 * 1024

    let text: UnsafePointer<UInt8>
    /// Where the header begins.
    let start: Int
    let end: Int
    let comment: UInt8?

    /// Nil for a text of one column.
    func find() -> UInt8? {
        var best: (delimiter: UInt8, matches: Int, fields: Int)?
        for delimiter in Self.candidates {
            let (fields, matches) = score(delimiter)
            guard fields > 1 else { continue }
            if let best, (best.matches, best.fields) >= (matches, fields) { continue }
            best = (delimiter, matches, fields)
        }
        return best?.delimiter
    }

    /// How many fields the first record has, and how many of those that follow have the same number. A first record that
    /// ends in delimiters may also have more fields than the others.
    private func score(_ delimiter: UInt8) -> (fields: Int, matches: Int) {
        let sampleEnd = min(end, start + Self.sampleBytes)
        var parser = RecordParser(text: text, end: sampleEnd, delimiter: delimiter, comment: comment)
        var fields = 0
        var namedFields = 0
        var matches = 0
        var at = start
        while at < sampleEnd {
            let outline = parser.read(at: at)
            at = outline.next
            // The record that the end of the sample cuts through says nothing.
            if at >= sampleEnd, sampleEnd < end, fields > 0 { break }
            guard outline.kind == .record else { continue }
            if fields == 0 {
                fields = parser.fields.count
                namedFields = (parser.fields.lastIndex { !$0.isEmpty } ?? -1) + 1
                if fields == 1 { break }
            } else if outline.defect == nil,
                parser.hasFields(fields) || namedFields > 1 && parser.hasFields(namedFields)
            {
                matches += 1
            }
        }
        return (fields, matches)
    }
}

extension RecordParser {
    /// Whether the record read last has `count` fields, not counting surplus ones that are empty.
    func hasFields(_ count: Int) -> Bool {
        fields.count >= count && fields.dropFirst(count).allSatisfy(\.isEmpty)
    }
}
