/// Reads the names of columns from the record that a parser has just read, and tells what is odd about them.
struct HeaderReader {
    private let bytes: SourceBytes
    private let line: Int
    private let isDamaged: Bool
    private let hasNUL: Bool
    /// As written, untrimmed, one for each field.
    private(set) var names: [String]
    private(set) var warnings: [CSVWarning] = []

    init(_ parser: RecordParser, _ bytes: SourceBytes, line: Int) {
        self.bytes = bytes
        self.line = line
        names = parser.fields.map { $0.text(in: bytes.start) }
        guard let first = parser.fields.first, let last = parser.fields.last else {
            (isDamaged, hasNUL) = (false, false)
            return
        }
        isDamaged = !UTF8Check.isWellFormed(bytes.start, from: first.start, to: last.end)
        hasNUL = UnsafeBufferPointer(start: bytes.start + first.start, count: last.end - first.start).contains(
            ASCII.nul)
    }

    func check(_ outline: RecordParser.Outline, encoding: TextEncoding, path: String) throws(SourceError) {
        switch outline.defect {
        case .unclosedQuote: throw .unclosedQuoteInHeader(path, line: line)
        case .textAfterQuote: throw .textAfterQuoteInHeader(path, line: line)
        default: break
        }
        let isUndecoded = encoding != .utf8 && names.contains { $0.unicodeScalars.contains("\u{FFFD}") }
        if isDamaged || isUndecoded { throw .undecodableHeader(path, line: line, encoding: encoding) }
    }

    /// A name is blank, or the same as another, apart from white space around it.
    mutating func warn(of outline: RecordParser.Outline) {
        if hasNUL { warnings.append(CSVWarning(.nulByte, line: line)) }
        if outline.hasStrayQuote { warnings.append(CSVWarning(.strayQuote, line: line)) }
        var seen: Set<[UInt8]> = []
        for (index, name) in names.enumerated() {
            let trimmed = name.trimmingWhiteSpace
            if trimmed.isEmpty {
                warnings.append(CSVWarning(.blankHeader, line: line, column: index + 1))
                continue
            }
            if !seen.insert(Array(trimmed.utf8)).inserted {
                warnings.append(CSVWarning(.duplicateHeader, line: line, column: index + 1))
            }
            if trimmed.utf8.count != name.utf8.count {
                warnings.append(CSVWarning(.headerWhitespace, line: line, column: index + 1))
            }
        }
    }
}

extension CSVLayout {
    /// How many names at the end of the header are empty, so that the header may just end in delimiters.
    var emptyNamesAtEnd: Int {
        header.count - max(1, (header.lastIndex { !$0.isEmpty } ?? -1) + 1)
    }

    /// Takes away the last `count` columns, which have neither a name nor a value.
    mutating func dropLastColumns(_ count: Int) {
        guard count > 0 else { return }
        header.removeLast(count)
        warnings.removeAll { $0.column ?? 0 > header.count }
        warnings.append(CSVWarning(.trailingDelimiter, line: headerLine))
    }
}

extension RecordParser.Field {
    /// The cell's text. Bytes that are not UTF-8 become U+FFFD.
    func text(in base: UnsafePointer<UInt8>) -> String {
        let content = UnsafeBufferPointer(start: base + start, count: end - start)
        guard hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, content.count)) { copy in
            guard let target = copy.baseAddress else { return "" }
            let count = copyWithoutDoubledQuotes(content, to: target)
            return String(decoding: UnsafeBufferPointer(start: target, count: count), as: UTF8.self)
        }
    }
}
