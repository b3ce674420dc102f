import CEL
import Checks
import Tables

/// Runs the checks of one dataset over its batches. Shared by all threads; each piece of the file has a `CheckPiece`.
final class CheckRunner: Sendable {
    let dataset: Dataset
    let world: World
    let checks: [RunnableCheck]
    private let scope: Scope
    /// What the records that link here came to.
    let folded: FoldedLinks?
    /// What the records here add to others.
    let foldSources: [FoldSource]
    let budget: StepBudget
    private let customerPath: CustomerPath?
    /// Where the path goes through other records: by the number of each one's key, its customer's.
    private let customersThrough: [UInt32]
    /// Positions of fields that findings need.
    let openAmount: Int?
    let overdueAmount: Int?
    let currency: Int?
    private let customerKeys: KeyTable?
    /// What is still to be learnt of how the columns are written, and the columns' places in a batch.
    let formats: (evidence: FormatEvidence, slots: [Int])?

    init(
        dataset: Dataset,
        world: World,
        checks: [RunnableCheck],
        scope: Scope,
        budget: StepBudget,
        folded: FoldedLinks? = nil,
        foldSources: [FoldSource] = []
    ) {
        self.dataset = dataset
        self.world = world
        self.checks = checks
        self.scope = scope
        self.folded = folded
        self.foldSources = foldSources
        let evidence = dataset.survey.isOfBeginning ? dataset.survey.evidence.emptied : nil
        formats = evidence.map { ($0, $0.fields.compactMap { dataset.layout.fields[$0].slot }) }
        self.budget = budget
        customerKeys = world.dataset(ofRecord: "customer")?.survey.keys
        let isCustomer = dataset.record == "customer"
        customerPath = world.customerPath(of: dataset)
        customersThrough = customerPath?.through.map { world.customers(ofKeysIn: $0) } ?? []
        openAmount = isCustomer ? dataset.fieldIndex("open_amount") : nil
        overdueAmount = isCustomer ? dataset.fieldIndex("overdue_amount") : nil
        currency = isCustomer ? dataset.fieldIndex("currency") : nil
    }

    /// The part of outside data that a variable stands for, unless it is a dataset's name.
    func outsidePart(_ variable: String) -> NormalForm.Part? {
        guard let part = NormalForm.Part(rawValue: variable),
            !world.datasets.contains(where: { $0.name == variable })
        else { return nil }
        return part
    }

    func makePiece(batchRows: Int) -> CheckPiece { CheckPiece(runner: self, batchRows: batchRows) }

    /// Positions of the batch's rows whose customers are in scope.
    func rowsInScope(_ batch: borrowing RecordBatch, _ typed: TypedBatch, _ piece: CheckPiece) -> Rows {
        var count = 0
        for row in 0..<batch.count where isInScope(row, batch, typed) {
            piece.positions[count] = Int32(row)
            count += 1
        }
        return Rows(positions: UnsafePointer(piece.positions), count: count)
    }

    private func isInScope(_ row: Int, _ batch: borrowing RecordBatch, _ typed: TypedBatch) -> Bool {
        switch scope {
        case .everyone: return true
        case .some(let offsets, let customers):
            if dataset.record == "customer" { return offsets.contains(batch.byteOffsets[row]) }
            guard let number = customerNumber(row, typed) else { return false }
            return customers[Int(number)]
        }
    }

    /// The number of the key of the customer to which a row leads.
    func customerNumber(_ row: Int, _ typed: TypedBatch) -> UInt32? {
        guard let path = customerPath, let cell = typed.cell(ofField: path.field, row: row),
            let start = cell.baseAddress, !cell.isBlankCell
        else { return nil }
        guard let through = path.through else { return customerKeys?.number(of: start, cell.count) }
        let number = through.survey.keys.number(of: start, cell.count).map { customersThrough[Int($0)] }
        return number == KeyTable.none ? nil : number
    }

    /// The share of what a customer owes that is overdue, 0 where that is not known: of a finding on another record than the
    /// customer's own.
    func overdueShare(ofCustomer number: UInt32?) -> Double {
        guard let customer = number.flatMap({ world.customer($0) }) else { return 0 }
        let owed = customer.number(named: "open_amount")
        return owed > 0 ? customer.number(named: "overdue_amount") / owed : 0
    }
}

