import CEL
import Checks
import Tables

/// What running the checks of all datasets gives.
struct CheckResults {
    /// By check of the run.
    private(set) var counts: [ResultCounts]
    private(set) var events: [FindingEvent] = []
    private(set) var audited = Audited()
    /// By check with `similar`.
    private(set) var twins: [Int: Twins] = [:]
    /// Checks that took more than they may, with what they were to have looked at as unknown.
    private(set) var stopped: [Int: StepBudget.Reason] = [:]
    private var rowsInScope: [Int]

    init(checks: Int) {
        counts = [ResultCounts](repeating: ResultCounts(), count: checks)
        rowsInScope = [Int](repeating: 0, count: checks)
    }

    /// What the pieces of a dataset gave.
    fileprivate mutating func add(_ pieces: [ScanResult<CheckPiece>.Piece], of plan: DatasetChecks) {
        events.reserveCapacity(events.count + pieces.reduce(0) { $0 + $1.state.events.count })
        for piece in pieces {
            for (index, check) in plan.checks.enumerated() {
                counts[check.index] = counts[check.index] + piece.state.counts[index]
                rowsInScope[check.index] += piece.state.rowsInScope
            }
            events += piece.state.events.map { event in
                var event = event
                event.line += UInt32(piece.firstLine)
                return event
            }
        }
        if plan.dataset.record == "customer" { audited.add(pieces.map(\.state)) }
    }

    /// Records that a check passed before it was known that there are others like them.
    fileprivate mutating func add(_ failures: [FindingEvent], of check: RunnableCheck, twins: Twins? = nil) {
        counts[check.index].fail += failures.count
        counts[check.index].pass -= failures.count
        events += failures
        if let twins { self.twins[check.index] = twins }
    }

    /// Who sees the results of a check sees all of them or none.
    fileprivate mutating func drop(_ stopped: [Int: StepBudget.Reason]) {
        self.stopped = stopped
        for check in stopped.keys { counts[check] = ResultCounts(unknown: rowsInScope[check]) }
        if !stopped.isEmpty { events.removeAll { stopped[Int($0.check)] != nil } }
    }
}

extension AuditRun {
    /// Runs the checks of every dataset; `count` is how many checks there are in all.
    func check(
        _ world: World,
        _ plans: [DatasetChecks],
        _ open: [OpenDataset],
        count: Int,
        _ scope: Scope,
        _ budget: StepBudget
    ) throws(MisjudgedFormat) -> CheckResults {
        var results = CheckResults(checks: count)
        var additions: [String: [FoldedLinks.Additions]] = [:]
        for plan in plans {
            let dataset = plan.dataset
            let sources = plan.sources(for: plans)
            guard !plan.checks.isEmpty || !sources.isEmpty || dataset.record == "customer" else { continue }
            let runner = CheckRunner(
                dataset: dataset,
                world: world,
                checks: plan.checks,
                scope: scope,
                budget: budget,
                folded: FoldedLinks(
                    plan.folds,
                    keyCount: dataset.survey.keys.count,
                    additions: additions.removeValue(forKey: dataset.record) ?? []
                ),
                foldSources: sources
            )
            let scanned = scan(runner)
            dataset.note(FilePass(scanned))
            if let formats = runner.formats?.evidence.merging(scanned, { $0.formats }),
                open.contains(where: { $0.name == dataset.name && !$0.confirms(dataset.layout, formats) })
            {
                throw MisjudgedFormat()
            }
            results.add(scanned.pieces, of: plan)
            for (number, source) in sources.enumerated() {
                additions[source.target, default: []] += scanned.pieces.map { $0.state.additions[number] }
            }
            compareRecords(runner, scanned.pieces, &results)
        }
        results.drop(budget.stopped())
        return results
    }

    private func scan(_ runner: CheckRunner) -> ScanResult<CheckPiece> {
        let dataset = runner.dataset
        return dataset.file.scan(
            dataset.layout.columns,
            threads: options.threads,
            batchRows: Self.batchRows,
            progress: options.progress(on: "checking \(dataset.name)", of: dataset.file.byteCount),
            keepsPages: dataset.isLookedUp,
            makeState: { runner.makePiece(batchRows: Self.batchRows) },
            body: { piece, batch in piece.run(batch) }
        )
    }

    /// The checks that are about several records at once.
    private func compareRecords(
        _ runner: CheckRunner, _ pieces: [ScanResult<CheckPiece>.Piece], _ results: inout CheckResults
    ) {
        for (index, check) in runner.checks.enumerated()
        where check.compiled.missingForCondition.isEmpty && check.compiled.missingForRule.isEmpty
            && runner.budget.isLeft(for: check.index)
        {
            switch check.rule {
            case .assert: continue
            case .unique: results.add(runner.collisions(check, at: index, in: pieces), of: check)
            case .similar:
                options.progress?("looking for duplicates", 0)
                let similar = runner.similarities(check, at: index, in: pieces, language: plan.language)
                results.add(similar.events, of: check, twins: similar.twins)
            }
        }
    }
}

/// What the scan of the customers adds up, besides findings.
struct Audited {
    private(set) var customers = 0
    private(set) var openAmount: Int64 = 0
    private(set) var currencies: Set<String> = []

    mutating func add(_ pieces: [CheckPiece]) {
        for piece in pieces {
            customers += piece.rowsInScope
            openAmount = openAmount.addingSaturated(piece.openAmount)
            currencies.formUnion(piece.currencies.texts)
        }
    }
}
