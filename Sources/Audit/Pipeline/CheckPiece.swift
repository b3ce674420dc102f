import CEL
import Checks
import Identifiers
import Tables

/// What one piece of a dataset's file gave, and the memory that its batches share. Belongs to one thread at a time.
final class CheckPiece: VariableSource, @unchecked Sendable {
    private let runner: CheckRunner
    private var typed: TypedBatch?
    private let scratch = Scratch()
    let positions: UnsafeMutablePointer<Int32>
    /// Numbers of the rows' own keys, and of those that each link leads to.
    private let ownKeys: KeyNumbers
    private let linkKeys: [KeyNumbers]

    private(set) var counts: [ResultCounts]
    private(set) var events: [FindingEvent] = []
    /// By check; empty for those that are not about uniqueness.
    private(set) var keys: [PieceKeys]
    /// By check; empty for those that are not about similarity.
    private(set) var candidates: [[SimilarityCandidate]]
    /// By fold source of the runner.
    private(set) var additions: [FoldedLinks.Additions]
    private(set) var formats: FormatEvidence?
    private(set) var rowsInScope = 0
    /// By check of the run: steps that were left when this piece last asked.
    private var stepsLeft: [Int]
    private(set) var openAmount: Int64 = 0
    private(set) var currencies = DistinctCells()

    init(runner: CheckRunner, batchRows: Int) {
        self.runner = runner
        positions = .allocate(capacity: batchRows)
        ownKeys = KeyNumbers(capacity: batchRows)
        linkKeys = runner.dataset.schema.links.map { _ in KeyNumbers(capacity: batchRows) }
        additions = runner.foldSources.map { FoldedLinks.Additions(folds: $0.foldCount) }
        counts = [ResultCounts](repeating: ResultCounts(), count: runner.checks.count)
        keys = runner.checks.map { _ in PieceKeys() }
        stepsLeft = runner.budget.left()
        candidates = [[SimilarityCandidate]](repeating: [], count: runner.checks.count)
        formats = runner.formats?.evidence
        typed = TypedBatch(layout: runner.dataset.layout, capacity: batchRows, values: self)
    }

    /// Where the rows of the batch at hand begin in the file.
    private var offsets: UnsafePointer<Int>?

    deinit { positions.deallocate() }

    // MARK: What expressions ask of a row

    func record(row: Int, in batch: TypedBatch) -> Value {
        .record(BatchRecord(dataset: runner.dataset, world: runner.world, batch: batch, row: row))
    }

    /// The only other variables that change from row to row are what outside sources say, what the last run saw, and lists of
    /// linked records.
    func value(ofVariable name: String, row: Int, in batch: TypedBatch) throws(EvaluationError) -> Value {
        if let part = runner.outsidePart(name) {
            return try runner.world.outside(part, customer: runner.customerNumber(row, batch))
        }
        if runner.world.isPrevious(name) {
            let customer = runner.customerNumber(row, batch)
            return try runner.world.previous(ofCustomer: isTwin(row, of: customer) ? nil : customer)
        }
        guard let field = runner.dataset.keyField, let key = batch.cell(ofField: field, row: row) else {
            return .list([])
        }
        return .list(runner.world.records(of: name, linkingTo: runner.dataset, key: key))
    }

    /// Whether the row is another record under a key that one before it has: the last run kept that one's values, and to
    /// compare two different records would be a false alarm.
    private func isTwin(_ row: Int, of customer: UInt32?) -> Bool {
        guard runner.dataset.record == "customer", let customer, let offsets else { return false }
        return runner.dataset.survey.firstOffsets[Int(customer)] != offsets[row]
    }

    func readFold(_ fold: Int, _ rows: Rows, in batch: TypedBatch, into target: UnsafeMutablePointer<FoldedValue>) {
        let keys = ownKeys.numbers(of: runner.dataset.keyField, in: batch, runner.dataset.survey.keys)
        guard let folded = runner.folded else { return rows.forEach { target[$0] = FoldedValue() } }
        folded.read(fold, of: keys, rows, into: target)
    }

    func presence(ofLink link: Int, in batch: TypedBatch) -> UnsafePointer<UInt8> {
        let flags = scratch.allocate(batch.rowCount, of: UInt8.self)
        let keys = keys(ofLink: link, in: batch)
        for row in 0..<batch.rowCount { flags[row] = keys[row] == KeyTable.none ? 0 : 1 }
        return UnsafePointer(flags)
    }

    /// For each row the number of the key to which a link leads.
    private func keys(ofLink link: Int, in batch: TypedBatch) -> UnsafePointer<UInt32> {
        let definition = runner.dataset.schema.links[link]
        let target = runner.world.dataset(ofRecord: definition.target)
        return linkKeys[link].numbers(of: runner.dataset.fieldIndex(definition.field), in: batch, target?.survey.keys)
    }

