import CEL
import Checks
import Diagnostics
import Tables

extension AuditRun {
    /// Runs the checks of every dataset and puts the results together; fails where a file is not written as its beginning
    /// made believe.
    func audit(
        _ world: World,
        _ plans: [DatasetChecks],
        _ compiled: [CompiledCheck],
        _ open: [OpenDataset],
        _ selection: ScopeSelection,
        _ waivers: WaiverFile?
    ) throws(MisjudgedFormat) -> AuditResult {
        let budget = StepBudget(
            options.stepLimits, checks: compiled.count, bytes: world.datasets.reduce(0) { $0 + $1.file.byteCount })
        let results = try check(world, plans, open, count: compiled.count, selection.scope, budget)
        let (counts, audited, stopped) = (results.counts, results.audited, results.stopped)
        var events = results.events
        let asOf = plan.asOf ?? options.today
        let uses = waivers.map { WaiverMatching($0, on: asOf).apply(to: &events, of: compiled, in: world) }
        let renderer = FindingRenderer(
            world: world,
            checks: compiled,
            twins: results.twins,
            language: plan.language,
            steps: budget.stepsOfRun,
            findings: events.count
        )
        let builder = TotalsBuilder(checks: compiled, renderer: renderer)
        let totals: (totals: Totals, currency: String)
        (totals, events) = concurrently(
            { [events, audited] in builder.totals(events, audited) }, { [events] in events.mostUrgentFirst() })
        let trail = AuditTrail(
            world: world,
            scope: selection.scope,
            checks: compiled,
            unanswered: counts.map(\.unanswered),
            stopped: Set(stopped.keys),
            events: events,
            renderer: renderer,
            paths: Dictionary(uniqueKeysWithValues: open.map { ($0.name, $0.file.path) })
        )
        var result = AuditResult(
            plan: PlanSummary(
                name: plan.name,
                asOf: asOf,
                language: plan.language,
                toolVersion: options.toolVersion,
                failOn: plan.failOn
            ),
            datasets: open.filter { isRead($0, world) }.map { summary(of: $0, world, compiled) },
            scope: ScopeSummary(
                description: scopeDescription,
                customersInScope: audited.customers,
                customersInTotal: world.dataset(ofRecord: "customer")?.filePass.rowCount ?? 0,
                customersUndecided: selection.undecided
            ),
            findings: trail.findings { _ in .new(on: asOf) },
            coverage: coverage(compiled, counts, events, stopped, totals.currency),
            totals: totals.totals,
            remarks: open.flatMap { $0.mapping.suspicions.map(\.description) }
                + remarks(on: world, compiled)
                + stopped.sorted { $0.key < $1.key }.map { wording.remarkOnStopped(compiled[$0.key], $0.value) }
                + wording.undecidedScope(selection, in: world.dataset(ofRecord: "customer")?.source ?? "")
                + open.filter { !isRead($0, world) }.map {
                    wording.notRead($0.plan.source, dataset: $0.name)
                } + (plan.waivers != nil && waivers == nil ? [wording.noWaivers(plan.waivers?.file ?? "")] : []),
            waivers: waivers.map { outcome($0, uses ?? [], builder, events, audited) }
        )
        result.trail = trail
        return result
    }

    private func outcome(
        _ file: WaiverFile,
        _ uses: [WaiverOutcome.Use],
        _ builder: TotalsBuilder,
        _ events: [FindingEvent],
        _ audited: Audited
    ) -> WaiverOutcome {
        var waived = events.filter(\.isWaived)
        for index in waived.indices { waived[index].isWaived = false }
        let totals = builder.totals(waived, audited)
        var uses = uses
        for index in uses.indices { uses[index].cashAtRisk.currency = totals.currency }
        return WaiverOutcome(
            file: file.path, uses: uses, waivedFindings: waived.count, waivedCash: totals.totals.cashAtRisk)
    }

    private var wording: AuditWording { AuditWording(language: plan.language) }

    private func isRead(_ dataset: OpenDataset, _ world: World) -> Bool {
        world.datasets.contains { $0.name == dataset.name }
    }

    private var scopeDescription: String {
        var words: [String] = []
        if let top = plan.scope.top {
            words.append(wording.largest(top, by: plan.scope.measure?.text ?? "open_amount"))
        }
        if let condition = plan.scope.condition { words.append(wording.matching(condition.text)) }
        return words.joined(separator: ", ")
    }

