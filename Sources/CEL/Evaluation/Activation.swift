/// The values of an expression's variables for one evaluation.
public struct Activation {
    private let lookUp: (String) -> Value?

    public init(_ values: [String: Value]) {
        lookUp = { values[$0] }
    }

    /// Values that are made only when they are asked for.
    public init(_ lookUp: @escaping (String) -> Value?) {
        self.lookUp = lookUp
    }

    public subscript(name: String) -> Value? { lookUp(name) }
}

/// The state of one evaluation.
final class Frame {
    let activation: Activation
    /// Variables of macros, by slot.
    var slots: [Value]
    private var stepsLeft: Int

    init(activation: Activation, slotCount: Int, steps: Int) {
        self.activation = activation
        slots = [Value](repeating: .null, count: slotCount)
        stepsLeft = steps
    }

    /// Counts work done; the evaluation ends when it is too much.
    func spend(_ steps: Int = 1) throws(EvaluationError) {
        stepsLeft -= steps
        if stepsLeft < 0 {
            throw EvaluationError("the evaluation takes too many steps", kind: .budget)
        }
    }
}
