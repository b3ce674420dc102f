public import Audit
import Tables

/// A table of texts on its way to a file that appears whole or not at all.
package struct ListFile {
    package var header: [String]
    package var rows: [[String]]
    package var delimiter = UInt8(ascii: ",")
    package var hasByteOrderMark = false
    /// Columns whose texts stand as they are, for a program to read: no apostrophe keeps them from running.
    package var exactColumns: Set<Int> = []

    package init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    package func write(to path: String) throws(ReportError) {
        var buffer = ByteBuffer()
        if hasByteOrderMark { buffer.append("\u{FEFF}") }
        for row in [header] + rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { buffer.append(delimiter) }
                append(cell, isExact: row != header && exactColumns.contains(index), to: &buffer)
            }
            CSVCell.endRow(&buffer)
        }
        do throws(ReportError) {
            let file = try AtomicFile(path: path)
            try file.write(buffer)
            try file.finish()
            try file.publish()
        } catch {
            var error = error
            error.whatToDo = "what stood there before still stands; mend that and try again"
            throw error
        }
    }

    private func append(_ cell: String, isExact: Bool, to buffer: inout ByteBuffer) {
        if isExact {
            let isPlain = cell.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") }
            buffer.append(isPlain ? cell : "\"\(cell.replacing("\"", with: "\"\""))\"")
            return
        }
        guard delimiter != UInt8(ascii: ",") else { return CSVCell.append(cell, to: &buffer) }
        var own = ByteBuffer()
        CSVCell.append(cell, to: &own)
        let text = own.text
        let needsQuotes = !text.hasPrefix("\"") && text.utf8.contains(delimiter)
        buffer.append(needsQuotes ? "\"\(text)\"" : text)
    }
}

extension WaiverFile {
    /// Writes the file whole or not at all, with its own columns and delimiter, in UTF-8.
    public func write() throws(ReportError) {
        var list = ListFile(header: header, rows: rows)
        list.delimiter = delimiter
        list.hasByteOrderMark = hasByteOrderMark
        try list.write(to: path)
    }
}
