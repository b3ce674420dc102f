/// What people read in the tables of `keur history` and `keur diff`.
public struct TableWording: Sendable {
    private let isDutch: Bool
    let numbers: NumberStyle

    public init(language: String) {
        let language = ReportLanguage(code: language)
        isDutch = language == .dutch
        numbers = language.numbers
    }

    /// Of a column that machines know as e.g. `cash_at_risk`.
    func heading(_ column: String) -> String {
        isDutch ? Self.dutchHeadings[column] ?? plain(column) : plain(column)
    }

    func word(_ word: String) -> String { isDutch ? Self.dutchWords[word] ?? word : word }

    private func plain(_ column: String) -> String { column.replacing("_", with: " ") }

    public var nothingYet: String { isDutch ? "nog niets" : "nothing yet" }

    /// Above a comparison of two runs.
    public func runs(_ one: Int, _ day: String, _ two: Int, _ otherDay: String) -> String {
        "run \(one) (\(day)) → run \(two) (\(otherDay))"
    }

    public func impact(_ old: String, _ new: String, before: Int, after: Int) -> String {
        "\(old) → \(new): \(before) → \(after) \(isDutch ? "bevindingen" : "findings")"
    }

    public func isSound(_ path: String, runs: Int) -> String {
        isDutch ? "\(path): in orde, \(runs) runs" : "\(path): sound, \(runs) runs"
    }

    private static let dutchHeadings = [
        "run": "run", "as_of": "per", "started_at": "begonnen", "seconds": "seconden", "customers": "klanten",
        "invoice_ready": "factuurklaar", "findings": "bevindingen", "cash_at_risk": "bedrag op het spel",
        "currency": "valuta", "new": "nieuw", "reopened": "heropend", "fixed": "opgelost",
        "record_gone": "record weg", "not_looked_at": "niet bekeken", "scope": "bereik", "cause": "oorzaak",
        "check": "controle", "owner": "eigenaar", "median_days": "mediaan dagen", "days_90_percent": "dagen 90%",
        "change": "wijziging", "finding_id": "bevinding", "severity": "ernst", "severity_before": "ernst eerst",
        "check_id": "controle", "title": "titel", "record": "record", "record_id": "record-id",
        "customer_id": "klantnummer", "customer_name": "klantnaam", "field": "veld", "cash_before": "bedrag eerst",
        "cash_after": "bedrag nu", "first_seen": "eerst gezien",
    ]

    private static let dutchWords = [
        "new": "nieuw", "reopened": "heropend", "back": "terug", "changed": "gewijzigd", "fixed": "opgelost",
        "gone": "record weg", "open in both": "open in beide", "all": "alle", "dropped": "vervallen",
        "severity": "ernst", "money": "bedrag", "blocker": "blokkade", "error": "fout", "warning": "waarschuwing",
        "info": "info",
    ]
}
