/// Turns an expression into nodes: names into slots, functions into overloads, literal patterns into regular expressions.
struct NodeCompiler {
    private let checked: CheckedExpression?
    private let environment: Environment
    private let functions: FunctionTable
    private let typeNames: Set<String>
    /// Macros' variables in sight, the innermost last.
    private var scope: [(name: String, slot: Int, isBound: Bool, constant: Value?)] = []
    /// How many times the expression at hand is compiled, for the literals that a macro runs over.
    private var copies = 1
    private static let copyLimit = 32
    private var depth = 0
    private var indices: [String: Int] = [:]
    private(set) var slotCount = 0
    private(set) var variableNames: [String] = []

    init(checked: CheckedExpression?, environment: Environment) {
        self.checked = checked
        self.environment = environment
        functions = FunctionTable(environment.functions)
        typeNames = environment.typeNames
    }

    /// Chains without an end of their own, such as `a.b.c…`, may go deeper than the parser's nesting.
    private var depthLimit: Int { environment.limits.nesting * 4 }

    mutating func node(for expression: Expression) -> any Node {
        depth += 1
        defer { depth -= 1 }
        let offset = expression.offset
        guard depth <= depthLimit else {
            return ErrorNode(EvaluationError("the expression is nested too deeply", kind: .budget, at: offset))
        }
        if let node = referredNode(for: expression) { return node }
        switch expression.kind {
        case .literal(let value): return ConstantNode(value)
        case .identifier: return dottedName(expression) ?? unknown(expression)
        case .select(let operand, let field, nil, let isOptional):
            if !isOptional, checked == nil, let node = dottedName(expression) { return node }
            return SelectNode(
                node(for: operand),
                field: field,
                isOptional: isOptional,
                missingIsNull: environment.readsMissingMembersAsNull,
                recordType: recordType(of: operand),
                offset: offset
            )
        case .select(let operand, let field, let test?, _):
            return FieldTestNode(
                node(for: operand),
                field: field,
                test: test,
                missingIsNull: environment.readsMissingMembersAsNull,
                offset: offset
            )
        case .call(let target, let function, let arguments):
            return call(expression, target: target, function, arguments)
        case .list(let elements): return list(elements, at: offset)
        case .map(let entries): return map(entries, at: offset)
        case .message(let type, _):
            return ErrorNode(EvaluationError("values of type '\(type)' cannot be made", at: offset))
        case .fold(let fold): return self.fold(fold, at: offset)
        case .bind(let name, let value, let body):
            let bound = node(for: value)
            return inScope([name], areBound: true) { compiler, slots in
                BindNode(slot: slots[0], bound: bound, body: compiler.node(for: body))
            }
        }
    }

    /// The node for what the checker found the name to be.
    private mutating func referredNode(for expression: Expression) -> (any Node)? {
        switch expression.kind {
        case .identifier(let name):
            if let variable = scope.last(where: { $0.name == name }) {
                if let constant = variable.constant { return ConstantNode(constant) }
                return variable.isBound ? BoundNameNode(variable.slot) : SlotNode(variable.slot)
            }
        case .select(_, _, nil, false): break
        default: return nil
        }
        switch checked?.reference(of: expression) {
        case .variable(let name):
            return VariableNode(index: index(of: name), symbol: Symbol(name), offset: expression.offset)
        case .type(let name): return ConstantNode(.type(TypeValue(name: name)))
        case .overloads, nil: return nil
        }
    }

    private mutating func index(of variable: String) -> Int {
        if let known = indices[variable] { return known }
        indices[variable] = variableNames.count
        variableNames.append(variable)
        return variableNames.count - 1
    }

    /// A name that no checker has looked at; nil when it does not begin with a name of the environment.
    private func dottedName(_ expression: Expression) -> DottedNameNode? {
        guard let path = expression.path, !isInScope(path) else { return nil }
        let candidates = (1...path.count).reversed().map { count in
            DottedNameNode.Candidate(
                names: candidateNames(path.prefix(count).joined(separator: ".")),
                fields: Array(path.dropFirst(count))
            )
        }
        return DottedNameNode(
            name: path.joined(separator: "."),
            candidates: candidates,
            typeNames: typeNames,
            offset: expression.offset
        )
    }

    private func isInScope(_ path: [String]) -> Bool { scope.contains { $0.name == path.first } }

