/// An expression whose names and types are known.
public struct CheckedExpression: Sendable {
    public let expression: Expression
    private let types: [Int: CELType]
    private let references: [Int: Reference]
    /// Fields of records that the expression reads or tests, each once, in order of appearance.
    public let fieldReferences: [FieldReference]
    /// Variables of the environment that it reads.
    public let variableReferences: Set<String>

    init(
        expression: Expression,
        types: [Int: CELType],
        references: [Int: Reference],
        fieldReferences: [FieldReference],
        variableReferences: Set<String>
    ) {
        self.expression = expression
        self.types = types
        self.references = references
        self.fieldReferences = fieldReferences
        self.variableReferences = variableReferences
    }

    public var type: CELType { type(of: expression) }

    public func type(of node: Expression) -> CELType { types[node.id] ?? .dyn }

    /// What the node's name stands for; nil for nodes without a name, and for variables of macros.
    public func reference(of node: Expression) -> Reference? { references[node.id] }

    /// A part of the expression as one of its own; its free variables must be those of the environment.
    public func part(_ node: Expression) -> CheckedExpression {
        CheckedExpression(
            expression: node,
            types: types,
            references: references,
            fieldReferences: fieldReferences,
            variableReferences: variableReferences
        )
    }
}

public enum Reference: Hashable, Sendable {
    /// A variable of the environment, by its full (possibly dotted) name; a selection that turned out to be part of such a
    /// name has this reference too.
    case variable(String)
    /// A type's name used as a value.
    case type(String)
    /// Overloads of a function that fit the arguments' static types, by id.
    case overloads([String])
}

public struct FieldReference: Hashable, Sendable {
    public var record: String
    public var field: String
    /// Of its first appearance, in Unicode scalars.
    public var offset: Int

    public init(record: String, field: String, offset: Int) {
        self.record = record
        self.field = field
        self.offset = offset
    }
}
