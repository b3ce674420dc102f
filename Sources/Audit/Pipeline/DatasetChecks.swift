import CEL
import Checks

/// The checks of one dataset, compiled for its batches, and what they want of the records that link to it.
struct DatasetChecks: Sendable {
    let dataset: Dataset
    let checks: [RunnableCheck]
    /// Folded while the linked records stream by.
    let folds: [LinkedFold]
    /// By fold: for which check of the run it is.
    let foldChecks: [Int]
    /// Variables whose lists have to be put together, record by record.
    let lists: Set<String>

    /// `foldable` are the variables of datasets that are read before this one.
    init(_ dataset: Dataset, _ compiled: [CompiledCheck], foldable: Set<String>, today: Value.Timestamp) {
        self.dataset = dataset
        let folds = LinkedFolds(lists: foldable)
        var lists: Set<String> = []
        var foldChecks: [Int] = []
        checks = compiled.enumerated().filter { $0.element.check.record == dataset.record }.map { index, check in
            let constants: [String: Value] = ["params": .record(check.parameters), "today": .timestamp(today)]
            let compiler = ColumnarCompiler(
                environment: check.environment.environment,
                rowVariable: check.check.record,
                constants: constants,
                folds: folds
            )
            defer {
                lists.formUnion(compiler.generalVariables.union(check.variablesAskedOfSingleRecords))
                while foldChecks.count < folds.all.count { foldChecks.append(index) }
            }
            return RunnableCheck(
                check,
                index: index,
                compiler: compiler,
                constants: constants,
                defaultImpact: DefaultImpact.expression(in: check.environment)
            )
        }
        self.folds = folds.all
        self.foldChecks = foldChecks
        self.lists = lists
    }

    /// The folds of `targets` to which this dataset's records add.
    func sources(for targets: [DatasetChecks]) -> [FoldSource] {
        targets.compactMap { target in
            let own = target.folds.enumerated().filter { $0.element.list == dataset.name }
            guard !own.isEmpty,
                let link = dataset.schema.links.firstIndex(where: { $0.target == target.dataset.record })
            else { return nil }
            return FoldSource(
                target: target.dataset.record,
                link: link,
                folds: own.map { ($0.offset, $0.element, target.foldChecks[$0.offset]) },
                foldCount: target.folds.count
            )
        }
    }
}

extension CompiledCheck {
    /// Messages, suggestions, and what a key that stands twice puts at risk, are found for one record at a time.
    fileprivate var variablesAskedOfSingleRecords: Set<String> {
        var expressions = wordingExpressions
        switch rule {
        case .assert: break
        case .unique(let keys): expressions += keys + [impact].compactMap { $0 }
        case .similar: expressions += [impact].compactMap { $0 }
        }
        return expressions.reduce(into: []) { $0.formUnion($1.variableReferences) }
    }
}

extension [Dataset] {
    /// Each dataset after those that link to it, as far as links do not run in circles.
    var linkingFirst: [Dataset] {
        var ordered: [Dataset] = []
        var visited: Set<String> = []
        func visit(_ dataset: Dataset) {
            guard visited.insert(dataset.name).inserted else { return }
            for other in self where other.schema.links.contains(where: { $0.target == dataset.record }) {
                visit(other)
            }
            ordered.append(dataset)
        }
        for dataset in self { visit(dataset) }
        return ordered
    }
}
