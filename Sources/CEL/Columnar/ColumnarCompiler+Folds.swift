/// The folds that expressions over one kind of record ask for; kernels know them by their position.
public final class LinkedFolds {
    /// Variables whose lists can be folded: the linked records stream by before the rows that ask.
    let lists: Set<String>
    public private(set) var all: [LinkedFold] = []

    public init(lists: Set<String>) { self.lists = lists }

    fileprivate func add(_ fold: LinkedFold) -> Int {
        let isPlainSize = { (fold: LinkedFold) in fold.outcome == .size && fold.filters.isEmpty }
        if isPlainSize(fold), let known = all.firstIndex(where: { isPlainSize($0) && $0.list == fold.list }) {
            return known
        }
        all.append(fold)
        return all.count - 1
    }

    /// Forgets what was added after there were `count`.
    func removeAll(after count: Int) { all.removeLast(max(0, all.count - count)) }
}

extension ColumnarCompiler {
    /// `exists`, `all` and `existsOne` over linked records; nil when the node is no such thing.
    func foldedTruth(_ node: Expression, _ checked: CheckedExpression) -> (any TruthKernel)? {
        guard case .fold(let fold) = node.kind, fold.variables.count == 1, let predicate = fold.predicate,
            let folds, let source = linkedRecords(fold.range, checked)
        else { return nil }
        let outcome: LinkedFold.Outcome
        switch fold.kind {
        case .exists: outcome = .exists
        case .all: outcome = .all
        case .existsOne: outcome = .existsOne
        default: return nil
        }
        guard let condition = condition(predicate, of: fold.variables[0], in: source.list) else { return nil }
        let number = folds.add(
            LinkedFold(list: source.list, outcome: outcome, filters: source.filters, predicate: condition, number: nil)
        )
        return FoldedTruth(fold: number, outcome: outcome)
    }

    /// `size` of linked records.
    func foldedSize(_ list: Expression, _ checked: CheckedExpression) -> (any VectorKernel<Int64>)? {
        guard let folds, let source = linkedRecords(list, checked) else { return nil }
        return FoldedSize(
            fold: folds.add(
                LinkedFold(list: source.list, outcome: .size, filters: source.filters, predicate: nil, number: nil)
            )
        )
    }

    /// `sum`, `avg`, `min` and `max` of what linked records are mapped to, where it comes to an int.
    func foldedInteger(_ node: Expression, _ checked: CheckedExpression) -> (any VectorKernel<Int64>)? {
        guard checked.type(of: node) == .int, let (number, outcome) = foldedNumber(node, checked) else { return nil }
        return FoldedNumber(fold: number, outcome: outcome) { Int64(bitPattern: $0) }
    }

    /// The same where it comes to a double.
    func foldedDouble(_ node: Expression, _ checked: CheckedExpression) -> (any VectorKernel<Double>)? {
        guard checked.type(of: node) == .double, let (number, outcome) = foldedNumber(node, checked) else { return nil }
        return FoldedNumber(fold: number, outcome: outcome) { Double(bitPattern: $0) }
    }

    private func foldedNumber(
        _ node: Expression,
        _ checked: CheckedExpression
    ) -> (number: Int, outcome: LinkedFold.Outcome)? {
        let outcomes: [String: LinkedFold.Outcome] = ["sum": .sum, "avg": .average, "min": .least, "max": .greatest]
        guard let folds, case .call(let mapped?, let function, let arguments) = node.kind, arguments.isEmpty,
            let outcome = outcomes[function], case .fold(let map) = mapped.kind, map.kind == .map,
            map.variables.count == 1, let transform = map.transform, var source = linkedRecords(map.range, checked)
        else { return nil }
        let variable = map.variables[0]
        if let predicate = map.predicate {
            guard let condition = condition(predicate, of: variable, in: source.list) else { return nil }
            source.filters.append(condition)
        }
        guard let (element, part) = element(transform, of: variable, in: source.list) else { return nil }
        let numbers: FoldedNumberKernel.Numbers
        switch part.type {
        case .int: numbers = .integers(element.integers(part.expression, part))
        case .double: numbers = .doubles(element.doubles(part.expression, part))
        default: return nil
        }
        let fold = LinkedFold(
            list: source.list,
            outcome: outcome,
            filters: source.filters,
            predicate: nil,
            number: FoldedNumberKernel(numbers: numbers)
        )
        return (folds.add(fold), outcome)
    }

    // MARK: The elements

    /// The list behind any number of filters.
    private func linkedRecords(
        _ node: Expression,
        _ checked: CheckedExpression
    ) -> (list: String, filters: [CompiledCondition])? {
        switch node.kind {
        case .identifier:
            guard case .variable(let name)? = checked.reference(of: node), let folds, folds.lists.contains(name) else {
                return nil
            }
            return (name, [])
        case .fold(let fold):
            guard fold.kind == .filter, fold.variables.count == 1, let predicate = fold.predicate,
                var source = linkedRecords(fold.range, checked),
                let condition = condition(predicate, of: fold.variables[0], in: source.list)
            else { return nil }
            source.filters.append(condition)
            return source
        default: return nil
        }
    }

    private func condition(_ node: Expression, of variable: String, in list: String) -> CompiledCondition? {
        guard let (compiler, part) = element(node, of: variable, in: list), part.type == .bool else { return nil }
        return compiler.condition(part)
    }

    /// A part of a macro's body as an expression over the elements alone; nil when it asks for anything else.
    private func element(
        _ node: Expression,
        of variable: String,
        in list: String
    ) -> (compiler: ColumnarCompiler, part: CheckedExpression)? {
        guard case .list(let type)? = environment.variables[list] else { return nil }
        var inner = environment
        inner.variables[variable] = type
        let known = constants.filter { $0.key != variable }
        guard let part = try? check(node, in: inner),
            part.variableReferences.isSubset(of: Set(known.keys).union([variable]))
        else { return nil }
        return (ColumnarCompiler(environment: inner, rowVariable: variable, constants: known), part)
    }
}