    /// For `b` in the container `x.y`: `x.y.b`, `x.b`, `b`; for `.b` only `b`.
    private func candidateNames(_ name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        let parts = environment.container.split(separator: ".")
        return (0...parts.count).reversed().map { (parts.prefix($0).map(String.init) + [name]).joined(separator: ".") }
    }

    private func unknown(_ expression: Expression) -> any Node {
        guard case .identifier(let name) = expression.kind else { return ConstantNode(.null) }
        return ErrorNode(EvaluationError.unknownName(name).placed(at: expression.offset))
    }

    private func recordType(of operand: Expression) -> RecordType? {
        guard case .record(let name) = checked?.type(of: operand) else { return nil }
        return environment.recordTypes[name]
    }

    private mutating func list(_ elements: [Expression.Element], at offset: Int) -> any Node {
        var nodes: [(node: any Node, isOptional: Bool)] = []
        for element in elements { nodes.append((node(for: element.value), element.isOptional)) }
        let constants = nodes.compactMap { $0.isOptional ? nil : ($0.node as? ConstantNode)?.constant }
        return constants.count == nodes.count ? ConstantNode(.list(constants)) : ListNode(nodes, offset: offset)
    }

    private mutating func map(_ entries: [Expression.Entry], at offset: Int) -> any Node {
        var nodes: [(key: any Node, value: any Node, isOptional: Bool)] = []
        for entry in entries { nodes.append((node(for: entry.key), node(for: entry.value), entry.isOptional)) }
        return MapNode(nodes, offset: offset)
    }

    private mutating func fold(_ fold: Expression.Fold, at offset: Int) -> any Node {
        let range = node(for: fold.range)
        guard (1...2).contains(fold.variables.count) else {
            return ErrorNode(EvaluationError("'\(fold.kind.rawValue)' takes one variable or two", at: offset))
        }
        if let unrolled = unrolled(fold, over: range, at: offset) { return unrolled }
        return inScope(fold.variables) { compiler, slots in
            FoldNode(
                fold.kind,
                over: range,
                slots: (slots[0], slots.count == 2 ? slots[1] : nil),
                predicate: fold.predicate.map { compiler.node(for: $0) },
                transform: fold.transform.map { compiler.node(for: $0) },
                offset: offset
            )
        }
    }

    /// A `map` or `filter` over a few literals: the pieces for each of them, in which what is made of literals is one too.
    private mutating func unrolled(_ fold: Expression.Fold, over range: any Node, at offset: Int) -> (any Node)? {
        guard fold.kind == .map || fold.kind == .filter, fold.variables.count == 1,
            case .list(let elements)? = (range as? ConstantNode)?.constant, copies * elements.count <= Self.copyLimit
        else { return nil }
        let outer = copies
        copies *= max(1, elements.count)
        defer { copies = outer }
        var pieces: [UnrolledListNode.Piece] = []
        for element in elements {
            let piece: UnrolledListNode.Piece = inScope(fold.variables, constant: element) { compiler, _ in
                let predicate = fold.predicate.map { compiler.node(for: $0) }
                let transform = fold.transform.map { compiler.node(for: $0) }
                return (predicate, transform ?? ConstantNode(element))
            }
            pieces.append(piece)
        }
        let constants = pieces.compactMap { $0.predicate == nil ? ($0.element as? ConstantNode)?.constant : nil }
        guard constants.count < pieces.count else { return ConstantNode(.list(constants)) }
        return UnrolledListNode(pieces, offset: offset)
    }

    private mutating func inScope<Result>(
        _ variables: [String],
        areBound: Bool = false,
        constant: Value? = nil,
        _ body: (inout NodeCompiler, [Int]) -> Result
    ) -> Result {
        let first = scope.count
        for variable in variables { scope.append((variable, scope.count, areBound, constant)) }
        defer { scope.removeLast(variables.count) }
        slotCount = max(slotCount, scope.count)
        return body(&self, Array(first..<scope.count))
    }
}

