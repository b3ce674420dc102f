import Audit

extension TerminalSummary {
    /// What was read, what could not be checked, and where the files are: one line each, but what was read takes the
    /// lines that it needs, as all rows are to be accounted for.
    var noteLines: [String] {
        var notes = readLines.enumerated().map { index, text in (label: index == 0 ? texts.read : "", text: text) }
        if let text = notRunText { notes.append((texts.notRunShort, text)) }
        if let text = brokeText { notes.append((texts.unknown, text)) }
        if let text = unansweredText { notes.append((texts.unknown, text)) }
        if let text = result.waivers?.text(ReportLanguage(code: result.plan.language)) {
            notes.append((texts.waived, text))
        }
        if let text = result.baseline?.text(ReportLanguage(code: result.plan.language)) {
            notes.append((texts.known, text))
        }
        if !result.totals.mixedCurrencies.isEmpty {
            let codes = result.totals.mixedCurrencies.joined(separator: ", ")
            notes.append((texts.caution, Texts.filled(texts.mixedCurrencies, ["currencies": codes])))
        }
        if !files.isEmpty { notes.append((texts.files, filesText)) }
        return notes.map { line($0.label, [Part(text: DisplayWidth.printable($0.text))]) }
    }

    private var notRunText: String? {
        let checks = result.coverage.filter(\.couldNotRun)
        guard !checks.isEmpty else { return nil }
        // What all reasons begin with, up to a colon, is said once.
        let groups = checks.groupedByReason()
        let starts = groups.map { $0.reason.prefix(through: $0.reason.firstIndex(of: ":") ?? $0.reason.startIndex) }
        let start = groups.count > 1 && Set(starts).count == 1 && starts[0].hasSuffix(":") ? starts[0] : ""
        let reasons = groups.enumerated().map { index, group in
            let reason = index == 0 ? group.reason[...] : group.reason.dropFirst(start.count).drop { $0 == " " }
            return groups.count == 1 ? String(reason) : "\(reason) (\(numbers.integer(group.checks.count)))"
        }
        return Texts.filled(
            texts.notRunLine(checks.count),
            ["count": numbers.integer(checks.count), "reasons": reasons.joined(separator: "; ")])
    }

    private var brokeText: String? {
        let count = result.totals.unknownFindings - result.coverage.reduce(0) { $0 + $1.notKnownFindings }
        guard count > 0 else { return nil }
        let checks = result.coverage.filter { $0.unknown > $0.notKnown && !$0.couldNotRun }.map(\.checkID)
        return Texts.filled(
            texts.brokeLine(count), ["count": numbers.integer(count), "checks": checks.joined(separator: ", ")])
    }

    private var unansweredText: String? {
        let checks = result.coverage.filter { $0.notKnown > 0 }
        guard !checks.isEmpty else { return nil }
        let count = checks.reduce(0) { $0 + $1.notKnown }
        return Texts.filled(
            texts.unansweredLine(count),
            ["count": numbers.integer(count), "checks": checks.map(\.checkID).joined(separator: ", ")])
    }

    /// As many datasets on a line as fit.
    private var readLines: [String] {
        var lines: [String] = []
        for dataset in result.datasets {
            let text = Texts.filled(
                dataset.rowsQuarantined > 0 ? texts.readPart : texts.readWhole,
                [
                    "dataset": dataset.name, "rows": numbers.integer(dataset.rowsRead),
                    "audited": numbers.integer(dataset.rowsAudited),
                    "quarantined": numbers.integer(dataset.rowsQuarantined),
                ])
            if let last = lines.last,
                DisplayWidth.columns(of: last) + DisplayWidth.columns(of: text) + 3 <= width - labelWidth
            {
                lines[lines.count - 1] = "\(last), \(text)"
            } else {
                if !lines.isEmpty { lines[lines.count - 1] += "," }
                lines.append(text)
            }
        }
        return lines
    }

    /// Names once, and their folder when all are in one.
    private var filesText: String {
        let parts = files.map { path -> (folder: Substring, name: Substring) in
            guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
            return (slash == path.startIndex ? "/" : path[..<slash], path[path.index(after: slash)...])
        }
        guard let folder = parts.first?.folder, !folder.isEmpty, parts.allSatisfy({ $0.folder == folder }) else {
            return files.joined(separator: ", ")
        }
        return Texts.filled(
            texts.inFolder, ["names": parts.map(\.name).joined(separator: ", "), "folder": String(folder)])
    }
}
