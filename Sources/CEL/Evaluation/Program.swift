/// An expression made ready to be evaluated many times, from several threads at once.
public struct Program: Sendable {
    private let root: any Node
    private let slotCount: Int
    private let variableNames: [String]
    private let stepLimit: Int

    public init(_ checked: CheckedExpression, in environment: Environment) {
        self.init(checked.expression, checked: checked, in: environment)
    }

    /// Takes names and overloads as they turn out at run time; what they do not fit is an error of the evaluation.
    public init(unchecked expression: Expression, in environment: Environment) {
        self.init(expression, checked: nil, in: environment)
    }

    private init(_ expression: Expression, checked: CheckedExpression?, in environment: Environment) {
        var compiler = NodeCompiler(checked: checked, environment: environment)
        root = compiler.node(for: expression)
        slotCount = compiler.slotCount
        variableNames = compiler.variableNames
        stepLimit = environment.limits.steps
    }

    /// The value, or why there is none; neither traps nor hangs, whatever the expression.
    public func evaluate(_ activation: Activation) -> Result<Value, EvaluationError> {
        result(in: Frame(activation, slotCount: slotCount, variableNames: variableNames, stepLimit: stepLimit))
    }

    /// The same within what is left for many evaluations, which may be less than the environment allows for one; what it takes
    /// is taken off, so that it is below zero once there was too little.
    public func evaluate(_ activation: Activation, spending stepsLeft: inout Int) -> Result<Value, EvaluationError> {
        let limit = min(stepLimit, max(0, stepsLeft))
        let frame = Frame(activation, slotCount: slotCount, variableNames: variableNames, stepLimit: limit)
        let result = result(in: frame)
        stepsLeft -= limit - frame.stepsLeft
        return result
    }

    func evaluate(in frame: Frame, own: [(symbol: Symbol, value: Value)]) -> Result<Value, EvaluationError> {
        frame.begin(own, slotCount: slotCount, stepLimit: stepLimit)
        return result(in: frame)
    }

    private func result(in frame: Frame) -> Result<Value, EvaluationError> {
        do throws(EvaluationError) {
            return .success(try root.evaluate(in: frame))
        } catch {
            return .failure(error)
        }
    }
}

/// The values of the variables for one evaluation.
public struct Activation {
    /// The value of a variable; nil when there is none of that name.
    let lookup: (String) throws(EvaluationError) -> Value?

    public init(_ values: [String: Value] = [:]) {
        lookup = { values[$0] }
    }

    /// `lookup` is asked at most once for each variable of a checked expression, and only for those that are needed; what it
    /// throws is the error of whatever reads the variable.
    public init(lookup: @escaping (String) throws(EvaluationError) -> Value?) {
        self.lookup = lookup
    }

    /// The same with some variables of its own in front.
    public func adding(_ values: [String: Value]) -> Activation {
        let lookup = lookup
        return Activation { (name) throws(EvaluationError) in
            if let own = values[name] { return own }
            return try lookup(name)
        }
    }
}

/// What one evaluation remembers.
final class Frame {
    /// Of macros' variables.
    var slots: [Value]
    /// Why the value of a `cel.bind` could not be had, by slot.
    var failures: [Int: EvaluationError] = [:]
    /// The last pattern that a node met in the data, nil where it was none: only another one is counted as compiled again.
    private var patterns: [ObjectIdentifier: (source: String, expression: RegularExpression?)] = [:]
    private let activation: Activation
    /// In place of the activation, for evaluations one after the other.
    private unowned let source: (any VariableSource)?
    private var own: [(symbol: Symbol, value: Value)] = []
    private let variableNames: [String]
    /// Of the first variable, which most expressions have no other than, and of the rest.
    private var first: Value?
    private var rest: [Value?]
    private var stepLimit: Int
    private(set) var stepsLeft: Int

    init(_ source: any VariableSource) {
        self.source = source
        activation = Activation()
        (variableNames, rest, slots) = ([], [], [])
        (stepLimit, stepsLeft) = (0, 0)
    }

    fileprivate func begin(_ own: [(symbol: Symbol, value: Value)], slotCount: Int, stepLimit: Int) {
        self.own = own
        self.stepLimit = stepLimit
        stepsLeft = stepLimit
        // Every slot is written before it is read.
        while slots.count < slotCount { slots.append(.null) }
        if !failures.isEmpty { failures = [:] }
        if !patterns.isEmpty { patterns = [:] }
    }

    init(_ activation: Activation, slotCount: Int, variableNames: [String], stepLimit: Int) {
        self.activation = activation
        source = nil
        self.variableNames = variableNames
        self.stepLimit = stepLimit
        stepsLeft = stepLimit
        slots = [Value](repeating: .null, count: slotCount)
        rest = variableNames.count > 1 ? [Value?](repeating: nil, count: variableNames.count - 1) : []
    }

    /// Counts work against the budget.
    @inline(__always)
    func charge(_ steps: Int = 1) throws(EvaluationError) {
        stepsLeft -= steps
        if stepsLeft < 0 { throw .budget(stepLimit) }
    }

    /// Counts the making or reading of a value against the budget by its size, so that neither memory nor time depend on how
    /// large the values are.
    @inline(__always)
    func charge(sizeOf value: Value) throws(EvaluationError) {
        switch value {
        case .string(let text): try charge(text.utf8.count / 64)
        case .bytes(let bytes): try charge(bytes.count / 64)
        case .list(let elements): try charge(elements.count / 4)
        case .map(let map): try charge(map.count / 4)
        default: break
        }
    }

    func variable(_ index: Int, _ symbol: Symbol) throws(EvaluationError) -> Value {
        if let source {
            for variable in own where variable.symbol == symbol { return variable.value }
            return try source.value(of: symbol) ?? .null
        }
        if let known = index == 0 ? first : rest[index - 1] { return known }
        guard let value = try activation.lookup(variableNames[index]) else {
            throw EvaluationError("'\(variableNames[index])' has no value")
        }
        if index == 0 { first = value } else { rest[index - 1] = value }
        // A list of linked records was put together for this.
        if case .list(let elements) = value { try charge(elements.count) }
        return value
    }

    func variable(named name: String) throws(EvaluationError) -> Value? { try activation.lookup(name) }

    /// The pattern compiled, from the cache if it is there; counted as if it were not, since what others compiled before must
    /// not decide on a result. Nil for what is no pattern.
    func pattern(_ source: String, at node: ObjectIdentifier) throws(EvaluationError) -> RegularExpression? {
        try charge(source.utf8.count / 64)
        if let last = patterns[node], last.source.hasSameBytes(as: source) { return last.expression }
        // Compiling takes as long as hundreds of other steps, and longer still for a pattern that grows, as `(a{100}){9}`.
        try charge(200 + source.utf8.count)
        let found = PatternCache.shared.result(for: source)
        patterns[node] = (source, try? found.get())
        try charge(found.programSize)
        return try? found.get()
    }

    func areEqual(_ left: Value, _ right: Value) throws(EvaluationError) -> Bool {
        var comparisons = stepsLeft
        let result = left.isEqual(to: right, within: &comparisons)
        try charge(stepsLeft - max(comparisons, -1) - 1)
        guard let result else { throw .budget(stepLimit) }
        return result
    }
}
