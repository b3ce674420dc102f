extension Parser {
    /// A call, or the macro that it is: by name, style and number of arguments.
    mutating func call(
        _ target: Expression?,
        _ name: String,
        _ arguments: [Expression],
        at offset: Int
    ) throws(Issue) -> Expression {
        if let target {
            if let macro = try memberMacro(target, name, arguments, at: offset) { return macro }
        } else if let macro = try globalMacro(name, arguments, at: offset) {
            return macro
        }
        return make(.call(target: target, function: name, arguments: arguments), at: offset)
    }

    private mutating func globalMacro(
        _ name: String,
        _ arguments: [Expression],
        at offset: Int
    ) throws(Issue) -> Expression? {
        guard name == "has" || name == "malformed", arguments.count == 1 else { return nil }
        guard case .select(let operand, let field, nil, false) = arguments[0].kind else {
            throw Issue("\(name)() asks for a field", help: "write \(name)(customer.field)", at: arguments[0].offset)
        }
        let test: Expression.FieldTest = name == "has" ? .present : .malformed
        return make(.select(operand, field: field, test: test, isOptional: false), at: arguments[0].offset)
    }

    private mutating func memberMacro(
        _ target: Expression,
        _ name: String,
        _ arguments: [Expression],
        at offset: Int
    ) throws(Issue) -> Expression? {
        if case .identifier("cel") = target.kind, name == "bind", arguments.count == 3 {
            let variable = try variable(arguments[0], of: name)
            return make(.bind(name: variable, value: arguments[1], body: arguments[2]), at: offset)
        }
        if name == "optMap" || name == "optFlatMap", arguments.count == 2 {
            return try optionalMap(target, name, arguments, at: offset)
        }
        if name == "sortBy", arguments.count == 2 {
            return try sorting(target, by: arguments[1], of: try variable(arguments[0], of: name), at: offset)
        }
        guard let shape = FoldShape(name: name, argumentCount: arguments.count) else { return nil }
        var variables: [String] = []
        for argument in arguments.prefix(shape.variables) {
            variables.append(try variable(argument, of: name))
        }
        if variables.count == 2, variables[0] == variables[1] {
            throw Issue("the two variables of \(name)() are both '\(variables[0])'", at: arguments[1].offset)
        }
        let rest = Array(arguments.dropFirst(shape.variables))
        let fold = Expression.Fold(
            kind: shape.kind,
            range: target,
            variables: variables,
            predicate: shape.hasPredicate ? rest.first : nil,
            transform: shape.hasTransform ? rest.last : nil
        )
        return make(.fold(fold), at: offset)
    }

    private func variable(_ expression: Expression, of macro: String) throws(Issue) -> String {
        guard case .identifier(let name) = expression.kind, !name.hasPrefix(".") else {
            throw Issue("\(macro)() needs a plain name for its variable here", at: expression.offset)
        }
        return name
    }

    /// `o.optMap(v, e)` is `o.hasValue() ? optional.of(bind v = o.value() in e) : optional.none()`, with `o` evaluated once.
    private mutating func optionalMap(
        _ target: Expression,
        _ name: String,
        _ arguments: [Expression],
        at offset: Int
    ) throws(Issue) -> Expression {
        let variable = try variable(arguments[0], of: name)
        let held = "@optional"
        func method(_ function: String, _ parser: inout Parser) -> Expression {
            let operand = parser.make(.identifier(held), at: offset)
            return parser.make(.call(target: operand, function: function, arguments: []), at: offset)
        }
        let value = method("value", &self)
        let mapped = make(.bind(name: variable, value: value, body: arguments[1]), at: offset)
        let result = name == "optMap" ? optionalCall("of", [mapped], at: offset) : mapped
        let hasValue = method("hasValue", &self)
        let empty = optionalCall("none", [], at: offset)
        let choice = makeCall("_?_:_", [hasValue, result, empty], at: offset)
        return make(.bind(name: held, value: target, body: choice), at: offset)
    }

    /// `l.sortBy(v, k)` is `bind s = l in @sortedByKeys(s, s.map(v, k))`.
    private mutating func sorting(
        _ target: Expression,
        by key: Expression,
        of variable: String,
        at offset: Int
    ) throws(Issue) -> Expression {
        let held = "@sorted"
        let range = make(.identifier(held), at: offset)
        let fold = Expression.Fold(kind: .map, range: range, variables: [variable], predicate: nil, transform: key)
        let keys = make(.fold(fold), at: offset)
        let list = make(.identifier(held), at: offset)
        return make(
            .bind(name: held, value: target, body: makeCall("@sortedByKeys", [list, keys], at: offset)), at: offset)
    }

    private mutating func optionalCall(_ function: String, _ arguments: [Expression], at offset: Int) -> Expression {
        let namespace = make(.identifier("optional"), at: offset)
        return make(.call(target: namespace, function: function, arguments: arguments), at: offset)
    }
}

/// How the arguments of a macro are divided into variables, condition and result.
private struct FoldShape {
    var kind: Expression.Fold.Kind
    var variables: Int
    var hasPredicate: Bool
    var hasTransform: Bool

    init?(name: String, argumentCount: Int) {
        switch (name, argumentCount) {
        case ("all", 2), ("all", 3): self.init(.all, argumentCount - 1, predicate: true)
        case ("exists", 2), ("exists", 3): self.init(.exists, argumentCount - 1, predicate: true)
        case ("exists_one", 2), ("existsOne", 2), ("exists_one", 3), ("existsOne", 3):
            self.init(.existsOne, argumentCount - 1, predicate: true)
        case ("filter", 2): self.init(.filter, 1, predicate: true)
        case ("map", 2): self.init(.map, 1, transform: true)
        case ("map", 3): self.init(.map, 1, predicate: true, transform: true)
        case ("transformList", 3): self.init(.transformList, 2, transform: true)
        case ("transformList", 4): self.init(.transformList, 2, predicate: true, transform: true)
        case ("transformMap", 3): self.init(.transformMap, 2, transform: true)
        case ("transformMap", 4): self.init(.transformMap, 2, predicate: true, transform: true)
        case ("transformMapEntry", 3): self.init(.transformMapEntry, 2, transform: true)
        case ("transformMapEntry", 4): self.init(.transformMapEntry, 2, predicate: true, transform: true)
        default: return nil
        }
    }

    private init(_ kind: Expression.Fold.Kind, _ variables: Int, predicate: Bool = false, transform: Bool = false) {
        self.kind = kind
        self.variables = variables
        hasPredicate = predicate
        hasTransform = transform
    }
}
