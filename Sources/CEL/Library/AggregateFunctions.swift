extension StandardLibrary {
    /// What a list of numbers, times or texts comes to, e.g. `invoices.map(i, i.amount).sum()`.
    static let aggregates: [FunctionDeclaration] = [
        FunctionDeclaration(
            "sum",
            "The sum of the elements; 0 of an empty list.",
            examples: [
                .init("[1, 2, 3].sum()", "6"), .init("[1.5, 2.5].sum()", "4.0"),
                .init("[duration('1m'), duration('30s')].sum()", "duration('90s')"), .init("[].sum()", "0"),
            ],
            overloads: summable.map { element in
                .member("list_\(element.name)_sum", [.list(element.type)], element.type) {
                    values throws(EvaluationError) in
                    try sum(try Arguments(values, of: "sum").list(0), zero: element.type.zeroValue)
                }
            }
        ),
        FunctionDeclaration(
            "avg",
            "The mean of the elements, as a double; an error for an empty list.",
            examples: [.init("[1, 2].avg()", "1.5")],
            overloads: summable.filter { $0.type != .duration }.map { element in
                .member("list_\(element.name)_avg", [.list(element.type)], .double) { values throws(EvaluationError) in
                    try mean(try Arguments(values, of: "avg").list(0))
                }
            }
        ),
        extreme("min", "The smallest element; an error for an empty list.", .init("[3, 1, 2].min()", "1"), .before),
        extreme(
            "max",
            "The largest element; an error for an empty list.",
            .init("['a', 'c', 'b'].max()", "'c'"),
            .after
        ),
    ]

    /// The first is what an empty list of unknown type counts as.
    private static let summable: [(name: String, type: CELType)] = [
        ("int", .int), ("uint", .uint), ("double", .double), ("duration", .duration),
    ]

    private static let comparable: [(name: String, type: CELType)] =
        summable + [("string", .string), ("timestamp", .timestamp), ("bool", .bool), ("bytes", .bytes)]

    private static func sum(_ elements: [Value], zero: Value) throws(EvaluationError) -> Value {
        guard var total = elements.first else { return zero }
        for element in elements.dropFirst() { total = try Arithmetic.add(total, element) }
        return total
    }

    private static func mean(_ elements: [Value]) throws(EvaluationError) -> Value {
        guard !elements.isEmpty else { throw EvaluationError("an empty list has no 'avg'") }
        var total = 0.0
        for element in elements {
            switch element {
            case .int(let number): total += Double(number)
            case .uint(let number): total += Double(number)
            case .double(let number): total += number
            default: throw .doesNotTake("avg", [.list(elements)])
            }
        }
        return .double(total / Double(elements.count))
    }

    private static func extreme(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ wanted: Value.Order
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: comparable.map { element in
                .metered("list_\(element.name)_\(name)", .member, [.list(element.type)], element.type) {
                    values, comparisons throws(EvaluationError) in
                    let elements = try Arguments(values, of: name).list(0)
                    try comparisons.charge(sizesOf: elements, times: 1)
                    guard var best = elements.first else { throw EvaluationError("an empty list has no '\(name)'") }
                    for element in elements.dropFirst() {
                        guard let order = element.order(to: best) else {
                            throw EvaluationError("the list has elements that have no order")
                        }
                        if order == wanted { best = element }
                    }
                    return best
                }
            }
        )
    }
}
