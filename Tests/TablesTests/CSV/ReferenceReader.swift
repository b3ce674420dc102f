@testable import Tables

/// A CSV reader that is slow and plain to see through: one byte after the other, one state at a time. What the fast
/// reader gives must be what this one gives.
struct ReferenceReader {
    struct Row: Equatable, CustomStringConvertible {
        var line: Int
        var offset: Int
        var cells: [[UInt8]]
        var description: String { "\(line)@\(offset) \(cells.map { String(decoding: $0, as: UTF8.self) })" }
    }

    private(set) var rows: [Row] = []
    private(set) var quarantine: [QuarantinedRecord] = []
    private(set) var warnings: [CSVWarning] = []

    private let text: [UInt8]
    private let delimiter: UInt8
    private let comment: UInt8?
    private let columns: Int
    private var at = 0
    private var line = 1

    /// The first record says how many columns there are.
    init(_ text: [UInt8], delimiter: UInt8, comment: UInt8? = nil, columns: Int) {
        self.text = text
        self.delimiter = delimiter
        self.comment = comment
        self.columns = columns
        while at < text.count { readRecord() }
    }

    private var byte: UInt8? { at < text.count ? text[at] : nil }

    private mutating func readRecord() {
        let (start, startLine) = (at, line)
        if let comment, byte == comment {
            skipLine()
            return
        }
        var fields: [[UInt8]] = []
        var defect: QuarantinedRecord.Reason?
        var hasStrayQuote = false
        repeat {
            if !fields.isEmpty { at += 1 }
            fields.append(readField(&defect, &hasStrayQuote))
        } while defect != .unclosedQuote && byte == delimiter
        let (end, lastLine) = (at, line)
        skipLine()
        if end == start, columns > 1 { return }
        if let reason = defect ?? damage(Array(text[start..<end])) ?? wrongCount(fields) {
            let isCount = reason == .tooFewFields || reason == .tooManyFields
            quarantine.append(
                QuarantinedRecord(
                    line: startLine, lastLine: lastLine, reason: reason, fields: isCount ? fields.count : nil,
                    byteOffset: start))
            return
        }
        if fields.count > columns { warnings.append(CSVWarning(.trailingDelimiter, line: startLine)) }
        if hasStrayQuote { warnings.append(CSVWarning(.strayQuote, line: startLine)) }
        if columns > 1, fields.allSatisfy(\.isEmpty) { warnings.append(CSVWarning(.emptyRow, line: startLine)) }
        rows.append(Row(line: startLine, offset: start, cells: Array(fields.prefix(columns))))
    }

    private mutating func readField(_ defect: inout QuarantinedRecord.Reason?, _ hasStrayQuote: inout Bool) -> [UInt8] {
        var field: [UInt8] = []
        if byte == ASCII.quote {
            let (start, startLine) = (at, line)
            at += 1
            var isClosed = false
            while let next = byte, !isClosed {
                if next == ASCII.quote {
                    at += 1
                    if byte == ASCII.quote {
                        field.append(ASCII.quote)
                        at += 1
                    } else {
                        isClosed = true
                    }
                } else {
                    if next == ASCII.lineFeed || next == ASCII.carriageReturn && !isPair { line += 1 }
                    field.append(next)
                    at += 1
                }
            }
            if !isClosed {
                defect = .unclosedQuote
                (at, line) = (start, startLine)
                while let next = byte, !isBreak(next) { at += 1 }
                return []
            }
            if let next = byte, next != delimiter, !isBreak(next) { defect = .textAfterQuote }
            while let next = byte, next != delimiter, !isBreak(next) { at += 1 }
            return field
        }
        while let next = byte, next != delimiter, !isBreak(next) {
            if next == ASCII.quote { hasStrayQuote = true }
            field.append(next)
            at += 1
        }
        return field
    }

    private var isPair: Bool { at + 1 < text.count && text[at + 1] == ASCII.lineFeed }

    private func isBreak(_ byte: UInt8) -> Bool { byte == ASCII.lineFeed || byte == ASCII.carriageReturn }

    private mutating func skipLine() {
        while let next = byte, !isBreak(next) { at += 1 }
        guard byte != nil else { return }
        if byte == ASCII.carriageReturn, isPair { at += 1 }
        at += 1
        line += 1
    }

    private func damage(_ record: [UInt8]) -> QuarantinedRecord.Reason? {
        if String(validating: record, as: UTF8.self) == nil { return .invalidEncoding }
        return record.contains(0) ? .nulByte : nil
    }

    private func wrongCount(_ fields: [[UInt8]]) -> QuarantinedRecord.Reason? {
        if fields.count < columns { return .tooFewFields }
        return fields.dropFirst(columns).allSatisfy(\.isEmpty) ? nil : .tooManyFields
    }
}
