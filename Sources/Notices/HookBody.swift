package import Audit
import Checks
import Reports

/// All new exceptions of a run in the shape that a webhook takes.
package struct HookBody {
    private static let shown = 10

    private let news: News

    package init(_ news: News) { self.news = news }

    package func json(_ shape: WebhookPlan.Shape) -> String {
        switch shape {
        case .json: plain
        case .slack: slack
        case .teams: teams
        }
    }

    /// For programs: every new exception.
    private var plain: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("plan", news.plan)
            writer.member("as_of", news.asOf)
            let ended = news.shares.reduce(0) { $0 + news.endedCount(in: $1.findings) }
            writer.member("new", news.count - ended)
            writer.member("waiver_expired", ended)
            writer.key("owners")
            writer.array(news.shares) { writer, share in
                writer.object { writer in
                    writer.member("owner", share.owner)
                    writer.key("findings")
                    writer.array(share.findings) { writer, finding in
                        writer.object {
                            Self.write(finding, to: &$0)
                            $0.key("waiver_expired")
                            $0.bool(news.isEnded(finding))
                        }
                    }
                }
            }
        }
        return writer.finish().text
    }

    private static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.member("finding_id", finding.id)
        writer.member("status", finding.status.rawValue)
        writer.member("severity", finding.severity.rawValue)
        writer.member("priority", finding.priority)
        writer.member("check_id", finding.checkID)
        writer.member("title", finding.title)
        writer.member("record", finding.record)
        writer.member("record_id", finding.recordID)
        writer.member("customer_id", finding.customerID)
        writer.member("customer_name", finding.customerName)
        writer.member("field", finding.field)
        writer.member("value", finding.value)
        writer.member("message", finding.message)
        writer.member("fix", finding.fix)
        writer.member("cash_at_risk", hundredths: finding.cashAtRisk.hundredths)
        writer.member("currency", finding.cashAtRisk.currency)
    }

    /// Slack's own markup: only `&`, `<` and `>` have to be escaped; what would stand out is broken by an invisible mark.
    ///
    /// Source: Slack, "Formatting text for app surfaces".
    private var slack: String {
        var writer = JSONWriter()
        writer.object {
            $0.member("text", lines(strong: { "*\($0)*" }, escaped: Self.slackEscaped).joined(separator: "\n"))
        }
        return writer.finish().text
    }

    static func slackEscaped(_ text: String) -> String {
        DisplayWidth.printable(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            ">", with: "&gt;"
        )
        .map { "*_~`".contains($0) ? "\u{200B}\($0)\u{200B}" : String($0) }.joined()
    }

    /// An adaptive card, as the workflows of Teams take it.
    ///
    /// Source: Microsoft, "Create incoming webhooks with Workflows", and the Markdown subset of Adaptive Cards.
    private var teams: String {
        let lines = lines(strong: { "**\($0)**" }, escaped: Self.teamsEscaped)
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", "message")
            writer.key("attachments")
            writer.array([lines]) { writer, lines in
                writer.object { writer in
                    writer.member("contentType", "application/vnd.microsoft.card.adaptive")
                    writer.key("content")
                    writer.object { writer in
                        writer.member("type", "AdaptiveCard")
                        writer.member("version", "1.4")
                        writer.key("body")
                        writer.array(lines) { writer, line in
                            writer.object { writer in
                                writer.member("type", "TextBlock")
                                writer.member("text", line)
                                writer.key("wrap")
                                writer.bool(true)
                            }
                        }
                    }
                }
            }
        }
        return writer.finish().text
    }

    static func teamsEscaped(_ text: String) -> String {
        DisplayWidth.printable(text).map { "\\`*_{}[]()#+-!~<>|&@".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private func lines(strong: (String) -> String, escaped: (String) -> String) -> [String] {
        var lines = [strong(escaped(news.title(news.shares.flatMap(\.findings))))]
        for share in news.shares {
            lines.append("\(escaped(share.owner)): \(share.findings.count)")
            lines += share.findings.prefix(Self.shown).map { finding in
                escaped(
                    "• [\(news.severity(of: finding))] \(finding.customerID) \(finding.customerName): \(news.mark(finding))\(finding.message)"
                )
            }
            let rest = share.findings.count - Self.shown
            if rest > 0 { lines.append(escaped(news.text("and \(rest) more", "en nog \(rest)"))) }
        }
        return lines
    }
}
