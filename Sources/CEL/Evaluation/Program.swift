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
        let frame = Frame(activation, slotCount: slotCount, variableNames: variableNames, stepLimit: stepLimit)
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
    private let activation: Activation
    private let variableNames: [String]
    private var variables: [Value?]
    private let stepLimit: Int
    private(set) var stepsLeft: Int

    init(_ activation: Activation, slotCount: Int, variableNames: [String], stepLimit: Int) {
        self.activation = activation
        self.variableNames = variableNames
        self.stepLimit = stepLimit
        stepsLeft = stepLimit
        slots = [Value](repeating: .null, count: slotCount)
        variables = [Value?](repeating: nil, count: variableNames.count)
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

    func variable(_ index: Int) throws(EvaluationError) -> Value {
        if let known = variables[index] { return known }
        guard let value = try activation.lookup(variableNames[index]) else {
            throw EvaluationError("'\(variableNames[index])' has no value")
        }
        variables[index] = value
        return value
    }

    func variable(named name: String) throws(EvaluationError) -> Value? { try activation.lookup(name) }

    func areEqual(_ left: Value, _ right: Value) throws(EvaluationError) -> Bool {
        var comparisons = stepsLeft
        let result = left.isEqual(to: right, within: &comparisons)
        try charge(stepsLeft - max(comparisons, -1) - 1)
        guard let result else { throw .budget(stepLimit) }
        return result
    }
}
