extension StandardLibrary {
    private static let a = CELType.parameter("A")
    static let longestList = 1_000_000

    /// Source: cel-go, ext/lists.go; `min`, `max`, `sum`, `isSorted`, `indexOf` as in Kubernetes.
    static let lists: [FunctionDeclaration] = [
        FunctionDeclaration(
            "distinct",
            "Each element once, where it first stands.",
            examples: [.init("[1, 2, 1].distinct()", "[1, 2]")],
            overloads: [
                .metered("list_distinct", .member, [.list(a)], .list(a)) {
                    values, comparisons throws(EvaluationError) in
                    .list(try distinct(try Arguments(values, of: "distinct").list(0), &comparisons))
                }
            ]
        ),
        FunctionDeclaration(
            "sort",
            "The elements in their order; all of one type.",
            examples: [.init("[3, 1, 2].sort()", "[1, 2, 3]")],
            overloads: [
                .metered("list_sort", .member, [.list(a)], .list(a)) { values, comparisons throws(EvaluationError) in
                    let elements = try Arguments(values, of: "sort").list(0)
                    return .list(try positions(ofSorted: elements, &comparisons).map { elements[$0] })
                }
            ]
        ),
        FunctionDeclaration(
            "@sortedByKeys",
            "What the macro `sortBy` comes to: the elements in the order of their keys, equal ones as they stood.",
            examples: [.init("['ccc', 'a', 'bb'].sortBy(s, size(s))", "['a', 'bb', 'ccc']")],
            overloads: [
                .metered("list_sorted_by_keys", .global, [.list(a), .list(.parameter("K"))], .list(a)) {
                    values, comparisons throws(EvaluationError) in
                    let arguments = Arguments(values, of: "sortBy")
                    let elements = try arguments.list(0)
                    let keys = try arguments.list(1)
                    guard keys.count == elements.count else { throw arguments.wrongTypes }
                    return .list(try positions(ofSorted: keys, &comparisons).map { elements[$0] })
                }
            ]
        ),
        FunctionDeclaration(
            "isSorted",
            "No element stands before a smaller one.",
            examples: [.init("[1, 1, 2].isSorted()", "true"), .init("[2, 1].isSorted()", "false")],
            overloads: [
                .metered("list_is_sorted", .member, [.list(a)], .bool) {
                    values, comparisons throws(EvaluationError) in
                    let elements = try Arguments(values, of: "isSorted").list(0)
                    try comparisons.charge(sizesOf: elements, times: 1)
                    for (element, next) in zip(elements, elements.dropFirst()) {
                        guard let order = element.order(to: next) else {
                            throw EvaluationError("the list has elements that have no order")
                        }
                        if order == .after { return .bool(false) }
                    }
                    return .bool(true)
                }
            ]
        ),
        FunctionDeclaration(
            "slice",
            "The elements from one position to before another.",
            examples: [.init("[1, 2, 3, 4].slice(1, 3)", "[2, 3]")],
            overloads: [
                .member("list_slice", [.list(a), .int, .int], .list(a)) { values throws(EvaluationError) in
                    let arguments = Arguments(values, of: "slice")
                    let elements = try arguments.list(0)
                    let start = try arguments.int(1)
                    let end = try arguments.int(2)
                    guard 0 <= start, start <= end, end <= Int64(elements.count) else {
                        throw .index(of: elements.count)
                    }
                    return .list(Array(elements[Int(start)..<Int(end)]))
                }
            ]
        ),
        FunctionDeclaration(
            "flatten",
            "Lists within the list opened up, one level deep or so many.",
            examples: [.init("[[1], [2, 3]].flatten()", "[1, 2, 3]"), .init("[[1, [2]]].flatten(2)", "[1, 2]")],
            overloads: [
                .member("list_flatten", [.list(.list(a))], .list(a)) { values throws(EvaluationError) in
                    .list(try flatten(try Arguments(values, of: "flatten").list(0), depth: 1))
                },
                .member("list_flatten_dyn", [.list(.dyn)], .list(.dyn)) { values throws(EvaluationError) in
                    .list(try flatten(try Arguments(values, of: "flatten").list(0), depth: 1))
                },
                .member("list_flatten_int", [.list(.dyn), .int], .list(.dyn)) { values throws(EvaluationError) in
                    let arguments = Arguments(values, of: "flatten")
                    let depth = try arguments.int(1)
                    guard depth >= 0 else { throw EvaluationError("a list cannot be flattened to a negative depth") }
                    return .list(try flatten(try arguments.list(0), depth: depth))
                },
            ]
        ),
        FunctionDeclaration(
            "lists.range",
            "The numbers from 0 to before the given one.",
            examples: [.init("lists.range(3)", "[0, 1, 2]")],
            overloads: [
                .global("lists_range", [.int], .list(.int)) { values throws(EvaluationError) in
                    let count = try Arguments(values, of: "lists.range").int(0)
                    guard count <= longestList else { throw listTooLong }
                    return .list((0..<max(0, count)).map { .int($0) })
                }
            ]
        ),
        FunctionDeclaration(
            "first",
            "The first element, as an optional that is empty for an empty list.",
            examples: [.init("[7, 8].first().value()", "7")],
            overloads: [
                .member("list_first", [.list(a)], .optional(a)) { values throws(EvaluationError) in
                    .optional(try Arguments(values, of: "first").list(0).first)
                }
            ]
        ),
        FunctionDeclaration(
            "last",
            "The last element, as an optional that is empty for an empty list.",
            examples: [.init("[7, 8].last().value()", "8")],
            overloads: [
                .member("list_last", [.list(a)], .optional(a)) { values throws(EvaluationError) in
                    .optional(try Arguments(values, of: "last").list(0).last)
                }
            ]
        ),
    ]

