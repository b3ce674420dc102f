/// An expression compiled for evaluation, once for any number of rows. Evaluation may happen on several threads at once.
public struct Program: Sendable {
    typealias Node = @Sendable (Frame) throws(EvaluationError) -> Value

    private let root: Node
    private let slotCount: Int
    private let steps: Int

    public init(_ checked: CheckedExpression, in environment: Environment) {
        self.init(checked.expression, checked: checked, environment)
    }

    /// For an expression that was not checked: names are resolved, and overloads chosen, as it runs.
    public init(unchecked expression: Expression, in environment: Environment) {
        self.init(expression, checked: nil, environment)
    }

    private init(_ expression: Expression, checked: CheckedExpression?, _ environment: Environment) {
        var compiler = ProgramCompiler(environment: environment, checked: checked)
        root = compiler.compile(expression)
        slotCount = compiler.slotCount
        steps = environment.limits.steps
    }

    public func evaluate(_ activation: Activation) -> Result<Value, EvaluationError> {
        let frame = Frame(activation: activation, slotCount: slotCount, steps: steps)
        do {
            return .success(try root(frame))
        } catch {
            return .failure(error)
        }
    }
}

/// Turns an expression into closures: names become slots or variables, overloads are chosen as far as types are known.
struct ProgramCompiler {
    typealias Node = Program.Node

    let environment: Environment
    let checked: CheckedExpression?
    private let functions: [String: [FunctionDeclaration.Overload]]
    private var scopes: [(name: String, slot: Int)] = []
    private(set) var slotCount = 0

    init(environment: Environment, checked: CheckedExpression?) {
        self.environment = environment
        self.checked = checked
        functions = environment.functionTable
    }

    mutating func compile(_ node: Expression) -> Node {
        let offset = node.offset
        let body = compileKind(node)
        return { frame throws(EvaluationError) in
            do throws(EvaluationError) {
                try frame.spend()
                return try body(frame)
            } catch {
                throw error.at(offset)
            }
        }
    }

