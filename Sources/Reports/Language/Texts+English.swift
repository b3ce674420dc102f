import Checks

extension Texts {
    package static let english = Texts(
        kind: "Customer master data audit",
        asOf: "As of {date}",
        contents: "Contents",
        skip: "Skip to the figures",
        print: "Print",
        themeAuto: "Theme: auto",
        themeLight: "Theme: light",
        themeDark: "Theme: dark",
        scopeAll: "all {customers}",
        scopePart: "{part} of {whole} customers: {description}",

        finding: Noun(one: "finding", many: "findings"),
        customer: Noun(one: "customer", many: "customers"),
        check: Noun(one: "check", many: "checks"),
        severityNames: [.blocker: "Blocker", .error: "Error", .warning: "Warning", .info: "Info"],
        severityNouns: [
            .blocker: Noun(one: "blocker", many: "blockers"), .error: Noun(one: "error", many: "errors"),
            .warning: Noun(one: "warning", many: "warnings"), .info: Noun(one: "info", many: "info"),
        ],
        statuses: ["new": "new", "open": "open", "reopened": "reopened", "waived": "waived"],
        causes: [
            "dispute-backlog": "Dispute backlog",
            "bad-master-data": "Bad master data",
            "unmatched-cash": "Unmatched cash",
            "rebates-credit-notes": "Rebates and credit notes",
            "missing-pod": "Proof of delivery missing",
            "dunning-blind-spots": "Dunning blind spots",
            "term-creep": "Payment terms creep",
            "late-billing": "Late billing",
            "no-credit-gate": "No credit gate",
            "stop-ship-too-late": "Stop-ship too late",
            "structural-disputes": "Disputes of our own making",
            "no-segmentation": "No segmentation in collections",
        ],

        summary: "Summary",
        atStake: "What is at stake",
        cashAtRisk: "Cash at risk",
        cashAtRiskShort: "At risk",
        shareOfOpen: "{share} of the {amount} that is open",
        invoiceReady: "Invoice-ready customers",
        invoiceReadyMoney: "Their share of the open amount",
        invoiceReadyMeaning: """
            Invoice-ready: no blocker and no error stands between this customer and a paid invoice.
            """,
        partOfWhole: "{part} of {whole}",
        conclusion: """
            As the records stand today, the next invoice to {part} of {whole} customers may not arrive, or not \
            be paid.
            """,
        conclusionReady: "Every customer is invoice-ready: no record has a blocker or an error.",
        conclusionNothing: "No customers were audited.",
        mixedCurrencies: """
            Amounts are in {currencies} and were added up as if they were one currency: read the totals as an \
            order of magnitude.
            """,
        unknownFinding: Noun(one: "not evaluated", many: "not evaluated"),

        first: "What to do first",
        firstIntroduction: "The most urgent findings, weighed by cash at risk, severity and what is overdue.",
        causesTitle: "Where the cash gets stuck",
        causesIntroduction: """
            Cash at risk by cause. A customer with several defects counts once in a cause, so causes do not add \
            up to the total.
            """,
        checksTitle: "The few checks that matter most",
        checksIntroduction: """
            Cash at risk by check, largest first, and the share that the checks up to there make up together.
            """,
        checksMore: "The {shown} largest of {all} checks with findings; the others are in the table under “{title}”.",
        checksChart: """
            Pareto chart: cash at risk by check, with the cumulative share as a line. The table below has the \
            figures.
            """,
        customersTitle: "Customers by cash at risk",
        customersIntroduction: """
            Most cash first. Each counts with the largest amount that one check puts at risk there.
            """,
        customersCut: "The {shown} customers with the most cash at risk; the list of findings has the others.",
        customersMore: "Show {count} more customers",
        courseTitle: "Run by run",
        courseShort: "Run by run",
        courseIntroduction: "The last {runs} runs, from {from} to {to}.",
        courseChart: "Cash at risk, and findings that came and went, run by run",
        courseCaption: """
            The line: cash at risk. Above the axis what came: new, and lighter what had been fixed and is back. Below it what \
            went: fixed, and lightest what is gone with its record.
            """,
        courseRun: "{date}: {new} new, {reopened} reopened, {fixed} fixed, {gone} gone with their records",
        courseTimes: """
            Half of the {fixed} fixes so far were done within {median} days, nine of ten within {ninety}; {back} did not last.
            """,
        courseMedian: "Median days",
        courseNinety: "90% within",
        courseCameBack: "Came back",
        groupsTitle: "Groups",
        groupsShort: "Groups",
        groupsIntroduction: """
            Accounts that outside sources know to be of one group, by LEI, D-U-N-S or registration number, and the proceedings \
            that are open in it. Largest exposure first.
            """,
        groupsCut: "The {shown} largest of {all}; audit.json has them all.",
        entityLabel: "Legal entity",
        exposure: "Exposure",
        overdue: "Overdue",
        creditLimit: "Credit limit",
        together: "Together",
        account: Noun(one: "account", many: "accounts"),
        overLimit: "{amount} over the sum of its limits",
        noCustomer: "not a customer",
        proceedingSince: "{kind} since {date} ({source})",
        ownersTitle: "Who has to do what",
        ownersIntroduction: "A work list for each owner, by check, most cash first.",
        andMore: "and {count} more",
        noOwner: "Without an owner",
        findingsTitle: "All findings",
        findingsIntroduction: """
            {count}, the most urgent first. Open one for what is wrong, how to repair it and where it stands in \
            the file.
            """,
        cut: "This page holds the {shown} most urgent of {all} findings; exceptions.csv has all of them.",
        cutWithoutList: """
            This page holds the {shown} most urgent of {all} findings; ask for the csv format to get all of \
            them.
            """,
        coverageTitle: "What was checked, and what could not be",
        coverageIntroduction: """
            {checks} gave {results} results: {pass} passed, {fail} failed, {notApplicable} did not apply, and \
            {unknown} are unknown. Unknown never counts as passed.
            """,
        coverageComplete: "Every check could be evaluated.",
        coverageShort: "Coverage",
        dataTitle: "Data read",
        dataIntroduction: "Every row is accounted for: rows read = rows audited + rows in quarantine.",
        remarksTitle: "Remarks",
        method: """
            Cash at risk counts each customer once, with the largest amount that one check puts at risk there: \
            two defects on one account do not double the money. Totals are in the currency of the open \
            amounts.
            """,
        madeBy: "Made by keur {version} as of {date}. A run counts as failed from severity “{severity}”.",

        cause: "Cause",
        causesShort: "Causes",
        findings: "Findings",
        customers: "Customers",
        severity: "Severity",
        customerLabel: "Customer",
        openAmount: "Open",
        worst: "Worst",
        cumulative: "Cumulative",
        checkLabel: "Check",
        ownerLabel: "Owner",
        fix: "Fix",
        field: "Field",
        value: "Value",
        suggestion: "Suggested value",
        blank: "blank",
        place: "Place",
        placeText: "{source}, line {line}",
        recordLabel: "Record",
        reference: "Rule from",
        statusLabel: "Status",
        statusText: Noun(
            one: "{status}, first seen {date}", many: "{status}, first seen {date}, {runs} runs in a row"),
        priority: "Priority",
        findingID: "Finding id",
        clipped: "… ({count} characters in all)",
        notEvaluated: "Not evaluated",

        search: "Search",
        searchHint: "customer, value, finding id …",
        all: "all",
        reset: "Clear",
        shown: "{shown} of {all} shown",
        shownOf: "{shown} shown of {found} that match, out of {all}",
        noneShown: "No finding matches.",
        noneShownOfCut: "No finding on this page matches; exceptions.csv has all of them.",
        more: "Show 100 more",

        notRun: "Could not run",
        broke: "Broke on some records",
        everyCheck: "Every check with its counts ({count})",
        records: "Records",
        pass: "Pass",
        fail: "Fail",
        notApplicable: "Not applicable",
        unknown: "Unknown",
        reason: "Reason",
        dataset: "Dataset",
        rowsRead: "Rows read",
        rowsAudited: "Audited",
        rowsQuarantined: "Quarantined",
        readAs: "Read as",
        tab: "tab",
        oneColumn: "one column",
        missingFields: "Fields that checks asked for and the data lacks",
        missingFieldsOf: "{dataset}: {fields}",
        quarantinedRows: "Rows in quarantine",
        quarantinedRow: "{source}, line {line}: {reason}",
        quarantinedMore: "{source}: and {count} more",

        invoiceReadyShort: "Invoice-ready",
        invoiceReadyLine: "{part} of {whole} customers ({share})",
        invoiceReadyLineMoney: ", with {share} of the open amount",
        toDo: "To do",
        read: "Rows read",
        readWhole: "{dataset} {rows}",
        readPart: "{dataset} {rows} = {audited} audited + {quarantined} quarantined",
        notRunShort: "Not run",
        notRunLine: Noun(one: "{count} check: {reasons}", many: "{count} checks: {reasons}"),
        brokeLine: Noun(
            one: "{count} result, because the evaluation failed: {checks}",
            many: "{count} results, because the evaluation failed: {checks}"),
        unansweredLine: Noun(
            one: "{count} result, because a source could not tell: {checks}",
            many: "{count} results, because a source could not tell: {checks}"),
        waived: "Waived",
        waivedLine: Noun(one: "{count} finding, {cash}", many: "{count} findings, {cash}"),
        waiversExpired: Noun(
            one: "{count} waiver expired and its findings count again",
            many: "{count} waivers expired and their findings count again"),
        waiversUnmatched: Noun(
            one: "{count} waiver matches nothing", many: "{count} waivers match nothing"),
        known: "Known",
        knownLine: Noun(
            one: "{count} finding is known debt since {date}", many: "{count} findings are known debt since {date}"),
        caution: "Note",
        files: "Files",
        inFolder: "{names} in {folder}",
        quiet: Noun(
            one: "{plan}: {count} finding at or above ‘{severity}’, {cash} at risk; see {files}",
            many: "{plan}: {count} findings at or above ‘{severity}’, {cash} at risk; see {files}"),
        quietUnknown: "{plan}: some results are unknown that should not be; see {files}"
    )
}
