public import Audit
import Checks

/// The audit on one screen: at most 24 lines of `width` columns, which is held between 60 and 100.
///
/// `files` are the paths that were written. The text ends in a newline.
public func terminalSummary(_ result: AuditResult, width: Int, colour: Bool, files: [String]) -> String {
    TerminalSummary(result, width: min(100, max(60, width)), style: TerminalStyle(colour: colour), files: files).text
}

/// For `--quiet`: nothing when the run succeeded, one line when it fails the plan, so that a mail from cron says why.
///
/// `alarm` is what the run raises the alarm for, where that is not all that fails the plan.
public func quietSummary(_ result: AuditResult, alarm: Alarm? = nil, files: [String]) -> String {
    let failing = result.coverage.filter { $0.failedAsAWhole && $0.severity >= result.plan.failOn }
    let isFailing = alarm.map { $0.findings > 0 } ?? !failing.isEmpty
    guard isFailing || result.hasUnexpectedUnknowns(alarm) else { return "" }
    let language = ReportLanguage(code: result.plan.language)
    let count = alarm?.findings ?? failing.reduce(0) { $0 + $1.fail - $1.waived }
    let line = Texts.filled(
        isFailing ? language.texts.quiet(count) : language.texts.quietUnknown,
        [
            "plan": DisplayWidth.printable(result.plan.name), "count": language.numbers.integer(count),
            "severity": language.texts.name(of: result.plan.failOn).lowercased(),
            "cash": language.numbers.rounded(alarm?.cashAtRisk ?? result.totals.cashAtRisk),
            "files": DisplayWidth.printable(files.first ?? "–"),
        ])
    return line + "\n"
}

struct TerminalSummary {
    let result: AuditResult
    let texts: Texts
    let numbers: NumberStyle
    let width: Int
    let style: TerminalStyle
    let files: [String]
    let labelWidth: Int

    private static let lineLimit = 24

    init(_ result: AuditResult, width: Int, style: TerminalStyle, files: [String]) {
        let language = ReportLanguage(code: result.plan.language)
        self.result = result
        self.width = width
        self.style = style
        self.files = files
        texts = language.texts
        numbers = language.numbers
        let labels = [
            texts.cashAtRiskShort, texts.invoiceReadyShort, texts.findings, texts.causesShort, texts.customers,
            texts.toDo, texts.read, texts.notRunShort, texts.unknown, texts.waived, texts.known, texts.caution,
            texts.files,
        ]
        labelWidth = (labels.map(DisplayWidth.columns).max() ?? 0) + 2
    }

    var text: String {
        let notes = noteLines
        var lists = [causes, customers, owners].filter { !$0.rows.isEmpty }
        // Lists give up rows until everything is on the screen: first those that are longer than they need be, then
        // the longest.
        func total() -> Int { 5 + lists.reduce(0) { $0 + $1.shown + 1 } + notes.count + 1 }
        while total() > Self.lineLimit {
            let spare = lists.indices.filter { lists[$0].shown > lists[$0].wanted }
            let candidates = spare.isEmpty ? lists.indices.filter { lists[$0].shown > 1 } : spare
            guard let longest = candidates.max(by: { lists[$0].shown < lists[$1].shown }) else { break }
            lists[longest].shown -= 1
        }
        var all = [headLine, ""]
        all += figureLines
        for list in lists { all += [""] + lines(of: list) }
        all += [""] + notes
        return all.joined(separator: "\n") + "\n"
    }

    private var headLine: String {
        let date = Texts.filled(texts.asOf, ["date": numbers.date(result.plan.asOf)])
        let room = width - DisplayWidth.columns(of: date) - 2
        let name = DisplayWidth.padded(DisplayWidth.printable(result.plan.name), to: room)
        return style.strong(name) + "  " + style.faint(date)
    }

    private var figureLines: [String] {
        let totals = result.totals
        let open = totals.openAmount.hundredths
        var cash = [Part(text: numbers.rounded(totals.cashAtRisk), isRisk: true)]
        if open > 0 {
            let share = numbers.share(totals.cashAtRisk.hundredths, of: open)
            let amount = numbers.rounded(totals.openAmount)
            cash.append(Part(text: ", " + Texts.filled(texts.shareOfOpen, ["share": share, "amount": amount])))
        }
        var ready = Texts.filled(
            texts.invoiceReadyLine,
            [
                "part": numbers.integer(totals.invoiceReadyCustomers), "whole": numbers.integer(totals.customers),
                "share": numbers.share(Int64(totals.invoiceReadyCustomers), of: Int64(totals.customers)),
            ])
        if open > 0 {
            let share = numbers.share(totals.invoiceReadyOpenAmount.hundredths, of: open)
            ready += Texts.filled(texts.invoiceReadyLineMoney, ["share": share])
        }
        return [
            line(texts.cashAtRiskShort, cash), line(texts.invoiceReadyShort, [Part(text: ready)]),
            line(texts.findings, counts),
        ]
    }

    private var counts: [Part] {
        var parts: [Part] = []
        for severity in Severity.allCases.sorted(by: >) {
            let count = result.totals.bySeverity[severity] ?? 0
            let noun = texts.severityNouns[severity]?(count) ?? severity.rawValue
            parts.append(Part(text: "\(numbers.integer(count)) \(noun)", isRisk: severity >= .error && count > 0))
            parts.append(Part(text: ", "))
        }
        let unknown = result.totals.unknownFindings
        if unknown > 0 {
            parts.append(Part(text: "\(numbers.integer(unknown)) \(texts.unknownFinding(unknown))"))
        } else {
            parts.removeLast()
        }
        return parts
    }

    /// A stretch of a line in one style.
    struct Part {
        var text: String
        var isRisk = false
    }

    /// A label and what belongs to it, cut at the width.
    func line(_ heading: String, _ parts: [Part]) -> String {
        var line = label(heading)
        var room = width - labelWidth
        for part in parts where room > 0 {
            let text = DisplayWidth.fitted(part.text, to: room)
            room -= DisplayWidth.columns(of: text)
            line += part.isRisk ? style.risk(text) : text
        }
        return line
    }

    func label(_ text: String) -> String { style.faint(DisplayWidth.padded(text, to: labelWidth)) }
}
