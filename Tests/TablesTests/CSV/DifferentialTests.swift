import Foundation
import TestSupport
import Testing

@testable import Tables

/// The reader by masks and pieces against the one that reads byte by byte.
@Suite struct DifferentialTests {
    /// Everything that a scan gives.
    private struct Reading: Equatable {
        var rows: [ReferenceReader.Row] = []
        var quarantine: [QuarantinedRecord] = []
        var warnings: [CSVWarning] = []
    }

    private static let header = "first,second,third\n"

    private func read(
        _ file: CSVFile, _ columns: [Int], threads: Int, pieceBytes: Int, batchRows: Int
    ) -> Reading {
        let result = file.scan(
            columns, threads: threads, batchRows: batchRows, pieceBytes: pieceBytes, keepsPages: threads == 2,
            makeState: { [ReferenceReader.Row]() }
        ) { rows, batch in
            #expect(batch.firstRow == rows.count)
            for row in 0..<batch.count {
                let cells = columns.indices.map { Array(batch.column($0)[row]) }
                rows.append(.init(line: Int(batch.lines[row]), offset: batch.byteOffsets[row], cells: cells))
            }
        }
        var reading = Reading(quarantine: result.quarantine.records)
        for piece in result.pieces {
            #expect(piece.firstRow == reading.rows.count)
            #expect(piece.rowCount == piece.state.count)
            reading.rows += piece.state.map {
                .init(line: $0.line + piece.firstLine, offset: $0.offset, cells: $0.cells)
            }
        }
        #expect(result.rowCount == reading.rows.count)
        let ofRows: Set<CSVWarning.Kind> = [.strayQuote, .trailingDelimiter, .emptyRow]
        reading.warnings = result.warnings.filter { ofRows.contains($0.kind) }
        return reading
    }

    /// What the reference makes of the text behind the header, with lines and offsets of the whole file.
    private func expected(_ body: [UInt8], header: String, comment: UInt8? = nil) -> Reading {
        let columns = header.utf8.count { $0 == UInt8(ascii: ",") } + 1
        let reader = ReferenceReader(body, delimiter: ASCII.comma, comment: comment, columns: columns)
        let offset = header.utf8.count
        return Reading(
            rows: reader.rows.map { .init(line: $0.line + 1, offset: $0.offset + offset, cells: $0.cells) },
            quarantine: reader.quarantine.map {
                QuarantinedRecord(
                    line: $0.line + 1, lastLine: $0.lastLine + 1, reason: $0.reason, fields: $0.fields,
                    byteOffset: $0.byteOffset + offset)
            },
            warnings: reader.warnings.map { CSVWarning($0.kind, line: $0.line.map { $0 + 1 }) })
    }

    private func compare(
        _ body: [UInt8], header: String = header, comment: UInt8? = nil, pieceBytes: [Int], _ what: String
    ) throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "random.csv").path
            try Data(Array(header.utf8) + body).write(to: URL(filePath: path))
            let options = CSVOptions(encoding: .utf8, delimiter: ASCII.comma, comment: comment)
            let file = try CSVFile(path: path, options: options)
            let wanted = expected(body, header: header, comment: comment)
            let all = Array(file.header.indices)
            for (threads, (bytes, columns)) in zip(1..., zip(pieceBytes, [all, Array(all.suffix(1)), [0], all])) {
                let found = read(file, columns, threads: threads, pieceBytes: bytes, batchRows: bytes % 7 + 1)
                #expect(found.quarantine == wanted.quarantine, "\(what), pieces of \(bytes)")
                #expect(found.rows == wanted.rows.map { $0.cells(of: columns) }, "\(what), pieces of \(bytes)")
                #expect(sorted(found.warnings) == sorted(wanted.warnings), "\(what), pieces of \(bytes)")
            }
        }
    }

    private func sorted(_ warnings: [CSVWarning]) -> [String] {
        warnings.map { "\($0.kind) \($0.line ?? 0)" }.sorted()
    }

    @Test(arguments: 0..<60)
    func wildTextIsReadAsTheReferenceReadsIt(seed: Int) throws {
        for size in [1, 20, 63, 64, 65, 127, 128, 129, 300, 1000, 1025] {
            let text = RandomText(seed: seed * 1000 + size, columns: 3, size: size, wildness: seed % 3 == 0 ? 500 : 60)
            try compare(text.bytes, pieceBytes: [1 << 20, 17, 64, 301], "seed \(seed), size \(size)")
        }
    }

    @Test(arguments: 0..<12)
    func textLargerThanAWindowIsReadAsTheReferenceReadsIt(seed: Int) throws {
        let text = RandomText(seed: seed, columns: 3, size: 50_000, wildness: [0, 2, 20, 200][seed % 4])
        try compare(text.bytes, pieceBytes: [1 << 20, 1000, 4096, 16_384], "seed \(seed)")
    }

    @Test(arguments: [2, 200])
    func fileLargerThanAStretchIsReadAsTheReferenceReadsIt(wildness: Int) throws {
        let text = RandomText(seed: wildness, columns: 3, size: 300_000, wildness: wildness)
        try compare(text.bytes, pieceBytes: [1 << 20, 290_000, 1 << 20, 100_000], "wildness \(wildness)")
    }

    @Test(arguments: 0..<20)
    func oneColumnIsReadAsTheReferenceReadsIt(seed: Int) throws {
        let text = RandomText(seed: seed, columns: 1, size: 500, wildness: [0, 50, 300][seed % 3])
        try compare(text.bytes, header: "only\n", pieceBytes: [1 << 20, 13, 64, 200], "seed \(seed)")
    }

    @Test(arguments: 0..<20)
    func textWithCommentsIsReadAsTheReferenceReadsIt(seed: Int) throws {
        let text = RandomText(seed: seed, columns: 3, size: 700, wildness: 300)
        try compare(text.bytes, comment: UInt8(ascii: "#"), pieceBytes: [1 << 20, 13, 64, 200], "seed \(seed)")
    }

    @Test func quotesAndLineBreaksAtTheEdgesOfBlocksAreNotMissed() throws {
        for length in 50..<140 {
            let padding = String(repeating: "x", count: length)
            for tail in [
                "\"\"", "\"a\"\"b\"", "\"a\r\nb\"", "\r\n", "\"a\"x", "a\"b", "\"open", "\u{e9}", "\"q\",", "\r", "",
            ] {
                let text = "\(padding),\(tail),z\r\n1,2,3\r\n\"\(padding)\",\(tail),\(tail)"
                try compare(
                    Array(text.utf8), pieceBytes: [1 << 20, 64, 100, 7], "length \(length), \(tail.debugDescription)")
            }
        }
    }

    @Test func recordsLongerThanTheLargestWindowAreRead() throws {
        let long = "\"" + String(repeating: "line of text\n", count: 100_000) + "\""
        let text = "1,2,3\n\(long),b,c\n4,5,6\n7,\(long),\(long)\n8,9,10\n"
        try compare(Array(text.utf8), pieceBytes: [1 << 20, 100_000, 1 << 22, 50_000], "long")
    }
}

extension ReferenceReader.Row {
    fileprivate func cells(of columns: [Int]) -> ReferenceReader.Row {
        .init(line: line, offset: offset, cells: columns.map { cells[$0] })
    }
}