    // MARK: Batches

    func run(_ batch: borrowing RecordBatch) {
        guard let typed else { return }
        if batch.firstRow == 0 { makeRoom(for: batch.rowsInPiece) }
        typed.load(batch)
        offsets = batch.byteOffsets
        ownKeys.forget()
        for keys in linkKeys { keys.forget() }
        formats?.add(batch, slots: runner.formats?.slots ?? [])
        addToFolds(typed)
        let rows = runner.rowsInScope(batch, typed, self)
        rowsInScope += rows.count
        addAmounts(rows, typed)
        for (index, check) in runner.checks.enumerated() {
            scratch.stepsLeft = stepsLeft[check.index]
            counts[index].notApplicable += batch.count - rows.count
            run(check, at: index, rows, batch, typed)
            countSteps(of: check.index)
            scratch.reset()
        }
    }

    /// What was evaluated row by row since its steps were set as what the scratch has left.
    private func countSteps(of check: Int) {
        let steps = stepsLeft[check] - scratch.stepsLeft
        if steps != 0 { stepsLeft[check] = runner.budget.spend(steps, on: check) }
    }

    private func makeRoom(for rows: Int) {
        for number in additions.indices { additions[number].reserve(rows) }
        for (index, check) in runner.checks.enumerated() {
            if case .unique = check.rule { keys[index].reserve(rows) }
        }
    }

    /// What the rows add to folds over the records they lead to, whoever is in scope.
    private func addToFolds(_ typed: TypedBatch) {
        let context = KernelContext(batch: typed, scratch: scratch)
        for (number, source) in runner.foldSources.enumerated() {
            let keys = keys(ofLink: source.link, in: typed)
            var count = 0
            for row in 0..<typed.rowCount {
                positions[count] = Int32(row)
                count += keys[row] == KeyTable.none ? 0 : 1
            }
            let linked = Rows(positions: UnsafePointer(positions), count: count)
            for (position, fold, check) in source.folds {
                scratch.stepsLeft = stepsLeft[check]
                let contributions = fold.contributions(of: linked, context)
                additions[number].add(contributions, of: linked, keys: keys, to: position)
                countSteps(of: check)
                scratch.reset()
            }
        }
    }

    private func addAmounts(_ rows: Rows, _ typed: TypedBatch) {
        if let field = runner.openAmount {
            let amounts = typed.doubles(ofField: field)
            var sum = openAmount
            for index in 0..<rows.count {
                sum = sum.addingSaturated(Money.hundredths(amounts[Int(rows.positions[index])]))
            }
            openAmount = sum
        }
        guard let cells = runner.currency.flatMap({ typed.cells(ofField: $0) }) else { return }
        currencies.formUnion(cells, rows)
    }

    private func run(
        _ check: RunnableCheck,
        at index: Int,
        _ rows: Rows,
        _ batch: borrowing RecordBatch,
        _ typed: TypedBatch
    ) {
        let context = KernelContext(batch: typed, scratch: scratch)
        guard check.compiled.missingForCondition.isEmpty else {
            counts[index].unknown += rows.count
            return
        }
        var applicable = rows
        if let condition = check.condition {
            let truths = condition.evaluate(rows, context)
            let others: Rows
            (applicable, others) = split(rows, truths, Truth.yes)
            let broken = split(others, truths, Truth.error).wanted
            counts[index].notApplicable += rows.count - applicable.count - broken.count
            report(broken, isUnknown: true, check, at: index, batch, typed)
        }
        guard check.compiled.missingForRule.isEmpty else {
            counts[index].unknown += applicable.count
            return
        }
        switch check.rule {
        case .assert(let assertion):
            let truths = assertion.evaluate(applicable, context)
            // Few fail, so that most rows are looked at once.
            let others = split(applicable, truths, Truth.yes).others
            let (failed, broken) = split(others, truths, Truth.no)
            counts[index].pass += applicable.count - failed.count - broken.count
            report(failed, isUnknown: false, check, at: index, batch, typed)
            report(broken, isUnknown: true, check, at: index, batch, typed)
        case .unique(let texts):
            counts[index].pass += applicable.count
            keys[index].append(texts.map { $0.evaluate(applicable, context) }, applicable, batch)
        case .similar(let similarity):
            collect(similarity, applicable, at: index, context, batch)
        }
    }

