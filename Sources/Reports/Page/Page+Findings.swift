import Audit
import Checks

/// The list of findings with its filters. Rows are many, so they are written without mustache.
extension Page {
    var findingsView: [String: Any] {
        let all = result.findings.count
        var introduction = Texts.filled(texts.findingsIntroduction, ["count": counted(all, texts.finding)])
        if findings.count < all {
            introduction +=
                " "
                + Texts.filled(
                    hasList ? texts.cut : texts.cutWithoutList,
                    ["shown": numbers.integer(findings.count), "all": numbers.integer(all)])
        }
        return [
            "t": texts, "introduction": introduction, "choices": choices,
            "none": findings.count < all && hasList ? texts.noneShownOfCut : texts.noneShown,
        ]
    }

    /// The filters, each with the values that occur on the page.
    private var choices: [[String: Any]] {
        let severities = Set(findings.map(\.severity)).sorted(by: >).map { ($0.rawValue, texts.name(of: $0)) }
        let causes = Set(findings.map(\.cause)).map { ($0, texts.causeName($0)) }.sorted { $0.1 < $1.1 }
        let owners = Set(findings.map(\.owner)).sorted().map { ($0, $0.isEmpty ? texts.noOwner : $0) }
        let titles = Dictionary(findings.map { ($0.checkID, $0.title) }) { first, _ in first }
        let checks = titles.sorted { $0.key < $1.key }.map { ($0.key, "\($0.key) \(brief($0.value, limit: 70))") }
        return [
            ("s", texts.severity, severities), ("o", texts.ownerLabel, owners), ("c", texts.cause, causes),
            ("k", texts.checkLabel, checks),
        ].map { key, label, options -> [String: Any] in
            ["key": key, "label": label, "options": options.map { ["value": $0.0, "label": $0.1] }]
        }
    }

    func appendRow(_ finding: Finding, at index: Int, to buffer: inout ByteBuffer) {
        buffer.append("<details class=\"finding\" id=\"")
        buffer.append(anchor(finding, at: index))
        for (key, value): (StaticString, String) in [
            ("\" data-s=\"", finding.severity.rawValue), ("\" data-o=\"", finding.owner),
            ("\" data-c=\"", finding.cause), ("\" data-k=\"", finding.checkID), ("\" data-id=\"", finding.id),
        ] {
            buffer.append(key)
            HTMLText.append(value, to: &buffer)
        }
        buffer.append("\"><summary>")
        appendSeverity(finding, to: &buffer)
        buffer.append("<span class=\"main\"><span class=\"name\"><bdi>")
        HTMLText.append(brief(name(of: finding)), to: &buffer)
        buffer.append("</bdi></span> <span class=\"id\"><bdi>")
        HTMLText.append(brief(finding.customerID, limit: 60), to: &buffer)
        buffer.append("</bdi></span>")
        if finding.status != .open, finding.status != .new || hasOlderFindings {
            buffer.append("<span class=\"state\">")
            HTMLText.append(texts.statuses[finding.status.rawValue] ?? finding.status.rawValue, to: &buffer)
            buffer.append("</span>")
        }
        buffer.append("<span class=\"title\"><bdi>")
        HTMLText.append(brief(finding.title), to: &buffer)
        buffer.append("</bdi></span></span><span class=\"by\"><bdi>")
        HTMLText.append(brief(finding.owner), to: &buffer)
        buffer.append("</bdi></span><span class=\"cash num\">")
        HTMLText.append(numbers.rounded(finding.cashAtRisk), to: &buffer)
        buffer.append("</span></summary><div class=\"detail\"><p class=\"message\"><bdi>")
        HTMLText.append(brief(finding.message, limit: 2000), to: &buffer)
        buffer.append("</bdi></p><p class=\"fix\"><b>")
        HTMLText.append(texts.fix, to: &buffer)
        buffer.append(":</b> <bdi>")
        HTMLText.append(brief(finding.fix, limit: 1000), to: &buffer)
        buffer.append("</bdi></p><dl>")
        appendFacts(finding, to: &buffer)
        buffer.append("</dl></div></details>\n")
    }

    private func appendSeverity(_ finding: Finding, to buffer: inout ByteBuffer) {
        let isUnknown = finding.result == .unknown
        buffer.append("<span class=\"sev sev-")
        buffer.append(isUnknown ? "unknown" : finding.severity.rawValue)
        buffer.append("\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-")
        buffer.append(isUnknown ? "unknown" : finding.severity.rawValue)
        buffer.append("\"/></svg>")
        HTMLText.append(isUnknown ? texts.notEvaluated : texts.name(of: finding.severity), to: &buffer)
        buffer.append("</span>")
    }

    private func appendFacts(_ finding: Finding, to buffer: inout ByteBuffer) {
        if !finding.field.isEmpty {
            appendFact(texts.field, finding.field, isCode: true, to: &buffer)
            appendFact(texts.value, finding.value.isEmpty ? nil : finding.value, isCode: true, to: &buffer)
        }
        if !finding.suggestion.isEmpty { appendFact(texts.suggestion, finding.suggestion, isCode: true, to: &buffer) }
        appendFact(
            texts.place,
            Texts.filled(
                texts.placeText,
                ["source": brief(finding.source, limit: 300), "line": String(finding.line)]), to: &buffer)
        appendFact(texts.recordLabel, "\(finding.record) \(brief(finding.recordID))", to: &buffer)
        appendFact(texts.cashAtRiskShort, numbers.amount(finding.cashAtRisk), to: &buffer)
        appendFact(texts.cause, texts.causeName(finding.cause), to: &buffer)
        appendFact(texts.checkLabel, finding.checkID, to: &buffer)
        let references = references[finding.checkID] ?? []
        if !references.isEmpty { appendFact(texts.reference, references.joined(separator: "; "), to: &buffer) }
        appendFact(
            texts.statusLabel,
            Texts.filled(
                texts.statusText(finding.runsOpen),
                [
                    "status": texts.statuses[finding.status.rawValue] ?? finding.status.rawValue,
                    "date": numbers.date(finding.firstSeen), "runs": numbers.integer(finding.runsOpen),
                ]), to: &buffer)
        appendFact(texts.priority, numbers.integer(finding.priority), to: &buffer)
        appendFact(texts.findingID, finding.id, isCode: true, to: &buffer)
    }

    /// A term and its text; nil for a blank cell.
    private func appendFact(_ term: String, _ text: String?, isCode: Bool = false, to buffer: inout ByteBuffer) {
        buffer.append("<dt>")
        HTMLText.append(term, to: &buffer)
        buffer.append("</dt><dd>")
        if let text, isCode {
            let (start, total) = HTMLText.clipped(text, to: 1000)
            buffer.append("<bdi class=\"raw\">")
            HTMLText.appendVisibly(start, to: &buffer)
            buffer.append("</bdi>")
            if let total {
                buffer.append(" ")
                HTMLText.append(Texts.filled(texts.clipped, ["count": numbers.integer(total)]), to: &buffer)
            }
        } else if let text {
            buffer.append("<bdi>")
            HTMLText.append(text, to: &buffer)
            buffer.append("</bdi>")
        } else {
            buffer.append("<span class=\"soft\">")
            HTMLText.append(texts.blank, to: &buffer)
            buffer.append("</span>")
        }
        buffer.append("</dd>")
    }
}
