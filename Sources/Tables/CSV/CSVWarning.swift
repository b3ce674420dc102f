/// Something about a CSV file that is worth a look, although its records could be read.
public struct CSVWarning: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case encodingGuessed = "encoding-guessed"
        case mixedLineEndings = "mixed-line-endings"
        /// The first line was `sep=…`, as Excel writes it.
        case separatorLine = "sep-line"
        /// In the header; elsewhere it is a reason for quarantine.
        case nulByte = "nul-byte"
        /// A quote within an unquoted field, kept as data.
        case strayQuote = "stray-quote"
        /// Surplus fields at the end of a record, all of them empty.
        case trailingDelimiter = "trailing-delimiter"
        case blankHeader = "blank-header"
        case duplicateHeader = "duplicate-header"
        case headerWhitespace = "header-whitespace"
        /// A record of empty fields alone; it counts as a row.
        case emptyRow = "empty-row"
        case noData = "no-data"
    }

    public let kind: Kind
    /// 1-based; nil where the whole file is meant.
    public let line: Int?
    /// 1-based; only for warnings about a column's name.
    public let column: Int?

    init(_ kind: Kind, line: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.line = line
        self.column = column
    }
}
