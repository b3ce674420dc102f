extension StandardLibrary {
    /// Lists as sets: neither order nor repetition counts.
    ///
    /// Source: cel-go, ext/sets.go.
    static let sets: [FunctionDeclaration] = [
        relation(
            "contains",
            "Every element of the second list is in the first.",
            .init("sets.contains([1, 2, 3], [3, 1])", "true")
        ) { first, second, comparisons throws(EvaluationError) in
            try isSubset(second, of: first, &comparisons)
        },
        relation(
            "equivalent",
            "Both lists have the same elements.",
            .init("sets.equivalent([1, 2, 2], [2, 1])", "true")
        ) { first, second, comparisons throws(EvaluationError) in
            guard try isSubset(second, of: first, &comparisons) else { return false }
            return try isSubset(first, of: second, &comparisons)
        },
        relation(
            "intersects",
            "Some element is in both lists.",
            .init("sets.intersects(['NL', 'DE'], ['BE'])", "false")
        ) { first, second, comparisons throws(EvaluationError) in
            for element in first where try comparisons.firstIndex(of: element, in: second) != nil { return true }
            return false
        },
    ]

    private static func isSubset(
        _ part: [Value],
        of whole: [Value],
        _ comparisons: inout Comparisons
    ) throws(EvaluationError) -> Bool {
        for element in part where try comparisons.firstIndex(of: element, in: whole) == nil { return false }
        return true
    }

    private static func relation(
        _ name: String,
        _ documentation: String,
        _ example: FunctionDeclaration.Example,
        _ body: @escaping @Sendable ([Value], [Value], inout Comparisons) throws(EvaluationError) -> Bool
    ) -> FunctionDeclaration {
        let lists = [CELType](repeating: .list(.parameter("A")), count: 2)
        return FunctionDeclaration(
            "sets.\(name)",
            documentation,
            examples: [example],
            overloads: [
                .metered("list_sets_\(name)_list", .global, lists, .bool) {
                    values, comparisons throws(EvaluationError) in
                    let arguments = Arguments(values, of: "sets.\(name)")
                    return .bool(try body(try arguments.list(0), try arguments.list(1), &comparisons))
                }
            ]
        )
    }
}
