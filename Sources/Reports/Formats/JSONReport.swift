import Audit
import Checks
import Tables

/// `audit.json`: everything that a run found out, for other programs.
///
/// `schema` names the version of the shape: members may be added within it; one that goes or changes its meaning
/// makes it `keur/audit/2`. Findings stand one on a line at the end of the file, and have the members of the columns
/// of `exceptions.csv`. Amounts are numbers with two decimals, dates ISO 8601, shares 0…1 are left to the reader.
enum JSONReport {
    static let schema = "keur/audit/1"

    static let fileName = "audit.json"

    static func begin(_ result: AuditResult, in job: inout ReportJob) throws(ReportError) {
        let file = try job.open(fileName)
        try file.write(head(of: result))
        job.pourFindings(into: file, closingWith: "\n]}\n") { append($0, from: $1.lowerBound, to: &$2) }
    }

    /// Everything before the findings.
    private static func head(of result: AuditResult) -> ByteBuffer {
        var json = JSONWriter()
        json.buffer.append("{\n")
        json.member("schema", schema)
        json.newline()
        json.key("tool")
        json.object {
            $0.member("name", "keur")
            $0.member("version", result.plan.toolVersion)
        }
        json.newline()
        append(result.plan, result.scope, to: &json)
        json.newline()
        json.key("datasets")
        json.array(result.datasets) { append($1, to: &$0) }
        json.newline()
        json.key("totals")
        append(result.totals, to: &json)
        json.newline()
        json.key("coverage")
        json.array(result.coverage) {
            $0.newline()
            append($1, to: &$0)
        }
        json.newline()
        if let waivers = result.waivers {
            json.key("waivers")
            append(waivers, to: &json)
            json.newline()
        }
        json.member("remarks", result.remarks)
        json.newline()
        json.key("groups")
        json.array(result.families) {
            $0.newline()
            append($1, to: &$0)
        }
        json.newline()
        json.key("findings")
        json.buffer.append("[")
        return json.finish()
    }

    private static func append(_ findings: [Finding], from first: Int, to buffer: inout ByteBuffer) {
        for index in findings.indices {
            buffer.append(first + index == 0 ? "\n" : ",\n")
            append(findings[index], to: &buffer)
        }
    }

    private static func append(_ finding: Finding, to buffer: inout ByteBuffer) {
        func text(_ key: StaticString, _ value: String, _ buffer: inout ByteBuffer) {
            buffer.append(key)
            JSONText.append(value, to: &buffer)
        }
        text("{\"finding_id\":", finding.id, &buffer)
        text(",\"status\":", finding.status.rawValue, &buffer)
        text(",\"result\":", finding.result.rawValue, &buffer)
        buffer.append(",\"priority\":")
        buffer.append(number: finding.priority)
        text(",\"severity\":", finding.severity.rawValue, &buffer)
        text(",\"check_id\":", finding.checkID, &buffer)
        text(",\"title\":", finding.title, &buffer)
        text(",\"cause\":", finding.cause, &buffer)
        text(",\"record\":", finding.record, &buffer)
        text(",\"record_id\":", finding.recordID, &buffer)
        text(",\"customer_id\":", finding.customerID, &buffer)
        text(",\"customer_name\":", finding.customerName, &buffer)
        text(",\"field\":", finding.field, &buffer)
        text(",\"value\":", finding.value, &buffer)
        text(",\"message\":", finding.message, &buffer)
        text(",\"fix\":", finding.fix, &buffer)
        text(",\"owner\":", finding.owner, &buffer)
        buffer.append(",\"cash_at_risk\":")
        buffer.append(hundredths: finding.cashAtRisk.hundredths)
        text(",\"currency\":", finding.cashAtRisk.currency, &buffer)
        buffer.append(",\"first_seen\":\"")
        buffer.append(finding.firstSeen)
        buffer.append("\",\"runs_open\":")
        buffer.append(number: finding.runsOpen)
        text(",\"source\":", finding.source, &buffer)
        buffer.append(",\"line\":")
        buffer.append(number: finding.line)
        text(",\"suggestion\":", finding.suggestion, &buffer)
        buffer.append("}")
    }
}

extension JSONReport {
    private static func append(_ plan: PlanSummary, _ scope: ScopeSummary, to json: inout JSONWriter) {
        json.key("plan")
        json.object {
            $0.member("name", plan.name)
            $0.member("as_of", plan.asOf.description)
            $0.member("language", plan.language)
            $0.member("fail_on", plan.failOn.rawValue)
        }
        json.newline()
        json.key("scope")
        json.object {
            $0.member("description", scope.description)
            $0.member("customers_in_scope", scope.customersInScope)
            $0.member("customers_in_total", scope.customersInTotal)
        }
    }

    private static func append(_ dataset: DatasetSummary, to json: inout JSONWriter) {
        json.object {
            $0.member("name", dataset.name)
            $0.member("source", dataset.source)
            $0.member("rows_read", dataset.rowsRead)
            $0.member("rows_audited", dataset.rowsAudited)
            $0.member("rows_quarantined", dataset.rowsQuarantined)
            $0.key("quarantined")
            $0.array(dataset.quarantined) { json, record in
                json.object {
                    $0.member("line", record.line)
                    $0.member("reason", record.reason)
                }
            }
            $0.member("encoding", dataset.encoding)
            $0.member("delimiter", dataset.delimiter)
            $0.member("missing_fields", dataset.missingFields)
        }
    }

