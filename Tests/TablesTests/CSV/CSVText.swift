import Foundation
import TestSupport

@testable import Tables

/// A text read as a CSV file, with all its cells.
struct CSVText {
    let dialect: Dialect
    let header: [String]
    let fileWarnings: [CSVWarning]
    let result: ScanResult<[[String]]>

    var rows: [[String]] { result.pieces.flatMap(\.state) }
    var warnings: [String] { result.warnings.map(Self.words) }
    var quarantine: [String] {
        result.quarantine.records.map { record in
            "\(record.line)-\(record.lastLine) \(record.reason.rawValue)" + (record.fields.map { " \($0)" } ?? "")
        }
    }

    init(_ text: String, _ options: CSVOptions = CSVOptions()) throws {
        try self.init(Array(text.utf8), options)
    }

    init(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions(), limits: ScanLimits = ScanLimits()) throws {
        self = try Self.withFile(bytes, options) { file in
            let columns = Array(file.header.indices)
            let result = file.scan(columns, threads: 2, limits: limits, makeState: { [[String]]() }) { rows, batch in
                for row in 0..<batch.count {
                    rows.append(columns.map { String(decoding: batch.column($0)[row], as: UTF8.self) })
                }
            }
            return CSVText(file, result)
        }
    }

    private init(_ file: CSVFile, _ result: ScanResult<[[String]]>) {
        dialect = result.dialect
        header = file.header
        fileWarnings = file.warnings
        self.result = result
    }

    static func withFile<Result>(
        _ bytes: [UInt8], _ options: CSVOptions = CSVOptions(), _ body: (CSVFile) throws -> Result
    ) throws -> Result {
        try TestFiles.withTemporaryFolder { folder in
            let url = folder.appending(path: "test.csv")
            try Data(bytes).write(to: url)
            return try body(try CSVFile(path: url.path, options: options))
        }
    }

    /// E.g. `stray-quote 3` or `blank-header 1:2`.
    private static func words(_ warning: CSVWarning) -> String {
        let place = warning.line.map { " \($0)" } ?? ""
        return warning.kind.rawValue + place + (warning.column.map { ":\($0)" } ?? "")
    }
}
