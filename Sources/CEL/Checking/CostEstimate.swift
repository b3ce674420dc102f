/// What an expression takes at most for one record, before it runs: as Kubernetes does it for the rules of its users.
///
/// A unit is about one step of the evaluation. Sizes that only the data knows are assumed; what the data has more of is
/// stopped during the run (`Environment.Limits.steps`).
public struct CostEstimate: Hashable, Sendable {
    public var steps: Double
    /// Of the innermost part that by itself is over the limit; of the expression where none is.
    public var offset: Int

    public init(steps: Double, offset: Int) {
        self.steps = steps
        self.offset = offset
    }
}

/// What is taken for granted about sizes that the data decides.
public struct AssumedSizes: Sendable {
    /// Records that link to one, elements of a list, entries of a map.
    public var elements = 100.0
    /// Bytes of a text.
    public var bytes = 100.0

    public init() {}
}

extension CheckedExpression {
    /// `limit` only tells which part to point at.
    public func estimatedCost(limit: Int, assuming sizes: AssumedSizes = AssumedSizes()) -> CostEstimate {
        var estimator = CostEstimator(checked: self, sizes: sizes, limit: Double(limit))
        let steps = estimator.cost(of: expression).steps
        return CostEstimate(steps: steps, offset: estimator.culprit ?? expression.offset)
    }

    /// Why the expression is not taken: it could take more steps than the environment allows.
    public func costIssue(in environment: Environment) -> Issue? {
        let limit = environment.limits.estimatedSteps
        let sizes = environment.limits.assumedSizes
        let estimate = estimatedCost(limit: limit, assuming: sizes)
        guard estimate.steps > Double(limit) else { return nil }
        return Issue(
            "this may take \(estimate.inWords) steps for one record, more than \(CostEstimate.grouped(limit))",
            help:
                "lists are taken to have \(Int(sizes.elements)) elements: run through fewer of them within one another",
            at: estimate.offset
        )
    }
}

extension CostEstimate {
    /// E.g. `3,000,000`; where a number says no more, `billions of`.
    public var inWords: String { steps < 1e9 ? Self.grouped(Int(steps.rounded(.up))) : "billions of" }

    /// A number with its thousands apart.
    public static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}

/// How large a value may be: bytes of a text, elements of a list, and how large each of those is.
private indirect enum Extent {
    case plain
    case text(Double)
    case list(Double, Extent)

    var count: Double {
        switch self {
        case .plain: 1
        case .text(let count), .list(let count, _): count
        }
    }

    var element: Extent {
        if case .list(_, let element) = self { element } else { .plain }
    }

    /// All of it, elements of elements too.
    var total: Double {
        switch self {
        case .plain: 1
        case .text(let bytes): bytes
        case .list(let count, let element): count * element.total
        }
    }

    /// Where both are of one kind, the larger.
    func enlarged(by other: Extent) -> Extent {
        switch (self, other) {
        case (.text, .text), (.list, .list): merged(with: other)
        default: self
        }
    }

    func merged(with other: Extent) -> Extent {
        switch (self, other) {
        case (.list(let left, let first), .list(let right, let second)):
            .list(max(left, right), first.merged(with: second))
        case (.text(let left), .text(let right)): .text(max(left, right))
        case (.plain, let other), (.text, let other): other
        case (let other, _): other
        }
    }
}

private struct CostEstimator {
    let checked: CheckedExpression
    let sizes: AssumedSizes
    let limit: Double
    private(set) var culprit: Int?
    private var scope: [(name: String, extent: Extent)] = []

    init(checked: CheckedExpression, sizes: AssumedSizes, limit: Double) {
        self.checked = checked
        self.sizes = sizes
        self.limit = limit
    }

    typealias Cost = (steps: Double, extent: Extent)

    mutating func cost(of node: Expression) -> Cost {
        let cost = ownCost(of: node)
        if cost.steps > limit, culprit == nil { culprit = node.offset }
        return cost
    }

    private mutating func ownCost(of node: Expression) -> Cost {
        switch node.kind {
        case .literal(let value): return (1, extent(of: value))
        case .identifier(let name):
            if let variable = scope.last(where: { $0.name == name }) { return (1, variable.extent) }
            return (1, assumed(checked.type(of: node)))
        case .select(let operand, _, _, _):
            let owner = cost(of: operand)
            if checked.reference(of: node) != nil { return (1, assumed(checked.type(of: node))) }
            let type = checked.type(of: node)
            if type == .dyn, case .list(_, let element) = owner.extent { return (owner.steps + 1, element) }
            return (owner.steps + 1, assumed(type).enlarged(by: owner.extent.element))
        case .call(let target, let function, let arguments): return call(node, target, function, arguments)
        case .list(let elements): return list(elements.map(\.value))
        case .map(let entries):
            let keys = list(entries.map(\.key))
            let values = list(entries.map(\.value))
            return (
                keys.steps + values.steps,
                .list(values.extent.count, keys.extent.element.merged(with: values.extent.element))
            )
        case .message(_, let fields):
            return list(fields.map(\.value))
        case .fold(let fold): return self.fold(fold)
        case .bind(let name, let value, let body):
            let bound = cost(of: value)
            scope.append((name, bound.extent))
            defer { scope.removeLast() }
            let rest = cost(of: body)
            return (bound.steps + rest.steps + 1, rest.extent)
        }
    }

    private mutating func list(_ elements: [Expression]) -> Cost {
        var steps = 1.0
        var element = Extent.plain
        for expression in elements {
            let found = cost(of: expression)
            steps += found.steps
            element = element.merged(with: found.extent)
        }
        return (steps, .list(Double(elements.count), element))
    }

