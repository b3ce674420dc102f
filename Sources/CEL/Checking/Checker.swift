/// Finds out what every name of an expression stands for and what type every part has.
///
/// It only rejects: what it accepts evaluates the same without it. All mistakes are found in one go; a part with a mistake has
/// the type `error`, which goes with everything, so that one mistake is said once.
public func check(_ expression: Expression, in environment: Environment) throws(Issues) -> CheckedExpression {
    var checker = Checker(environment: environment)
    _ = checker.type(of: expression)
    guard checker.issues.isEmpty else { throw Issues(checker.issues) }
    return checker.result(for: expression)
}

struct Checker {
    let environment: Environment
    let functions: [String: [FunctionDeclaration.Overload]]
    var issues: [Issue] = []
    var substitution = Substitution()
    /// Variables of the macros around the current node, innermost last.
    var scopes: [(name: String, type: CELType)] = []

    private var types: [Int: CELType] = [:]
    private var references: [Int: Reference] = [:]
    private var fieldReferences: [FieldReference] = []
    private var variableReferences: Set<String> = []

    init(environment: Environment) {
        self.environment = environment
        functions = environment.functionTable
    }

    func result(for expression: Expression) -> CheckedExpression {
        CheckedExpression(
            expression: expression,
            types: types.mapValues(substitution.final),
            references: references,
            fieldReferences: fieldReferences,
            variableReferences: variableReferences
        )
    }

    mutating func report(_ message: String, help: String? = nil, at offset: Int) -> CELType {
        issues.append(Issue(message, help: help, at: offset))
        return .error
    }

    mutating func note(_ reference: Reference, for node: Expression) {
        references[node.id] = reference
        if case .variable(let name) = reference { variableReferences.insert(name) }
    }

    mutating func noteField(_ field: String, of record: String, at offset: Int) {
        if !fieldReferences.contains(where: { $0.record == record && $0.field == field }) {
            fieldReferences.append(FieldReference(record: record, field: field, offset: offset))
        }
    }

    /// The type of a node, which is kept; place-holders may still be in it.
    mutating func type(of node: Expression) -> CELType {
        let type = substitution.resolve(freshType(of: node))
        types[node.id] = type
        return type
    }

    private mutating func freshType(of node: Expression) -> CELType {
        switch node.kind {
        case .literal(let value): value.staticType
        case .identifier(let name): typeOfName(name, node)
        case .select(let operand, let field, let test, let isOptional):
            selection(operand, field, test, isOptional, node)
        case .call(let target, let function, let arguments): call(target, function, arguments, node)
        case .list(let elements): list(elements)
        case .map(let entries): map(entries)
        case .message(let type, _): report("there is no message type '\(type)'", at: node.offset)
        case .fold(let fold): self.fold(fold)
        case .bind(let name, let value, let body): withVariables([(name, type(of: value))]) { $0.type(of: body) }
        }
    }

    mutating func withVariables(
        _ variables: [(name: String, type: CELType)],
        _ body: (inout Checker) -> CELType
    ) -> CELType {
        scopes.append(contentsOf: variables)
        defer { scopes.removeLast(variables.count) }
        return body(&self)
    }

    private mutating func list(_ elements: [Expression.Element]) -> CELType {
        var joined: CELType?
        for element in elements {
            let found = elementType(element.value, isOptional: element.isOptional)
            joined = joined.map { substitution.join($0, found) } ?? found
        }
        return .list(joined ?? substitution.fresh())
    }

    private mutating func map(_ entries: [Expression.Entry]) -> CELType {
        var key: CELType?
        var value: CELType?
        for entry in entries {
            let entryKey = type(of: entry.key)
            switch entryKey {
            case .bool, .int, .uint, .string, .dyn, .error, .parameter: break
            default:
                _ = report(
                    "\(named(entryKey)) cannot be a key", help: "keys are texts, whole numbers or bools",
                    at: entry.key.offset)
            }
            let entryValue = elementType(entry.value, isOptional: entry.isOptional)
            key = key.map { substitution.join($0, entryKey) } ?? entryKey
            value = value.map { substitution.join($0, entryValue) } ?? entryValue
        }
        return .map(key ?? substitution.fresh(), value ?? substitution.fresh())
    }

    /// `?x` in a list or map holds what the optional `x` wraps.
    private mutating func elementType(_ node: Expression, isOptional: Bool) -> CELType {
        let found = type(of: node)
        guard isOptional else { return found }
        let wrapped = substitution.fresh()
        if substitution.isAssignable(found, to: .optional(wrapped)) { return substitution.resolve(wrapped) }
        return report("'?' needs an optional value, not \(named(found))", at: node.offset)
    }

    private mutating func fold(_ fold: Expression.Fold) -> CELType {
        let range = type(of: fold.range)
        guard let variables = variableTypes(fold, over: range) else {
            return report(
                "\(fold.kind.rawValue)() runs over a list or a map, not over \(named(range))",
                at: fold.range.offset
            )
        }
        return withVariables(Array(zip(fold.variables, variables))) { checker in
            if let predicate = fold.predicate {
                let found = checker.type(of: predicate)
                if !checker.substitution.isAssignable(found, to: .bool) {
                    _ = checker.report(
                        "the condition of \(fold.kind.rawValue)() should be true or false, not \(checker.named(found))",
                        at: predicate.offset
                    )
                }
            }
            let transformed = fold.transform.map { checker.type(of: $0) }
            switch fold.kind {
            case .all, .exists, .existsOne: return .bool
            case .filter: return .list(variables[0])
            case .map, .transformList: return .list(transformed ?? .dyn)
            case .transformMap: return .map(variables[0], transformed ?? .dyn)
            case .transformMapEntry: return transformed ?? .dyn
            }
        }
    }

    /// The types of a macro's variables; nil when the range is neither list nor map.
    private func variableTypes(_ fold: Expression.Fold, over range: CELType) -> [CELType]? {
        let isPair = fold.variables.count == 2
        return switch substitution.resolve(range) {
        case .list(let element): isPair ? [.int, element] : [element]
        case .map(let key, let value): isPair ? [key, value] : [key]
        case .dyn, .error, .parameter: isPair ? [.dyn, .dyn] : [.dyn]
        default: nil
        }
    }

    /// Functions that can be called by name, sorted.
    var functionNames: [String] { functions.keys.filter { $0.first?.isLetter == true }.sorted() }

    func named(_ type: CELType) -> String {
        switch substitution.final(type) {
        case .record(let name): "a \(name) record"
        case .dyn: "a value of any type"
        case let other: "\(other)"
        }
    }
}

extension Value {
    /// The type a literal has.
    var staticType: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .duration: .duration
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .type: .type(nil)
        case .optional: .optional(.dyn)
        case .record(let record): .record(record.recordType.name)
        case .opaque(let value): .opaque(value.typeName, [])
        }
    }
}

extension Environment {
    /// Overloads by function name.
    var functionTable: [String: [FunctionDeclaration.Overload]] {
        Dictionary(functions.map { ($0.name, $0.overloads) }, uniquingKeysWith: +)
    }
}
