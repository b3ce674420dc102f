import Tables

/// All that keur makes of a CSV file, as text.
struct CSVReading {
    let header: [String]
    private let headerLine: Int?
    private(set) var rows: [[String]] = []
    let quarantine: [Remark]
    let warnings: [Remark]
    /// By the names that the cases use; nil for a property that the file does not have.
    let detected: [String: String?]

    init(_ path: String, _ options: CSVOptions) throws(SourceError) {
        let file = try CSVFile(path: path, options: options)
        header = file.header
        headerLine = file.headerLine
        let columns = Array(header.indices)
        let result = file.scan(columns, threads: 2, makeState: { [[String]]() }) { rows, batch in
            for row in 0..<batch.count {
                rows.append(columns.map { String(decoding: batch.column($0)[row], as: UTF8.self) })
            }
        }
        rows = result.pieces.flatMap(\.state)
        quarantine = result.quarantine.records.map {
            Remark(kind: $0.reason.rawValue, line: $0.line, lastLine: $0.lastLine, fields: $0.fields)
        }
        warnings = result.warnings.map { Remark(kind: $0.kind.rawValue, line: $0.line, column: $0.column) }.sorted()
        detected = [
            "encoding": result.dialect.encoding.rawValue,
            "bom": result.dialect.hasByteOrderMark ? "1" : "0",
            "delimiter": result.dialect.delimiter.map { String(UnicodeScalar($0)) },
            "line_ending": result.dialect.lineEnding?.rawValue,
        ]
    }

    /// The first thing that a strict reader would stop at.
    var firstStrictProblem: Remark? {
        let ofFile = [
            "encoding-guessed", "nul-byte", "stray-quote", "trailing-delimiter", "blank-header", "duplicate-header",
        ]
        for kind in ofFile {
            let found = warnings.first { $0.kind == kind && ($0.line == nil || $0.line == headerLine) }
            if let found { return Remark(kind: kind, line: found.line ?? 1) }
        }
        let strayQuotes = warnings.filter { $0.kind == "stray-quote" }
        let surplus = warnings.filter { $0.kind == "trailing-delimiter" }
            .map { Remark(kind: "too-many-fields", line: $0.line) }
        return (quarantine + strayQuotes + surplus).min { $0.line ?? 0 < $1.line ?? 0 }
            .map { Remark(kind: $0.kind, line: $0.line) }
    }
}

/// What was said about a record, a column's name or the file.
struct Remark: Hashable, Comparable, CustomStringConvertible {
    var kind: String
    var line: Int?
    var lastLine: Int?
    var column: Int?
    var fields: Int?

    init(kind: String, line: Int? = nil, lastLine: Int? = nil, column: Int? = nil, fields: Int? = nil) {
        self.kind = kind
        self.line = line
        self.lastLine = lastLine
        self.column = column
        self.fields = fields
    }

    init(_ json: [String: Any]) {
        kind = json["kind"] as? String ?? json["reason"] as? String ?? ""
        line = json["line"] as? Int
        lastLine = json["last_line"] as? Int
        column = json["column"] as? Int
        fields = json["fields"] as? Int
    }

    static func < (left: Remark, right: Remark) -> Bool {
        (left.line ?? 0, left.column ?? 0, left.kind) < (right.line ?? 0, right.column ?? 0, right.kind)
    }

    var description: String {
        [
            kind, line.map { "line \($0)" }, lastLine.map { "to \($0)" }, column.map { "column \($0)" },
            fields.map { "\($0) fields" },
        ].compactMap(\.self).joined(separator: " ")
    }
}
