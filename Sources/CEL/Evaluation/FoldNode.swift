/// `map` or `filter` over literals, each with its own piece of the macro.
final class UnrolledListNode: Node {
    typealias Piece = (predicate: (any Node)?, element: any Node)

    private let pieces: [Piece]
    private let offset: Int

    init(_ pieces: [Piece], offset: Int) {
        self.pieces = pieces
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        var results: [Value] = []
        for index in pieces.indices {
            if let predicate = pieces[index].predicate {
                let value = try predicate.evaluate(in: frame)
                guard case .bool(let holds) = value else { throw EvaluationError.notABool(value).placed(at: offset) }
                guard holds else { continue }
            }
            results.append(try pieces[index].element.evaluate(in: frame))
        }
        return .list(results)
    }
}

/// A macro over a list or a map.
///
/// Source: language definition, section Macros. `all` and `exists` join with `&&` and `||`, errors and all; of the others
/// any error is the result.
final class FoldNode: Node {
    private let kind: Expression.Fold.Kind
    private let range: any Node
    /// Of the only variable, or of index or key and value.
    private let slots: (first: Int, second: Int?)
    private let predicate: (any Node)?
    private let transform: (any Node)?
    private let offset: Int

    init(
        _ kind: Expression.Fold.Kind,
        over range: any Node,
        slots: (first: Int, second: Int?),
        predicate: (any Node)?,
        transform: (any Node)?,
        offset: Int
    ) {
        self.kind = kind
        self.range = range
        self.slots = slots
        self.predicate = predicate
        self.transform = transform
        self.offset = offset
    }

    func value(in frame: Frame) throws(EvaluationError) -> Value {
        let collection = try range.evaluate(in: frame)
        switch collection {
        case .list(let elements):
            guard let second = slots.second else { return try fold(elements, into: frame) }
            return try fold(zip(elements.indices.lazy.map { .int(Int64($0)) }, elements), second, into: frame)
        case .map(let map):
            guard let second = slots.second else { return try fold(map.keys, into: frame) }
            return try fold(map.entries, second, into: frame)
        default:
            throw EvaluationError(
                "'\(kind.rawValue)' runs over lists and maps, not over \(collection.type.named)",
                at: offset
            )
        }
    }

    private func fold(_ elements: [Value], into frame: Frame) throws(EvaluationError) -> Value {
        try fold(count: elements.count, frame) { index in
            frame.slots[slots.first] = elements[index]
            return elements[index]
        }
    }

    private func fold(
        _ pairs: some Sequence<(Value, Value)>,
        _ second: Int,
        into frame: Frame
    ) throws(EvaluationError) -> Value {
        let pairs = Array(pairs)
        return try fold(count: pairs.count, frame) { index in
            frame.slots[slots.first] = pairs[index].0
            frame.slots[second] = pairs[index].1
            return pairs[index].0
        }
    }

    /// `enter` puts an element into the variables and gives what the first of them is.
    private func fold(count: Int, _ frame: Frame, enter: (Int) -> Value) throws(EvaluationError) -> Value {
        switch kind {
        case .all, .exists:
            guard let predicate else { throw incomplete }
            let settling = kind == .exists
            var junction = Junction(settledBy: settling)
            for index in 0..<count {
                _ = enter(index)
                if try junction.add(predicate, in: frame, at: offset) { return .bool(settling) }
            }
            return .bool(try junction.result())
        case .existsOne:
            var matches = 0
            for index in 0..<count {
                _ = enter(index)
                if try holds(frame) { matches += 1 }
            }
            return .bool(matches == 1)
        case .filter, .map, .transformList:
            var results: [Value] = []
            for index in 0..<count {
                let element = enter(index)
                guard try holds(frame) else { continue }
                results.append(try transform?.evaluate(in: frame) ?? element)
            }
            return .list(results)
        case .transformMap, .transformMapEntry:
            guard let transform else { throw incomplete }
            var results = MapBuilder()
            for index in 0..<count {
                let key = enter(index)
                guard try holds(frame) else { continue }
                let result = try transform.evaluate(in: frame)
                try frame.charge(sizeOf: key)
                do throws(EvaluationError) {
                    if kind == .transformMap {
                        try results.insert(result, for: key)
                    } else {
                        guard case .map(let entries) = result else { throw .doesNotTake(kind.rawValue, [result]) }
                        for (key, value) in entries.entries {
                            try frame.charge(sizeOf: key)
                            try results.insert(value, for: key)
                        }
                    }
                } catch {
                    throw error.placed(at: offset)
                }
            }
            return .map(results.map)
        }
    }

    private func holds(_ frame: Frame) throws(EvaluationError) -> Bool {
        guard let value = try predicate?.evaluate(in: frame) else { return true }
        guard case .bool(let holds) = value else { throw EvaluationError.notABool(value).placed(at: offset) }
        return holds
    }

    private var incomplete: EvaluationError { EvaluationError("'\(kind.rawValue)' is incomplete", at: offset) }
}
