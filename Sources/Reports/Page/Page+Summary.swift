import Audit
import Checks

extension Page {
    var headView: [String: Any] {
        [
            "version": result.plan.toolVersion,
            "name": brief(result.plan.name),
            "date": numbers.date(result.plan.asOf),
        ]
    }

    /// The headline figures.
    var summaryView: [String: Any] {
        let totals = result.totals
        var view = headView
        view["t"] = texts
        view["asOf"] = Texts.filled(texts.asOf, ["date": numbers.date(result.plan.asOf)])
        view["scope"] = scopeText
        view["sections"] = sections.map { ["id": $0.id, "title": $0.title] }
        view["cashAtRisk"] = numbers.rounded(totals.cashAtRisk)
        view["calm"] = totals.cashAtRisk.hundredths == 0
        var meters = [
            meter(
                texts.invoiceReady, Int64(totals.invoiceReadyCustomers), of: Int64(totals.customers),
                as: { numbers.integer(Int($0)) })
        ]
        if totals.openAmount.hundredths > 0 {
            view["shareOfOpen"] = shareOfOpen
            meters.append(
                meter(
                    texts.invoiceReadyMoney, totals.invoiceReadyOpenAmount.hundredths,
                    of: totals.openAmount.hundredths,
                    as: { numbers.rounded(Money(hundredths: $0, currency: totals.openAmount.currency)) }))
        }
        view["meters"] = meters
        view["conclusion"] = conclusion
        view["hasFindings"] = result.findings.count > 0
        view["severities"] = severityViews
        if totals.unknownFindings > 0 {
            view["unknown"] = [
                "count": numbers.integer(totals.unknownFindings), "label": texts.unknownFinding(totals.unknownFindings),
            ]
        }
        if let caution = mixedCurrencies { view["caution"] = caution }
        return view
    }

    /// The findings to begin with: most urgent first, without those that were accepted or could not be evaluated, and
    /// a check once for each customer, though it may fail on several records.
    var firstView: [[String: Any]] {
        var seen: Set<[String]> = []
        return findings.enumerated()
            .filter { $0.element.status != .waived && $0.element.result == .fail }
            .filter { seen.insert([$0.element.checkID, $0.element.customerID]).inserted }
            .prefix(5)
            .map { index, finding in
                [
                    "anchor": anchor(finding, at: index),
                    "message": brief(finding.message.isEmpty ? finding.title : finding.message, limit: 400),
                    "fix": brief(finding.fix, limit: 400),
                    "key": finding.severity.rawValue,
                    "severity": texts.name(of: finding.severity),
                    "owner": brief(finding.owner),
                    "check": finding.checkID,
                    "cash": numbers.rounded(finding.cashAtRisk),
                ]
            }
    }

    private var scopeText: String {
        let scope = result.scope
        guard !scope.description.isEmpty || scope.customersInScope != scope.customersInTotal else {
            return Texts.filled(texts.scopeAll, ["customers": counted(scope.customersInTotal, texts.customer)])
        }
        return Texts.filled(
            texts.scopePart,
            [
                "part": numbers.integer(scope.customersInScope), "whole": numbers.integer(scope.customersInTotal),
                "description": brief(scope.description, limit: 400),
            ])
    }

    private var shareOfOpen: String {
        let totals = result.totals
        return Texts.filled(
            texts.shareOfOpen,
            [
                "share": numbers.share(totals.cashAtRisk.hundredths, of: totals.openAmount.hundredths),
                "amount": numbers.rounded(totals.openAmount),
            ])
    }

    private var conclusion: String {
        let totals = result.totals
        let notReady = totals.customers - totals.invoiceReadyCustomers
        if totals.customers == 0 { return texts.conclusionNothing }
        if notReady == 0 { return texts.conclusionReady }
        return Texts.filled(
            texts.conclusion, ["part": numbers.integer(notReady), "whole": numbers.integer(totals.customers)])
    }

    private var mixedCurrencies: String? {
        let codes = result.totals.mixedCurrencies
        return codes.isEmpty ? nil : Texts.filled(texts.mixedCurrencies, ["currencies": codes.joined(separator: ", ")])
    }

    /// The sections that the page has, for its table of contents.
    private var sections: [(id: String, title: String)] {
        let totals = result.totals
        let all: [(id: String, title: String, isThere: Bool)] = [
            ("course", texts.courseShort, course != nil),
            ("first", texts.first, !firstView.isEmpty),
            ("causes", texts.causesShort, !totals.byCause.isEmpty),
            ("checks", texts.check.many.prefix(1).uppercased() + texts.check.many.dropFirst(), hasPareto),
            ("customers", texts.customers, !totals.topCustomers.isEmpty),
            ("groups", texts.groupsShort, !result.families.isEmpty),
            ("owners", texts.ownersTitle, !totals.byOwner.isEmpty),
            ("findings", texts.findings, !findings.isEmpty),
            ("coverage", texts.coverageShort, true),
            ("data", texts.dataTitle, true),
        ]
        return all.filter(\.isThere).map { ($0.id, $0.title) }
    }

    private func meter(
        _ label: String, _ part: Int64, of whole: Int64, as figure: (Int64) -> String
    ) -> [String: Any] {
        [
            "label": label,
            "share": numbers.share(part, of: whole),
            "width": Self.width(part, of: whole),
            "figures": Texts.filled(texts.partOfWhole, ["part": figure(part), "whole": figure(whole)]),
        ]
    }

    /// Counts by severity, worst first, with their places on a bar of 100.
    private var severityViews: [[String: Any]] {
        let counts = result.totals.bySeverity
        let total = Double(max(1, counts.values.reduce(0, +)))
        var x = 0.0
        return Severity.allCases.sorted(by: >).map { severity in
            let count = counts[severity] ?? 0
            let width = Double(count) / total * 100
            defer { x += width }
            return [
                "key": severity.rawValue,
                "count": numbers.integer(count),
                "label": texts.severityNouns[severity]?(count) ?? severity.rawValue,
                "x": Self.coordinate(x),
                // A hair of paper between neighbours.
                "width": Self.coordinate(max(0, width - (count > 0 ? 0.3 : 0))),
            ]
        }
    }
}
