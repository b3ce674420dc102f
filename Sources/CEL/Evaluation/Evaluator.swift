import Synchronization

/// The name of a variable as a number, the same in every expression.
public struct Symbol: Hashable, Sendable {
    public let number: Int

    private static let numbers = Mutex<[String: Int]>([:])

    public init(_ name: String) {
        number = Self.numbers.withLock { numbers in
            let number = numbers[name] ?? numbers.count
            numbers[name] = number
            return number
        }
    }
}

/// Whoever knows the values of variables, and is not put out by being asked for one again.
public protocol VariableSource: AnyObject {
    /// Nil when there is none of that name. What it throws is the error of whatever reads the variable.
    func value(of symbol: Symbol) throws(EvaluationError) -> Value?
}

/// Evaluates many small expressions over the same variables, on one thread.
///
/// What one evaluation needs to remember is set up once: with a hundred expressions for each of a million records, setting it
/// up took longer than evaluating.
public final class Evaluator {
    private unowned let source: any VariableSource
    /// One for each evaluation under way, since a source may evaluate while it is asked.
    private var frames: [Frame] = []
    private var depth = 0

    /// The source has to outlive the evaluator.
    public init(_ source: any VariableSource) { self.source = source }

    /// `own` are variables in front of the source's.
    public func evaluate(_ program: Program, own: [(symbol: Symbol, value: Value)] = []) -> Result<
        Value, EvaluationError
    > {
        if depth == frames.count { frames.append(Frame(source)) }
        let frame = frames[depth]
        depth += 1
        defer { depth -= 1 }
        return program.evaluate(in: frame, own: own)
    }
}
