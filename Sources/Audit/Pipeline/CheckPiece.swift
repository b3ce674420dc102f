import CEL
import Checks
import Tables

/// What one piece of a dataset's file gave, and the memory that its batches share. Belongs to one thread at a time.
final class CheckPiece: VariableSource, @unchecked Sendable {
    private let runner: CheckRunner
    private var typed: TypedBatch?
    private let scratch = Scratch()
    let positions: UnsafeMutablePointer<Int32>

    private(set) var counts: [ResultCounts]
    private(set) var events: [FindingEvent] = []
    /// By check; empty for those that are not about uniqueness.
    private(set) var keys: [[UniqueKey]]
    private(set) var rowsInScope = 0
    private(set) var openAmount: Int64 = 0
    private(set) var currencies: Set<String> = []

    init(runner: CheckRunner, batchRows: Int) {
        self.runner = runner
        positions = .allocate(capacity: batchRows)
        counts = [ResultCounts](repeating: ResultCounts(), count: runner.checks.count)
        keys = [[UniqueKey]](repeating: [], count: runner.checks.count)
        typed = TypedBatch(layout: runner.dataset.layout, capacity: batchRows, values: self)
    }

    deinit { positions.deallocate() }

    func value(ofVariable name: String, row: Int, in batch: TypedBatch) -> Value {
        if name == runner.dataset.record {
            return .record(BatchRecord(dataset: runner.dataset, world: runner.world, batch: batch, row: row))
        }
        guard let field = runner.dataset.keyField, let key = batch.cell(ofField: field, row: row) else {
            return .list([])
        }
        return .list(runner.world.records(of: name, linkingTo: runner.dataset, key: key))
    }

    func presence(ofLink link: Int, in batch: TypedBatch) -> UnsafePointer<UInt8> {
        let flags = scratch.allocate(batch.rowCount, of: UInt8.self)
        flags.initialize(repeating: 0, count: batch.rowCount)
        let link = runner.dataset.schema.links[link]
        guard let target = runner.world.dataset(ofRecord: link.target),
            let field = runner.dataset.fieldIndex(link.field)
        else {
            return UnsafePointer(flags)
        }
        for row in 0..<batch.rowCount {
            guard let key = batch.cell(ofField: field, row: row), let start = key.baseAddress, !key.isBlankCell else {
                continue
            }
            flags[row] = target.survey.keys.number(of: start, key.count) == nil ? 0 : 1
        }
        return UnsafePointer(flags)
    }

    func run(_ batch: borrowing RecordBatch) {
        guard let typed else { return }
        typed.load(batch)
        let rows = runner.rowsInScope(batch, typed, self)
        rowsInScope += rows.count
        addAmounts(rows, typed)
        for (index, check) in runner.checks.enumerated() {
            run(check, at: index, rows, batch, typed)
            scratch.reset()
        }
    }

    private func addAmounts(_ rows: Rows, _ typed: TypedBatch) {
        if let field = runner.openAmount {
            let amounts = typed.doubles(ofField: field)
            for index in 0..<rows.count { openAmount += Money.hundredths(amounts[Int(rows.positions[index])]) }
        }
        guard let field = runner.currency else { return }
        var last: UnsafeBufferPointer<UInt8>?
        for index in 0..<rows.count {
            guard let cell = typed.cell(ofField: field, row: Int(rows.positions[index])), !cell.isBlankCell else {
                continue
            }
            if let last, last.elementsEqual(cell) { continue }
            last = cell
            currencies.insert(String(decoding: cell, as: UTF8.self))
        }
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
            applicable = split(rows, truths, Truth.yes)
            let broken = split(rows, truths, Truth.error)
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
            let failed = split(applicable, truths, Truth.no)
            let broken = split(applicable, truths, Truth.error)
            counts[index].pass += applicable.count - failed.count - broken.count
            report(failed, isUnknown: false, check, at: index, batch, typed)
            report(broken, isUnknown: true, check, at: index, batch, typed)
        case .unique(let texts):
            collect(texts, applicable, check, at: index, context, batch, typed)
        }
    }

    private func split(_ rows: Rows, _ truths: UnsafePointer<UInt8>, _ wanted: UInt8) -> Rows {
        let memory = scratch.positions(rows.count)
        var count = 0
        for index in 0..<rows.count {
            let row = rows.positions[index]
            memory[count] = row
            count += truths[Int(row)] == wanted ? 1 : 0
        }
        return Rows(positions: UnsafePointer(memory), count: count)
    }

    /// Keeps the keys; which of them stand twice shows when all pieces are read.
    private func collect(
        _ texts: [CompiledText],
        _ rows: Rows,
        _ check: RunnableCheck,
        at index: Int,
        _ context: KernelContext,
        _ batch: borrowing RecordBatch,
        _ typed: TypedBatch
    ) {
        let vectors = texts.map { $0.evaluate(rows, context) }
        for position in 0..<rows.count {
            let row = Int(rows.positions[position])
            var hash: UInt64 = 0
            var isAbsent = false
            for vector in vectors {
                guard let text = vector[row], let start = text.baseAddress, !text.isBlankCell else {
                    isAbsent = true
                    break
                }
                hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ keyHash(start, text.count)
            }
            counts[index].pass += 1
            guard !isAbsent else { continue }
            keys[index].append(
                UniqueKey(hash: hash, offset: batch.byteOffsets[row], line: UInt32(batch.lines[row]))
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
        if isUnknown { counts[index].unknown += rows.count } else { counts[index].fail += rows.count }
        let impact = check.impact?.evaluate(rows, KernelContext(batch: typed, scratch: scratch))
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
                            severity: check.compiled.check.severity,
                            overdueShare: overdueShare(row, typed)
                        )
                    ),
                    line: UInt32(batch.lines[row]),
                    offset: batch.byteOffsets[row],
                    customer: customer ?? FindingEvent.noCustomer,
                    cash: max(0, cash)
                )
            )
        }
    }

    private func overdueShare(_ row: Int, _ typed: TypedBatch) -> Double {
        guard let open = runner.openAmount, let overdue = runner.overdueAmount else { return 0 }
        let total = typed.doubles(ofField: open)[row]
        return total > 0 ? typed.doubles(ofField: overdue)[row] / total : 0
    }
}

/// A row's key under a check about uniqueness: its hash, and where to read it for confirmation.
struct UniqueKey: Sendable {
    var hash: UInt64
    var offset: Int
    /// Relative to the piece.
    var line: UInt32
}

extension Scratch {
    /// Room for positions of rows, valid until the next reset.
    func positions(_ count: Int) -> UnsafeMutablePointer<Int32> { allocate(count, of: Int32.self) }
}

extension Money {
    /// An amount in hundredths, halves away from zero; 0 for what is no number, the extremes for what is beyond them.
    static func hundredths(_ amount: Double) -> Int64 {
        let scaled = (amount * 100).rounded()
        guard scaled == scaled else { return 0 }
        return scaled >= 0x1p63 ? .max : scaled <= -0x1p63 ? .min : Int64(scaled)
    }
}
