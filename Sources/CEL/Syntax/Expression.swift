/// A node of a parsed expression.
///
/// Operators are calls of the functions `_&&_ _||_ _?_:_ _==_ _!=_ _<_ _<=_ _>_ _>=_ _+_ _-_ _*_ _/_ _%_ !_ -_ _[_] _[?_] @in`.
/// Macros keep their shape (`fold`, `bind`) instead of being rewritten into general loops, so that what evaluates and what
/// compiles them sees what is meant.
public struct Expression: Sendable {
    public indirect enum Kind: Sendable {
        case literal(Value)
        /// A name, with its leading dot if it has one.
        case identifier(String)
        case select(Expression, field: String, test: FieldTest?, isOptional: Bool)
        case call(target: Expression?, function: String, arguments: [Expression])
        case list([Element])
        case map([Entry])
        case message(type: String, fields: [(name: String, value: Expression, isOptional: Bool)])
        case fold(Fold)
        /// `cel.bind(name, value, body)`.
        case bind(name: String, value: Expression, body: Expression)
    }

    /// What is asked of a field instead of its value.
    public enum FieldTest: Sendable {
        /// `has(x.f)`.
        case present
        /// `malformed(x.f)`: the cell is filled but could not be read as its type.
        case malformed
    }

    public struct Element: Sendable {
        public var value: Expression
        /// `[?x]`: left out when the optional is empty.
        public var isOptional: Bool
    }

    public struct Entry: Sendable {
        public var key: Expression
        public var value: Expression
        public var isOptional: Bool
    }

    /// A macro that runs over a list or over the keys of a map.
    public struct Fold: Sendable {
        public enum Kind: String, Sendable {
            case all, exists, existsOne, map, filter, transformList, transformMap, transformMapEntry
        }

        public var kind: Kind
        public var range: Expression
        /// One variable, or two (index or key, and value).
        public var variables: [String]
        /// `all`, `exists`, `existsOne`, `filter`: the condition; `map` and the transforms: the condition, if there is one.
        public var predicate: Expression?
        /// `map` and the transforms: what each element becomes.
        public var transform: Expression?
    }

    /// Unique within the source.
    public var id: Int
    /// Where it stands: Unicode scalars from the start of the source. For an operator, the operator's place; for a selection,
    /// the field's name; for a call, the function's name.
    public var offset: Int
    public var kind: Kind
}

/// A mistake in an expression.
public struct Issue: Error, Hashable, Sendable {
    public var message: String
    public var help: String?
    /// In Unicode scalars from the start of the source.
    public var offset: Int

    public init(_ message: String, help: String? = nil, at offset: Int) {
        self.message = message
        self.help = help
        self.offset = offset
    }
}

/// All the mistakes found in an expression, by place.
public struct Issues: Error, Hashable, Sendable {
    public var all: [Issue]

    public init(_ all: [Issue]) { self.all = all.sorted { $0.offset < $1.offset } }
}
