import Checks
import Diagnostics
import Tables

extension OpenDataset {
    /// The evidence to gather for a field whose format the plan does not declare.
    func evidence(for field: DatasetSchema.Field) -> ColumnEvidence {
        let declaration = declaration(of: field.name)
        switch field.type {
        case .string, .bool: return .none
        case .int, .decimal: return declaration?.decimalMark == nil ? .decimals(DecimalEvidence()) : .none
        case .date: return declaration?.dateFormat == nil ? .dates(DateEvidence()) : .none
        }
    }

    /// How a field's cells are read: as declared, or as all of the column's cells together say.
    ///
    /// A column that can be read in two ways is a question for the user, reported with the first cell that tells nothing.
    func settle(
        _ field: DatasetSchema.Field,
        _ evidence: ColumnEvidence,
        diagnostics: DiagnosticsCollector
    ) -> CellFormat {
        let declaration = declaration(of: field.name)
        switch (field.type, evidence) {
        case (.string, _): return .text
        case (.bool, _):
            let texts = (declaration?.trueTexts ?? [], declaration?.falseTexts ?? [])
            let isDeclared = !texts.0.isEmpty || !texts.1.isEmpty
            return .bool(isDeclared ? BoolFormat(trueTexts: texts.0, falseTexts: texts.1) : .standard)
        case (.date, .dates(let evidence)):
            return .date(settle(evidence.settle(), field, standard: .iso, declare: dateDeclaration, diagnostics))
        case (.date, _):
            return .date(declaration?.dateFormat ?? .iso)
        case (.int, .decimals(let evidence)):
            return .int(settle(evidence.settle(), field, standard: .point, declare: markDeclaration, diagnostics))
        case (.decimal, .decimals(let evidence)):
            return .decimal(settle(evidence.settle(), field, standard: .point, declare: markDeclaration, diagnostics))
        case (.int, _): return .int(declaredMark(declaration))
        case (.decimal, _): return .decimal(declaredMark(declaration))
        }
    }

    private func declaredMark(_ declaration: FieldPlan?) -> DecimalFormat {
        DecimalFormat(mark: declaration?.decimalMark == UInt8(ascii: ",") ? .comma : .point)
    }

    private func dateDeclaration(_ format: DateFormat) -> String { "type: date, format: \(format)" }

    private func markDeclaration(_ format: DecimalFormat) -> String {
        "type: decimal, decimal_mark: \"\(format.mark == .comma ? "," : ".")\""
    }

    private func settle<Format>(
        _ settled: SettledFormat<Format>,
        _ field: DatasetSchema.Field,
        standard: Format,
        declare: (Format) -> String,
        _ diagnostics: DiagnosticsCollector
    ) -> Format {
        switch settled {
        case .blank, .unreadable: return standard
        case .format(let format, _): return format
        case .mixed(let format, let others, let example, let other):
            guard isDayMonthQuestion("\(format)", "\(other)") else { return format }
            let header = mapping.column(of: field.name)?.header ?? field.name
            diagnostics.report(
                Diagnostic(
                    "column '\(header)' writes most dates as \(format), but '\(example.text)' and"
                        + " \(others - 1) more as \(other)",
                    help: "mend the extract, or say which one holds:"
                        + " \(field.name): { column: \(header), \(declare(format)) }",
                    at: SourceLocation(file: plan.source, line: example.row, column: 1)
                )
            )
            return format
        case .ambiguous(let example, let readings):
            let header = mapping.column(of: field.name)?.header ?? field.name
            let meanings = readings.map { "\($0.meaning)" }.joined(separator: " or ")
            let choices = readings.map { "{ column: \(header), \(declare($0.format)) }" }.joined(separator: " or ")
            diagnostics.report(
                Diagnostic(
                    "'\(example.text)' in column '\(header)' may mean \(meanings), and no other cell tells which",
                    help: "say it in the plan, under 'fields': \(field.name): \(choices)",
                    at: SourceLocation(file: plan.source, line: example.row, column: 1)
                )
            )
            return readings.first?.format ?? standard
        }
    }

    /// Two formats that differ in the order of day and month: a cell such as 03/04/2026 fits both.
    private func isDayMonthQuestion(_ first: String, _ second: String) -> Bool {
        let starts = Set([first.prefix(2), second.prefix(2)])
        return starts == ["dd", "MM"]
    }
}

extension DecimalFormat {
    fileprivate static let point = DecimalFormat(mark: .point)
}
