import CEL

/// What the names in a connector's expressions stand for.
struct ConnectorNames: Sendable {
    enum Meaning: Sendable {
        case customer, setting, codes, files, secret, now, uuid, match
        /// What `let` defines, by its position.
        case definition(Int)
        /// The answer of a step, by its position.
        case step(Int)
    }

    /// By the number of the name.
    private let meanings: [Meaning?]
    /// Of each step, the definitions that depend on its answer, at whatever remove.
    let definitionsOnStep: [[Int]]
    /// The definitions that depend on the match by name.
    let definitionsOnMatch: [Int]

    init(steps: [Step], definitions: [Connector.Definition], matching: Matching?) {
        var meanings: [String: Meaning] = [:]
        for (index, step) in steps.enumerated() { meanings[step.name] = .step(index) }
        for (index, definition) in definitions.enumerated().reversed() {
            meanings[definition.name] = .definition(index)
        }
        let own: [(String, Meaning)] = [
            ("customer", .customer), ("setting", .setting), ("codes", .codes), ("files", .files),
            ("secret", .secret), ("now", .now), ("uuid", .uuid), ("match", .match),
        ]
        for (name, meaning) in own { meanings[name] = meaning }
        let numbered = meanings.map { (number: Symbol($0).number, meaning: $1) }
        var byNumber = [Meaning?](repeating: nil, count: (numbered.map(\.number).max() ?? 0) + 1)
        for (number, meaning) in numbered { byNumber[number] = meaning }
        self.meanings = byNumber

        let direct = Dictionary(definitions.map { ($0.name, $0.formula.names) }) { first, _ in first }
        let formulas = matching.map { [$0.items, $0.key, $0.name] + $0.places.map(\.formula) } ?? []
        let ofMatch = formulas.reduce(into: Set<String>()) { $0.formUnion($1.names) }
        let all = definitions.map { definition in
            var reached = definition.formula.names
            var waiting = Array(reached)
            while let name = waiting.popLast() {
                for next in direct[name] ?? (name == "match" ? ofMatch : []) where reached.insert(next).inserted {
                    waiting.append(next)
                }
            }
            return reached
        }
        definitionsOnStep = steps.map { step in all.indices.filter { all[$0].contains(step.name) } }
        definitionsOnMatch = all.indices.filter { all[$0].contains("match") }
    }

    subscript(symbol: Symbol) -> Meaning? {
        symbol.number < meanings.count ? meanings[symbol.number] : nil
    }
}
