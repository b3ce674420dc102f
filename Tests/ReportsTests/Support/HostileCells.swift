import Audit
import Checks

/// Cells that some reader or other would trip over, run or be fooled by.
enum HostileCells {
    /// What must never run, end a cell early, or turn the text around.
    static let cells: [String] = [
        "=1+1", "+31 20 123 45 67", "-1234.50", "@SUM(A1:A9)", "\t=1+1", "\r\n=cmd|' /C calc'!A0", " =1+1",
        "\u{A0}=1+1",
        "\u{FEFF}=1+1", "\u{FF1D}1+1", "Acme;=HYPERLINK(1);x", "two\nlines", "two\r\nlines", "say \"no\"", "a,b",
        "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)",
        "\"\u{301} onmouseover=\"alert(1)", "<\u{301}b>", "' x='", "&lt;b&gt;", "{{name}} {{{name}}}", "nul\u{0}inside",
        "\u{0}=1+1", "\u{1B}[31mred\u{7}", "invoice\u{202E}fdp.exe", "\u{2066}isolate\u{2069}", "مرحبا بالعالم",
        "👩‍👩‍👧‍👦 café", "e\u{301}", "株式会社サンプル", "NO", "0012345678", "  blanks  ", "\\u0041\\", "\u{7F}\u{85}\u{2028}",
        "soft\u{AD}hyphen\u{200B}zero", String(repeating: "x", count: 100_000), "", "'", "'=1",
    ]

    /// One finding for each cell, which stands in all of its texts that come from a customer's file.
    static var findings: [Finding] {
        cells.enumerated().map { index, cell in
            let short = cell.count > 1000 ? "long" : cell
            let kind = FindingKind(
                checkID: "HO-\(index)", title: "Hostile \(short)", severity: .info, cause: "bad-master-data",
                record: "customer", field: "name", fix: short, owner: "Master data", source: short)
            return Finding(
                kind, id: "X-\(index)", status: .open, result: .fail, priority: 1, recordID: short,
                customerID: "H\(index)", customerName: short, value: cell, message: short,
                cashAtRisk: SampleAudit.euro(-Int64(index)), firstSeen: SampleAudit.asOf, runsOpen: 1,
                line: index + 1, suggestion: short)
        }
    }
}