/// The folds to which one link of a dataset's records adds.
struct FoldSource: Sendable {
    /// Name of the record that the link leads to.
    let target: String
    /// Position among the dataset's links.
    let link: Int
    /// Position among the target's folds, with the fold, and for which check of the run it is.
    let folds: [(position: Int, fold: LinkedFold, check: Int)]
    /// How many folds the target has in all.
    let foldCount: Int
}

/// Which customers are looked at.
enum Scope: Sendable {
    case everyone
    /// Byte offsets of customer records, and for each customer's number whether it is in scope.
    case some(offsets: Set<Int>, customers: [Bool])
}

/// A check with its expressions compiled for batches. A class: the loops over the checks of every batch pass it on.
final class RunnableCheck: Sendable {
    enum Rule: Sendable {
        case assert(CompiledCondition)
        case unique([CompiledText])
        case similar(Similarity<CompiledText>)
    }

    let compiled: CompiledCheck
    /// Position among all checks of the run.
    let index: Int
    let condition: CompiledCondition?
    let rule: Rule
    let impact: CompiledNumber?
    let constants: [String: Value]
    /// Of a check that asks for outside data: what decides, for the general evaluator.
    let outsidePrograms: DecidingPrograms?

    init(
        _ compiled: CompiledCheck,
        index: Int,
        compiler: ColumnarCompiler,
        constants: [String: Value],
        defaultImpact: CheckedExpression?
    ) {
        self.constants = constants
        outsidePrograms = DecidingPrograms(compiled)
        self.compiled = compiled
        self.index = index
        condition = compiled.condition.map { compiler.condition($0) }
        rule =
            switch compiled.rule {
            case .assert(let expression): .assert(compiler.condition(expression))
            case .unique(let keys): .unique(keys.map { compiler.text($0) })
            case .similar(let similarity): .similar(similarity.map { compiler.text($0) })
            }
        impact = (compiled.impact ?? defaultImpact).map { compiler.number($0) }
    }
}

/// What decides on a check's result, one expression after the other.
struct DecidingPrograms: Sendable {
    private let programs: [Program]

    /// Whether it is the check's purpose to tell who did not answer.
    let isAboutSources: Bool

    /// Nil for a check that asks for nothing outside.
    init?(_ check: CompiledCheck) {
        let parts = check.deciding.reduce(into: Set<String>()) { $0.formUnion($1.variableReferences) }
            .intersection(NormalForm.Part.allCases.map(\.rawValue) + [PreviousRecord.name])
        guard !parts.isEmpty else { return nil }
        isAboutSources = parts == [NormalForm.Part.sources.rawValue]
        programs = check.deciding.map { Program($0, in: check.environment.environment) }
    }

    func firstError(_ activation: Activation) -> EvaluationError? {
        var stepsLeft = Int.max
        return firstError(activation, spending: &stepsLeft)
    }

    func firstError(_ activation: Activation, spending stepsLeft: inout Int) -> EvaluationError? {
        for program in programs {
            if case .failure(let error) = program.evaluate(activation, spending: &stepsLeft) { return error }
        }
        return nil
    }
}

/// How often a check came to each result.
struct ResultCounts: Sendable {
    var pass = 0
    var fail = 0
    var notApplicable = 0
    var unknown = 0
    /// Among the unknown: those about whom nobody outside was asked.
    var notAsked = 0
    /// Among the unknown: those that wait for somebody to judge a match.
    var undecided = 0
    /// Among the unknown: those that a source would have decided which could not tell, by its reason.
    var notKnown: [String: Int] = [:]
    /// Those of them that stand in the list.
    var notKnownFindings = 0

    /// Those that wait for an answer from outside.
    var unanswered: Int { notAsked + undecided + notKnown.values.reduce(0, +) }

    /// Reasons beyond so many are counted under an empty one.
    mutating func add(notKnown reason: String) {
        let isKept = notKnown[reason] != nil || notKnown.count < 50
        notKnown[isKept ? reason : "", default: 0] += 1
    }

    static func + (left: ResultCounts, right: ResultCounts) -> ResultCounts {
        ResultCounts(
            pass: left.pass + right.pass,
            fail: left.fail + right.fail,
            notApplicable: left.notApplicable + right.notApplicable,
            unknown: left.unknown + right.unknown,
            notAsked: left.notAsked + right.notAsked,
            undecided: left.undecided + right.undecided,
            notKnown: left.notKnown.merging(right.notKnown, uniquingKeysWith: +),
            notKnownFindings: left.notKnownFindings + right.notKnownFindings
        )
    }
}