    private mutating func fold(_ fold: Expression.Fold) -> Cost {
        let range = cost(of: fold.range)
        let first = fold.variables.count == 2 ? Extent.plain : range.extent.element
        scope.append((fold.variables[0], first))
        if fold.variables.count == 2 { scope.append((fold.variables[1], range.extent.element)) }
        defer { scope.removeLast(fold.variables.count) }
        let predicate = fold.predicate.map { cost(of: $0).steps } ?? 0
        let transform = fold.transform.map { cost(of: $0) }
        let steps = range.steps + range.extent.count * (predicate + (transform?.steps ?? 0) + 1)
        switch fold.kind {
        case .all, .exists, .existsOne: return (steps, .plain)
        case .filter: return (steps, range.extent)
        case .map, .transformList, .transformMap: return (steps, .list(range.extent.count, transform?.extent ?? .plain))
        case .transformMapEntry:
            let entries = transform?.extent ?? .plain
            return (steps, .list(range.extent.count * entries.count, entries.element))
        }
    }

    private mutating func call(
        _ node: Expression,
        _ target: Expression?,
        _ function: String,
        _ arguments: [Expression]
    ) -> Cost {
        var steps = 1.0
        var extents: [Extent] = []
        for part in (isNamespace(target) ? [] : [target].compactMap { $0 }) + arguments {
            let found = cost(of: part)
            steps += found.steps
            extents.append(found.extent)
        }
        let first = extents.first ?? .plain
        let second = extents.dropFirst().first ?? .plain
        let sum = extents.reduce(0) { $0 + $1.count }
        switch function {
        case "_&&_", "_||_", "!_", "-_": return (steps, .plain)
        case "_?_:_": return (steps, second.merged(with: extents.last ?? .plain))
        case "_+_":
            let extent: Extent =
                switch first.merged(with: second) {
                case .plain: .plain
                case .text: .text(first.count + second.count)
                case .list(_, let element): .list(first.count + second.count, element)
                }
            return (steps + sum / 64, extent)
        case "_==_", "_!=_": return (steps + min(first.total, second.total) / 64, .plain)
        case "@in": return (steps + second.count, .plain)
        case "_[_]", "_[?_]": return (steps, first.element)
        case "matches": return (steps + first.count / 64 * max(1, second.count / 32), .plain)
        case "range":
            guard let literal = arguments.last, case .literal(.int(let count)) = literal.kind else {
                return (steps + 1000, .list(Double(StandardLibrary.longestList), .plain))
            }
            return (steps + Double(count) / 8, .list(Double(max(0, count)), .plain))
        case "contains" where isNamespace(target), "equivalent", "intersects", "distinct":
            return (steps + first.count * max(second.count, function == "distinct" ? first.count : 1), first)
        case "sort", "@sortedByKeys":
            return (steps + first.count * max(1, first.count.exponentIfPositive), first)
        case "slice":
            guard case .literal(.int(let from))? = arguments.first?.kind,
                case .literal(.int(let to))? = arguments.last?.kind,
                case .list(let count, let element) = first, from >= 0, to >= from
            else { return (steps, first) }
            return (steps, .list(min(count, Double(to) - Double(from)), element))
        case "split": return (steps + first.count, .list(first.count, .text(first.count)))
        case "join": return (steps + first.total / 8, .text(first.total + first.count * second.count))
        case "replace":
            let grown = first.count * max(1, (extents.dropFirst(2).first ?? .plain).count)
            return (steps + grown / 8, .text(grown))
        case "format": return (steps + first.count + second.total, .text(first.count + second.total))
        case "flatten":
            let count = first.count * first.element.count
            return (steps + count, .list(count, first.element.element.merged(with: first.element)))
        default: break
        }
        let read = extents.reduce(0) { $0 + $1.count } / 8
        return (steps + read, result(of: node, from: extents))
    }

    /// `math` in `math.abs(x)` is no value.
    private func isNamespace(_ target: Expression?) -> Bool {
        guard let target, case .identifier(let name) = target.kind, checked.reference(of: target) == nil else {
            return false
        }
        return !scope.contains { $0.name == name }
    }

    /// What a function makes of its arguments is taken to be as large as the largest of them.
    private func result(of node: Expression, from extents: [Extent]) -> Extent {
        switch checked.type(of: node) {
        case .string, .bytes:
            return .text(extents.reduce(0) { max($0, $1.count) }.clamped(to: 30...))
        case .list, .map, .optional, .dyn:
            let joined = extents.reduce(Extent.plain) { $0.merged(with: $1) }
            if case .list = joined { return joined }
            return assumed(checked.type(of: node))
        default: return .plain
        }
    }

    private func assumed(_ type: CELType, depth: Int = 0) -> Extent {
        switch type {
        case .string, .bytes: .text(sizes.bytes)
        case .list(let element): .list(sizes.elements, assumed(element, depth: depth + 1))
        case .map(_, let value): .list(sizes.elements, assumed(value, depth: depth + 1))
        case .optional(let wrapped): assumed(wrapped, depth: depth)
        // What comes from outside may be a list of lists, but hardly one of those.
        case .dyn: depth < 2 ? .list(sizes.elements, assumed(.dyn, depth: depth + 1)) : .text(sizes.bytes)
        default: .plain
        }
    }

    private func extent(of value: Value) -> Extent {
        switch value {
        case .string(let text): .text(Double(text.utf8.count))
        case .bytes(let bytes): .text(Double(bytes.count))
        default: .plain
        }
    }
}

extension Double {
    fileprivate var exponentIfPositive: Double { self > 1 ? Double(exponent) + 1 : 0 }

    fileprivate func clamped(to range: PartialRangeFrom<Double>) -> Double { Swift.max(self, range.lowerBound) }
}