    /// The overloads of `indexOf` and `lastIndexOf` for lists; the functions stand with the texts.
    static let indexOfElement: FunctionDeclaration.Overload = .metered("list_index_of", .member, [.list(a), a], .int) {
        values, comparisons throws(EvaluationError) in
        let elements = try Arguments(values, of: "indexOf").list(0)
        return .int(try comparisons.firstIndex(of: values[1], in: elements).map(Int64.init) ?? -1)
    }

    static let lastIndexOfElement: FunctionDeclaration.Overload = .metered(
        "list_last_index_of", .member, [.list(a), a], .int
    ) {
        values, comparisons throws(EvaluationError) in
        let elements = try Arguments(values, of: "lastIndexOf").list(0)
        let fromEnd = try comparisons.firstIndex(of: values[1], in: elements.reversed())
        return .int(fromEnd.map { Int64(elements.count - 1 - $0) } ?? -1)
    }

    /// Positions in the order of the elements there, equal ones as they stand; an error when some have no order in common.
    private static func positions(
        ofSorted elements: [Value],
        _ comparisons: inout Comparisons
    ) throws(EvaluationError) -> [Int] {
        try comparisons.charge(sizesOf: elements, times: elements.count.bitWidth - elements.count.leadingZeroBitCount)
        if let first = elements.first {
            for element in elements where element.order(to: first) == nil {
                throw EvaluationError("the list has elements that have no order")
            }
        }
        return elements.indices.sorted {
            switch elements[$0].order(to: elements[$1]) {
            case .before: true
            case .same: $0 < $1
            default: false
            }
        }
    }

    static let listTooLong = EvaluationError("the list becomes too long", kind: .budget)

    private static func flatten(_ elements: [Value], depth: Int64) throws(EvaluationError) -> [Value] {
        var result: [Value] = []
        var visited = 0
        try flatten(elements, depth, into: &result, &visited)
        return result
    }

    private static func flatten(
        _ elements: [Value],
        _ depth: Int64,
        into result: inout [Value],
        _ visited: inout Int
    ) throws(EvaluationError) {
        for element in elements {
            visited += 1
            if visited > longestList { throw listTooLong }
            if depth > 0, case .list(let inner) = element {
                try flatten(inner, depth - 1, into: &result, &visited)
            } else {
                result.append(element)
            }
        }
    }

    /// Keys of maps are found by their hash, since comparing each with each takes minutes for a list of 100,000.
    private static func distinct(_ elements: [Value], _ comparisons: inout Comparisons) throws(EvaluationError)
        -> [Value]
    {
        try comparisons.charge(sizesOf: elements, times: 1)
        var seen = MapBuilder()
        var others: [Value] = []
        var result: [Value] = []
        for element in elements {
            if seen.contains(element) { continue }
            if try comparisons.firstIndex(of: element, in: others) != nil { continue }
            switch element {
            case .bool, .int, .uint, .string: try seen.insert(.null, for: element)
            default: others.append(element)
            }
            result.append(element)
        }
        return result
    }
}

/// The comparisons that one evaluation may still make.
struct Comparisons {
    fileprivate(set) var left: Int

    init(left: Int) { self.left = left }

    /// Counts reading every element so many times; that takes less than a step each.
    mutating func charge(sizesOf elements: [Value], times: Int) throws(EvaluationError) {
        var size = elements.count
        for element in elements {
            switch element {
            case .string(let text): size += text.utf8.count / 64
            case .bytes(let bytes): size += bytes.count / 64
            default: break
            }
        }
        left -= size * times / 4
        guard left >= 0 else { throw Self.tooLong }
    }

    private static let tooLong = EvaluationError("the values take too long to compare", kind: .budget)

    mutating func areEqual(_ first: Value, _ second: Value) throws(EvaluationError) -> Bool {
        guard let result = first.isEqual(to: second, within: &left) else {
            throw Self.tooLong
        }
        return result
    }

    mutating func firstIndex(of wanted: Value, in elements: some Collection<Value>) throws(EvaluationError) -> Int? {
        for (index, element) in elements.enumerated() where try areEqual(element, wanted) { return index }
        return nil
    }
}