    private mutating func compileKind(_ node: Expression) -> Node {
        switch node.kind {
        case .literal(let value): return { _ in value }
        case .identifier(let name): return self.name(name, node)
        case .select(let operand, let field, let test, let isOptional):
            return selection(operand, field, test, isOptional, node)
        case .call(let target, let function, let arguments): return call(target, function, arguments, node)
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries)
        case .message(let type, _): return { _ throws(EvaluationError) in throw EvaluationError("there is no message type '\(type)'") }
        case .fold(let fold): return self.fold(fold)
        case .bind(let name, let value, let body):
            let held = compile(value)
            let (slots, inner) = withVariables([name]) { $0.compile(body) }
            let slot = slots[0]
            return { frame throws(EvaluationError) in
                frame.slots[slot] = try held(frame)
                return try inner(frame)
            }
        }
    }

    mutating func withVariables<Result>(
        _ names: [String],
        _ body: (inout ProgramCompiler) -> Result
    ) -> (slots: [Int], result: Result) {
        let slots = names.indices.map { slotCount + $0 }
        slotCount += names.count
        scopes.append(contentsOf: zip(names, slots).map { ($0, $1) })
        defer { scopes.removeLast(names.count) }
        return (slots, body(&self))
    }

    func slot(of name: String) -> Int? { scopes.last { $0.name == name }?.slot }

    // MARK: Names

    private func name(_ name: String, _ node: Expression) -> Node {
        if let slot = slot(of: name) { return { $0.slots[slot] } }
        switch checked?.reference(of: node) {
        case .variable(let variable)?: return Self.variable(variable)
        case .type(let type)?: return { _ in .type(TypeValue(name: type)) }
        default: break
        }
        let candidates = Checker.candidates(name, container: environment.container)
        return { frame throws(EvaluationError) in
            guard let value = Self.find(candidates, frame) else { throw EvaluationError("unknown name '\(name)'") }
            return value
        }
    }

    private static func variable(_ name: String) -> Node {
        { frame throws(EvaluationError) in
            guard let value = frame.activation[name] else { throw EvaluationError("'\(name)' has no value") }
            return value
        }
    }

    static func find(_ candidates: [String], _ frame: Frame) -> Value? {
        for candidate in candidates {
            if let value = frame.activation[candidate] { return value }
            if TypeNames.type(named: candidate) != nil { return .type(TypeValue(name: candidate)) }
        }
        return nil
    }

    /// The names for which a chain of selections may stand as a whole; none when a macro's variable begins it.
    private func wholeNames(_ node: Expression) -> [String] {
        guard let name = node.dottedName, slot(of: String(name.prefix { $0 != "." })) == nil else { return [] }
        return Checker.candidates(name, container: environment.container)
    }

    // MARK: Selections

    private mutating func selection(
        _ operand: Expression,
        _ field: String,
        _ test: Expression.FieldTest?,
        _ isOptional: Bool,
        _ node: Expression
    ) -> Node {
        switch checked?.reference(of: node) {
        case .variable(let variable)?: return Self.variable(variable)
        case .type(let type)?: return { _ in .type(TypeValue(name: type)) }
        default: break
        }
        let owner = compile(operand)
        if let test { return fieldTest(owner, field, test) }
        let read = fieldReader(operand, field)
        let whole = checked == nil && !isOptional ? wholeNames(node) : []
        return { frame throws(EvaluationError) in
            if !whole.isEmpty, let value = Self.find(whole, frame) { return value }
            let value = try owner(frame)
            if case .optional(let wrapped) = value {
                guard let wrapped, let found = Fields.find(wrapped, field) else { return .optional(nil) }
                return .optional(found)
            }
            if isOptional { return .optional(Fields.find(value, field)) }
            return try read(value)
        }
    }

    /// Reads a field; where the record's type is known, by its index.
    private func fieldReader(
        _ operand: Expression,
        _ field: String
    ) -> @Sendable (Value) throws(EvaluationError) -> Value {
        if case .record(let name)? = checked?.type(of: operand), let type = environment.recordTypes[name],
            let index = type.index(of: field)
        {
            let zero = type.fields[index].type.zeroValue
            return { value throws(EvaluationError) in
                guard case .record(let record) = value else { return try Fields.read(value, field) }
                if record.recordType === type { return record.value(at: index) ?? zero }
                return record is EmptyRecord ? zero : try Fields.read(value, field)
            }
        }
        return { value throws(EvaluationError) in try Fields.read(value, field) }
    }

    private func fieldTest(_ owner: @escaping Node, _ field: String, _ test: Expression.FieldTest) -> Node {
        { frame throws(EvaluationError) in
            var value = try owner(frame)
            if case .optional(let wrapped) = value {
                guard let wrapped else { return .bool(false) }
                value = wrapped
            }
            return switch test {
            case .present: .bool(try Fields.isPresent(value, field))
            case .malformed: .bool(try Fields.isMalformed(value, field))
            }
        }
    }

    // MARK: Lists and maps

    private mutating func list(_ elements: [Expression.Element]) -> Node {
        let parts = elements.map { (compile($0.value), $0.isOptional) }
        return { frame throws(EvaluationError) in
            var values: [Value] = []
            values.reserveCapacity(parts.count)
            for (part, isOptional) in parts {
                let value = try part(frame)
                guard isOptional else {
                    values.append(value)
                    continue
                }
                if let wrapped = try value.unwrapped() { values.append(wrapped) }
            }
            return .list(values)
        }
    }

    private mutating func map(_ entries: [Expression.Entry]) -> Node {
        let parts = entries.map { (compile($0.key), compile($0.value), $0.isOptional) }
        return { frame throws(EvaluationError) in
            var map = MapValue()
            for (key, part, isOptional) in parts {
                let key = try key(frame)
                var value = try part(frame)
                if isOptional {
                    guard let wrapped = try value.unwrapped() else { continue }
                    value = wrapped
                }
                try map.add(value, at: key)
            }
            return .map(map)
        }
    }

    // MARK: Calls

    private mutating func call(
        _ target: Expression?,
        _ function: String,
        _ arguments: [Expression],
        _ node: Expression
    ) -> Node {
        if target == nil, let node = operation(function, arguments) { return node }
        if let target, let namespace = target.dottedName,
            let overloads = globalOverloads("\(namespace).\(function)")
        {
            return apply(function, overloads, arguments.map { compile($0) }, node)
        }
        if let target {
            let overloads = (functions[function] ?? []).filter { $0.style == .member }
            return apply(function, overloads, ([target] + arguments).map { compile($0) }, node)
        }
        let parts = arguments.map { compile($0) }
        return apply(function, globalOverloads(function) ?? [], parts, node, constants: arguments)
    }

    private func globalOverloads(_ name: String) -> [FunctionDeclaration.Overload]? {
        for candidate in Checker.candidates(name, container: environment.container) {
            let overloads = (functions[candidate] ?? []).filter { $0.style == .global }
            if !overloads.isEmpty { return overloads }
        }
        return nil
    }

    private func apply(
        _ function: String,
        _ overloads: [FunctionDeclaration.Overload],
        _ arguments: [Node],
        _ node: Expression,
        constants: [Expression] = []
    ) -> Node {
        var overloads = overloads.filter { $0.parameters.count == arguments.count }
        if case .overloads(let ids)? = checked?.reference(of: node) { overloads = overloads.filter { ids.contains($0.id) } }
        let candidates = overloads
        return { frame throws(EvaluationError) in
            var values: [Value] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments { values.append(try argument(frame)) }
            for overload in candidates where overload.accepts(values) {
                return try overload.implementation.apply(values, frame)
            }
            let types = values.map { $0.type.name }.joined(separator: ", ")
            throw EvaluationError("no such overload: \(function)(\(types))")
        }
    }
}

extension EvaluationError {
    /// The same with a place, unless it has one from further inside.
    func at(_ offset: Int) -> EvaluationError {
        guard self.offset == nil else { return self }
        var located = self
        located.offset = offset
        return located
    }
}