    private static func append(_ totals: Totals, to json: inout JSONWriter) {
        json.object {
            $0.member("currency", totals.cashAtRisk.currency)
            $0.member("mixed_currencies", totals.mixedCurrencies)
            $0.member("cash_at_risk", hundredths: totals.cashAtRisk.hundredths)
            $0.member("open_amount", hundredths: totals.openAmount.hundredths)
            $0.member("customers", totals.customers)
            $0.member("invoice_ready_customers", totals.invoiceReadyCustomers)
            $0.member("invoice_ready_open_amount", hundredths: totals.invoiceReadyOpenAmount.hundredths)
            $0.key("by_severity")
            $0.object { json in
                for (key, severity): (StaticString, Severity) in [
                    ("blocker", .blocker), ("error", .error), ("warning", .warning), ("info", .info),
                ] {
                    json.member(key, totals.bySeverity[severity] ?? 0)
                }
            }
            $0.member("unknown_findings", totals.unknownFindings)
            $0.key("by_cause")
            append(totals.byCause, named: "cause", to: &$0)
            $0.key("by_owner")
            append(totals.byOwner, named: "owner", to: &$0)
            $0.key("top_customers")
            $0.array(totals.topCustomers) { json, customer in
                json.object {
                    $0.member("customer_id", customer.id)
                    $0.member("customer_name", customer.name)
                    $0.member("findings", customer.findings)
                    $0.member("worst_severity", customer.worst.rawValue)
                    $0.member("open_amount", hundredths: customer.openAmount.hundredths)
                    $0.member("cash_at_risk", hundredths: customer.cashAtRisk.hundredths)
                }
            }
        }
    }

    private static func append(_ waivers: WaiverOutcome, to json: inout JSONWriter) {
        json.object {
            $0.member("file", waivers.file)
            $0.member("waived_findings", waivers.waivedFindings)
            $0.member("waived_cash", hundredths: waivers.waivedCash.hundredths)
            $0.member("currency", waivers.waivedCash.currency)
            $0.key("waivers")
            $0.array(waivers.uses) { json, use in
                json.object {
                    $0.member("state", use.state.rawValue)
                    switch use.waiver.target {
                    case .finding(let id): $0.member("finding_id", id)
                    case .record(let id, _): $0.member("record_id", id)
                    }
                    $0.member("check_id", use.waiver.checkID)
                    $0.member("reason", use.waiver.reason)
                    $0.member("approver", use.waiver.approver)
                    $0.member("expires", use.waiver.expires.description)
                    $0.member("findings", use.findings)
                    $0.member("cash_at_risk", hundredths: use.cashAtRisk.hundredths)
                    $0.member("line", use.waiver.line)
                }
            }
        }
    }

    private static func append(_ family: Family, to json: inout JSONWriter) {
        json.object {
            $0.member("name", family.name)
            $0.member("accounts", family.accounts)
            $0.member("exposure", hundredths: family.exposure.hundredths)
            $0.member("overdue", hundredths: family.overdue.hundredths)
            $0.member("credit_limit", hundredths: family.creditLimit.hundredths)
            $0.member("currency", family.exposure.currency)
            $0.key("entities")
            $0.array(family.entities) { append($1, to: &$0) }
        }
    }

    private static func append(_ entity: Family.Entity, to json: inout JSONWriter) {
        json.object {
            $0.member("name", entity.name)
            $0.member("identifier", entity.identifier)
            $0.key("accounts")
            $0.array(entity.accounts) { json, account in
                json.object {
                    $0.member("customer_id", account.id)
                    $0.member("customer_name", account.name)
                    $0.member("exposure", hundredths: account.exposure.hundredths)
                    $0.member("overdue", hundredths: account.overdue.hundredths)
                    $0.member("credit_limit", hundredths: account.creditLimit.hundredths)
                    $0.member("currency", account.exposure.currency)
                }
            }
            $0.key("events")
            $0.array(entity.events) { json, event in
                json.object {
                    $0.member("kind", event.kind)
                    $0.member("date", event.date)
                    $0.member("source", event.source)
                }
            }
            $0.key("members")
            $0.array(entity.members) { append($1, to: &$0) }
        }
    }

    private static func append(_ groups: [Totals.Group], named key: StaticString, to json: inout JSONWriter) {
        json.array(groups) { json, group in
            json.object {
                $0.member(key, group.name)
                $0.member("findings", group.findings)
                $0.member("customers", group.customers)
                $0.member("cash_at_risk", hundredths: group.cashAtRisk.hundredths)
            }
        }
    }

    private static func append(_ check: CheckCoverage, to json: inout JSONWriter) {
        json.object {
            $0.member("check", check.checkID)
            $0.member("pack", check.pack)
            $0.member("title", check.title)
            $0.member("severity", check.severity.rawValue)
            $0.member("cause", check.cause)
            $0.member("owner", check.owner)
            $0.member("references", check.references)
            $0.member("records", check.records)
            $0.member("pass", check.pass)
            $0.member("fail", check.fail)
            $0.member("not_applicable", check.notApplicable)
            $0.member("unknown", check.unknown)
            $0.member("waived", check.waived)
            $0.member("not_known", check.notKnown)
            $0.member("reason", check.reason)
            $0.key("failed_as_a_whole")
            $0.bool(check.failedAsAWhole)
            $0.member("cash_at_risk", hundredths: check.cashAtRisk.hundredths)
            $0.member("currency", check.cashAtRisk.currency)
        }
    }
}
