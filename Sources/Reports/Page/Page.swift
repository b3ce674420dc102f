import Audit
import Checks

/// What all parts of the page need: the audit, the words, and the findings that the page holds.
struct Page {
    let result: AuditResult
    let texts: Texts
    let numbers: NumberStyle
    /// The most urgent findings, at most `limit`.
    let findings: [Finding]
    /// Whether the exception list is written too, so that the page may point to it.
    let hasList: Bool
    /// Whether some findings are older than this run, so that being new says something.
    let hasOlderFindings: Bool
    /// The references of each check, by its id.
    let references: [String: [String]]

    static let limit = 5000

    init(_ result: AuditResult, hasList: Bool) {
        let language = ReportLanguage(code: result.plan.language)
        self.result = result
        self.hasList = hasList
        texts = language.texts
        numbers = language.numbers
        findings = result.findings[0..<min(Self.limit, result.findings.count)]
        hasOlderFindings = findings.contains { $0.status != .new }
        references = Dictionary(result.coverage.map { ($0.checkID, $0.references) }) { first, _ in first }
    }

    /// Checks with findings, most cash first; those without cash keep the order of the packs.
    var failedChecks: [CheckCoverage] {
        result.coverage.enumerated().filter { $0.element.fail > $0.element.waived }
            .sorted { ($1.element.cashAtRisk.hundredths, $0.offset) < ($0.element.cashAtRisk.hundredths, $1.offset) }
            .map(\.element)
    }

    func counted(_ count: Int, _ noun: Texts.Noun) -> String { "\(numbers.integer(count)) \(noun(count))" }

    /// A short text of the data: names and the like, cut where they would fill the page, and without the characters
    /// that turn the text behind them around.
    func brief(_ text: String, limit: Int = 200) -> String {
        let (start, total) = HTMLText.clipped(text, to: limit)
        return HTMLText.withoutDirectionControls(total == nil ? start : start + "…")
    }

    /// The id of a finding's element: its own id where that can stand in an address, so that links survive the next run.
    func anchor(_ finding: Finding, at index: Int) -> String {
        let isPlain =
            !finding.id.isEmpty && finding.id.utf8.count <= 80
            && finding.id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
        return isPlain ? "f-\(finding.id)" : "n-\(index)"
    }

    /// A share as the width of a bar, 0…100 with one decimal, so that the smallest can still be seen.
    static func width(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0, part > 0 else { return "0" }
        return coordinate(max(0.4, min(100, Double(part) / Double(whole) * 100)))
    }

    /// A coordinate with one decimal at most, the same on every machine.
    static func coordinate(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let magnitude = tenths.magnitude
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }
}
