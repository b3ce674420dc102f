/// Compiles checked expressions over one record's variable into kernels over batches of its rows.
///
/// What it cannot take (links, lists, text building) becomes a general kernel for the smallest part around it, so every
/// expression compiles.
public struct ColumnarCompiler {
    let environment: Environment
    /// The variable whose fields are columns, e.g. `customer`.
    let rowVariable: String
    let rowType: RecordType?
    /// Values known before the first row, e.g. `params` and `today`.
    let constants: [String: Value]
    /// Where what lists of linked records come to is noted down; nil when they have to be put together.
    let folds: LinkedFolds?
    let generalParts = GeneralParts()

    public init(
        environment: Environment,
        rowVariable: String,
        constants: [String: Value],
        folds: LinkedFolds? = nil
    ) {
        self.environment = environment
        self.rowVariable = rowVariable
        self.constants = constants
        self.folds = folds
        if case .record(let name)? = environment.variables[rowVariable] {
            rowType = environment.recordTypes[name]
        } else {
            rowType = nil
        }
    }

    /// Variables that the general evaluator asks for, row by row, in what was compiled so far.
    public var generalVariables: Set<String> { generalParts.variables }

    public func condition(_ checked: CheckedExpression) -> CompiledCondition {
        CompiledCondition(kernel: truth(checked.expression, checked))
    }

    public func number(_ checked: CheckedExpression) -> CompiledNumber {
        CompiledNumber(kernel: doubles(checked.expression, checked))
    }

    public func text(_ checked: CheckedExpression) -> CompiledText {
        CompiledText(kernel: text(checked.expression, checked))
    }
}

/// A condition over the rows of batches.
public struct CompiledCondition: Sendable {
    let kernel: any TruthKernel

    /// One of `Truth` for each of `rows`, by row of the batch; valid until the scratch is reset.
    public func evaluate(_ rows: Rows, _ context: KernelContext) -> UnsafePointer<UInt8> {
        UnsafePointer(kernel.evaluate(rows, context))
    }
}

/// A number for each row; an int counts as a double.
public struct CompiledNumber: Sendable {
    let kernel: any VectorKernel<Double>

    public func evaluate(_ rows: Rows, _ context: KernelContext) -> Vector<Double> { kernel.evaluate(rows, context) }
}

public struct CompiledText: Sendable {
    let kernel: any TextKernel

    public func evaluate(_ rows: Rows, _ context: KernelContext) -> TextVector { kernel.evaluate(rows, context) }
}

/// What of the expressions compiled so far the general evaluator has to take.
final class GeneralParts {
    private(set) var count = 0
    private(set) var variables: Set<String> = []

    func add(_ names: Set<String>) {
        count += 1
        variables.formUnion(names)
    }
}

// MARK: What stands at a node

extension ColumnarCompiler {
    /// The row's own field that a selection reads, or nil for any other expression.
    func rowField(
        _ operand: Expression,
        _ field: String,
        _ checked: CheckedExpression,
        orLink allowsLink: Bool = false
    ) -> Int? {
        guard case .identifier = operand.kind, checked.reference(of: operand) == .variable(rowVariable) else {
            return nil
        }
        guard let rowType, let index = rowType.index(of: field) else { return nil }
        // A link to another record is no column; only that it leads somewhere can be asked of a batch.
        if case .record = rowType.fields[index].type { return allowsLink ? index : nil }
        return index
    }

    /// The value of a part that no row can change, or nil when there is none.
    func constant(_ node: Expression, _ checked: CheckedExpression) -> Value? {
        if case .literal(let value) = node.kind { return value }
        guard isConstant(node, checked) else { return nil }
        let program = Program(checked.part(node), in: environment)
        guard case .success(let value) = program.evaluate(Activation(constants)) else { return nil }
        return value
    }

    /// Whether only literals, operators, functions and constant variables stand in a part.
    private func isConstant(_ node: Expression, _ checked: CheckedExpression) -> Bool {
        if case .variable(let name)? = checked.reference(of: node) { return constants[name] != nil }
        return switch node.kind {
        case .literal: true
        case .identifier: false
        case .select(let operand, _, _, _): isConstant(operand, checked)
        case .call(let target, _, let arguments):
            (target.map { isConstant($0, checked) } ?? true) && arguments.allSatisfy { isConstant($0, checked) }
        case .list(let elements): elements.allSatisfy { isConstant($0.value, checked) }
        case .map(let entries):
            entries.allSatisfy { isConstant($0.key, checked) && isConstant($0.value, checked) }
        case .message, .fold, .bind: false
        }
    }

    func general(_ node: Expression, _ checked: CheckedExpression) -> GeneralPart {
        let variables = freeVariables(of: node, checked)
        let part = GeneralPart(
            program: Program(checked.part(node), in: environment),
            constants: constants.filter { variables.contains($0.key) },
            rowVariable: rowVariable
        )
        generalParts.add(variables.filter { constants[$0] == nil })
        return part
    }

    private func freeVariables(of node: Expression, _ checked: CheckedExpression) -> Set<String> {
        if case .variable(let name)? = checked.reference(of: node) { return [name] }
        return node.children.reduce(into: []) { $0.formUnion(freeVariables(of: $1, checked)) }
    }
}

extension Expression {
    /// The nodes directly below.
    var children: [Expression] {
        switch kind {
        case .literal, .identifier: []
        case .select(let operand, _, _, _): [operand]
        case .call(let target, _, let arguments): (target.map { [$0] } ?? []) + arguments
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .message(_, let fields): fields.map(\.value)
        case .fold(let fold): [fold.range] + [fold.predicate, fold.transform].compactMap { $0 }
        case .bind(_, let value, let body): [value, body]
        }
    }
}