extension NodeCompiler {
    private mutating func call(
        _ expression: Expression,
        target: Expression?,
        _ function: String,
        _ arguments: [Expression]
    ) -> any Node {
        if target == nil, let node = operation(expression, function, arguments) { return node }
        let offset = expression.offset
        var name = function
        var overloads: [FunctionDeclaration.Overload] = []
        var isNamespaced = false
        if let target, let path = target.path, !isInScope(path) {
            let full = (path + [function]).joined(separator: ".")
            if let found = candidateNames(full).first(where: { functions.has($0, .global) }) {
                (name, overloads, isNamespaced) = (found, functions.overloads(of: found, .global), true)
            }
        }
        if !isNamespaced {
            if target != nil {
                overloads = functions.overloads(of: function, .member)
            } else if let found = candidateNames(function).first(where: { functions.has($0, .global) }) {
                (name, overloads) = (found, functions.overloads(of: found, .global))
            }
        }
        if case .overloads(let ids) = checked?.reference(of: expression) {
            let chosen = overloads.filter { ids.contains($0.id) }
            if !chosen.isEmpty { overloads = chosen }
        }
        guard !overloads.isEmpty else { return ErrorNode(EvaluationError.unknownFunction(function).placed(at: offset)) }
        var nodes: [any Node] = []
        if let target, !isNamespaced { nodes.append(node(for: target)) }
        for argument in arguments { nodes.append(node(for: argument)) }
        if name == "matches", nodes.count == 2 { return MatchNode(nodes[0], nodes[1], offset: offset) }
        if nodes.count == 2,
            overloads.contains(where: { ["optional_or_optional", "optional_orValue_value"].contains($0.id) })
        {
            return AlternativeNode(nodes[0], nodes[1], unwraps: name == "orValue", offset: offset)
        }
        return CallNode(name, overloads, nodes, offset: offset)
    }

    /// Nil for what is no operator, or has not the operator's number of arguments.
    private mutating func operation(
        _ expression: Expression,
        _ function: String,
        _ arguments: [Expression]
    ) -> (any Node)? {
        let offset = expression.offset
        switch (function, arguments.count) {
        case ("_&&_", 2), ("_||_", 2):
            var operands: [any Node] = []
            for operand in expression.operands(of: function) { operands.append(node(for: operand)) }
            return JunctionNode(operands, settledBy: function == "_||_", offset: offset)
        case ("_?_:_", 3):
            return ConditionalNode(
                node(for: arguments[0]),
                node(for: arguments[1]),
                node(for: arguments[2]),
                offset: offset
            )
        case ("_==_", 2), ("_!=_", 2):
            return EqualityNode(node(for: arguments[0]), node(for: arguments[1]), isNegated: function == "_!=_")
        case ("_[_]", 2), ("_[?_]", 2):
            let isOptional = function == "_[?_]"
            return IndexNode(
                node(for: arguments[0]),
                node(for: arguments[1]),
                isOptional: isOptional,
                missingIsNull: environment.readsMissingMembersAsNull,
                offset: offset
            )
        case ("@in", 2): return MembershipNode(node(for: arguments[0]), node(for: arguments[1]), offset: offset)
        case ("!_", 1): return UnaryNode(.not, node(for: arguments[0]), offset: offset)
        case ("-_", 1): return UnaryNode(.negate, node(for: arguments[0]), offset: offset)
        case (_, 2):
            if let relation = OrderingNode.Relation(rawValue: function) {
                return OrderingNode(relation, node(for: arguments[0]), node(for: arguments[1]), offset: offset)
            }
            return Arithmetic(rawValue: function) == nil ? nil : arithmetic(expression)
        default: return nil
        }
    }

    private mutating func arithmetic(_ expression: Expression) -> any Node {
        var steps: [(operation: Arithmetic, operand: Expression, offset: Int)] = []
        var first = expression
        while case .call(nil, let function, let arguments) = first.kind, arguments.count == 2,
            let operation = Arithmetic(rawValue: function)
        {
            steps.append((operation, arguments[1], first.offset))
            first = arguments[0]
        }
        let start = node(for: first)
        var rest: [(operation: Arithmetic, node: any Node, offset: Int)] = []
        for step in steps.reversed() { rest.append((step.operation, node(for: step.operand), step.offset)) }
        let node = ArithmeticNode(start, rest)
        guard start is ConstantNode, rest.allSatisfy({ $0.node is ConstantNode }) else { return node }
        // What fails does so where it is reached.
        let frame = Frame(Activation(), slotCount: 0, variableNames: [], stepLimit: 1000)
        return (try? node.value(in: frame)).map { ConstantNode($0) } ?? node
    }
}
