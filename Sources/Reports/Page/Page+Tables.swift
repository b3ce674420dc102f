import Audit
import Checks

extension Page {
    var causesView: [String: Any] {
        let most = result.totals.byCause.map(\.cashAtRisk.hundredths).max() ?? 0
        return [
            "t": texts,
            "groups": result.totals.byCause.map { group in
                [
                    "key": group.name,
                    "name": texts.causeName(group.name),
                    "findings": numbers.integer(group.findings),
                    "customers": numbers.integer(group.customers),
                    "cash": numbers.rounded(group.cashAtRisk),
                    "width": Self.width(group.cashAtRisk.hundredths, of: most),
                ]
            },
        ]
    }

    /// The first 15 customers in sight, the others a click away.
    var customersView: [String: Any] {
        let customers = result.totals.topCustomers
        let inSight = customers.count <= 20 ? customers.count : 15
        var tables: [[String: Any]] = [["rows": customers.prefix(inSight).map(customerView)]]
        if customers.count > inSight {
            tables.append([
                "summary": Texts.filled(texts.customersMore, ["count": numbers.integer(customers.count - inSight)]),
                "rows": customers.dropFirst(inSight).map(customerView),
            ])
        }
        return [
            "t": texts,
            "introduction": customers.count < 100
                ? texts.customersIntroduction
                : Texts.filled(texts.customersCut, ["shown": numbers.integer(customers.count)]),
            "tables": tables,
        ]
    }

    private func customerView(_ customer: Totals.Customer) -> [String: Any] {
        let most = result.totals.topCustomers.map(\.cashAtRisk.hundredths).max() ?? 0
        return [
            "id": brief(customer.id),
            "name": brief(customer.name.isEmpty ? customer.id : customer.name),
            "key": customer.worst.rawValue,
            "severity": texts.name(of: customer.worst),
            "findings": numbers.integer(customer.findings),
            "open": numbers.rounded(customer.openAmount),
            "cash": numbers.rounded(customer.cashAtRisk),
            "width": Self.width(customer.cashAtRisk.hundredths, of: most),
        ]
    }

    /// A work list for each owner: its checks by cash, with the first customers that each concerns.
    ///
    /// Counts and cash come from the coverage, which knows all findings; fixes and names from those on the page.
    var ownersView: [String: Any] {
        let byCheck = Dictionary(
            grouping: findings.lazy.filter { $0.result == .fail && $0.status != .waived }, by: \.checkID)
        let checks = failedChecks
        let owners = result.totals.byOwner.map { group -> [String: Any] in
            [
                "name": group.name.isEmpty ? texts.noOwner : group.name,
                "findings": counted(group.findings, texts.finding),
                "customers": counted(group.customers, texts.customer),
                "cash": numbers.rounded(group.cashAtRisk),
                "work": checks.filter { $0.owner == group.name }
                    .map { workView($0, findings: byCheck[$0.checkID] ?? []) },
            ]
        }
        return ["t": texts, "owners": owners]
    }

    /// Whom a finding is about; an invoice of nobody has only its own key.
    func name(of finding: Finding) -> String {
        [finding.customerName, finding.customerID, finding.recordID].first { !$0.isEmpty } ?? ""
    }

    private func workView(_ check: CheckCoverage, findings: [Finding]) -> [String: Any] {
        var seen: Set<String> = []
        let customers = findings.filter { seen.insert($0.customerID).inserted }.prefix(3)
        let named = findings.filter { finding in customers.contains { $0.customerID == finding.customerID } }.count
        let rest = check.fail - check.waived - named
        var view: [String: Any] = [
            "check": check.checkID,
            "owner": check.owner,
            "title": brief(check.title),
            "key": check.severity.rawValue,
            "severity": texts.name(of: check.severity),
            "amount": numbers.rounded(check.cashAtRisk),
            "names": customers.enumerated().map { index, finding in
                [
                    "name": brief(self.name(of: finding), limit: 80),
                    "gap": index + 1 < customers.count ? ", " : "",
                ]
            },
            "rest": rest > 0 ? " " + Texts.filled(texts.andMore, ["count": numbers.integer(rest)]) : "",
        ]
        if let fix = findings.first?.fix, !fix.isEmpty { view["fix"] = brief(fix, limit: 400) }
        return view
    }
}