    private func split(
        _ rows: Rows, _ truths: UnsafePointer<UInt8>, _ wanted: UInt8
    ) -> (wanted: Rows, others: Rows) {
        let memory = scratch.positions(rows.count)
        let otherMemory = scratch.positions(rows.count)
        var count = 0
        for index in 0..<rows.count {
            let row = rows.positions[index]
            memory[count] = row
            otherMemory[index - count] = row
            count += truths[Int(row)] == wanted ? 1 : 0
        }
        return (
            Rows(positions: UnsafePointer(memory), count: count),
            Rows(positions: UnsafePointer(otherMemory), count: rows.count - count)
        )
    }

    /// Keeps the profiles; which of them are alike shows when all pieces are read.
    private func collect(
        _ texts: Similarity<CompiledText>,
        _ rows: Rows,
        at index: Int,
        _ context: KernelContext,
        _ batch: borrowing RecordBatch
    ) {
        let vectors = texts.map { $0.evaluate(rows, context) }
        counts[index].pass += rows.count
        for position in 0..<rows.count {
            let row = Int(rows.positions[position])
            let profile = vectors.map { vector in vector[row].map { String(decoding: $0, as: UTF8.self) } ?? "" }
            guard !profile.name.isEmpty else { continue }
            candidates[index].append(
                SimilarityCandidate(
                    profile: EntityProfile(profile),
                    offset: batch.byteOffsets[row],
                    line: UInt32(batch.lines[row])
                )
            )
        }
    }

    private func report(
        _ rows: Rows,
        isUnknown: Bool,
        _ check: RunnableCheck,
        at index: Int,
        _ batch: borrowing RecordBatch,
        _ typed: TypedBatch
    ) {
        guard rows.count > 0 else { return }
        var rows = rows
        if isUnknown {
            counts[index].unknown += rows.count
            rows = withoutGaps(rows, check, at: index, typed)
        } else {
            counts[index].fail += rows.count
        }
        let impact = check.impact?.evaluate(rows, KernelContext(batch: typed, scratch: scratch))
        let severity = check.compiled.check.severity
        let owed = runner.openAmount.map { typed.doubles(ofField: $0) }
        let overdue = runner.overdueAmount.map { typed.doubles(ofField: $0) }
        for position in 0..<rows.count {
            let row = Int(rows.positions[position])
            let cash = isUnknown ? 0 : Money.hundredths(impact?[row] ?? 0)
            let customer = runner.customerNumber(row, typed)
            events.append(
                FindingEvent(
                    check: UInt16(check.index),
                    isUnknown: isUnknown,
                    priority: UInt8(
                        Priority.of(
                            cashAtRisk: cash,
                            severity: severity,
                            overdueShare: owed.map { share(overdue?[row], of: $0[row]) }
                                ?? runner.overdueShare(ofCustomer: customer)
                        )
                    ),
                    line: UInt32(batch.lines[row]),
                    offset: batch.byteOffsets[row],
                    customer: customer ?? FindingEvent.noCustomer,
                    cash: max(0, cash),
                    openAmount: owed.map { .init(Money.hundredths($0[row])) } ?? .unknown
                )
            )
        }
    }

    /// That nobody was asked about a customer, or could tell, is counted, and no exception for anybody to mend: the one
    /// check that is about the sources says it once for each customer.
    private func withoutGaps(_ rows: Rows, _ check: RunnableCheck, at index: Int, _ typed: TypedBatch) -> Rows {
        guard let deciding = check.outsidePrograms else { return rows }
        let memory = scratch.positions(rows.count)
        var count = 0
        for position in 0..<rows.count {
            let row = Int(rows.positions[position])
            let activation = Activation { [self] (name) throws(EvaluationError) in
                if let constant = check.constants[name] { return constant }
                return name == runner.dataset.record
                    ? typed.record(row: row) : try value(ofVariable: name, row: row, in: typed)
            }
            memory[count] = rows.positions[position]
            let error = deciding.firstError(activation, spending: &scratch.stepsLeft)
            switch error?.kind {
            case .notSupplied: counts[index].notAsked += 1
            case .undecided: counts[index].undecided += 1
            case .notKnown:
                counts[index].add(notKnown: error?.message ?? "")
                guard deciding.isAboutSources else { continue }
                counts[index].notKnownFindings += 1
                count += 1
            default: count += 1
            }
        }
        return Rows(positions: UnsafePointer(memory), count: count)
    }

    private func share(_ overdue: Double?, of owed: Double?) -> Double {
        guard let overdue, let owed, owed > 0 else { return 0 }
        return overdue / owed
    }
}

extension Scratch {
    /// Room for positions of rows, valid until the next reset.
    func positions(_ count: Int) -> UnsafeMutablePointer<Int32> { allocate(count, of: Int32.self) }
}
