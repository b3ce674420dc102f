import Foundation
import Tables

/// A value as somebody typed it, or as a spreadsheet gave it back, against a column of the extract.
struct EnteredValue {
    /// Without the apostrophe that kept a spreadsheet from running it, and without blanks at the ends.
    let text: String

    init(_ cell: String) { text = FormulaGuard.restore(cell).trimmingBlanks }

    /// Whether it is what stands in the extract, but for what spreadsheets do to values: they drop zeros in front and blanks,
    /// and write dates and numbers their own way.
    func isSame(as current: String, _ format: CellFormat) -> Bool {
        let current = current.trimmingBlanks
        if text == current || Self.withoutGuards(text) == Self.withoutGuards(current) { return true }
        if text.isEmpty || current.isEmpty { return false }
        switch format {
        case .date(let format):
            guard let date = format.parse(current) else { return false }
            switch EnteredDate(text) {
            case .date(let entered): return entered == date
            case .ambiguous(let first, let second): return first == date || second == date
            case .none: return false
            }
        case .int(let format), .decimal(let format):
            let number = current.bytes { format.parse($0) }
            return number != nil
                && [DecimalFormat(mark: .point), .init(mark: .comma)].contains { number == text.bytes($0.parse) }
        case .bool(let format):
            let value = format.parse(current)
            return value != nil && value == (format.parse(text) ?? BoolFormat.standard.parse(text))
        case .text:
            return isNumberWithoutZeros(of: current)
        }
    }

    /// Without the apostrophes that stand before what a spreadsheet would run, also inside a text.
    private static func withoutGuards(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let kept = scalars.indices.filter { index in
            guard scalars[index] == "'", let next = scalars[(index + 1)...].first else { return true }
            return FormulaGuard.defuse(String(next)) == String(next)
        }
        return String(String.UnicodeScalarView(kept.map { scalars[$0] })).trimmingBlanks
    }

    /// `12345` for `0012345`: what a spreadsheet makes of an account number.
    private func isNumberWithoutZeros(of current: String) -> Bool {
        guard current.hasPrefix("0"), current.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return text == current.drop { $0 == "0" } || text == "0" && current.allSatisfy { $0 == "0" }
    }

    /// The value as the column would write it, or why it cannot be taken.
    func written(as format: CellFormat) -> Result<String, CorrectionRefusal> {
        if text.isEmpty { return .failure(.blank) }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return .failure(.unprintable)
        }
        switch format {
        case .text, .bool:
            if text.bytes(format.isMalformed) { return .failure(.unreadable(type: .yesOrNo)) }
        case .int, .decimal:
            if text.bytes(format.isMalformed) { return .failure(.unreadable(type: .number)) }
        case .date(let format):
            return date(as: format)
        }
        return isHarmless || !couldRun ? .success(text) : .failure(.wouldRun)
    }

    private func date(as format: DateFormat) -> Result<String, CorrectionRefusal> {
        if format.parse(text) != nil { return .success(text) }
        switch EnteredDate(text) {
        case .date(let date): return .success(format.text(of: date))
        case .ambiguous(let first, let second):
            return .failure(.ambiguousDate(first.description, second.description))
        case .none: return .failure(.unreadable(type: .date))
        }
    }

    /// Whether a spreadsheet could take it for a formula, also where it splits at a semicolon.
    private var couldRun: Bool {
        text.split(separator: ";", omittingEmptySubsequences: false).contains { FormulaGuard.defuse(String($0)) != $0 }
    }

    /// A number or a telephone number: it begins like a formula, and is none that could do anything.
    private var isHarmless: Bool {
        text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || " ()-./,".utf8.contains($0) }
            && (text.hasPrefix("+") || text.hasPrefix("-"))
    }
}

extension CorrectionRefusal: Error {}

extension String {
    fileprivate func bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(body)
    }
}
