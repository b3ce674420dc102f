import CEL
import Checks
import Diagnostics
import Tables

/// The plan's scope, compiled: which customers to look at.
struct ScopeExpressions {
    private let plan: ScopePlan
    private let environment: CheckEnvironment?
    private let parameters: [Parameter]
    private let condition: CheckedExpression?
    private let measure: CheckedExpression?

    init(_ plan: ScopePlan, schema: AuditSchema, parameters: [Parameter], diagnostics: DiagnosticsCollector) {
        self.plan = plan
        self.parameters = parameters
        let environment = CheckEnvironment(
            schema: schema, record: "customer", parameters: parameters, knowsOutside: false)
        self.environment = environment
        func compile(_ source: SourceText?) -> CheckedExpression? {
            guard let source, let environment else { return nil }
            return diagnostics.expression(source, nil, "the scope", in: environment.environment)
        }
        condition = compile(plan.condition)
        let fields = schema.dataset(ofRecord: "customer")?.fields.map(\.name) ?? []
        let measureText = plan.measure?.text ?? "open_amount"
        if plan.top == nil {
            measure = nil
        } else if fields.contains(measureText) {
            measure = environment.flatMap { environment in
                let text = "customer.\(measureText)"
                guard let parsed = try? parse(text, in: environment.environment) else { return nil }
                return try? CEL.check(parsed, in: environment.environment)
            }
        } else if let source = plan.measure, ExpressionName.isVariable(source.text),
            let help = didYouMean(source.text, among: fields)
        {
            diagnostics.report(
                "customers have no field '\(source.text)'", help: help, at: source.location(ofOffset: 0))
            measure = nil
        } else {
            measure = compile(plan.measure)
        }
        for (expression, source, wanted) in [
            (condition, plan.condition, "true or false"), (measure, plan.measure, "a number"),
        ] {
            guard let expression, let source else { continue }
            let isRight = wanted == "a number" ? expression.type.isNumber : expression.type == .bool
            if !isRight, expression.type != .dyn {
                diagnostics.report("the scope needs \(wanted) here, not \(expression.type)", at: source.node.location)
            }
        }
        reportWhatIsNotSupplied(diagnostics)
    }

    /// A check that asks for what is not there is unknown; a scope that does would take in nobody, or anybody.
    private func reportWhatIsNotSupplied(_ diagnostics: DiagnosticsCollector) {
        func report(_ expression: CheckedExpression?, _ source: SourceText?, help: String) {
            guard let expression, let missing = environment?.notSupplied(in: [expression]), !missing.isEmpty else {
                return
            }
            diagnostics.report(
                Diagnostic(
                    "the scope asks for what no extract has: \(missing.joined(separator: ", "))", help: help,
                    at: source?.node.location ?? plan.location))
        }
        let help = "add it to the extract, map its column under 'fields', or choose another scope"
        report(condition, plan.condition, help: help)
        let isRankedByDefault = plan.measure == nil
        report(
            measure, plan.measure,
            help: isRankedByDefault ? "say by what the largest are ranked, e.g. 'by: credit_limit'" : help)
    }

    var expressions: [CheckedExpression] { [condition, measure].compactMap { $0 } }

    private struct Candidate: Sendable {
        var measure: Double
        var offset: Int
        var customer: UInt32?
    }

    /// Reads the customers once and picks those in scope; ties go to the one that stands first. That there is none goes to
    /// `diagnostics`: an audit of nobody is no clean bill of health.
    func select(in world: World, threads: Int, diagnostics: DiagnosticsCollector) -> ScopeSelection {
        guard condition != nil || measure != nil, let environment, let customers = world.dataset(ofRecord: "customer")
        else {
            return ScopeSelection(scope: .everyone)
        }
        let compiler = ColumnarCompiler(
            environment: environment.environment,
            rowVariable: "customer",
            constants: [
                "today": .timestamp(world.today),
                "params": .record(ParameterRecord(parameters, in: environment)),
            ]
        )
        let condition = condition.map { compiler.condition($0) }
        let measure = measure.map { compiler.number($0) }
        let runner = CheckRunner(
            dataset: customers, world: world, checks: [], scope: .everyone,
            budget: StepBudget(StepLimits(), checks: 0, bytes: 0))
        let result = customers.file.scan(
            customers.layout.columns,
            threads: threads,
            batchRows: AuditRun.batchRows,
            makeState: { ScopePiece(runner: runner) },
            body: { piece, batch in piece.run(batch, condition, measure) }
        )
        var candidates = result.pieces.flatMap(\.state.candidates)
        if let top = plan.top, candidates.count > top {
            candidates.sort { ($1.measure, $0.offset) < ($0.measure, $1.offset) }
            candidates.removeLast(candidates.count - top)
        }
        var inScope = [Bool](repeating: false, count: customers.survey.keys.count)
        for candidate in candidates {
            if let customer = candidate.customer { inScope[Int(customer)] = true }
        }
        var selection = ScopeSelection(scope: .some(offsets: Set(candidates.map(\.offset)), customers: inScope))
        for piece in result.pieces {
            selection.undecided += piece.state.undecided
            if selection.firstUndecidedLine == nil {
                selection.firstUndecidedLine = piece.state.firstUndecidedLine.map { $0 + piece.firstLine }
            }
        }
        if candidates.isEmpty {
            let all = result.rowCount == 1 ? "the one customer" : "any of the \(result.rowCount) customers"
            diagnostics.report(
                Diagnostic(
                    "the scope does not take in \(all)",
                    help: "see what the field really holds, e.g. with 'keur map', or widen the scope",
                    at: plan.condition?.node.location ?? plan.location))
        }
        return selection
    }

    /// One piece of the customers' file on the way to a scope.
    private final class ScopePiece: @unchecked Sendable {
        private let runner: CheckRunner
        private let piece: CheckPiece
        private let typed: TypedBatch
        private let scratch = Scratch()
        private(set) var candidates: [Candidate] = []
        private(set) var undecided = 0
        private(set) var firstUndecidedLine: Int?

        init(runner: CheckRunner) {
            self.runner = runner
            piece = runner.makePiece(batchRows: AuditRun.batchRows)
            typed = TypedBatch(layout: runner.dataset.layout, capacity: AuditRun.batchRows, values: piece)
        }

        func run(_ batch: borrowing RecordBatch, _ condition: CompiledCondition?, _ measure: CompiledNumber?) {
            typed.load(batch)
            defer { scratch.reset() }
            let rows = runner.rowsInScope(batch, typed, piece)
            let context = KernelContext(batch: typed, scratch: scratch)
            let truths = condition?.evaluate(rows, context)
            let measures = measure?.evaluate(rows, context)
            for index in 0..<rows.count {
                let row = Int(rows.positions[index])
                if let truths, truths[row] != Truth.yes {
                    if truths[row] == Truth.error {
                        undecided += 1
                        firstUndecidedLine = firstUndecidedLine ?? Int(batch.lines[row])
                    }
                    continue
                }
                candidates.append(
                    Candidate(
                        measure: measures?[row] ?? 0,
                        offset: batch.byteOffsets[row],
                        customer: runner.customerNumber(row, typed)
                    )
                )
            }
        }
    }
}

/// Who is in scope, and who may have been.
struct ScopeSelection: Sendable {
    var scope: Scope
    /// Customers for whom the condition could not be evaluated; they are left out.
    var undecided = 0
    /// Where the first of them stands, 1-based.
    var firstUndecidedLine: Int?
}

extension CELType {
    fileprivate var isNumber: Bool { [.int, .uint, .double].contains(self) }
}
