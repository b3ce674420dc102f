typealias Body = @Sendable ([Value]) throws(EvaluationError) -> Value

extension FunctionDeclaration {
    /// A function that is called as `name(…)`, with one overload for each type of its only argument.
    static func conversion(
        _ name: String,
        _ documentation: String,
        examples: [Example],
        from types: [(String, CELType)],
        to result: CELType,
        others: [Overload] = [],
        _ body: @escaping @Sendable (Value) throws(EvaluationError) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: examples,
            overloads: types.map { type in
                .global("\(type.0)_to_\(name)", [type.1], result) { values throws(EvaluationError) in
                    try body(values[0])
                }
            } + others
        )
    }
}

extension FunctionDeclaration.Overload {
    static func global(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ body: @escaping Body
    ) -> FunctionDeclaration.Overload {
        FunctionDeclaration.Overload(id, .global, parameters, result, .general(body))
    }

    static func metered(
        _ id: String,
        _ style: FunctionDeclaration.Style,
        _ parameters: [CELType],
        _ result: CELType,
        _ body: @escaping @Sendable ([Value], inout Comparisons) throws(EvaluationError) -> Value
    ) -> FunctionDeclaration.Overload {
        FunctionDeclaration.Overload(
            id, style, parameters, result,
            .metered { values, steps throws(EvaluationError) in
                var comparisons = Comparisons(left: steps)
                defer { steps = comparisons.left }
                return try body(values, &comparisons)
            })
    }

    static func member(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ body: @escaping Body
    ) -> FunctionDeclaration.Overload {
        FunctionDeclaration.Overload(id, .member, parameters, result, .general(body))
    }
}

/// The arguments of a call by their types; a call whose arguments have others is an error, as it may be when no checker has
/// looked at it.
struct Arguments {
    let function: String
    let values: [Value]

    init(_ values: [Value], of function: String) {
        self.values = values
        self.function = function
    }

    var wrongTypes: EvaluationError { .doesNotTake(function, values) }

    func string(_ index: Int) throws(EvaluationError) -> String {
        guard case .string(let value) = values[index] else { throw wrongTypes }
        return value
    }

    func int(_ index: Int) throws(EvaluationError) -> Int64 {
        guard case .int(let value) = values[index] else { throw wrongTypes }
        return value
    }

    func double(_ index: Int) throws(EvaluationError) -> Double {
        guard case .double(let value) = values[index] else { throw wrongTypes }
        return value
    }

    func list(_ index: Int) throws(EvaluationError) -> [Value] {
        guard case .list(let value) = values[index] else { throw wrongTypes }
        return value
    }

    func optional(_ index: Int) throws(EvaluationError) -> Value? {
        guard case .optional(let value) = values[index] else { throw wrongTypes }
        return value
    }
}
