/// A function as one entry of a table: what the checker, the evaluator, the columnar compiler and the documentation need.
public struct FunctionDeclaration: Sendable {
    public enum Style: Sendable {
        /// `size(x)`.
        case global
        /// `x.size()`: the first parameter is the receiver.
        case member
    }

    public struct Overload: Sendable {
        /// Unique among all overloads, e.g. `size_string`.
        public var id: String
        public var style: Style
        public var parameters: [CELType]
        public var result: CELType
        public var implementation: Implementation
        /// Steps that a call counts besides the sizes of its arguments, for what takes longer than to read them.
        public var steps: (@Sendable ([Value]) -> Int)?

        public init(
            _ id: String,
            _ style: Style,
            _ parameters: [CELType],
            _ result: CELType,
            _ implementation: Implementation
        ) {
            self.id = id
            self.style = style
            self.parameters = parameters
            self.result = result
            self.implementation = implementation
        }
    }

    public enum Implementation: Sendable {
        case general(@Sendable ([Value]) throws(EvaluationError) -> Value)
        /// Of one argument, without a list made for it.
        case unary(@Sendable (Value) throws(EvaluationError) -> Value)
        /// Takes longer than its arguments are large, and takes what it takes off the steps that are left.
        case metered(@Sendable ([Value], inout Int) throws(EvaluationError) -> Value)
        /// string → bool, over bytes, for both engines.
        case textPredicate(@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
        /// string, string → bool.
        case textPredicate2(@Sendable (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool)
        /// string, string → bool, where the second tells which condition the first has to meet: made once where it is constant.
        case textPredicateNamed(
            @Sendable (UnsafeBufferPointer<UInt8>) -> @Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
        /// text, pattern → bool: whether the pattern fits the text from beginning to end; false for what is no pattern.
        case fitsPattern
        /// text → bool: whether it is a pattern.
        case isPattern
        /// timestamp, timestamp → int, of both moments' whole seconds.
        case ofSeconds(@Sendable (Int64, Int64) -> Int64)
        /// The evaluator knows it itself: operators and what depends on the environment.
        case builtIn
    }

    public struct Example: Sendable {
        public var expression: String
        /// The value as a CEL expression.
        public var value: String

        public init(_ expression: String, _ value: String) {
            self.expression = expression
            self.value = value
        }
    }

    public var name: String
    /// One line.
    public var documentation: String
    public var examples: [Example]
    public var overloads: [Overload]

    public init(_ name: String, _ documentation: String, examples: [Example] = [], overloads: [Overload]) {
        self.name = name
        self.documentation = documentation
        self.examples = examples
        self.overloads = overloads
    }
}

/// Why an expression has no value.
public struct EvaluationError: Error, Hashable, Sendable {
    public enum Kind: Sendable {
        case failure
        /// The evaluation took more steps than allowed.
        case budget
        /// Somebody outside was asked, and could not tell.
        case notKnown
        /// Nobody was asked.
        case notSupplied
        /// What was found waits for somebody to judge it.
        case undecided
    }

    public var kind: Kind
    /// Lower case, without a full stop, e.g. `division by zero`.
    public var message: String
    /// Of the node that failed, in Unicode scalars.
    public var offset: Int?

    public init(_ message: String, kind: Kind = .failure, at offset: Int? = nil) {
        self.message = message
        self.kind = kind
        self.offset = offset
    }
}
