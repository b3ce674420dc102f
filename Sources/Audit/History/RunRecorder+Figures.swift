import Checks
import Foundation
import GRDB
import Tables

extension RunRecorder {
    /// Writes the run itself: what was read, by which rules, and its figures as the reports show them.
    func write(_ result: AuditResult, _ facts: RunFacts) throws {
        let totals = result.totals
        try database.execute(
            sql: """
                INSERT INTO run (id, started_at, seconds, as_of, plan, scope, tool_version, customers, customers_in_total,
                    ready_customers, currency, findings, cash, new, reopened, fixed, gone, not_looked_at)
                VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, facts.startedAt.timeIntervalSince1970, asOf.daysSinceEpoch, result.plan.name,
                result.scope.description, result.plan.toolVersion, totals.customers, result.scope.customersInTotal,
                totals.invoiceReadyCustomers, totals.cashAtRisk.currency,
                totals.bySeverity.values.reduce(0, +),
                totals.cashAtRisk.hundredths, flows.reduce(0) { $0 + $1.new }, flows.reduce(0) { $0 + $1.reopened },
                flows.reduce(0) { $0 + $1.fixed }, gone, notLookedAt,
            ])
        try writeRules(result)
        try writeTotals(totals)
        try writeFiles(result, facts)
    }

    private func writeRules(_ result: AuditResult) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO rule_run (run, rule, severity, cause, owner, records, fail, unknown, cash, new, reopened, fixed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (index, check) in result.coverage.enumerated() {
            try statement.execute(arguments: [
                run, rules[index], check.severity.rawValue, check.cause, check.owner, check.records, check.fail,
                check.unknown, check.cashAtRisk.hundredths, flows[index].new, flows[index].reopened, flows[index].fixed,
            ])
        }
    }

    private func writeTotals(_ totals: Totals) throws {
        let statement = try database.makeStatement(
            sql: "INSERT INTO total (run, kind, name, findings, customers, cash) VALUES (?, ?, ?, ?, ?, ?)")
        for (kind, groups) in [("cause", totals.byCause), ("owner", totals.byOwner)] {
            for group in groups {
                try statement.execute(arguments: [
                    run, kind, group.name, group.findings, group.customers, group.cashAtRisk.hundredths,
                ])
            }
        }
    }

    private func writeFiles(_ result: AuditResult, _ facts: RunFacts) throws {
        let statement = try database.makeStatement(
            sql: """
                INSERT INTO file (run, kind, name, bytes, modified, hash, rows, quarantined)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (kind, documents) in [("plan", [facts.plan]), ("checks", facts.checkFiles)] {
            for document in documents {
                let bytes = Array(document.text.utf8)
                try statement.execute(arguments: [
                    run, kind, document.name, bytes.count, 0, SHA256.hexDigest(of: bytes), nil, nil,
                ])
            }
        }
        for dataset in result.datasets {
            guard let stamp = trail.paths[dataset.name].flatMap(SourceStamp.init(path:)) else { continue }
            try statement.execute(arguments: [
                run, "data", dataset.name, stamp.bytes, stamp.modified, stamp.hash, dataset.rowsAudited,
                dataset.rowsQuarantined,
            ])
        }
    }
}
