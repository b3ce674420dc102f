extension ProgramCompiler {
    /// An operator's node; nil when the function is none.
    mutating func operation(_ function: String, _ arguments: [Expression]) -> Node? {
        guard OperatorOverloads.all[function] != nil else { return nil }
        if function == "_?_:_", arguments.count == 3 { return choice(arguments) }
        let parts = arguments.map { compile($0) }
        switch (function, parts.count) {
        case ("_&&_", 2): return Self.logic(parts[0], parts[1], deciding: false)
        case ("_||_", 2): return Self.logic(parts[0], parts[1], deciding: true)
        case ("@in", 2): return membership(parts[0], parts[1], arguments[1])
        case (_, 1):
            guard let apply = Operators.unary[function] else { return nil }
            let operand = parts[0]
            return { frame throws(EvaluationError) in try apply(try operand(frame)) }
        case (_, 2):
            guard let apply = Operators.binary[function] else { return nil }
            let (left, right) = (parts[0], parts[1])
            return { frame throws(EvaluationError) in try apply(try left(frame), try right(frame)) }
        default: return nil
        }
    }

    private mutating func choice(_ arguments: [Expression]) -> Node {
        let (condition, yes, no) = (compile(arguments[0]), compile(arguments[1]), compile(arguments[2]))
        return { frame throws(EvaluationError) in
            guard case .bool(let flag) = try condition(frame) else {
                throw EvaluationError("what stands before '?' is neither true nor false")
            }
            return try flag ? yes(frame) : no(frame)
        }
    }

    /// `&&` and `||`: the deciding value on either side wins over an error on the other.
    static func logic(_ left: @escaping Node, _ right: @escaping Node, deciding: Bool) -> Node {
        { frame throws(EvaluationError) in
            let first = try Self.truth(left, frame)
            if case .success(deciding) = first { return .bool(deciding) }
            let second = try Self.truth(right, frame)
            if case .success(deciding) = second { return .bool(deciding) }
            _ = try first.get()
            _ = try second.get()
            return .bool(!deciding)
        }
    }

    /// A node's bool; anything else is an error of the same kind. Running out of budget is never absorbed.
    static func truth(_ node: Node, _ frame: Frame) throws(EvaluationError) -> Result<Bool, EvaluationError> {
        do {
            guard case .bool(let flag) = try node(frame) else {
                return .failure(EvaluationError("a condition is neither true nor false"))
            }
            return .success(flag)
        } catch {
            if error.kind == .budget { throw error }
            return .failure(error)
        }
    }

    /// `in`; a constant list of texts or of ints becomes a set.
    private func membership(_ element: @escaping Node, _ range: @escaping Node, _ list: Expression) -> Node {
        if let texts = list.constantTexts {
            let members = Set(texts.map { Array($0.utf8) })
            return { frame throws(EvaluationError) in
                guard case .string(let text) = try element(frame) else { return .bool(false) }
                return .bool(members.contains(Array(text.utf8)))
            }
        }
        return { frame throws(EvaluationError) in
            let wanted = try element(frame)
            switch try range(frame) {
            case .list(let items):
                try frame.spend(items.count)
                return .bool(items.contains { $0.isEqual(to: wanted) })
            case .map(let map): return .bool(map[wanted] != nil)
            case let other: throw EvaluationError("'in' looks into a list or a map, not into \(other.type.name)")
            }
        }
    }
}

extension Expression {
    /// The texts of a list of literal texts, of at least four: below that a loop is faster.
    fileprivate var constantTexts: [String]? {
        guard case .list(let elements) = kind, elements.count >= 4 else { return nil }
        let texts = elements.compactMap { element -> String? in
            guard case .literal(.string(let text)) = element.value.kind, !element.isOptional else { return nil }
            return text
        }
        return texts.count == elements.count ? texts : nil
    }
}
