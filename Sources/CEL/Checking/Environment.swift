/// What an expression may name: variables, records, functions; and how much it may cost.
public struct Environment: Sendable {
    public var variables: [String: CELType]
    public var recordTypes: [String: RecordType]
    /// In the order of the documentation.
    public var functions: [FunctionDeclaration]
    /// Namespace in which names are looked up first, e.g. `com.example`; empty for the root.
    public var container: String
    /// Whether `<`, `<=`, `>`, `>=`, `==` and `!=` take an int on one side and a double on the other.
    public var allowsNumericComparisonsAcrossTypes: Bool
    /// Whether a key that a map lacks, an index beyond a list's end and any member of null read as null rather than fail: what
    /// comes from outside leaves out what it does not know.
    public var readsMissingMembersAsNull = false
    public var limits: Limits

    public init(
        variables: [String: CELType] = [:],
        recordTypes: [RecordType] = [],
        functions: [FunctionDeclaration] = StandardLibrary.all,
        container: String = "",
        allowsNumericComparisonsAcrossTypes: Bool = false,
        limits: Limits = Limits()
    ) {
        self.variables = variables
        self.recordTypes = Dictionary(recordTypes.map { ($0.name, $0) }) { first, _ in first }
        self.functions = functions
        self.container = container
        self.allowsNumericComparisonsAcrossTypes = allowsNumericComparisonsAcrossTypes
        self.limits = limits
    }

    public struct Limits: Sendable {
        /// Unicode scalars of source.
        public var sourceSize = 100_000
        /// Expressions within one another.
        public var nesting = 250
        /// Steps of one evaluation; each also pays for the sizes of the values that it reads and makes.
        public var steps = 1_000_000
        /// Steps that an expression may take by an estimate made before the run; see `CheckedExpression.costIssue`.
        public var estimatedSteps = 100_000
        /// What the estimate takes for granted.
        public var assumedSizes = AssumedSizes()

        public init() {}
    }
}
