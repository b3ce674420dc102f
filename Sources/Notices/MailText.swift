import Audit
import Checks
import Reports

/// One owner's new exceptions as an e-mail: the most urgent to read, all of them attached.
struct MailText {
    private static let shown = 20

    private let news: News
    private let share: News.Share

    init(_ news: News, _ share: News.Share) {
        self.news = news
        self.share = share
    }

    var subject: String { news.title(share.findings, owner: share.owner) }

    var plain: String {
        let items = share.findings.prefix(Self.shown).map { finding in
            let name = Self.line("\(finding.customerID) \(finding.customerName)")
            return """
                [\(news.severity(of: finding))] \(name): \(news.mark(finding))\(Self.line(finding.message))
                  \(Self.line(finding.fix)) (\(finding.checkID)\(Self.cash(finding)))
                """
        }
        return ([intro, ""] + items + ["", outro, ""]).joined(separator: "\n")
    }

    var html: String {
        let rows = share.findings.prefix(Self.shown).map { finding in
            let cells = [
                news.severity(of: finding), "\(finding.customerID) \(finding.customerName)",
                news.mark(finding) + finding.message,
                finding.fix,
                finding.checkID + Self.cash(finding),
            ]
            return "<tr>" + cells.map { "<td style=\"\(Self.cell)\">\(Self.escaped($0))</td>" }.joined() + "</tr>"
        }
        let headings = [
            news.text("severity", "ernst"), news.text("customer", "klant"), news.text("what is wrong", "wat er mis is"),
            news.text("what to do", "wat te doen"), news.text("check", "controle"),
        ]
        let head = headings.map { "<th style=\"\(Self.cell);text-align:left\">\(Self.escaped($0))</th>" }.joined()
        return """
            <!DOCTYPE html><html lang="\(news.language)"><head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
            <body style="font-family:sans-serif;font-size:14px"><p>\(Self.escaped(intro))</p>
            <table style="border-collapse:collapse"><tr>\(head)</tr>
            \(rows.joined(separator: "\n"))
            </table><p>\(Self.escaped(outro))</p></body></html>

            """
    }

    private static let cell = "border:1px solid #ccc;padding:4px 8px;vertical-align:top"

    private var intro: String {
        let what = news.counted(share.findings)
        return share.findings.count == 1
            ? news.text(
                "Since the last run there is \(what) for you (\(news.plan), \(news.asOf)).",
                "Sinds de vorige keer is er \(what) voor u (\(news.plan), \(news.asOf)).")
            : news.text(
                "Since the last run there are \(what) for you (\(news.plan), \(news.asOf)).",
                "Sinds de vorige keer zijn er \(what) voor u (\(news.plan), \(news.asOf)).")
    }

    private var outro: String {
        let rest = share.findings.count - Self.shown
        let more =
            rest > 0
            ? news.text("These are the \(Self.shown) most urgent. ", "Dit zijn de \(Self.shown) meest urgente. ") : ""
        return more
            + news.text(
                "The attached list holds all of them; open it in a spreadsheet.",
                "De bijgevoegde lijst bevat ze allemaal; open haar in een rekenblad.")
    }

    private static func cash(_ finding: Finding) -> String {
        let amount = finding.cashAtRisk
        return amount.hundredths > 0 ? ", \(amount.hundredths / 100) \(line(amount.currency))" : ""
    }

    /// Values come from strangers: one line, and nothing that steers a terminal.
    private static func line(_ text: String) -> String { DisplayWidth.printable(text) }

    static func escaped(_ text: String) -> String {
        line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