    private func coverage(
        _ compiled: [CompiledCheck],
        _ counts: [ResultCounts],
        _ events: [FindingEvent],
        _ stopped: [Int: StepBudget.Reason],
        _ currency: String
    ) -> [CheckCoverage] {
        var cash = [Int64](repeating: 0, count: compiled.count)
        var broken = [Int](repeating: 0, count: compiled.count)
        var waived = [Int](repeating: 0, count: compiled.count)
        for event in events {
            if event.isWaived {
                waived[Int(event.check)] += 1
                continue
            }
            let (sum, overflow) = cash[Int(event.check)].addingReportingOverflow(event.cash)
            cash[Int(event.check)] = overflow ? .max : sum
            if event.isUnknown { broken[Int(event.check)] += 1 }
        }
        return compiled.enumerated().map { index, check in
            let count = counts[index]
            let applicable = count.pass + count.fail
            var coverage = CheckCoverage(
                checkID: check.check.id,
                pack: check.check.pack,
                title: check.check.title.text(in: plan.language),
                severity: check.check.severity,
                cause: check.check.cause,
                owner: check.check.owner,
                records: applicable + count.notApplicable + count.unknown,
                pass: count.pass,
                fail: count.fail,
                notApplicable: count.notApplicable,
                unknown: count.unknown,
                reason: stopped[index].map { wording.stopped(check, $0) }
                    ?? reason(check, count, brokenRecords: broken[index] - count.notKnownFindings),
                failedAsAWhole: !check.check.tolerance.accepts(failed: count.fail - waived[index], of: applicable),
                cashAtRisk: Money(hundredths: cash[index], currency: currency),
                references: check.check.references,
                waived: waived[index]
            )
            coverage.notKnown = count.notKnown.values.reduce(0, +)
            coverage.notKnownFindings = count.notKnownFindings
            return coverage
        }
    }

    private func reason(_ check: CompiledCheck, _ count: ResultCounts, brokenRecords: Int) -> String {
        var missing = check.missingForCondition
        missing += check.missingForRule.filter { !missing.contains($0) }
        if check.environment.schema.dataset(ofRecord: check.check.record)?.isSupplied == false {
            let dataset = check.environment.schema.dataset(ofRecord: check.check.record)?.dataset ?? check.check.record
            missing.insert("dataset \(dataset)", at: 0)
        }
        var reasons: [String] = []
        if !missing.isEmpty { reasons.append(wording.notSupplied(missing)) }
        if brokenRecords > 0 { reasons.append(wording.evaluationFailed(brokenRecords)) }
        if count.notAsked > 0 {
            reasons.append(
                check.namesPrevious ? wording.notSeenBefore(count.notAsked) : wording.notAsked(count.notAsked))
        }
        if count.undecided > 0 { reasons.append(wording.undecided(count.undecided)) }
        if !count.notKnown.isEmpty { reasons.append(wording.notKnown(count.notKnown)) }
        return reasons.joined(separator: "; ")
    }

    private func summary(of open: OpenDataset, _ world: World, _ compiled: [CompiledCheck]) -> DatasetSummary {
        let pass = world.datasets.first { $0.name == open.name }?.filePass
        let rows = pass?.rowCount ?? 0
        let quarantined = pass?.quarantine.count ?? 0
        let dialect = pass?.dialect ?? open.file.dialect
        var missing: [String] = []
        for name in compiled.flatMap({ $0.missingForCondition + $0.missingForRule }) {
            let field =
                name.hasPrefix("\(open.schema.record).") ? String(name.dropFirst(open.schema.record.count + 1)) : nil
            if let field, !missing.contains(field) { missing.append(field) }
        }
        return DatasetSummary(
            name: open.name,
            source: open.plan.source,
            rowsRead: rows + quarantined,
            rowsAudited: rows,
            rowsQuarantined: quarantined,
            quarantined: (pass?.quarantine.records ?? []).prefix(100).map {
                DatasetSummary.Quarantined(line: $0.line, reason: $0.reason.rawValue)
            },
            encoding: dialect.encoding.rawValue + (dialect.isEncodingGuessed ? " (guessed)" : ""),
            delimiter: dialect.delimiter.map { $0 == 9 ? "tab" : String(UnicodeScalar($0)) } ?? "none",
            missingFields: missing
        )
    }

    private func remarks(on world: World, _ compiled: [CompiledCheck]) -> [String] {
        var remarks: [String] = []
        for dataset in world.datasets {
            let pass = dataset.filePass
            for (kind, count) in pass.warnings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                remarks.append(wording.warning(dataset.source, kind.rawValue, count: count))
            }
            if dataset.record == "customer", dataset.keyField != nil,
                dataset.survey.keys.count < pass.rowCount
            {
                let extra = pass.rowCount - dataset.survey.keys.count
                remarks.append(wording.keysAreMissing(dataset.source, count: extra))
            }
        }
        return remarks
    }
}
