public import Checks

/// All words that keur adds to a report, in one language. What checks and data say is not among them.
///
/// `{…}` in a text are filled in by `filled`. The page's templates reach these by name.
package struct Texts: Sendable {
    /// A noun that goes with a number.
    struct Noun: Sendable {
        var one: String
        var many: String

        func callAsFunction(_ count: Int) -> String { count == 1 ? one : many }
    }

    // Frame
    var kind: String
    var asOf: String
    var contents: String
    var skip: String
    var print: String
    var themeAuto: String
    var themeLight: String
    var themeDark: String
    var scopeAll: String
    var scopePart: String

    // Words that stand with numbers, and names of what checks write as slugs
    var finding: Noun
    var customer: Noun
    var check: Noun
    var severityNames: [Severity: String]
    var severityNouns: [Severity: Noun]
    var statuses: [String: String]
    var causes: [String: String]

    // Headline
    var summary: String
    var atStake: String
    var cashAtRisk: String
    var cashAtRiskShort: String
    var shareOfOpen: String
    var invoiceReady: String
    var invoiceReadyMoney: String
    var invoiceReadyMeaning: String
    var partOfWhole: String
    var conclusion: String
    var conclusionReady: String
    var conclusionNothing: String
    var mixedCurrencies: String
    var unknownFinding: Noun

    // Sections
    var first: String
    var firstIntroduction: String
    var causesTitle: String
    var causesIntroduction: String
    var checksTitle: String
    var checksIntroduction: String
    var checksMore: String
    var checksChart: String
    var customersTitle: String
    var customersIntroduction: String
    var customersCut: String
    var customersMore: String
    var courseTitle: String
    var courseShort: String
    var courseIntroduction: String
    var courseChart: String
    var courseCaption: String
    var courseRun: String
    var courseTimes: String
    var courseMedian: String
    var courseNinety: String
    var courseCameBack: String
    var groupsTitle: String
    var groupsShort: String
    var groupsIntroduction: String
    var groupsCut: String
    var entityLabel: String
    var exposure: String
    var overdue: String
    var creditLimit: String
    var together: String
    var account: Noun
    var overLimit: String
    var noCustomer: String
    /// By the kinds of the normal form.
    var proceedingSince: String
    var ownersTitle: String
    var ownersIntroduction: String
    var andMore: String
    var noOwner: String
    var findingsTitle: String
    var findingsIntroduction: String
    var cut: String
    var cutWithoutList: String
    var coverageTitle: String
    var coverageIntroduction: String
    var coverageComplete: String
    var coverageShort: String
    var dataTitle: String
    var dataIntroduction: String
    var remarksTitle: String
    var method: String
    var madeBy: String

    // Columns and labels
    var cause: String
    var causesShort: String
    var findings: String
    var customers: String
    var severity: String
    var customerLabel: String
    var openAmount: String
    var worst: String
    var cumulative: String
    var checkLabel: String
    var ownerLabel: String
    var fix: String
    var field: String
    var value: String
    var suggestion: String
    var blank: String
    var place: String
    var placeText: String
    var recordLabel: String
    var reference: String
    var statusLabel: String
    var statusText: Noun
    var priority: String
    var findingID: String
    var clipped: String
    var notEvaluated: String

    // Filters of the list
    var search: String
    var searchHint: String
    var all: String
    var reset: String
    var shown: String
    var shownOf: String
    var noneShown: String
    var noneShownOfCut: String
    var more: String

    // Coverage and data
    var notRun: String
    var broke: String
    var everyCheck: String
    var records: String
    var pass: String
    var fail: String
    var notApplicable: String
    var unknown: String
    var reason: String
    var dataset: String
    var rowsRead: String
    var rowsAudited: String
    var rowsQuarantined: String
    var readAs: String
    var tab: String
    var oneColumn: String
    var missingFields: String
    var missingFieldsOf: String
    var quarantinedRows: String
    var quarantinedRow: String
    var quarantinedMore: String

    // Terminal
    var invoiceReadyShort: String
    var invoiceReadyLine: String
    var invoiceReadyLineMoney: String
    var toDo: String
    var read: String
    var readWhole: String
    var readPart: String
    var notRunShort: String
    var notRunLine: Noun
    var brokeLine: Noun
    var unansweredLine: Noun
    var waived: String
    var waivedLine: Noun
    var waiversExpired: Noun
    var waiversUnmatched: Noun
    var known: String
    var knownLine: Noun
    var caution: String
    var files: String
    var inFolder: String
    var quiet: Noun
    var quietUnknown: String

    /// The cause's name; a slug that keur does not know is shown as it is.
    func causeName(_ slug: String) -> String { causes[slug] ?? slug }

    func name(of severity: Severity) -> String { severityNames[severity] ?? severity.rawValue }

    /// `text` with each `{name}` replaced by the value of that name. What was filled in is not looked at again.
    static func filled(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += values[String(rest[rest.index(after: open)..<close])] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

extension Severity {
    /// What people call it in `language`, with a capital; English where the language is not known.
    public func name(language: String) -> String { ReportLanguage(code: language).texts.name(of: self) }
}
