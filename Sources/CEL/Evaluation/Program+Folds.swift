extension ProgramCompiler {
    /// A macro as a loop over the elements of a list or the keys of a map.
    mutating func fold(_ fold: Expression.Fold) -> Node {
        let range = compile(fold.range)
        let (slots, (predicate, transform)) = withVariables(fold.variables) { compiler in
            (fold.predicate.map { compiler.compile($0) }, fold.transform.map { compiler.compile($0) })
        }
        let step: Step =
            switch fold.kind {
            case .all: Self.quantifier(predicate, deciding: false)
            case .exists: Self.quantifier(predicate, deciding: true)
            case .existsOne: Self.exactlyOne(predicate)
            case .filter: Self.filter(predicate)
            case .map, .transformList: Self.list(predicate, transform)
            case .transformMap: Self.map(predicate, transform)
            case .transformMapEntry: Self.entries(predicate, transform)
            }
        return { frame throws(EvaluationError) in
            try step(try Elements(try range(frame), slots: slots), frame)
        }
    }

    fileprivate typealias Step = @Sendable (Elements, Frame) throws(EvaluationError) -> Value

    private static func quantifier(_ predicate: Node?, deciding: Bool) -> Step {
        { elements, frame throws(EvaluationError) in
            var failure: EvaluationError?
            for index in 0..<elements.count {
                elements.bind(index, in: frame)
                guard let predicate else { continue }
                switch try truth(predicate, frame) {
                case .success(deciding): return .bool(deciding)
                case .success: break
                case .failure(let error): failure = failure ?? error
                }
            }
            if let failure { throw failure }
            return .bool(!deciding)
        }
    }

    private static func exactlyOne(_ predicate: Node?) -> Step {
        { elements, frame throws(EvaluationError) in
            var count = 0
            for index in 0..<elements.count where try holds(predicate, elements, index, frame) { count += 1 }
            return .bool(count == 1)
        }
    }

    private static func filter(_ predicate: Node?) -> Step {
        { elements, frame throws(EvaluationError) in
            var kept: [Value] = []
            for index in 0..<elements.count where try holds(predicate, elements, index, frame) {
                kept.append(elements.single(index))
            }
            return .list(kept)
        }
    }

    private static func list(_ predicate: Node?, _ transform: Node?) -> Step {
        { elements, frame throws(EvaluationError) in
            var values: [Value] = []
            for index in 0..<elements.count where try holds(predicate, elements, index, frame) {
                if let transform { values.append(try transform(frame)) }
            }
            return .list(values)
        }
    }

    private static func map(_ predicate: Node?, _ transform: Node?) -> Step {
        { elements, frame throws(EvaluationError) in
            var map = MapValue()
            for index in 0..<elements.count where try holds(predicate, elements, index, frame) {
                if let transform { try map.add(try transform(frame), at: elements.key(index)) }
            }
            return .map(map)
        }
    }

    private static func entries(_ predicate: Node?, _ transform: Node?) -> Step {
        { elements, frame throws(EvaluationError) in
            var map = MapValue()
            for index in 0..<elements.count where try holds(predicate, elements, index, frame) {
                guard let transform else { continue }
                guard case .map(let addition) = try transform(frame) else {
                    throw EvaluationError("transformMapEntry() needs a map for each element")
                }
                for entry in addition.entries { try map.add(entry.value, at: entry.key) }
            }
            return .map(map)
        }
    }

    private static func holds(
        _ predicate: Node?,
        _ elements: Elements,
        _ index: Int,
        _ frame: Frame
    ) throws(EvaluationError) -> Bool {
        elements.bind(index, in: frame)
        guard let predicate else { return true }
        return try truth(predicate, frame).get()
    }
}

/// What a macro runs over, and the slots of its variables.
private struct Elements {
    private let list: [Value]
    private let map: MapValue?
    private let slots: [Int]

    init(_ range: Value, slots: [Int]) throws(EvaluationError) {
        self.slots = slots
        switch range {
        case .list(let items):
            list = items
            map = nil
        case .map(let entries):
            list = []
            map = entries
        default: throw EvaluationError("a macro runs over a list or a map, not over \(range.type.name)")
        }
    }

    var count: Int { map?.count ?? list.count }

    func key(_ index: Int) -> Value { map?.entries[index].key ?? .int(Int64(index)) }

    private func value(_ index: Int) -> Value { map?.entries[index].value ?? list[index] }

    /// What a single variable stands for: the element of a list, the key of a map.
    func single(_ index: Int) -> Value { map?.entries[index].key ?? list[index] }

    func bind(_ index: Int, in frame: Frame) {
        if slots.count == 1 {
            frame.slots[slots[0]] = single(index)
        } else {
            frame.slots[slots[0]] = key(index)
            frame.slots[slots[1]] = value(index)
        }
    }
}
