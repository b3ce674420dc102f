/// Sums, extremes and the like over lists.
enum ListFunctions {
    static let all: [FunctionDeclaration] = [sum, avg, min, max, distinct]

    private static func member(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ types: [(element: CELType, result: CELType)],
        _ body: @escaping @Sendable ([Value]) throws(EvaluationError) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name,
            documentation,
            examples: [example],
            overloads: types.map { type in
                .init(
                    "list_\(type.element)_\(name)", .member, [.list(type.element)], type.result,
                    .general { values throws(EvaluationError) in
                        guard case .list(let items) = values[0] else { throw EvaluationError("\(name)() needs a list") }
                        if items.isEmpty { return try empty(name, type.result) }
                        return try body(items)
                    }
                )
            }
        )
    }

    private static func empty(_ name: String, _ result: CELType) throws(EvaluationError) -> Value {
        switch name {
        case "sum": result.zeroValue
        case "distinct": .list([])
        default: throw EvaluationError("\(name)() of an empty list")
        }
    }

    private static let numbers: [(element: CELType, result: CELType)] = [
        (.double, .double), (.int, .int), (.uint, .uint), (.duration, .duration),
    ]

    private static let sum = member(
        "sum", "The sum of the elements; of none, zero.", .init("[1, 2, 3].sum()", "6"), numbers
    ) { items throws(EvaluationError) in
        var total = items[0]
        for item in items.dropFirst() {
            guard let add = Operators.binary["_+_"] else { break }
            total = try add(total, item)
        }
        return total
    }

    private static let avg = member(
        "avg", "The mean of the elements, as a decimal.", .init("[1, 2].avg()", "1.5"),
        [(.double, .double), (.int, .double)]
    ) { items in
        let total = items.reduce(0.0) { sum, item in
            switch item {
            case .double(let number): sum + number
            case .int(let number): sum + Double(number)
            default: sum
            }
        }
        return .double(total / Double(items.count))
    }

    private static let ordered: [(element: CELType, result: CELType)] = [
        CELType.double, .int, .uint, .string, .bool, .timestamp, .duration,
    ].map { ($0, $0) }

    private static let min = member(
        "min", "The smallest element; of none, an error.", .init("[3, 1, 2].min()", "1"), ordered
    ) { items throws(EvaluationError) in try extreme(items, .less) }

    private static let max = member(
        "max", "The largest element; of none, an error.", .init("[3, 1, 2].max()", "3"), ordered
    ) { items throws(EvaluationError) in try extreme(items, .greater) }

    private static func extreme(_ items: [Value], _ wanted: Value.Order) throws(EvaluationError) -> Value {
        var best = items[0]
        for item in items.dropFirst() {
            guard let order = item.compare(best) else { throw EvaluationError("the elements cannot be compared") }
            if order == wanted { best = item }
        }
        return best
    }

    private static let distinct = member(
        "distinct", "The elements without repetitions, in order of appearance.", .init("[1, 2, 1].distinct()", "[1, 2]"),
        [(.parameter("A"), .list(.parameter("A")))]
    ) { items in
        var kept: [Value] = []
        for item in items where !kept.contains(where: { $0.isEqual(to: item) }) { kept.append(item) }
        return .list(kept)
    }
}
