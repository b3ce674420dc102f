import Tables

/// A column read as values of a type, in whatever format its cells show.
struct TypedColumn {
    private let cells: [String]
    private let type: String

    init(_ cells: [String], type: String) {
        self.cells = cells
        self.type = type
    }

    /// What differs from what a case says of the column.
    func differences(_ expected: [String: Any]) -> [String] {
        let reading: Reading
        switch type {
        case "date": reading = dates()
        case "bool", "boolean": reading = booleans()
        default: reading = decimals()
        }
        var problems: [String] = []
        if type == "date", expected.keys.contains("format"), expected["format"] as? String != reading.format {
            problems.append("format \(reading.format ?? "open")")
        }
        if let values = expected["values"] as? [Any], !sameValues(values.map(Self.text), reading.values) {
            problems.append("values \(reading.values)")
        }
        for (key, rows) in [
            ("ambiguous_rows", reading.ambiguousRows), ("invalid_rows", reading.invalidRows),
            ("empty_rows", reading.emptyRows),
        ] {
            if let wanted = expected[key] as? [Int], wanted != rows { problems.append("\(key) \(rows)") }
        }
        return problems.map { "typed: \($0)" }
    }

    /// Row numbers are 1-based.
    private struct Reading {
        var format: String?
        var values: [String?] = []
        var ambiguousRows: [Int] = []
        var invalidRows: [Int] = []
        var emptyRows: [Int] = []

        mutating func add(_ value: String?, isAmbiguous: Bool = false, isBlank: Bool) {
            values.append(value)
            if isBlank {
                emptyRows.append(values.count)
            } else if isAmbiguous {
                ambiguousRows.append(values.count)
            } else if value == nil {
                invalidRows.append(values.count)
            }
        }
    }

    private func dates() -> Reading {
        var evidence = DateEvidence()
        for (row, cell) in cells.enumerated() { withBytes(cell) { evidence.add($0, row: row) } }
        let settled = evidence.settle()
        return read(settled, name: \.description) { format, cell in format.parse(cell)?.description }
    }

    private func decimals() -> Reading {
        var evidence = DecimalEvidence()
        for (row, cell) in cells.enumerated() { withBytes(cell) { evidence.add($0, row: row) } }
        return read(evidence.settle(), name: { "\($0.mark)" }) { format, cell in
            format.parse(cell).map { "\($0)" }
        }
    }

    private func booleans() -> Reading {
        var reading = Reading()
        for cell in cells {
            reading.add(BoolFormat.standard.parse(cell).map { "\($0)" }, isBlank: withBytes(cell) { $0.isBlankCell })
        }
        return reading
    }

    /// A cell that several formats read differently has no value.
    private func read<Format>(
        _ settled: SettledFormat<Format>, name: (Format) -> String, parse: (Format, String) -> String?
    ) -> Reading {
        var reading = Reading()
        let formats: [Format]
        switch settled {
        case .blank, .unreadable: formats = []
        case .format(let format, _), .mixed(let format, _, _, _): formats = [format]
        case .ambiguous(_, let readings): formats = readings.map(\.format)
        }
        if formats.count == 1 { reading.format = formats.first.map(name) }
        for cell in cells {
            let values = formats.map { parse($0, cell) }
            let isAmbiguous = Set(values).count > 1
            reading.add(
                isAmbiguous ? nil : values.first ?? nil, isAmbiguous: isAmbiguous,
                isBlank: withBytes(cell) { $0.isBlankCell })
        }
        return reading
    }

    private func withBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        return text.withUTF8(body)
    }

    private func sameValues(_ expected: [String?], _ found: [String?]) -> Bool {
        expected.count == found.count
            && zip(expected, found).allSatisfy { left, right in
                if left == right { return true }
                guard type != "date", let left, let right, let first = Double(left) else { return false }
                return first == Double(right)
            }
    }

    private static func text(_ json: Any) -> String? {
        if let text = json as? String { return text }
        if let flag = json as? Bool, "\(json)" == "true" || "\(json)" == "false" { return "\(flag)" }
        return (json as? Double).map { "\($0)" }
    }
}
