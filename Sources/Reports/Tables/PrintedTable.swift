public import Audit
public import Tables

/// A table for standard output: aligned for people, CSV or JSON for machines.
public struct PrintedTable: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        case text, csv, json
    }

    public enum Cell: Sendable {
        case text(String)
        /// One of keur's own words, e.g. `reopened`; people read it in their language.
        case word(String)
        case number(Int)
        case amount(Money)
        case date(CalendarDate)
        /// A number that is not known.
        case none
    }

    /// Names as machines read them, e.g. `cash_at_risk`; people see blanks for the dashes.
    public var columns: [String]
    public var rows: [[Cell]]

    public init(_ columns: [String], _ rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Ends in a line end; what customers wrote cannot command the terminal, nor a spreadsheet.
    ///
    /// `language` is for people; what machines read is the same in all.
    public func text(as format: Format, language: String = "en") -> String {
        switch format {
        case .text: aligned(TableWording(language: language))
        case .csv: csv
        case .json: json
        }
    }

    private func aligned(_ wording: TableWording) -> String {
        if rows.isEmpty { return "" }
        let numbers = wording.numbers
        let header = columns.map(wording.heading)
        let cells = rows.map { row in
            row.map { cell in
                switch cell {
                case .text(let text): DisplayWidth.printable(text)
                case .word(let word): wording.word(word)
                case .number(let number): numbers.integer(number)
                case .amount(let amount): numbers.amount(amount)
                case .date(let date): date.description
                case .none: "–"
                }
            }
        }
        let widths = header.indices.map { column in
            ([header] + cells).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
        }
        let isNumber = header.indices.map { column in
            rows.contains { row in
                switch row[column] {
                case .number, .amount: true
                default: false
                }
            }
        }
        return ([header] + cells).map { row in
            let line = row.indices.map { column in
                isNumber[column]
                    ? DisplayWidth.flushRight(row[column], to: widths[column])
                    : DisplayWidth.padded(row[column], to: widths[column])
            }.joined(separator: "  ")
            return line.trimmingBlanksAtEnd + "\n"
        }.joined()
    }

    private var csv: String {
        var buffer = ByteBuffer()
        CSVCell.append(columns, to: &buffer)
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { buffer.append(UInt8(ascii: ",")) }
                switch cell {
                case .text(let text), .word(let text): CSVCell.append(text, to: &buffer)
                case .number(let number): buffer.append(number: number)
                case .amount(let amount): buffer.append(hundredths: amount.hundredths)
                case .date(let date): buffer.append(date)
                case .none: break
                }
            }
            CSVCell.endRow(&buffer)
        }
        return buffer.text
    }

    private var json: String {
        var buffer = ByteBuffer()
        buffer.append("[")
        for (number, row) in rows.enumerated() {
            buffer.append(number == 0 ? "\n{" : ",\n{")
            for (index, cell) in row.enumerated() {
                if index > 0 { buffer.append(UInt8(ascii: ",")) }
                JSONText.append(columns[index], to: &buffer)
                buffer.append(UInt8(ascii: ":"))
                switch cell {
                case .text(let text), .word(let text): JSONText.append(text, to: &buffer)
                case .number(let number): buffer.append(number: number)
                case .amount(let amount): buffer.append(hundredths: amount.hundredths)
                case .date(let date): JSONText.append(date.description, to: &buffer)
                case .none: buffer.append("null")
                }
            }
            buffer.append("}")
        }
        buffer.append("\n]\n")
        return buffer.text
    }
}

extension String {
    fileprivate var trimmingBlanksAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
